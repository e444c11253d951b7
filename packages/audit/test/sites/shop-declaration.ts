// The declaration of the test shop: every moment, a consent cookie, a consent-gated request, a declared storage item.
import type { Because, Declaration, Identified, Purpose, Text, Tracker } from '@candor/core';

const because: Because = { source: 'Directive 2002/58/EC Article 5(3)', asOf: '2026-11-23', verified: false };
const text = (en: string): Text => ({ en });
const day = 86_400;

function purpose(number: number, exempt: boolean): Purpose {
  return {
    number,
    revision: 1,
    category: exempt ? 'necessary' : 'marketing',
    name: text(`Purpose ${number}`),
    text: text('What it is for'),
    consequence: text('What refusing costs'),
    basis: { default: exempt ? { kind: 'exempt', ground: 'requested-service', because } : { kind: 'consent' } },
  };
}

const described = {
  provider: 'shop',
  locations: ['front'],
  function: text('Function'),
  explanation: text('Explanation'),
  recipients: [],
  data: { categories: ['Name'] },
} as const;

const here = { host: 'shop.localhost', path: '/', partitioned: false } as const;

const trackers: { readonly [id: string]: Tracker } = {
  sessionid: {
    ...described,
    kind: 'cookie',
    names: [{ exact: 'sessionid' }],
    scopes: [here],
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    life: { kind: 'seconds', max: 14 * day, extended: false },
    purposes: ['shop'],
    setWhen: { on: 'log-in', requests: [{ hosts: ['shop.localhost'], paths: ['/login'], methods: ['POST'] }] },
  },
  csrftoken: {
    ...described,
    kind: 'cookie',
    names: [{ exact: 'csrftoken' }],
    scopes: [here],
    secure: true,
    httpOnly: false,
    sameSite: 'lax',
    life: { kind: 'seconds', max: 100 * day, extended: true },
    purposes: ['shop'],
    setWhen: { on: 'form', requests: [{ hosts: ['shop.localhost'], paths: ['/login'] }] },
  },
  language: {
    ...described,
    kind: 'cookie',
    names: [{ exact: 'language' }],
    scopes: [here],
    secure: true,
    httpOnly: false,
    sameSite: 'lax',
    life: { kind: 'seconds', max: 365 * day, extended: false },
    purposes: ['shop'],
    setWhen: { on: 'language-choice', requests: [{ hosts: ['shop.localhost'], paths: ['/language'], methods: ['POST'] }] },
  },
  cookies_preferences: {
    ...described,
    kind: 'cookie',
    names: [{ exact: 'cookies_preferences' }],
    scopes: [here],
    secure: true,
    httpOnly: false,
    sameSite: 'lax',
    life: { kind: 'seconds', max: 182 * day, extended: false },
    purposes: ['shop'],
    setWhen: { on: 'choice' },
  },
  promo: {
    ...described,
    kind: 'cookie',
    names: [{ exact: 'promo' }],
    scopes: [here],
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    life: { kind: 'seconds', max: 30 * day, extended: false },
    purposes: ['offers'],
    setWhen: { on: 'consent' },
  },
  'offers-frame': {
    ...described,
    kind: 'request',
    match: { hosts: ['offers.localhost'], paths: ['/frame'] },
    as: ['frame'],
    credentials: true,
    purposes: ['offers'],
    setWhen: { on: 'consent' },
  },
  offers_visitor: {
    ...described,
    kind: 'cookie',
    names: [{ exact: 'offers_visitor' }],
    scopes: [{ host: 'offers.localhost', path: '/', partitioned: false }],
    secure: true,
    httpOnly: true,
    sameSite: 'none',
    life: { kind: 'seconds', max: 30 * day, extended: false },
    purposes: ['offers'],
    setWhen: { on: 'consent' },
  },
  newsletter: {
    ...described,
    kind: 'cookie',
    names: [{ exact: 'newsletter' }],
    scopes: [here],
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    life: { kind: 'session' },
    purposes: ['shop'],
    setWhen: { on: 'form', requests: [{ hosts: ['shop.localhost'], paths: ['/newsletter'], methods: ['POST'] }] },
  },
};

const declaration: Declaration = {
  language: 1,
  version: '1.0.0',
  date: '2026-11-23',
  languages: ['en'],
  site: {
    name: text('Shop'),
    hosts: ['shop.localhost'],
    prefix: '/cookies',
    timeZone: 'Etc/UTC',
    choiceScope: here,
    locations: { front: { label: text('front office'), match: { hosts: ['shop.localhost'] } } },
  },
  profiles: { default: 'eu-base', offered: ['eu-base'] },
  controller: { provider: 'shop', address: 'Somewhere', contact: 'shop@example.org', hostingCountry: 'FR' },
  providers: { shop: { name: 'Shop', country: 'FR', role: 'controller' } },
  purposes: { shop: purpose(1, true), offers: purpose(2, false) },
  trackers,
  scripts: { inline: 'unsafe-inline', hashes: [] },
  policy: { parts: [] },
  notice: {
    texts: {},
    theme: 'plain',
    onGrant: 'reload',
    onWithdraw: 'reload',
    choiceLife: { default: 182 * day },
    askAgainAfter: { default: 182 * day },
  },
  signals: { gpc: { default: 'record-only' }, projections: [] },
};

/** The shop's declaration. */
export const shopDeclaration: Identified = { declaration, id: '5'.repeat(64) };
