// Language version 1, described once. `types.ts` says the same to the compiler; the checker and the JSON Schema read this.
import * as grammar from './grammar.ts';
import type { FieldsShape, Shape } from './shape.ts';
import { choice, fields, integer, list, literal, record, reference } from './shape.ts';
import type { ForeignTool, GoogleConsentType, ProfileId } from './types.ts';

/** Every profile there is. */
export const profileIds: readonly ProfileId[] = [
  'eu-base',
  'fr',
  'it',
  'es',
  'de',
  'nl',
  'uk',
  'us-ca',
  'us-other',
  'ca-qc',
  'br',
  'au-qld',
  'au-fed',
  'eu-omnibus-draft',
];
const foreignTools: readonly ForeignTool[] = ['vanilla-cookieconsent', 'klaro', 'orejime', 'tarteaucitron', 'cookiebot', 'onetrust'];
const googleConsentTypes: readonly GoogleConsentType[] = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
];
const longestLife = 100 * 366 * 86_400;
const boolean: Shape = { kind: 'boolean' };
const text: Shape = { kind: 'text', of: grammar.words, languages: grammar.languageTag };
const days = integer(0, 36_600);

function perProfile(value: Shape): FieldsShape {
  return fields({ default: value }, each(profileIds, value));
}

function each(names: readonly string[], value: Shape): FieldsShape['optional'] {
  return Object.fromEntries(names.map((name) => [name, value]));
}

function names(exact: Shape, prefix: Shape, suffix: Shape): Shape {
  return list({ kind: 'variant', cases: { exact: fields({ exact }), prefix: fields({ prefix }, { suffix }) } }, { least: 1, most: 100 });
}

const match = fields(
  { hosts: list(grammar.hostPattern, { least: 1 }) },
  { paths: list(grammar.pathPattern, { least: 1 }), methods: list(grammar.method, { least: 1, most: 20 }) },
);

const scope: Shape = {
  kind: 'variant',
  cases: {
    host: fields({ host: grammar.host, path: grammar.cookiePath, partitioned: boolean }),
    domain: fields({ domain: grammar.domain, path: grammar.cookiePath, partitioned: boolean }),
  },
};

const life: Shape = {
  kind: 'tagged',
  tag: 'kind',
  cases: {
    session: fields({ kind: literal('session') }),
    seconds: fields({ kind: literal('seconds'), max: integer(1, longestLife), extended: boolean }),
  },
};

const setWhen: Shape = {
  kind: 'tagged',
  tag: 'on',
  cases: Object.fromEntries([
    ...['always', 'choice', 'consent'].map((on) => [on, fields({ on: literal(on) })] as const),
    ...['log-in', 'language-choice', 'form', 'action'].map(
      (on) => [on, fields({ on: literal(on), requests: list(match, { least: 1, most: 100 }) })] as const,
    ),
  ]),
};

const who: FieldsShape['required'] = {
  provider: reference('providers'),
  purposes: list(reference('purposes'), { least: 1 }),
  locations: list(reference('locations'), { least: 1 }),
  setWhen,
  function: text,
  explanation: text,
  recipients: list(reference('providers')),
  data: fields({ categories: list(grammar.line, { most: 100 }) }, { retentionDays: days }),
};

const storageKinds = ['local', 'session', 'indexed-db', 'cache', 'opfs', 'service-worker'];
const requestUses = ['script', 'image', 'frame', 'connect', 'style', 'font', 'media', 'worker'];

const tracker: Shape = {
  kind: 'tagged',
  tag: 'kind',
  cases: {
    cookie: fields({
      kind: literal('cookie'),
      names: names(grammar.cookieName, grammar.cookiePrefix, grammar.cookieSuffix),
      scopes: list(scope, { least: 1, most: 100 }),
      secure: boolean,
      httpOnly: boolean,
      sameSite: choice('strict', 'lax', 'none'),
      life,
      ...who,
    }),
    ...Object.fromEntries(storageKinds.map((kind) => [kind, storage(kind)] as const)),
    request: fields({
      kind: literal('request'),
      match,
      as: list(choice(...requestUses), { least: 1 }),
      credentials: boolean,
      ...who,
    }),
  },
};

function storage(kind: string): FieldsShape {
  return fields({
    kind: literal(kind),
    names: names(grammar.storageName, grammar.storagePrefix, grammar.storageName),
    origins: list(grammar.origin, { least: 1 }),
    life,
    ...who,
  });
}

const because = fields({ source: grammar.line, asOf: grammar.date, verified: boolean });

