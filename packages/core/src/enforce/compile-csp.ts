// Content-Security-Policy in two headers, both of which must allow: one says which hosts, the other says which scripts.
// A nonce in the first would let any script that steals it load from anywhere; hosts in the second alone would let any inline run.
import type { ConsentState } from '../consent/types.ts';
import type { Declaration, RequestUse } from '../declaration/types.ts';
import type { CspPair } from './types.ts';
import { areAllowed } from './verdict.ts';

type Sources = readonly string[];

const directives: readonly (readonly [RequestUse, string, Sources])[] = [
  // Whether an inline script may run is for the second policy to say; here only its host counts.
  ['script', 'script-src', ["'unsafe-inline'"]],
  ['style', 'style-src', ["'unsafe-inline'"]],
  ['image', 'img-src', ['data:', 'blob:']],
  ['frame', 'frame-src', []],
  ['connect', 'connect-src', []],
  ['font', 'font-src', ['data:']],
  ['media', 'media-src', ['data:', 'blob:']],
  // A worker made from a blob inherits both policies.
  ['worker', 'worker-src', ['blob:']],
];

/**
 * The two policies of a document. Hosts: those of the site and of declared requests, all of them where a grant takes effect live,
 * else those whose purposes are allowed. `nonce` is the bare value; `hashes` are base64 SHA-256 of our own inline scripts.
 * What does not have the exact form of a host, hash or nonce is left out.
 */
export function compileCsp(
  declaration: Declaration,
  consent: ConsentState,
  options: { readonly nonce?: string; readonly hashes: readonly string[] },
): CspPair {
  const own = ["'self'", ...declaration.site.hosts.flatMap(hostSources)];
  const hosts = directives.map(([use, name, extra]) => directive(name, [...own, ...extra, ...hostsFor(declaration, consent, use)]));
  const shared = ["object-src 'none'", "base-uri 'self'"];
  const scripts = [...own, ...inlineSources(declaration, consent, options), ...hostsFor(declaration, consent, 'script')];
  return {
    hosts: ["default-src 'self'", ...hosts, ...shared, directive('form-action', own)].join('; '),
    scripts: [
      directive('script-src', scripts),
      directive('worker-src', [...own, 'blob:', ...hostsFor(declaration, consent, 'worker')]),
      ...shared,
    ].join('; '),
  };
}

function directive(name: string, sources: Sources): string {
  return `${name} ${[...new Set(sources)].join(' ')}`;
}

function hostsFor(declaration: Declaration, consent: ConsentState, use: RequestUse): Sources {
  return Object.values(declaration.trackers).flatMap((tracker) => {
    if (tracker.kind !== 'request' || !tracker.as.includes(use)) return [];
    if (declaration.notice.onGrant !== 'live' && !areAllowed(tracker.purposes, consent)) return [];
    const hosts = tracker.match.hosts.flatMap(hostSources);
    // A host without a scheme does not stand for web sockets on every browser.
    return use === 'connect' ? hosts.flatMap((host) => [host, `wss://${host}`]) : hosts;
  });
}

function inlineSources(
  declaration: Declaration,
  consent: ConsentState,
  options: { readonly nonce?: string; readonly hashes: readonly string[] },
): Sources {
  const { inline, hashes } = declaration.scripts;
  // With a nonce or a hash beside it a browser ignores 'unsafe-inline'.
  if (inline === 'unsafe-inline') return ["'unsafe-inline'"];
  // What a gate holds back may run in the task of the click; what no gate holds back would run before it.
  const live = declaration.notice.onGrant === 'live';
  const open = hashes.filter(({ purposes, gated }) => (live && gated) || areAllowed(purposes, consent)).map(({ sha256 }) => sha256);
  const declared = inline === 'hashes' ? open : [];
  const nonce = options.nonce !== undefined && /^[A-Za-z0-9+/_-]{16,128}={0,2}$/.test(options.nonce) ? [`'nonce-${options.nonce}'`] : [];
  return [...nonce, ...[...options.hashes, ...declared].filter(isSha256).map((hash) => `'sha256-${hash}'`)];
}

function isSha256(hash: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(hash);
}

// Nothing but letters, digits, dots and dashes gets through: a host cannot end a source, a directive or a header.
// Development hosts have no fixed port.
function hostSources(host: string): Sources {
  const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
  if (host.length > 253 || !new RegExp(`^(?:\\*\\.)?${label}(?:\\.${label})*$`).test(host)) return [];
  return [host === 'localhost' || host.endsWith('.localhost') ? `${host}:*` : host];
}
