import type { Answer, Choice, ConsentState, ConsentTerms } from '@candor/core';
import { choiceCookieName, encodeChoice, readChoices, resolveTerms, scanCookieHeader } from '@candor/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quickConsent } from '../src/quick-consent.ts';

const now = 1_790_000_000;
const day = 86_400;

const termsOf = fc.record({
  profile: fc.constant('eu-base' as const),
  gpc: fc.constantFrom('opt-out' as const, 'deny-unless-chosen' as const, 'record-only' as const),
  choiceLife: fc.constantFrom(60, 30 * day, 180 * day),
  askAgainAfter: fc.constantFrom(60, 30 * day, 180 * day),
  promised: fc.constant(0),
  scope: fc.constant({ host: 'portal.localhost', path: '/', partitioned: false }),
  purposes: fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.record({
      number: fc.integer({ min: 0, max: 40 }),
      revision: fc.integer({ min: 1, max: 3 }),
      basis: fc.constantFrom('consent' as const, 'exempt' as const, 'objectable' as const, 'opt-out' as const, 'notice' as const),
    }),
    { noNullPrototype: true },
  ),
}) satisfies fc.Arbitrary<ConsentTerms>;

const time = fc.oneof(
  fc.integer({ min: -200 * day, max: 3 * day }).map((ago) => now + ago),
  fc.constantFrom(now, now - 60, now - 30 * day, now - 180 * day, now + day, now + day + 1, 0),
);
const answer: fc.Arbitrary<Answer> = fc
  .record(
    {
      state: fc.constantFrom('granted' as const, 'granted' as const, 'denied' as const, 'objected' as const),
      revision: fc.integer({ min: 0, max: 4 }),
      at: time,
    },
    { requiredKeys: ['state', 'revision'] },
  )
  .map((given) => given as Answer);
const numbers = fc.integer({ min: 0, max: 40 }).map(String);
const choice: fc.Arbitrary<Choice> = fc.record({
  answers: fc.dictionary(numbers, answer, { noNullPrototype: true }),
  at: time,
  declaration: fc.constantFrom('', '3fa9c1d20b7e'),
});
const kept = choice.map(encodeChoice);
/** What our own values become in somebody else's hands: cut, doubled, reordered, in capitals, with zeros before numbers. */
const spoilt = fc
  .tuple(kept, fc.nat(), fc.constantFrom('', '0', '.', '-', '_', 'G', 'Z', 'z', ' ', '=', '%', 'é', '00', '-6G1', '.6G1'))
  .map(([value, place, put]) => {
    const at = place % (value.length + 1);
    return [
      value.slice(0, at) + put + value.slice(at),
      value.slice(0, at) + put + value.slice(at + 1),
      value.toUpperCase(),
      `${value}-${value}`,
    ];
  })
  .chain((values) => fc.constantFrom(...values));
const written = fc.tuple(
  fc.constantFrom('1', '01', '2', ''),
  fc.constantFrom('t5x2k0', '0t5x2k0', now.toString(36), now.toString(36).toUpperCase(), `0${now.toString(36)}`, 'zzzzzzzzzzzz', ''),
  fc.constantFrom('', '3fa9c1d20b7e', 'zzz', '3FA9C1D20B7E', '3fa9c1d20b7'),
  fc.array(
    fc.tuple(
      fc.constantFrom('0', '00', '1', '01', '2', 'a', '14', 'A'),
      fc.constantFrom('G', 'D', 'O', 'g', 'X'),
      fc.constantFrom('1', '01', '2', '3'),
    ),
    { maxLength: 4 },
  ),
);
const value = fc.oneof(
  kept,
  spoilt,
  written.map(([head, at, id, parts]) => [head, at, id, parts.map((part) => part.join('')).join('-')].join('.')),
  fc.string({ maxLength: 40 }).map((text) => text.replaceAll(';', '')),
);
const pair = fc.oneof(
  { weight: 4, arbitrary: value.map((text) => `${choiceCookieName}=${text}`) },
  fc.constantFrom('_ga=1', `x${choiceCookieName}=1..`, `${choiceCookieName}`, `${choiceCookieName}2=1`, 'empty='),
);
/** As `document.cookie` joins them. */
const cookies = fc.array(pair, { maxLength: 3 }).map((pairs) => pairs.join('; '));

