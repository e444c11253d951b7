// The lines of a declaration that would allow what was dropped: everything that was observed is filled in, everything that only
// the site's owner knows reads 'fill-in'. Text for a person to paste, never evaluated.
import type { SetCookieFacts } from '../base/cookie-scan.ts';
import { defaultCookiePath, scanSetCookie } from '../base/cookie-scan.ts';
import { readRequestAddress } from './request-address.ts';
import type { Question, RequestFacts } from './types.ts';

const nothingKnown = {
  domain: null,
  path: '/',
  maxAge: null,
  expires: null,
  secure: true,
  httpOnly: false,
  sameSite: null,
  partitioned: false,
} as const;

/** One entry of `trackers`, as TypeScript that ends in a comma; the empty string where there is nothing that could be declared. */
export function snippetFor(question: Question): string {
  switch (question.kind) {
    case 'set-cookie':
    case 'script-cookie': {
      const facts = scanSetCookie(question.line);
      return facts === null || facts.name === '' ? '' : cookieSnippet(facts.name, facts, question.request, question.now);
    }
    case 'cookie':
      return question.name === '' ? '' : cookieSnippet(question.name, nothingKnown, question.request, 0);
    case 'storage':
      return entry(question.name, [
        `kind: ${quote(question.store)},`,
        `names: [{ exact: ${quote(question.name)} }],`,
        `origins: [${quote(question.origin)}],`,
        "life: { kind: 'session' },",
      ]);
    case 'request':
      return requestSnippet(question);
  }
}

function cookieSnippet(
  name: string,
  facts: Omit<SetCookieFacts, 'name' | 'value' | 'disputed'>,
  request: RequestFacts,
  now: number,
): string {
  const place = facts.domain === null ? `host: ${quote(request.host)}` : `domain: ${quote(facts.domain)}`;
  const path = quote(facts.path ?? defaultCookiePath(request.path));
  const life = facts.maxAge ?? (facts.expires === null ? null : facts.expires - now);
  return entry(name, [
    "kind: 'cookie',",
    `names: [{ exact: ${quote(name)} }],`,
    `scopes: [{ ${place}, path: ${path}, partitioned: ${facts.partitioned} }],`,
    `secure: ${facts.secure},`,
    `httpOnly: ${facts.httpOnly},`,
    `sameSite: ${quote(facts.sameSite ?? 'lax')},`,
    life === null ? "life: { kind: 'session' }," : `life: { kind: 'seconds', max: ${Math.max(0, Math.ceil(life))}, extended: false },`,
  ]);
}

function requestSnippet(question: Extract<Question, { readonly kind: 'request' }>): string {
  const address = readRequestAddress(question.url);
  if (address === null || address.host === '') return '';
  return entry(address.host, [
    "kind: 'request',",
    `match: { hosts: [${quote(address.host)}] },`,
    `as: [${quote(question.as)}],`,
    'credentials: true,',
  ]);
}

function entry(name: string, observed: readonly string[]): string {
  const unknown = [
    "provider: 'fill-in',",
    "purposes: ['fill-in'],",
    "locations: ['fill-in'],",
    "setWhen: { on: 'consent' },",
    "function: { en: 'fill-in' },",
    "explanation: { en: 'fill-in' },",
    'recipients: [],',
    "data: { categories: ['fill-in'] },",
  ];
  return `${quote(idFor(name))}: {\n${[...observed, ...unknown].map((line) => `  ${line}\n`).join('')}},`;
}

function idFor(name: string): string {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .slice(0, 64);
  return /^[a-z_]/.test(id) ? id : `t${id}`.slice(0, 64);
}

// A TypeScript string that no name can end, and that prints nothing a terminal would obey.
function quote(text: string): string {
  const escaped = text.replace(/[^\x20-\x7e]|['\\]/g, (character) => {
    return character === "'" || character === '\\' ? `\\${character}` : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `'${escaped}'`;
}
