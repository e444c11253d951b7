// One small lawful draft, shared by the type test and the run-time test of the same wrong shapes.

/** Every part but the trackers. */
export const draft = {
  language: 1,
  version: '1',
  date: '2026-07-01',
  languages: ['en'],
  site: {
    name: { en: 'Portal' },
    hosts: ['portal.localhost'],
    prefix: '/cookies',
    timeZone: 'UTC',
    choiceScope: { host: 'portal.localhost', path: '/', partitioned: false },
    locations: { front: { label: { en: 'front office' }, match: { hosts: ['portal.localhost'] } } },
  },
  profiles: { default: 'eu-base', offered: ['eu-base'] },
  controller: { provider: 'city', address: 'Town Square 1', contact: 'privacy@city.example', hostingCountry: 'FR' },
  providers: { city: { name: 'City', country: 'FR', role: 'controller' } },
  purposes: {
    choices: {
      number: 1,
      revision: 1,
      category: 'necessary',
      name: { en: 'Choices' },
      text: { en: 'Remembers your choices.' },
      consequence: { en: 'You would be asked on every page.' },
      basis: { default: { kind: 'consent' } },
    },
  },
  scripts: { inline: 'hashes', hashes: [] },
  policy: { parts: [] },
  notice: { texts: {}, theme: 'plain', onGrant: 'live', onWithdraw: 'sweep', choiceLife: { default: 1 }, askAgainAfter: { default: 1 } },
  signals: { gpc: { default: 'opt-out' }, projections: [] },
} as const;

/** A lawful cookie. */
export const cookie = {
  kind: 'cookie',
  names: [{ exact: 'cookies_preferences' }],
  scopes: [{ host: 'portal.localhost', path: '/', partitioned: false }],
  secure: true,
  httpOnly: false,
  sameSite: 'lax',
  life: { kind: 'session' },
  provider: 'city',
  purposes: ['choices'],
  locations: ['front'],
  setWhen: { on: 'choice' },
  function: { en: 'Choices' },
  explanation: { en: 'To remember the choices' },
  recipients: [],
  data: { categories: [] },
} as const;

/** The cookie again, but not secure. */
export const plain = { ...cookie, secure: false } as const;

/** Scopes that break a rule together with some name or flag. */
export const scopes = {
  domain: [{ domain: 'city.example', path: '/', partitioned: false }],
  deep: [{ host: 'portal.localhost', path: '/deep', partitioned: false }],
  partitioned: [{ host: 'portal.localhost', path: '/', partitioned: true }],
} as const;

/** What web storage has in place of a cookie's fields. */
export const storage = {
  kind: 'local',
  names: [{ exact: 'theme' }],
  origins: ['https://portal.localhost'],
  life: { kind: 'session' },
  provider: 'city',
  purposes: ['choices'],
  locations: ['front'],
  setWhen: { on: 'choice' },
  function: { en: 'Theme' },
  explanation: { en: 'To remember the theme' },
  recipients: [],
  data: { categories: [] },
} as const;
