// Whether a host, a path, a request or a name is meant by what was declared. No regular expressions: nothing to blow up.
import type { Match, Name } from '../declaration/types.ts';

/** `example.org` is itself only; `*.example.org` is every sub-domain at any depth and not itself. Case does not matter. */
export function matchHost(pattern: string, host: string): boolean {
  const wanted = pattern.toLowerCase();
  const given = host.toLowerCase();
  if (!wanted.startsWith('*.')) return wanted === given;
  const suffix = wanted.slice(1);
  return given.length > suffix.length && given.endsWith(suffix);
}

/** A path is exact, or ends in `*` and is a prefix. `path` begins with `/` and has no query. */
export function matchPath(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

/** Whether a request is one of those declared: some host, and some path and method where any are listed. */
export function matchRequest(match: Match, request: { readonly host: string; readonly path: string; readonly method: string }): boolean {
  return (
    match.hosts.some((pattern) => matchHost(pattern, request.host)) &&
    (match.paths === undefined || match.paths.some((pattern) => matchPath(pattern, request.path))) &&
    (match.methods === undefined || match.methods.includes(request.method.toUpperCase()))
  );
}

/** The exact name, or a prefix and suffix that do not overlap within the value. Names are case-sensitive. */
export function matchName(name: Name, value: string): boolean {
  if ('exact' in name) return value === name.exact;
  const suffix = name.suffix ?? '';
  return value.length >= name.prefix.length + suffix.length && value.startsWith(name.prefix) && value.endsWith(suffix);
}
