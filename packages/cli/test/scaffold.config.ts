import { defineDeclaration } from 'candor';

// What this site stores on devices and reads from them, written once. Policy, question, guard and audit follow from it.
// Next: replace what is in CAPITALS and the countries, then run `npx candor check`.
export default defineDeclaration({
  language: 1,
  version: '1',
  date: '2026-01-01',
  languages: ['en'],
  site: {
    name: { en: 'example.org' },
    hosts: ['example.org'],
    prefix: '/cookies',
    timeZone: 'UTC',
    choiceScope: { host: 'example.org', path: '/', partitioned: false },
    locations: {
      front: { label: { en: 'front office' }, match: { hosts: ['example.org'], paths: ['/*'] } },
    },
  },
  profiles: { default: 'eu-base', offered: ['eu-base'] },
  controller: {
    provider: 'us',
    address: 'STREET, TOWN, COUNTRY',
    contact: 'EMAIL ADDRESS OR FORM',
    hostingCountry: 'FR', // two letters, ISO 3166
  },
  providers: {
    us: { name: 'YOUR ORGANISATION', country: 'FR', role: 'controller' },
  },
  purposes: {
    platform: {
      number: 1,
      revision: 1,
      category: 'necessary',
      name: { en: 'What the site needs to work' },
      text: { en: 'Keeps what you asked the site to keep.' },
      consequence: { en: 'The site cannot work without it.' },
      basis: {
        default: {
          kind: 'exempt',
          ground: 'requested-service',
          because: { source: 'Directive 2002/58/EC, Article 5(3)', asOf: '2026-01-01', verified: true },
        },
      },
    },
  },
  trackers: {
    cookies_preferences: {
      kind: 'cookie',
      names: [{ exact: 'cookies_preferences' }],
      scopes: [{ host: 'example.org', path: '/', partitioned: false }],
      secure: true,
      httpOnly: false,
      sameSite: 'lax',
      life: { kind: 'seconds', max: 15_552_000, extended: false },
      provider: 'us',
      purposes: ['platform'],
      locations: ['front'],
      setWhen: { on: 'choice' },
      function: { en: 'Choices related to your cookie preferences' },
      explanation: { en: "To remember the visitor's cookie preferences" },
      recipients: [],
      data: { categories: ['choices'] },
    },
  },
  scripts: { inline: 'hashes', hashes: [] },
  policy: { parts: [] },
  notice: {
    texts: {},
    theme: 'default',
    onGrant: 'live',
    onWithdraw: 'sweep',
    choiceLife: { default: 15_552_000 },
    askAgainAfter: { default: 15_552_000 },
  },
  signals: { gpc: { default: 'deny-unless-chosen' }, projections: [] },
});
