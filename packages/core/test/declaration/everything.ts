// A declaration with every field and every case the language has, written against the types.
import type { Because, CookieItem, Declaration, PerProfile, StorageItem, Text, Tracker } from '../../src/declaration/types.ts';

const text: Text = { en: 'Words' };
const because: Because = { source: 'https://law.example', asOf: '2026-07-01', verified: true };
const match = { hosts: ['a.test'], paths: ['/a*'], methods: ['GET'] };

function perProfile<T>(value: T): Required<PerProfile<T>> {
  const own = { 'eu-base': value, fr: value, it: value, es: value, de: value, nl: value, uk: value };
  const far = { 'us-ca': value, 'us-other': value, 'ca-qc': value, br: value, 'au-qld': value, 'au-fed': value };
  return { default: value, ...own, ...far, 'eu-omnibus-draft': value };
}

const who = {
  provider: 'city',
  purposes: ['a'],
  locations: ['front'],
  function: text,
  explanation: text,
  recipients: ['city'],
  data: { categories: ['name'], retentionDays: 1 },
} as const;
const life = { kind: 'seconds', max: 1, extended: false } as const;

function cookie(sameSite: CookieItem['sameSite'], setWhen: Tracker['setWhen']): Tracker {
  const scopes = [
    { host: 'a.test', path: '/', partitioned: true },
    { domain: 'a.test', path: '/a', partitioned: false },
  ] as const;
  const names = [{ exact: sameSite }, { prefix: `${sameSite}-${setWhen.on}`, suffix: 'x' }] as const;
  return { kind: 'cookie', names, scopes, secure: true, httpOnly: true, sameSite, life, ...who, setWhen };
}

function storage(kind: StorageItem['kind']): Tracker {
  const names = [{ exact: 'a' }, { prefix: 'ab', suffix: 'c' }] as const;
  return { kind, names, origins: ['https://a.test:8443'], life: { kind: 'session' }, ...who, setWhen: { on: 'consent' } };
}

const uses = ['script', 'image', 'frame', 'connect', 'style', 'font', 'media', 'worker'] as const;

function purpose(number: number, category: Declaration['purposes'][string]['category'], basis: Declaration['purposes'][string]['basis']) {
  return { number, revision: 1, category, name: text, text, consequence: text, profiling: text, basis };
}

const ground = { ground: 'Ground', because };

/** Everything at once. */
export const everything: Declaration = {
  language: 1,
  version: '1',
  date: '2026-07-01',
  supersedes: '0'.repeat(64),
  languages: ['en'],
  site: {
    name: text,
    hosts: ['a.test'],
    prefix: '/cookies',
    timeZone: 'UTC',
    choiceScope: { domain: 'a.test', path: '/', partitioned: false },
    locations: { front: { label: text, match } },
    shared: [match],
  },
  profiles: {
    default: 'eu-base',
    offered: ['eu-base', 'fr', 'it', 'es', 'de', 'nl', 'uk', 'us-ca', 'us-other', 'ca-qc', 'br', 'au-qld', 'au-fed', 'eu-omnibus-draft'],
  },
  controller: {
    provider: 'city',
    address: 'Square',
    contact: 'a@a.test',
    dpo: 'b@a.test',
    representative: 'c@a.test',
    hostingCountry: 'FR',
  },
  providers: {
    city: { name: 'City', country: 'FR', role: 'controller', policy: 'https://a.test/', safeguard: text },
    two: { name: 'Two', country: 'FR', role: 'processor' },
    three: { name: 'Three', country: 'FR', role: 'joint' },
    four: { name: 'Four', country: 'FR', role: 'third' },
  },
  purposes: {
    a: purpose(1, 'necessary', perProfile({ kind: 'exempt', ...ground })),
    b: purpose(2, 'preferences', perProfile({ kind: 'consent' })),
    c: purpose(3, 'statistics', perProfile({ kind: 'objectable', ...ground })),
    d: purpose(4, 'marketing', perProfile({ kind: 'opt-out', ...ground })),
    e: purpose(5, 'marketing', perProfile({ kind: 'notice', ...ground })),
  },
  trackers: {
    one: cookie('strict', { on: 'always' }),
    two: cookie('lax', { on: 'choice' }),
    three: cookie('none', { on: 'log-in', requests: [match] }),
    four: cookie('lax', { on: 'language-choice', requests: [match] }),
    five: cookie('lax', { on: 'form', requests: [match] }),
    six: cookie('lax', { on: 'action', requests: [match] }),
    local: storage('local'),
    session: storage('session'),
    database: storage('indexed-db'),
    cache: storage('cache'),
    files: storage('opfs'),
    worker: storage('service-worker'),
    request: { kind: 'request', match, as: uses, credentials: true, ...who, setWhen: { on: 'consent' } },
  },
  scripts: { inline: 'hashes', hashes: [{ sha256: `${'A'.repeat(43)}=`, purposes: ['a'], gated: true }] },
  policy: { parts: [{ heading: text, paragraphs: [text] }], tableHeading: text, columns: ['provider', 'name'] },
  notice: {
    texts: { title: text },
    theme: {
      paper: '#fff',
      ink: '#000',
      soft: '#555',
      line: '#ccc',
      button: '#000',
      buttonText: '#fff',
      edge: '#000',
      border: '1px',
      radius: '4px',
      font: 'serif',
      accept: { button: '#000', buttonText: '#fff', edge: '#000', border: '1px', radius: '4px', font: 'serif' },
      reject: { button: '#000', buttonText: '#fff', edge: '#000', border: '1px', radius: '4px', font: 'serif' },
    },
    onGrant: 'live',
    onWithdraw: 'sweep',
    choiceLife: perProfile(1),
    askAgainAfter: perProfile(0),
  },
  measurement: { purpose: 'c', tier: perProfile('A' as const), dimensions: ['page'], k: 1, retentionDays: 0 },
  signals: {
    gpc: perProfile('opt-out' as const),
    projections: ['tcf'],
    googleConsentMode: {
      purposes: {
        ad_storage: ['d', 'e'],
        ad_user_data: ['d'],
        ad_personalization: ['d'],
        analytics_storage: ['c'],
        functionality_storage: ['b'],
        personalization_storage: ['b'],
        security_storage: ['a'],
      },
      waitForUpdate: 500,
    },
  },
  switching: {
    'vanilla-cookieconsent': { ads: ['d'] },
    klaro: { matomo: ['c'], 'Session cookie': [] },
    orejime: { matomo: ['c'] },
    tarteaucitron: { gtag: ['c', 'd'] },
    cookiebot: { statistics: ['c'] },
    onetrust: { C0002: ['c'] },
  },
  log: { origin: 'a.test/log', keys: ['a.test/log+00000000+AAAA'] },
};
