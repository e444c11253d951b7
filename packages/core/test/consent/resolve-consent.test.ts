import { expect, test } from 'vitest';
import { failClosedConsent, resolveConsent } from '../../src/consent/resolve-consent.ts';
import type { Answer, Choice, ConsentState } from '../../src/consent/types.ts';
import type { Declaration, ProfileId } from '../../src/declaration/types.ts';
import { basis, day, now, purpose, shortId, site } from './declarations.ts';

type Given = { profile?: ProfileId; answers?: Choice['answers']; at?: number; gpc?: boolean; declaration?: Declaration };

function resolve({ profile = 'eu-base', answers, at = now, gpc = false, declaration = site }: Given): ConsentState {
  const choice = answers === undefined ? null : { answers, at, declaration: shortId };
  return resolveConsent(declaration, { profile, choice, gpc, now });
}

function told(state: ConsentState, id: string): string {
  const decision = state.purposes[id];
  return decision === undefined
    ? 'none'
    : `${decision.state} ${decision.allowed ? 'on' : 'off'} ${decision.reason}${decision.ask ? ' asks' : ''}`;
}

const grant: Answer = { state: 'granted', revision: 3 };
const denial: Answer = { state: 'denied', revision: 3 };

test('C6 before any choice the basis decides, and only consent is asked for', () => {
  const state = resolve({});
  expect(['needed', 'asked', 'counted', 'sold', 'told'].map((id) => told(state, id))).toEqual([
    'unset on exempt',
    'unset off default-off asks',
    'unset on default-on',
    'unset on default-on',
    'unset on default-on',
  ]);
  expect(state).toMatchObject({ profile: 'eu-base', gpc: false, ask: true });
});

test('C6 a profile has its own basis where it is declared, and a missing one is consent', () => {
  const declaration: Declaration = {
    ...site,
    purposes: {
      p: purpose(1, { default: basis('opt-out'), fr: basis('consent') }),
      broken: { ...purpose(2, 'exempt'), basis: {} as never },
    },
  };
  expect(told(resolve({ declaration }), 'p')).toBe('unset on default-on');
  expect(told(resolve({ declaration, profile: 'fr' }), 'p')).toBe('unset off default-off asks');
  expect(told(resolve({ declaration }), 'broken')).toBe('unset off default-off asks');
});

test('C7 an unknown region is opt-in', () => {
  const state = resolve({ profile: 'br' });
  expect(['needed', 'asked', 'counted', 'sold', 'told'].map((id) => told(state, id))).toEqual([
    'unset on exempt',
    'unset off default-off asks',
    'unset off default-off asks',
    'unset off default-off asks',
    'unset off default-off asks',
  ]);
  const declaration: Declaration = {
    ...site,
    purposes: { counted: purpose(1, 'exempt'), picked: purpose(2, 'exempt', { category: 'preferences' }) },
  };
  expect(told(resolve({ declaration, profile: 'br' }), 'counted'), 'a country-specific exemption does not travel').toBe(
    'unset off default-off asks',
  );
  expect(told(resolve({ declaration, profile: 'br' }), 'picked')).toBe('unset on exempt');
  expect(told(resolve({ profile: '__proto__' as ProfileId }), 'sold')).toBe('unset off default-off asks');
});

test('C8 an answer of the present revision within its life counts', () => {
  expect(told(resolve({ answers: { 2: grant } }), 'asked')).toBe('granted on granted');
  expect(resolve({ answers: { 2: grant } }).ask).toBe(false);
  expect(told(resolve({ answers: { 2: denial } }), 'asked')).toBe('denied off denied');
  expect(told(resolve({ answers: { 2: grant }, at: now - 180 * day + 1 }), 'asked')).toBe('granted on granted');
  expect(told(resolve({ answers: { 2: grant, 99: grant } }), 'asked'), 'unknown numbers do not matter').toBe('granted on granted');
  expect(told(resolve({ answers: { 1: denial } }), 'needed'), 'an exemption cannot be refused').toBe('unset on exempt');
});

test('C9 a grant of another revision does not count: an older one is asked again, a newer one is not', () => {
  expect(told(resolve({ answers: { 2: { ...grant, revision: 2 } } }), 'asked')).toBe('unset off revised asks');
  expect(told(resolve({ answers: { 2: { ...grant, revision: 4 } } }), 'asked')).toBe('unset off revised');
});

test('C9 a refusal holds under every revision until it may be asked again', () => {
  for (const revision of [1, 3, 9]) {
    expect(told(resolve({ answers: { 2: { ...denial, revision } }, at: now - 90 * day + 1 }), 'asked')).toBe('denied off denied');
    expect(told(resolve({ answers: { 2: { ...denial, revision } }, at: now - 90 * day }), 'asked')).toBe('denied off denied asks');
  }
});