/** Both answers to the same device: at a glance, and by the state machine. */
function bothOf(terms: ConsentTerms, seen: { readonly cookies: string; readonly gpc: boolean }): readonly [ConsentState, ConsentState] {
  const unset = resolveTerms(terms, { choice: null, gpc: false, now: 0 });
  const values = scanCookieHeader(seen.cookies).flatMap(({ name, value: text }) => (name === choiceCookieName ? [text] : []));
  const full = resolveTerms(terms, { choice: readChoices(values), gpc: seen.gpc, now });
  return [quickConsent(terms, unset, { ...seen, now }), full];
}

const allowedIn = ({ purposes }: ConsentState): readonly string[] =>
  Object.entries(purposes).flatMap(([id, { allowed }]) => (allowed ? [id] : []));

test('C54 at a glance nothing is allowed that the state machine does not allow', () => {
  fc.assert(
    fc.property(termsOf, cookies, fc.boolean(), (terms, held, gpc) => {
      const [quick, full] = bothOf(terms, { cookies: held, gpc });
      expect(allowedIn(full)).toEqual(expect.arrayContaining([...allowedIn(quick)]));
    }),
    { numRuns: 20_000 },
  );
});

test('C54 at a glance nobody is asked whom the state machine does not ask', () => {
  fc.assert(
    fc.property(termsOf, cookies, fc.boolean(), (terms, held, gpc) => {
      const [quick, full] = bothOf(terms, { cookies: held, gpc });
      expect(quick.ask && !full.ask).toBe(false);
    }),
    { numRuns: 5000 },
  );
});

test('C54 one plain choice that holds is seen at a glance, so that what was granted does not wait', () => {
  fc.assert(
    fc.property(termsOf, fc.integer({ min: 0, max: 50 }), (terms, ago) => {
      const answers = Object.values(terms.purposes).map(({ number, revision }) => [number, { state: 'granted', revision }] as const);
      const text = encodeChoice({ answers: Object.fromEntries(answers), at: now - ago, declaration: '' });
      const ids = Object.entries(terms.purposes).map(([, { number, revision }]) => `${number} ${revision}`);
      // Two purposes under one number are no declaration.
      fc.pre(new Set(ids.map((id) => id.split(' ')[0])).size === ids.length && ids.length > 0);
      const [quick] = bothOf(terms, { cookies: `${choiceCookieName}=${text}`, gpc: false });
      expect(allowedIn(quick)).toEqual(Object.keys(terms.purposes));
    }),
    { numRuns: 2000 },
  );
});

test('C54 values that were nobody’s choice allow nothing', () => {
  const terms = {
    profile: 'eu-base',
    gpc: 'deny-unless-chosen',
    choiceLife: 180 * day,
    askAgainAfter: 180 * day,
    promised: 0,
    scope: { host: 'portal.localhost', path: '/', partitioned: false },
    purposes: { map: { number: 1, revision: 1, basis: 'consent' } },
  } as const;
  const at = now.toString(36);
  for (const text of [
    `1.${at}.zzz.1G1`,
    `1.${at}..01G1`,
    `1.0${at}..1G1`,
    `1.${at}..1G1-1D1`,
    `1.${at}..2G1-1G1`,
    `1.${at.toUpperCase()}..1G1`,
    `1.${at}..1G1_${at}`,
    `1.${at}..1G01`,
  ]) {
    const [quick, full] = bothOf(terms, { cookies: `${choiceCookieName}=${text}`, gpc: false });
    expect([text, allowedIn(quick), allowedIn(full)]).toEqual([text, [], []]);
  }
});
