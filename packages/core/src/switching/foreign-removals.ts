// How records of another tool are removed once they were read: they would be asked for consent again, or believed by a tag.
import type { ForeignChoice } from './foreign-choice.ts';

/** What removes the records: Set-Cookie values, which `document.cookie` takes too, and keys of localStorage. */
export type ForeignRemovals = { readonly lines: readonly string[]; readonly local: readonly string[] };

const mostDomains = 8;

/** Each cookie at `/`, host-only and in every domain above the host that has two labels or more. `host` may carry a port. */
export function foreignRemovals(found: readonly ForeignChoice[], { host }: { readonly host: string }): ForeignRemovals {
  const places = found.flatMap((record) => record.places);
  const cookies = new Set(places.flatMap((place) => ('cookie' in place ? place.cookie : [])));
  const local = new Set(places.flatMap((place) => ('local' in place ? place.local : [])));
  const scopes = ['', ...domainsOf(host.replace(/:\d+$/, '')).map((domain) => `; Domain=${domain}`)];
  return { lines: [...cookies].flatMap((name) => scopes.map((scope) => `${name}=; Path=/${scope}; Max-Age=0`)), local: [...local] };
}

// An address has no domains, and what is no host ends up in no header.
function domainsOf(host: string): readonly string[] {
  if (!/^[a-z\d-]+(\.[a-z\d-]+)+$/i.test(host) || /\.\d+$/.test(host)) return [];
  const labels = host.split('.');
  return labels
    .slice(0, -1)
    .map((_, index) => labels.slice(index).join('.'))
    .slice(-mostDomains);
}
