// Whose host something is stored for or sent to: first party is the site itself, everything else is third.
import { matchHost } from '../base/match.ts';
import type { Item, Scope } from '../declaration/types.ts';

/** The hosts an item belongs to, as patterns; a cookie with a Domain reaches the domain and its sub-domains. */
export function hostsOf(item: Item): readonly string[] {
  if (item.kind === 'cookie') return unique(item.scopes.flatMap(scopeHosts));
  if (item.kind === 'request') return unique(item.match.hosts);
  return unique(item.origins.map((origin) => origin.replace(/^[a-z]+:\/\//i, '').replace(/:\d+$/, '')));
}

/** First party when every host of the item is one of the site's, a domain above one, or a sub-domain of one. */
export function partyOf(item: Item, siteHosts: readonly string[]): 'first' | 'third' {
  return hostsOf(item).every((host) => isSiteHost(host, siteHosts)) ? 'first' : 'third';
}

function scopeHosts(scope: Scope): readonly string[] {
  return 'host' in scope ? [scope.host] : [scope.domain, `*.${scope.domain}`];
}

function isSiteHost(host: string, siteHosts: readonly string[]): boolean {
  const bare = host.replace(/^\*\./, '');
  return siteHosts.some((site) => {
    const siteBare = site.replace(/^\*\./, '');
    return matchHost(site, host) || matchHost(bare, siteBare) || matchHost(`*.${bare}`, siteBare) || matchHost(`*.${siteBare}`, bare);
  });
}

function unique(hosts: readonly string[]): readonly string[] {
  return [...new Set(hosts)];
}
