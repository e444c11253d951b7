import { decide, narrowToCookie, resolveConsent, scanCookieName } from '@candor/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createJudge } from '../src/judge.ts';
import { createStrangers, remember } from '../src/memory.ts';
import { createFaultLog } from '../src/watch/fault-log.ts';
import { client, NOW, site } from './site.ts';

const request = { host: 'portal.localhost', path: '/', method: 'GET', secure: true };
const judge = createJudge(
  { declaration: site, mode: 'enforce', client, random: (bytes) => new Uint8Array(bytes), now: () => NOW },
  createFaultLog(),
);
const consent = judge.consentOf({ profile: judge.defaultProfile, choice: null, gpc: false });

const attribute = fc.constantFrom(
  'Path=/',
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
  fc.constantFrom('_ga', '__Host-x', ' __Host-x', '__secure-x', '', ' ', 'x', '\u00a0x'),
  fc.string({ maxLength: 6, unit: 'grapheme-ascii' }),
);
const line = fc
  .tuple(name, fc.constantFrom('=', ''), fc.string({ maxLength: 8, unit: 'grapheme-ascii' }), fc.array(attribute, { maxLength: 4 }))
  .map(([key, equals, value, rest]) => [`${key}${equals}${value}`, ...rest].join(';'));

test('G160 what is remembered of names that nobody declared is what would be decided, in any order and at any time', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(line, fc.constantFrom(NOW, NOW + 1, NOW + 2_000_000_000)), { minLength: 1, maxLength: 12 }), (asked) => {
      const strangers = createStrangers(decide);
      for (const [text, now] of asked) {
        const name = scanCookieName(text);
        const rules = narrowToCookie(judge.rules, name);
        if (rules.trackers.length > 0) continue;
        const question = { kind: 'set-cookie', line: text, request, held: false, now } as const;
        const decided = decide(rules, consent, question);
        expect(strangers.recall(name, text, now) ?? decided).toEqual(decided);
        expect(strangers.decide(name, rules, consent, question)).toEqual(decided);
      }
    }),
    { numRuns: 2000 },
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
