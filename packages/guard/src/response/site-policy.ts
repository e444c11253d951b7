// The site's own Content-Security-Policies, read for one question: may what we put into its page run there, and in which form?
// Policies intersect, so that every one of them has to let it. Follows CSP3, sections 6.7.1 to 6.7.3.
import type { HeaderList } from '../header-list.ts';
import { valuesOf } from '../header-list.ts';

type Sources = readonly string[];
type Policy = ReadonlyMap<string, Sources>;

/** The policies that a browser enforces, and those that it only reports by. */
export type SitePolicies = { readonly enforced: readonly Policy[]; readonly reporting: readonly Policy[] };

/** In the page itself, as files of the site's origin, or not at all; `nonce` is an attribute to carry. */
export type Delivery = { readonly form: 'inline' | 'linked' | 'none'; readonly nonce: string | null };

/** What is to go in: the SHA-256 of each piece in base64, and where each is served as a file. `authority` is host and port of the page. */
export type Freight = {
  readonly kind: 'script' | 'style';
  readonly hashes: readonly string[];
  readonly paths: readonly string[];
  readonly authority: string;
};

function parsePolicy(text: string): Policy {
  const directives = new Map<string, Sources>();
  for (const part of text.split(';')) {
    const [name = '', ...sources] = part.trim().split(/[\t\n\f\r ]+/);
    // The first directive of a name counts.
    if (name !== '' && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

function policiesIn(headers: HeaderList, name: string): readonly Policy[] {
  return valuesOf(headers, name)
    .flatMap((value) => value.split(','))
    .map(parsePolicy)
    .filter((policy) => policy.size > 0);
}

function nonceOf(source: string): string | null {
  return /^'nonce-([A-Za-z0-9+/_-]+={0,2})'$/i.exec(source)?.[1] ?? null;
}

const DIRECTIVES = {
  script: ['script-src-elem', 'script-src', 'default-src'],
  style: ['style-src-elem', 'style-src', 'default-src'],
} as const;

/** The source list that a policy has for elements of this kind; null where it says nothing of them. */
function sourcesFor(policy: Policy, kind: Freight['kind']): Sources | null {
  for (const name of DIRECTIVES[kind]) {
    const sources = policy.get(name);
    if (sources !== undefined) return sources;
  }
  return null;
}

/** Reads the policies of a response's head. */
export function readSitePolicies(headers: HeaderList): SitePolicies {
  return {
    enforced: policiesIn(headers, 'content-security-policy'),
    reporting: policiesIn(headers, 'content-security-policy-report-only'),
  };
}

function listsFor(policies: readonly Policy[], kind: Freight['kind']): readonly Sources[] {
  return policies.map((policy) => sourcesFor(policy, kind)).filter((sources) => sources !== null);
}

function noncesIn(lists: readonly Sources[]): readonly string[] {
  return [...new Set(lists.flat().map(nonceOf))].filter((nonce) => nonce !== null);
}

function isKeyword(source: string, keyword: string): boolean {
  return source.toLowerCase() === `'${keyword}'`;
}

function has(sources: Sources, keyword: string): boolean {
  return sources.some((source) => isKeyword(source, keyword));
}

function hasNonce(sources: Sources, nonce: string | null): boolean {
  return nonce !== null && sources.some((source) => nonceOf(source) === nonce);
}

function isNonceOrHash(source: string): boolean {
  return /^'(?:nonce|sha256|sha384|sha512)-[A-Za-z0-9+/_-]+={0,2}'$/i.test(source);
}

function hasHash(sources: Sources, sha256: string): boolean {
  const wanted = `sha256-${sha256}`;
  return sources.some((source) => source.slice(1, 8).toLowerCase() + source.slice(8, -1).replace(/-/g, '+').replace(/_/g, '/') === wanted);
}

/** Beside a nonce, a hash or 'strict-dynamic', 'unsafe-inline' means nothing. */
function allowsAnyInline(sources: Sources, kind: Freight['kind']): boolean {
  if (sources.some(isNonceOrHash) || (kind === 'script' && has(sources, 'strict-dynamic'))) return false;
  return has(sources, 'unsafe-inline');
}

function allowsInline(sources: Sources, { kind, hashes }: Freight, nonce: string | null): boolean {
  return hasNonce(sources, nonce) || allowsAnyInline(sources, kind) || hashes.every((sha256) => hasHash(sources, sha256));
}

const HOST_SOURCE = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(\*|(?:\*\.)?[a-z0-9_.[\]:-]*?)(?::(\d+|\*))?(\/[^?#]*)?$/i;

function matchesHost(pattern: string, host: string): boolean {
  return pattern === '*' || (pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : pattern === host);
}

const USUAL_PORTS: ReadonlySet<string> = new Set(['', '80', '443']);

function matchesPort(wanted: string, port: string): boolean {
  return wanted === '*' || wanted === port || (USUAL_PORTS.has(wanted) && USUAL_PORTS.has(port));
}

/** A scheme of the page's own origin is not known here for sure (TLS may end before us), so any of the web is taken for it. */
function matchesFile(source: string, authority: string, path: string): boolean {
  if (isKeyword(source, 'self') || source === '*' || /^https?:$/i.test(source)) return true;
  const parts = HOST_SOURCE.exec(source);
  const [host = '', port = ''] = authority.toLowerCase().split(/:(?=\d*$)/);
  if (parts === null) return false;
  const [, wantedHost = '', wantedPort = '', wantedPath = '/'] = parts;
  if (!matchesHost(wantedHost.toLowerCase(), host) || !matchesPort(wantedPort, port)) return false;
  return wantedPath.endsWith('/') ? path.startsWith(wantedPath) : path === wantedPath;
}

function allowsFiles(sources: Sources, { kind, paths, authority }: Freight, nonce: string | null): boolean {
  if (hasNonce(sources, nonce)) return true;
  if (kind === 'script' && has(sources, 'strict-dynamic')) return false;
  return paths.every((path) => sources.some((source) => matchesFile(source, authority, path)));
}

/** A sandbox without scripts keeps scripts out whatever the sources say. */
function forbidsScripts(policy: Policy): boolean {
  const allowed = policy.get('sandbox');
  return allowed !== undefined && !allowed.some((flag) => flag.toLowerCase() === 'allow-scripts');
}

/** The best form that all policies of the site let through: in the page where they do, else as files, else none. */
export function planDelivery({ enforced, reporting }: SitePolicies, freight: Freight): Delivery {
  const none: Delivery = { form: 'none', nonce: null };
  if (freight.kind === 'script' && enforced.some(forbidsScripts)) return none;
  const lists = listsFor(enforced, freight.kind);
  // What only reports keeps nothing out; its nonce spares it a report.
  const nonces = noncesIn([...lists, ...listsFor(reporting, freight.kind)]);
  for (const [form, allows] of [
    ['inline', allowsInline],
    ['linked', allowsFiles],
  ] as const) {
    for (const nonce of [...nonces, null]) {
      if (lists.every((sources) => allows(sources, freight, nonce))) return { form, nonce };
    }
  }
  return none;
}

/** The nonce by which the site lets its own inline scripts run, if it has one. */
export function siteNonce({ enforced }: SitePolicies): string | null {
  return noncesIn(listsFor(enforced, 'script'))[0] ?? null;
}