test('C10 at the end of its life a grant ends, and a refusal not before it may be asked again', () => {
  expect(told(resolve({ answers: { 2: grant }, at: now - 180 * day }), 'asked')).toBe('unset off expired asks');
  expect(told(resolve({ answers: { 2: denial }, at: now - 180 * day }), 'asked')).toBe('unset off expired asks');
  const patient: Declaration = { ...site, notice: { ...site.notice, askAgainAfter: { default: 400 * day } } };
  expect(told(resolve({ declaration: patient, answers: { 2: denial }, at: now - 399 * day }), 'asked')).toBe('denied off denied');
  expect(told(resolve({ declaration: patient, answers: { 2: denial }, at: now - 400 * day }), 'asked')).toBe('unset off expired asks');
  expect(told(resolve({ profile: 'us-ca', answers: { 2: grant }, at: now - 364 * day }), 'asked'), 'the life of the profile').toBe(
    'granted on granted',
  );
});

test('C10 a grant dated more than a day ahead does not count, a refusal does', () => {
  expect(told(resolve({ answers: { 2: grant }, at: now + day }), 'asked')).toBe('granted on granted');
  expect(told(resolve({ answers: { 2: grant }, at: now + day + 1 }), 'asked')).toBe('unset off expired asks');
  expect(told(resolve({ answers: { 2: denial }, at: now + 9999 * day }), 'asked')).toBe('denied off denied');
});

test('C10 an answer with its own time is as old as that', () => {
  expect(told(resolve({ answers: { 2: { ...grant, at: now - 180 * day } } }), 'asked')).toBe('unset off expired asks');
  expect(told(resolve({ answers: { 2: { ...denial, at: now } }, at: 0 }), 'asked')).toBe('denied off denied');
});

test('C11 a no to what runs unasked lasts as long as it is held', () => {
  for (const [id, number] of [
    ['counted', 3],
    ['sold', 4],
    ['told', 5],
  ] as const) {
    for (const state of ['denied', 'objected'] as const) {
      expect(told(resolve({ answers: { [number]: { state, revision: 1 } }, at: 0 }), id)).toBe(`${state} off ${state}`);
    }
    expect(told(resolve({ answers: { [number]: { state: 'granted', revision: 1 } } }), id)).toBe('granted on granted');
    expect(told(resolve({ answers: { [number]: { state: 'granted', revision: 1 } }, at: 0 }), id)).toBe('unset on default-on');
  }
});

test('C12 the signal in opt-out mode turns off what is on by default unless it was granted', () => {
  const state = resolve({ profile: 'us-ca', gpc: true });
  expect(['needed', 'asked', 'counted', 'sold', 'told'].map((id) => told(state, id))).toEqual([
    'unset on exempt',
    'unset off default-off asks',
    'unset off gpc-off',
    'unset off gpc-off',
    'unset on default-on',
  ]);
  expect(state.gpc).toBe(true);
  const chosen = resolve({ profile: 'us-ca', gpc: true, answers: { 4: { state: 'granted', revision: 1 } } });
  expect(told(chosen, 'sold')).toBe('granted on granted');
  expect(told(resolve({ profile: 'us-ca', gpc: true, answers: { 4: { state: 'granted', revision: 0 } } }), 'sold')).toBe(
    'unset off gpc-off',
  );
});

test('C12 the signal in deny-unless-chosen mode denies without a question', () => {
  const state = resolve({ gpc: true });
  expect(['needed', 'asked', 'counted', 'sold', 'told'].map((id) => told(state, id))).toEqual([
    'unset on exempt',
    'unset off gpc-off',
    'unset off gpc-off',
    'unset off gpc-off',
    'unset off gpc-off',
  ]);
  expect(state.ask).toBe(false);
  expect(told(resolve({ gpc: true, answers: { 2: grant } }), 'asked')).toBe('granted on granted');
  expect(told(resolve({ gpc: true, answers: { 2: { ...grant, revision: 1 } } }), 'asked')).toBe('unset off gpc-off');
  expect(told(resolve({ gpc: true, answers: { 2: denial }, at: now - 100 * day }), 'asked')).toBe('denied off denied');
});

test('C12 the signal in record-only mode changes nothing but that it is recorded', () => {
  const without = resolve({ profile: 'au-qld' });
  expect(resolve({ profile: 'au-qld', gpc: true })).toEqual({ ...without, gpc: true });
});

test('C13 after a fault only what is exempt runs and nothing is asked', () => {
  const state = failClosedConsent(site, 'us-ca');
  expect(['needed', 'asked', 'counted', 'sold', 'told'].map((id) => told(state, id))).toEqual([
    'unset on exempt',
    'unset off fail-closed',
    'unset off fail-closed',
    'unset off fail-closed',
    'unset off fail-closed',
  ]);
  expect(state.ask).toBe(false);
  expect(failClosedConsent(null, 'fr')).toEqual({ profile: 'fr', gpc: false, purposes: {}, ask: false });
});

test('C6 a purpose called __proto__ is a purpose like any other', () => {
  const declaration: Declaration = { ...site, purposes: Object.fromEntries([['__proto__', purpose(9, 'consent')]]) };
  expect(Object.keys(resolve({ declaration }).purposes)).toEqual(['__proto__']);
});
