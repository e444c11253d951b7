// Every peer of the bench.
import { c15t } from './c15t.ts';
import { klaro } from './klaro.ts';
import { orejime } from './orejime.ts';
import { osano } from './osano.ts';
import type { Peer } from './peer.ts';
import { reactCookieManager } from './react-cookie-manager.ts';
import { tarteaucitron } from './tarteaucitron.ts';
import { vanillaCookieConsent } from './vanilla-cookieconsent.ts';

/** In the order in which they are listed. */
export const peers: readonly Peer[] = [osano, orejime, vanillaCookieConsent, tarteaucitron, klaro, c15t, reactCookieManager];
