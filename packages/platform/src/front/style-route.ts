// The stylesheet under its hash.
import { respond } from '../http/respond.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';

/** The one asset there is. */
export function createStyleRoutes(site: Site): readonly Route[] {
  const headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };
  const answer = () => respond(site.stylesheet.body, 'text/css; charset=utf-8', { headers });
  return [{ method: 'GET', path: site.stylesheet.path, personal: false, answer }];
}
