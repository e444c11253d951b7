// Whether a host, a path, a request or a name is meant by what was declared. No regular expressions: nothing to blow up.
import type { Match, Name } from '../declaration/types.ts';

/** `example.org` is itself only; `*.example.org` is every sub-domain at any depth and not itself. Case does not matter. */
export function matchHost(pattern: string, host: string): boolean {
  return !host.startsWith('.') && fits(host.toLowerCase(), ...pattern.toLowerCase().split(/^\*(?=\.)/));
}

/** A path is exact, or ends in `*` and is a prefix. `path` begins with `/` and has no query. */
export function matchPath(pattern: string, path: string): boolean {
  return fits(path, ...pattern.split(/\*$/));
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
  return 'exact' in name ? fits(value, name.exact) : fits(value, name.prefix, name.suffix ?? '');
}

// The whole text, or with a suffix its beginning and its end, which do not overlap.
function fits(text: string, prefix = '', suffix?: string): boolean {
  if (suffix === undefined) return text === prefix;
  return text.length >= prefix.length + suffix.length && text.startsWith(prefix) && text.endsWith(suffix);
}
