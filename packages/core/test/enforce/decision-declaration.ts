// The declaration behind the table of decisions: one tracker for every way in which something can be declared.
import type { CookieItem, Declaration, Scope, SetWhen, StorageItem, Tracker } from '../../src/declaration/types.ts';
import { basis, day, purpose, site } from '../consent/declarations.ts';

const host = 'portal.localhost';
const here: Scope = { host, path: '/', partitioned: false };
const words = { en: 'x' };

type About = { readonly purpose: string; readonly setWhen?: SetWhen };

function about({ purpose: id, setWhen = { on: 'consent' } }: About) {
  return {
    provider: 'us',
    purposes: [id],
    locations: ['all'],
    setWhen,
    function: words,
    explanation: words,
    recipients: [],
    data: { categories: ['x'] },
  } satisfies Omit<Tracker, 'kind' | 'names'>;
}

function cookie(name: CookieItem['names'][number], item: Partial<CookieItem>, facts: About): Tracker {
  return {
    kind: 'cookie',
    names: [name],
    scopes: [here],
    secure: true,
    httpOnly: false,
    sameSite: 'lax',
    life: { kind: 'seconds', max: 30 * day, extended: false },
    ...item,
    ...about(facts),
  };
}

function stored(kind: StorageItem['kind'], name: StorageItem['names'][number], id: string): Tracker {
  return { kind, names: [name], origins: [`https://${host}`], life: { kind: 'session' }, ...about({ purpose: id }) };
}

/** Purposes: `log-in`, `choices`, `language` exempt · `visits` and `ads` consent · `counting` objectable, opt-out in California. */
export const decisionDeclaration: Declaration = {
  ...site,
  site: {
    ...site.site,
    hosts: [host],
    choiceScope: here,
    locations: { all: { label: words, match: { hosts: [host] } } },
  },
  purposes: {
    'log-in': purpose(1, 'exempt', { category: 'necessary' }),
    choices: purpose(2, 'exempt', { category: 'necessary' }),
    language: purpose(3, 'exempt', { category: 'preferences' }),
    visits: purpose(4, 'consent', { revision: 2 }),
    ads: purpose(5, 'consent', { category: 'marketing' }),
    counting: purpose(6, { default: basis('objectable'), 'us-ca': basis('opt-out'), 'au-qld': basis('notice') }),
  },
  trackers: {
    sessionid: cookie(
      { exact: 'sessionid' },
      { httpOnly: true },
      { purpose: 'log-in', setWhen: { on: 'log-in', requests: [{ hosts: [host], paths: ['/login'], methods: ['POST'] }] } },
    ),
    csrftoken: cookie(
      { exact: 'csrftoken' },
      {},
      { purpose: 'log-in', setWhen: { on: 'form', requests: [{ hosts: [host], paths: ['/login', '/back/*'] }] } },
    ),
    django_language: cookie(
      { exact: 'django_language' },
      {},
      { purpose: 'language', setWhen: { on: 'language-choice', requests: [{ hosts: [host], paths: ['/setlang'] }] } },
    ),
    cookies_preferences: cookie({ exact: 'cookies_preferences' }, {}, { purpose: 'choices', setWhen: { on: 'choice' } }),
    visit: cookie({ exact: 'visit' }, { life: { kind: 'session' } }, { purpose: 'log-in', setWhen: { on: 'always' } }),
    'host-id': cookie({ exact: '__Host-id' }, {}, { purpose: 'log-in', setWhen: { on: 'always' } }),
    pk: cookie({ prefix: '_pk_' }, {}, { purpose: 'ads' }),
    'pk-id': cookie({ prefix: '_pk_id.' }, {}, { purpose: 'visits' }),
    'pk-odd': cookie({ exact: '_pk_id.odd' }, {}, { purpose: 'log-in' }),
    shard: cookie({ prefix: '_sh_', suffix: '_v1' }, {}, { purpose: 'visits' }),
    _ga: cookie({ exact: '_ga' }, { scopes: [{ domain: host, path: '/', partitioned: false }] }, { purpose: 'visits' }),
    app: cookie(
      { exact: 'app' },
      { scopes: [{ host, path: '/app', partitioned: false }] },
      { purpose: 'log-in', setWhen: { on: 'always' } },
    ),
    chips: cookie(
      { exact: 'chips' },
      { scopes: [{ host: 'tracker.localhost', path: '/', partitioned: true }], sameSite: 'none' },
      { purpose: 'ads' },
    ),
    both: { ...cookie({ exact: 'both' }, {}, { purpose: 'visits' }), purposes: ['visits', 'ads'] },
    theme: stored('local', { exact: 'theme' }, 'language'),
    amp: stored('local', { prefix: 'amp_' }, 'visits'),
    tab: stored('session', { exact: 'tab' }, 'visits'),
    tiles: stored('indexed-db', { exact: 'tiles' }, 'ads'),
    pixel: {
      kind: 'request',
      match: { hosts: ['tracker.localhost'], paths: ['/pixel/*'] },
      as: ['image'],
      credentials: true,
      ...about({ purpose: 'ads' }),
    },
    map: {
      kind: 'request',
      match: { hosts: ['*.embed.localhost'] },
      as: ['frame', 'script'],
      credentials: false,
      ...about({ purpose: 'visits' }),
    },
    collector: {
      kind: 'request',
      match: { hosts: [host], paths: ['/collect'], methods: ['POST'] },
      as: ['connect'],
      credentials: false,
      ...about({ purpose: 'counting' }),
    },
  },
};
