// Which pages to visit: links of the same site, one of each shape first, so that five pages of a portal are not five datasets.

/** What decides the choice. `prefix` is where the declaration keeps the policy and preferences: those pages come last. */
export type Choosing = { readonly isOwnHost: (host: string) => boolean; readonly prefix: string | null };

const leaves = /log-?out|sign-?out|logoff|d[eé]connexion|delete|remove|unsubscribe/i;
const files = /\.(csv|json|jsonl|geojson|xml|rss|atom|zip|gz|tar|pdf|xlsx?|ods|docx?|odt|png|jpe?g|gif|svg|webp|mp[34]|webm|ics|txt|md)$/i;

/** The link to open next, or null. Deterministic: the least visited shape, then the order of the links. */
export function chooseNext(links: readonly string[], visited: readonly string[], choosing: Choosing): string | null {
  const seen = new Set(visited.map(addressKey));
  const visits = new Map<string, number>();
  for (const url of visited) visits.set(shapeOf(url), (visits.get(shapeOf(url)) ?? 0) + 1);
  let best: { readonly link: string; readonly cost: number } | null = null;
  for (const link of links) {
    if (seen.has(addressKey(link)) || !isWorthOpening(link, choosing)) continue;
    const cost = (visits.get(shapeOf(link)) ?? 0) + (isUnder(choosing.prefix, link) ? 1000 : 0);
    if (best === null || cost < best.cost) best = { link, cost };
  }
  return best?.link ?? null;
}

function isWorthOpening(link: string, choosing: Choosing): boolean {
  const url = new URL(link);
  return choosing.isOwnHost(url.hostname) && !leaves.test(url.pathname) && !files.test(url.pathname);
}

function isUnder(prefix: string | null, link: string): boolean {
  if (prefix === null) return false;
  const { pathname } = new URL(link);
  return pathname === prefix || pathname.startsWith(`${prefix}/`);
}

function addressKey(link: string): string {
  const url = new URL(link);
  return `${url.host}${url.pathname}${url.search}`;
}

/** `/datasets/tides?page=2` has the shape of every dataset with a query: host, first folder, depth, whether there is a query. */
function shapeOf(link: string): string {
  const url = new URL(link);
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  return `${url.host}/${segments.length > 1 ? segments[0] : segments.join('')}#${segments.length}${url.search === '' ? '' : '?'}`;
}
