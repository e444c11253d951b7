import type { ServerResponse } from 'node:http';
import { decide, expiryLines, resolveConsent, scanCookieName } from '@candor/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createJudge } from '../src/judge.ts';
import { remember } from '../src/memory.ts';
import { createRulings } from '../src/rulings.ts';
import { createFaultLog } from '../src/watch/fault-log.ts';
import { createUnderWay } from '../src/watch/under-way.ts';
import { client, NOW, site } from './site.ts';

const request = { host: 'portal.localhost', path: '/', method: 'GET', secure: true };
const judge = createJudge(
  { declaration: site, mode: 'enforce', client, random: (bytes) => new Uint8Array(bytes), now: () => NOW },
  createFaultLog(),
);
const closed = judge.consentOf({ profile: judge.defaultProfile, choice: null, gpc: false });
const open: typeof closed = {
  ...closed,
  purposes: Object.fromEntries(Object.entries(closed.purposes).map(([id, decision]) => [id, { ...decision, allowed: true }])),
};
const declared = Object.values(site.declaration.trackers).flatMap((tracker) =>
  tracker.kind === 'cookie' ? tracker.names.map((name) => ('exact' in name ? name.exact : `${name.prefix}1`)) : [],
);

const attribute = fc.constantFrom(
  'Path=/',
  ' Path=/',
  'Path=x',
  'Domain=portal.localhost',
  'Max-Age=0',
  'Max-Age=-1',
  'max-age=60',
  'Max-Age=+5',
  'Expires=Thu, 01 Jan 1970 00:00:00 GMT',
  'Expires=Fri, 31 Dec 2066 00:00:00 GMT',
  'Expires=x',
  'Secure',
  'Partitioned',
  'SameSite=None',
  'Domain=\u00e9',
  '',
);
const name = fc.oneof(
  fc.constantFrom(...declared, '_ga', '__Host-x', ' __Host-x', '__secure-x', '', ' ', 'x', '\u00a0x'),
  fc.string({ maxLength: 6, unit: 'grapheme-ascii' }),
);
const line = fc
  .tuple(name, fc.constantFrom('=', ''), fc.string({ maxLength: 8, unit: 'grapheme-ascii' }), fc.array(attribute, { maxLength: 4 }))
  .map(([key, equals, value, rest]) => [`${key}${equals}${value}`, ...rest].join(';'));

/** What else a verdict follows from: few of each, so that much comes again. */
const circumstances = fc.record({
  consent: fc.constantFrom(closed, open),
  request: fc.constantFrom(request, { ...request, path: '/i18n/setlang/', method: 'POST' }, { ...request, host: 'other.localhost' }),
  held: fc.constantFrom(new Set<string>(), new Set(['sessionid', '_ga', 'map_style', 'django_language'])),
  now: fc.constantFrom(NOW, NOW + 1, NOW + 2_000_000_000),
});

test('G160 what is remembered of Set-Cookie lines is what would be decided, in any order, for anybody and at any time', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(line, circumstances), { minLength: 1, maxLength: 16 }), (asked) => {
      const rulings = createRulings(judge.rules, { decide, expiryLines });
      // Twice: what came after what is remembered too.
      for (const [text, at] of [...asked, ...asked]) {
        const name = scanCookieName(text);
        const { consent, request, held, now } = at;
        const decided = decide(judge.rules, consent, { kind: 'set-cookie', line: text, request, held: held.has(name), now });
        expect(rulings.expected(text, at) ?? { name, verdict: decided }).toMatchObject({ name, verdict: decided });
        expect(rulings.setting(name, text, at)).toMatchObject({ name, verdict: decided });
      }
    }),
    { numRuns: 3000 },
  );
});

test('G160 what is remembered of held cookies is what would be decided: whether they are sent, and whether they are ended', () => {
  const rulings = createRulings(judge.rules, { decide, expiryLines });
  fc.assert(
    fc.property(fc.oneof(name, fc.constantFrom(...declared)), circumstances, (held, { consent, request }) => {
      expect(rulings.sending(consent, held, request)).toEqual(decide(judge.rules, consent, { kind: 'cookie', name: held, request }));
      const lines = expiryLines(judge.rules, consent, { heldNames: [held], request, unknownBudget: 32 });
      expect(rulings.ends(consent, held, request)).toBe(lines.length > 0);
    }),
    { numRuns: 3000 },
  );
});

test('G161 a guard remembers no more than some thousands of answers, whatever it is asked', () => {
  let worked = 0;
  const answer = remember((key: string) => {
    worked += 1;
    return key.length;
  });
  for (let at = 0; at < 10_000; at += 1) answer(`name${at}`);
  expect(answer('name9999')).toBe(8);
  expect(worked).toBe(10_000);
  answer('name0');
  expect(worked).toBe(10_001);
  const long = 'x'.repeat(1000);
  answer(long);
  answer(long);
  expect(worked).toBe(10_003);
});

test('G161 of responses under way those that have not ended are known, and nothing of the others', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat()), { maxLength: 60 }), (steps) => {
      const underWay = createUnderWay();
      const open: ReturnType<typeof underWay.begin>[] = [];
      for (const [begins, pick] of steps) {
        if (begins || open.length === 0) open.push(underWay.begin({} as ServerResponse));
        else for (const ended of open.splice(pick % open.length, 1)) underWay.end(ended);
        expect(underWay.size).toBe(open.length);
        expect(new Set(underWay)).toEqual(new Set(open.map(({ response }) => response)));
      }
    }),
  );
});

test('G13 consent that is remembered ends with its second', () => {
  const declaration = site.declaration;
  const now = { at: NOW };
  const timed = createJudge(
    { declaration: site, mode: 'enforce', client, random: (bytes) => new Uint8Array(bytes), now: () => now.at },
    createFaultLog(),
  );
  const choice = { answers: { 3: { state: 'granted', revision: 1 } }, at: NOW, declaration: site.id.slice(0, 12) } as const;
  for (const later of [0, 1, 86_400 * 400]) {
    now.at = NOW + later;
    const asked = { profile: timed.defaultProfile, choice, gpc: false };
    expect(timed.consentOf(asked)).toEqual(resolveConsent(declaration, { ...asked, now: now.at }));
    expect(timed.consentOf({ ...asked, gpc: true })).toEqual(resolveConsent(declaration, { ...asked, gpc: true, now: now.at }));
  }
});
