// Whether what was declared before already allowed what is declared now. Each relation is reflexive and transitive, so that
// a declaration never widens against itself and two harmless steps make a harmless whole.
import { matchHost, matchName } from '../base/match.ts';
import type { Life, Match, Name, Scope, SetWhen } from './types.ts';

/** Whether each of `after` is covered by one of `before`. */
export function coversAll<T>(before: readonly T[], after: readonly T[], covers: (before: T, after: T) => boolean): boolean {
  return after.every((wanted) => before.some((allowed) => covers(allowed, wanted)));
}

/** Whether each of `after` is among `before`. */
export function includesAll<T>(before: readonly T[], after: readonly T[]): boolean {
  const known = new Set(before);
  return after.every((value) => known.has(value));
}

/** Every name that `after` allows is one that `before` allows. */
export function coversName(before: Name, after: Name): boolean {
  if ('exact' in after) return matchName(before, after.exact);
  if ('exact' in before) return false;
  return after.prefix.startsWith(before.prefix) && (after.suffix ?? '').endsWith(before.suffix ?? '');
}

/** A cookie of scope `after` is sent nowhere a cookie of scope `before` is not. */
export function coversScope(before: Scope, after: Scope): boolean {
  if (before.partitioned && !after.partitioned) return false;
  return coversScopeHost(before, after) && coversCookiePath(before.path, after.path);
}

/** Every request of `after` is one of `before`. */
export function coversMatch(before: Match, after: Match): boolean {
  return (
    coversAll(before.hosts, after.hosts, coversHostPattern) &&
    coversOptional(before.paths, after.paths, coversPathPattern) &&
    coversOptional(before.methods, after.methods, (allowed, wanted) => allowed === wanted)
  );
}

/** `after` ends no later than `before`. */
export function coversLife(before: Life, after: Life): boolean {
  if (after.kind === 'session') return true;
  return before.kind === 'seconds' && after.max <= before.max && (before.extended || !after.extended);
}

/** `after` begins at no moment at which `before` could not. */
export function coversSetWhen(before: SetWhen, after: SetWhen): boolean {
  if (before.on === 'always') return true;
  if (before.on !== after.on) return false;
  return !('requests' in before) || !('requests' in after) || coversAll(before.requests, after.requests, coversMatch);
}

function coversScopeHost(before: Scope, after: Scope): boolean {
  if ('host' in before) return 'host' in after && after.host === before.host;
  const host = 'host' in after ? after.host : after.domain;
  return host === before.domain || matchHost(`*.${before.domain}`, host);
}

// RFC 6265bis section 5.1.4, path-match.
function coversCookiePath(before: string, after: string): boolean {
  return after === before || after.startsWith(before.endsWith('/') ? before : `${before}/`);
}

function coversHostPattern(before: string, after: string): boolean {
  if (before === after) return true;
  return before.startsWith('*.') && matchHost(before, after.startsWith('*.') ? after.slice(2) : after);
}

function coversPathPattern(before: string, after: string): boolean {
  return before.endsWith('*') ? after.startsWith(before.slice(0, -1)) : before === after;
}

// An absent list allows everything.
function coversOptional(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
  covers: (before: string, after: string) => boolean,
): boolean {
  return before === undefined || (after !== undefined && coversAll(before, after, covers));
}
