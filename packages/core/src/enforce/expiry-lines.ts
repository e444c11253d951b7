// Set-Cookie lines that delete: exact ones for declared trackers that are not allowed now, and a bounded search for names
// nobody declared, whose scope no header tells. The choice itself is never among them.
import { defaultCookiePath } from '../base/cookie-scan.ts';
import { choiceCookieName } from '../consent/choice-codec.ts';
import type { ConsentState } from '../consent/types.ts';
import { isReachedFrom, scopeKey } from './cookie-scope.ts';
import type { CookieRule } from './rules-for-name.ts';
import { rulesForName } from './rules-for-name.ts';
import type { Enforcement, RequestFacts, RuleScope } from './types.ts';
import { isAllowed } from './verdict.ts';

export type ExpiryOptions = {
  /** Names in the request's Cookie header; the empty name for a nameless cookie. */
  readonly heldNames: readonly string[];
  readonly request: RequestFacts;
  /** How many lines may be spent on undeclared names. */
  readonly unknownBudget: number;
  /** Also expire declared names that this request did not carry: those of other paths are not sent here. */
  readonly withdrawing?: boolean;
  /** Which part of a search that is longer than the budget: give a rising number. */
  readonly round?: number;
};

/** Where a search looks: a Domain attribute (null: host-only), a path, and either jar. */
type Place = { readonly domain: string | null; readonly path: string; readonly partitioned: boolean };

const mostSegments = 16;
/** No header can carry these in a name or in a Path attribute. */
const unwritable = /[\u0000-\u001f\u007f;]/;

/** The lines, declared names first. Each deletes one name in one scope; none touches what is allowed now. */
export function expiryLines(rules: Enforcement, consent: ConsentState, options: ExpiryOptions): readonly string[] {
  const cookieRules = (name: string): readonly CookieRule[] => rulesForName(rules, 'cookie', name).filter((rule) => rule.kind === 'cookie');
  const held = [...new Set(options.heldNames)].filter((name) => name !== choiceCookieName && isWritable(name));
  const lines = new Set<string>();
  const unknown: string[] = [];
  for (const name of held) {
    const named = cookieRules(name);
    if (named.length === 0) unknown.push(name);
    else for (const line of exactLines(name, named, consent, options.request.host)) lines.add(line);
  }
  for (const name of options.withdrawing === true ? declaredNames(rules) : []) {
    for (const line of exactLines(name, cookieRules(name), consent, options.request.host)) lines.add(line);
  }
  return [...lines, ...searchLines(unknown, options)];
}

function declaredNames(rules: Enforcement): readonly string[] {
  const names = rules.trackers.flatMap((rule) => (rule.kind === 'cookie' ? rule.names : []));
  return names.flatMap((name) => ('exact' in name && name.exact !== choiceCookieName ? [name.exact] : []));
}

function exactLines(name: string, rules: readonly CookieRule[], consent: ConsentState, host: string): readonly string[] {
  const allowed = new Set(rules.filter((rule) => isAllowed(rule, consent)).flatMap((rule) => rule.scopes.map(scopeKey)));
  const refused = rules.filter((rule) => !isAllowed(rule, consent));
  return refused.flatMap((rule) => {
    const scopes = rule.scopes.filter((scope) => isReachedFrom(scope, host) && !allowed.has(scopeKey(scope)));
    return scopes.map((scope) => deletionLine(name, placeOf(scope), rule.secure ?? false));
  });
}

function placeOf(scope: RuleScope): Place {
  return { domain: 'domain' in scope ? scope.domain : null, path: scope.path, partitioned: scope.partitioned ?? false };
}

/** One line that deletes a name in a place. Prefixed names and partitioned cookies are only replaced by lines that are Secure too. */
function deletionLine(name: string, place: Place, secure: boolean): string {
  const lower = name.toLowerCase();
  const mustBeSecure =
    secure || place.partitioned || lower.startsWith('__host-') || lower.startsWith('__secure-') || lower.startsWith('__http-');
  const mustBeHttpOnly = lower.startsWith('__http-') || lower.startsWith('__host-http-');
  // A line with neither name nor value is ignored, so a nameless cookie is deleted with a value.
  const pair = name === '' ? '=-' : `${name}=`;
  const domain = place.domain === null ? '' : `; Domain=${place.domain}`;
  return `${pair}; Path=${place.path}${domain}; Max-Age=0${mustBeSecure ? '; Secure' : ''}${mustBeHttpOnly ? '; HttpOnly' : ''}${place.partitioned ? '; Partitioned' : ''}`;
}

// Likely places first, and each place for every name before the next place: most undeclared cookies are at "/".
function searchLines(names: readonly string[], { request, unknownBudget, round = 0 }: ExpiryOptions): readonly string[] {
  const places = placesOf(request);
  const candidates = names.length * places.length;
  const lines: string[] = [];
  const start = candidates === 0 ? 0 : (round * unknownBudget) % candidates;
  for (let step = 0; step < candidates && lines.length < unknownBudget; step += 1) {
    const at = (start + step) % candidates;
    const name = names[at % names.length];
    const place = places[Math.floor(at / names.length)];
    if (name === undefined || place === undefined || !canHold(name, place)) continue;
    lines.push(deletionLine(name, place, false));
  }
  return lines;
}

function placesOf(request: RequestFacts): readonly Place[] {
  const places: Place[] = [];
  for (const partitioned of [false, true]) {
    for (const path of pathsOf(request.path)) for (const domain of domainsOf(request.host)) places.push({ domain, path, partitioned });
  }
  return places;
}

/** Every path whose cookies come with a request for this one. */
function pathsOf(requestPath: string): readonly string[] {
  const paths = new Set(['/', defaultCookiePath(requestPath)]);
  let end = 0;
  for (let count = 0; count < mostSegments && end !== -1; count += 1) {
    end = requestPath.indexOf('/', end + 1);
    paths.add(end === -1 ? requestPath : requestPath.slice(0, end));
    if (end !== -1) paths.add(requestPath.slice(0, end + 1));
  }
  return [...paths].filter(isPathAttribute);
}

/** Host-only, then every parent of at least two labels down to the host itself. An address has no parents. */
function domainsOf(host: string): readonly (string | null)[] {
  const labels = host.split('.');
  const isAddress = host.includes(':') || /^[0-9]+$/.test(labels.at(-1) ?? '');
  if (isAddress) return [null];
  const parents = labels.map((_, index) => labels.slice(index).join('.')).filter((parent) => parent.includes('.'));
  return [null, ...parents.reverse().slice(0, mostSegments)];
}

function canHold(name: string, place: Place): boolean {
  return !name.toLowerCase().startsWith('__host-') || (place.domain === null && place.path === '/');
}

function isWritable(name: string): boolean {
  return !unwritable.test(name) && !name.includes('=');
}

function isPathAttribute(path: string): boolean {
  return path.startsWith('/') && path.length <= 1024 && !unwritable.test(path);
}
