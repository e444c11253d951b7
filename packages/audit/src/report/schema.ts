// The JSON Schema of the report. Each object is written against its type, so that a member that is added or made optional in
// one and not in the other does not compile.
import type { HeldCookie, HeldName, Moment, RefusedCookie } from '../collect/observation.ts';
import type { JsonShape } from './json-shape.ts';
import type {
  Acceptance,
  AuditReport,
  BrowserReport,
  EvidenceSetter,
  Finding,
  FindingEvidence,
  FindingItem,
  LawReference,
  StateReport,
  TruthGap,
  UnmetAcceptance,
} from './report.ts';
import { severities } from './report.ts';
import { phaseWords, stateNames } from './words.ts';

type OptionalKeys<T> = { [K in keyof T]-?: Record<string, never> extends Pick<T, K> ? K : never }[keyof T];

// Keys in `optional` may be absent, all others must be there.
function members<T extends object>(
  description: string,
  properties: { readonly [K in keyof T]-?: JsonShape },
  optional: { readonly [K in OptionalKeys<T>]: true },
): JsonShape {
  const required = Object.keys(properties).filter((name) => !Object.hasOwn(optional, name));
  return { type: 'object', description, properties, required };
}

const text: JsonShape = { type: 'string' };
const flag: JsonShape = { type: 'boolean' };
const number: JsonShape = { type: 'integer', minimum: 0 };
const place: JsonShape = { type: 'integer', minimum: 1 };
const time: JsonShape = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}' };
const day: JsonShape = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const fingerprint: JsonShape = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const severity: JsonShape = { enum: severities };
const state: JsonShape = { enum: Object.keys(stateNames) };
const phase: JsonShape = { enum: Object.keys(phaseWords) };
const listOf = (items: JsonShape): JsonShape => ({ type: 'array', items });
const named = (name: string): JsonShape => ({ $ref: `#/$defs/${name}` });

const store: JsonShape = { enum: ['local', 'session', 'indexed-db', 'cache', 'opfs', 'service-worker'] };

const item = members<FindingItem>('What a finding is about', { kind: text, name: text, host: text }, { host: true });

const cookie = members<HeldCookie>(
  'A cookie as the browser holds it, without its value',
  {
    name: text,
    domain: text,
    path: text,
    partition: { type: ['string', 'null'] },
    secure: flag,
    httpOnly: flag,
    sameSite: { enum: ['strict', 'lax', 'none'] },
    expires: { type: ['number', 'null'], description: 'Unix seconds; null for a session' },
  },
  {},
);

const setter = members<EvidenceSetter>(
  'Who did it',
  {
    kind: { enum: ['http-response', 'script', 'markup', 'unknown'] },
    url: text,
    line: place,
    column: place,
    stack: listOf(text),
    method: text,
    status: number,
    redirectTo: text,
    causedBy: text,
  },
  { line: true, column: true, stack: true, method: true, status: true, redirectTo: true, causedBy: true },
);

const evidence = members<FindingEvidence>(
  'When, where and by whom',
  { at: time, page: text, phase, setter, setAt: time, request: text, cookie: named('cookie'), sightings: place },
  { setAt: true, request: true, cookie: true },
);

const acceptance = members<Acceptance>(
  'What the baseline says of it',
  { reason: text, expires: day, status: { enum: ['holds', 'expired'] } },
  {},
);

const known = members<NonNullable<Finding['known']>>(
  'What the catalog knows under this name',
  { provider: text, category: text, source: text, verified: flag },
  {},
);

const finding = members<Finding>(
  'One thing that contradicts the declaration',
  {
    rule: text,
    severity,
    state,
    states: listOf(state),
    item: named('item'),
    tracker: { type: ['string', 'null'] },
    message: text,
    evidence,
    fingerprint,
    hint: text,
    known,
    snippet: text,
    certainty: { enum: ['certain', 'likely', 'contested'] },
    law: listOf(members<LawReference>('Where it is written', { ref: text, region: text, date: text }, {})),
    firstSeen: time,
    lastSeen: time,
    acceptance,
  },
  { known: true, snippet: true, certainty: true, law: true, firstSeen: true, lastSeen: true, acceptance: true },
);

const moment = members<Moment>('When and on which page', { state, phase, page: text, at: number }, {});

const visit = members<StateReport['pages'][number]>('A page', { url: text, status: { type: ['integer', 'null'] }, phase }, {});

const stateReport = members<StateReport>(
  'One state of the visit',
  {
    state,
    status: { enum: ['exercised', 'not-exercised', 'incomplete'] },
    note: { type: ['string', 'null'] },
    pages: listOf(visit),
    requests: number,
    otherHosts: listOf(text),
    cookies: listOf(named('cookie')),
    storage: listOf(members<HeldName>('A name in a store', { store, origin: text, name: text }, {})),
    refused: listOf(members<RefusedCookie>('A cookie that was not stored', { moment, name: text, url: text, reasons: listOf(text) }, {})),
    outOfReach: listOf(named('item')),
    durationMs: number,
  },
  {},
);

const browser = members<BrowserReport>(
  'The browser that was used; null where there was none',
  {
    version: { type: ['string', 'null'] },
    source: { type: ['string', 'null'] },
    sandbox: { type: ['boolean', 'null'] },
    canary: { type: ['boolean', 'null'] },
  },
  {},
);

const gap = members<TruthGap>(
  'Declared and observed, apart',
  { declaredNotObserved: listOf(text), notExercised: listOf(text), observedNotDeclared: listOf(text) },
  {},
);

const unmet = members<UnmetAcceptance>(
  'An accepted finding that was not met',
  { fingerprint, rule: text, item: named('item'), expires: day, status: { enum: ['unused', 'unseen'] } },
  {},
);

/** JSON Schema, draft 2020-12, of an audit's report in version 1. Members may be added to it; none is renamed or taken away. */
export const auditReportSchema: JsonShape = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Candor audit report, version 1',
  ...members<AuditReport>(
    'An audit. `clean` is only said of one that saw everything it was asked to see',
    {
      v: { const: 1 },
      url: text,
      declaration: { type: ['string', 'null'] },
      startedAt: time,
      durationMs: number,
      profile: text,
      browser,
      states: listOf(stateReport),
      findings: listOf(finding),
      gap,
      conclusion: { enum: ['clean', 'findings', 'inconclusive'] },
      reasons: listOf(text),
      preset: members<NonNullable<AuditReport['preset']>>('Which rules counted', { id: text, leftOut: number }, {}),
      baselineUnmet: listOf(unmet),
    },
    { preset: true, baselineUnmet: true },
  ),
  $defs: { item, cookie },
};
