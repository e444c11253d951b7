import type { Exchange } from './http/exchange.ts';
import type { Additions } from './pages/view.ts';
import { noAdditions } from './pages/view.ts';
import type { Route } from './routes/portal-context.ts';

export type BannerOnly = { readonly route: Route; readonly additions: (exchange: Exchange) => Additions };

export function createBannerOnly(_now: () => Date): BannerOnly {
  return { route: () => null, additions: () => noAdditions };
}
