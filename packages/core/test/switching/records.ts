// Records as the tools write them: values of cookies as browsers send them, values of localStorage as they lie there.
// Ids of visitors are made up.
import type { ForeignSource } from '../../src/switching/read-foreign-choices.ts';

const uuid = '00000000-0000-4000-8000-000000000000';

export const vanilla3 = encodeURIComponent(
  JSON.stringify({
    categories: ['necessary', 'analytics'],
    revision: 0,
    data: null,
    consentTimestamp: '2026-01-10T19:02:36.823Z',
    consentId: uuid,
    services: { necessary: [], analytics: [], advertising: [] },
    languageCode: 'en',
    lastConsentTimestamp: '2026-02-01T00:00:00.000Z',
    expirationTime: 1_785_542_400_000,
  }),
);

export const vanilla3Services = JSON.stringify({
  categories: ['necessary', 'analytics'],
  revision: 1,
  data: null,
  consentTimestamp: '2026-01-10T19:02:36.823Z',
  consentId: uuid,
  services: { necessary: ['session'], analytics: ['ga4'], marketing: [] },
  lastConsentTimestamp: '2026-01-10T19:02:36.823Z',
});

/** Version 2 without `use_rfc_cookie`: nothing is encoded. */
export const vanilla2 = `{"categories":["necessary"],"level":["necessary"],"revision":0,"data":null,"rfc_cookie":false,"consent_date":"2026-01-10T08:45:11.101Z","consent_uuid":"${uuid}","last_consent_update":"2026-01-11T08:45:11.101Z"}`;

export const klaro = '%7B%22klaro%22%3Atrue%2C%22cms%22%3Atrue%2C%22adsense%22%3Afalse%2C%22matomo%22%3Atrue%7D';

/** js-cookie leaves colons and braces as they are. */
export const orejime = '{%22matomo%22:true%2C%22social-networks%22:false}';

export const tarteaucitron = '!id=a5c8155833511d18-109da518!gtag=false!matomo=true!youtube=wait';

export const cookiebot =
  '{stamp:%27G+6rYDfrzwrZItFRfHCbe8iQIFLhMDCgjBS+/Oq/gZe0Lovh65ODgg==%27%2Cnecessary:true%2Cpreferences:false%2Cstatistics:true%2Cmarketing:false%2Cmethod:%27explicit%27%2Cver:1%2Cutc:1767225600123%2Cregion:%27de%27}';

export const cookiebotImplied =
  '{stamp:%27-1%27%2Cnecessary:true%2Cpreferences:true%2Cstatistics:true%2Cmarketing:true%2Cmethod:%27implied%27%2Cver:1%2Cutc:1767225600123%2Cregion:%27CN%27}';

export const oneTrust = `isGpcEnabled=0&datestamp=Thu+Jan+01+2026+12%3A35%3A32+GMT%2B0100+(Central+European+Standard+Time)&version=202409.1.0&browserGpcFlag=0&isIABGlobal=false&hosts=&consentId=${uuid}&interactionCount=1&landingPath=NotLandingPage&groups=C0001%3A1%2CC0002%3A0%2CC0003%3A1%2CC0004%3A0&geolocation=AT%3B9&AwaitingReconsent=false`;
export const oneTrustClosed = '2026-01-01T01:19:03.120Z';

export function cookies(values: { readonly [name: string]: string }): ForeignSource {
  return { cookies: Object.entries(values).map(([name, value]) => ({ name, value })) };
}

export function local(values: { readonly [key: string]: string }): ForeignSource {
  return { cookies: [], local: (key) => (Object.hasOwn(values, key) ? (values[key] ?? null) : null) };
}
