import { expect, test } from 'vitest';
import { scanSetCookie } from '../../src/base/cookie-scan.ts';
import { choiceCookie } from '../../src/consent/choice-cookie.ts';
import type { Choice } from '../../src/consent/types.ts';
import type { Declaration } from '../../src/declaration/types.ts';
import { day, now, shortId, site } from './declarations.ts';

const granted: Choice = { answers: { 2: { state: 'granted', revision: 3 } }, at: now, declaration: shortId };
const refused: Choice = { answers: { 2: { state: 'denied', revision: 3 } }, at: now, declaration: shortId };

function write(choice: Choice | null, declaration: Declaration = site, at = now): string {
  return choiceCookie(declaration, { profile: 'eu-base', choice, now: at });
}

test('C16 the choice is stored where the declaration says, for the life of the choice', () => {
  expect(write(granted)).toBe('cookies_preferences=1.tro8w0.0123456789ab.2G3; Path=/; Max-Age=15552000; Secure; SameSite=Lax');
  expect(scanSetCookie(write(granted))).toMatchObject({
    name: 'cookies_preferences',
    path: '/',
    domain: null,
    secure: true,
    sameSite: 'lax',
    maxAge: 180 * day,
  });
  const wide: Declaration = { ...site, site: { ...site.site, choiceScope: { domain: 'site.example', path: '/a', partitioned: true } } };
  expect(scanSetCookie(write(granted, wide))).toMatchObject({ domain: 'site.example', path: '/a', partitioned: true });
});

test('C16 no choice is a deletion of the same cookie', () => {
  expect(write(null)).toBe('cookies_preferences=; Path=/; Max-Age=0; Secure; SameSite=Lax');
});

test('C16 writing an old choice again does not make it younger, and a clock that is ahead does not lengthen it', () => {
  expect(scanSetCookie(write(granted, site, now + 10 * day))?.maxAge).toBe(170 * day);
  expect(scanSetCookie(write(granted, site, now + 999 * day))?.maxAge).toBe(0);
  expect(scanSetCookie(write(granted, site, now - 999 * day))?.maxAge).toBe(180 * day);
});

test('C16 a refusal is kept until it may be asked again, never longer than the policy promises', () => {
  const patient: Declaration = { ...site, notice: { ...site.notice, askAgainAfter: { default: 365 * day } } };
  expect(scanSetCookie(write(refused, patient))?.maxAge, 'nothing longer was promised').toBe(180 * day);
  const promise = (max: number): Declaration => ({
    ...patient,
    trackers: {
      cookies_preferences: {
        kind: 'cookie',
        names: [{ exact: 'cookies_preferences' }],
        scopes: [{ host: 'site.example', path: '/', partitioned: false }],
        secure: true,
        httpOnly: false,
        sameSite: 'lax',
        life: { kind: 'seconds', max, extended: false },
        provider: 'us',
        purposes: ['needed'],
        locations: ['all'],
        setWhen: { on: 'choice' },
        function: {},
        explanation: {},
        recipients: [],
        data: { categories: [] },
      },
    },
  });
  expect(scanSetCookie(write(refused, promise(400 * day)))?.maxAge).toBe(365 * day);
  expect(scanSetCookie(write(refused, promise(200 * day)))?.maxAge).toBe(200 * day);
  expect(scanSetCookie(write(granted, promise(400 * day)))?.maxAge).toBe(180 * day);
  const { cookies_preferences: ours } = promise(200 * day).trackers;
  const { cookies_preferences: other } = promise(900 * day).trackers;
  if (ours?.kind !== 'cookie' || other?.kind !== 'cookie') throw new Error('no cookie');
  const beside: Declaration = { ...patient, trackers: { ours, other: { ...other, names: [{ exact: 'other' }, { prefix: 'cookies_' }] } } };
  expect(scanSetCookie(write(refused, beside))?.maxAge, 'another cookie promises nothing for this one').toBe(200 * day);
  const forSession: Declaration = { ...patient, trackers: { ours: { ...ours, life: { kind: 'session' } } } };
  expect(scanSetCookie(write(refused, forSession))?.maxAge).toBe(180 * day);
  const mixed: Choice = { ...granted, answers: { ...granted.answers, 5: { state: 'objected', revision: 1 } } };
  expect(scanSetCookie(write(mixed, promise(400 * day)))?.maxAge, 'one refusal is enough').toBe(365 * day);
});