const basis: Shape = {
  kind: 'tagged',
  tag: 'kind',
  cases: Object.fromEntries([
    ['consent', fields({ kind: literal('consent') })] as const,
    ...['exempt', 'objectable', 'opt-out', 'notice'].map(
      (kind) => [kind, fields({ kind: literal(kind), ground: grammar.line, because })] as const,
    ),
  ]),
};

const purpose = fields(
  {
    number: integer(1, 9999),
    revision: integer(1, 9999),
    category: choice('necessary', 'preferences', 'statistics', 'marketing'),
    name: text,
    text,
    consequence: text,
    basis: perProfile(basis),
  },
  { profiling: text },
);

const provider = fields(
  { name: grammar.line, country: grammar.country, role: choice('controller', 'processor', 'joint', 'third') },
  { policy: grammar.link, safeguard: text },
);

const value = grammar.themeValue;
const looks: FieldsShape['optional'] = { button: value, buttonText: value, edge: value, border: value, radius: value, font: value };
const answerLook = fields({}, looks);
const themeDraft = fields({}, { paper: value, ink: value, soft: value, line: value, ...looks, accept: answerLook, reject: answerLook });

/** The whole declaration. */
export const declarationShape: FieldsShape = fields(
  {
    language: literal(1),
    version: grammar.version,
    date: grammar.date,
    languages: list(grammar.languageTag, { least: 1, most: 100 }),
    site: fields(
      {
        name: text,
        hosts: list(grammar.host, { least: 1 }),
        prefix: grammar.prefix,
        timeZone: grammar.timeZone,
        choiceScope: scope,
        locations: record(fields({ label: text, match }), grammar.id, { least: 1, most: 100 }),
      },
      { shared: list(match, { most: 100 }) },
    ),
    profiles: fields({ default: choice(...profileIds), offered: list(choice(...profileIds), { least: 1 }) }),
    controller: fields(
      {
        provider: reference('providers'),
        address: grammar.words,
        contact: grammar.line,
        hostingCountry: grammar.country,
      },
      { dpo: grammar.line, representative: grammar.line },
    ),
    providers: record(provider, grammar.id),
    purposes: record(purpose, grammar.id),
    trackers: record(tracker, grammar.trackerId, { most: 5000 }),
    scripts: fields({
      inline: choice('hashes', 'origin-nonce', 'unsafe-inline'),
      hashes: list(fields({ sha256: grammar.scriptHash, purposes: list(reference('purposes')) }, { gated: literal(true) })),
    }),
    policy: fields(
      { parts: list(fields({ paragraphs: list(text, { most: 100, repeats: true }) }, { heading: text }), { most: 100, repeats: true }) },
      {
        tableHeading: text,
        columns: list(choice('provider', 'function', 'name', 'purposes', 'duration', 'when', 'party', 'kind', 'recipients', 'basis'), {
          least: 1,
        }),
      },
    ),
    notice: fields({
      texts: record(text, grammar.wordKey),
      theme: { kind: 'either', string: grammar.token, object: themeDraft },
      onGrant: choice('live', 'reload'),
      onWithdraw: choice('sweep', 'reload'),
      choiceLife: perProfile(integer(1, longestLife)),
      askAgainAfter: perProfile(integer(0, longestLife)),
    }),
    signals: fields(
      {
        gpc: perProfile(choice('opt-out', 'deny-unless-chosen', 'record-only')),
        projections: list(grammar.token, { most: 100 }),
      },
      {
        googleConsentMode: fields(
          {},
          { purposes: fields({}, each(googleConsentTypes, list(reference('purposes')))), waitForUpdate: integer(0, 60_000) },
        ),
      },
    ),
  },
  {
    supersedes: grammar.declarationId,
    measurement: fields({
      purpose: reference('purposes'),
      tier: perProfile(choice('A', 'B', 'C', 'none')),
      dimensions: list(grammar.token, { most: 100 }),
      k: integer(1, 1_000_000),
      retentionDays: days,
    }),
    switching: fields({}, each(foreignTools, record(list(reference('purposes')), grammar.line))),
    log: fields({ origin: grammar.logOrigin, keys: list(grammar.logKey, { least: 1, most: 100 }) }),
  },
);

/** Shapes that stand in several places, by the name they have in the JSON Schema. */
export const namedShapes: { readonly [name: string]: Shape } = {
  ...grammar,
  text,
  match,
  scope,
  life,
  setWhen,
  because,
  basis,
  purpose,
  provider,
  tracker,
  answerLook,
  themeDraft,
};
