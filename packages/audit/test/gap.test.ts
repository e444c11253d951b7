import { expect, test } from 'vitest';
import { measureGap } from '../src/gap.ts';
import { home, moment, request, run } from './evidence.ts';
import { shopDeclaration } from './sites/shop-declaration.ts';

const { declaration } = shopDeclaration;
const page = (phase: 'unasked' | 'accepted' | 'rejected') => [{ url: home, status: 200, phase }];
const document = (state: 'S0' | 'S1' | 'S9', url: string = home, method = 'GET') =>
  request(moment(state, 'unasked'), url, { as: 'document', method });

test('A60 after a first visit alone only what needs no moment can be missing', () => {
  const gap = measureGap(declaration, [run({ state: 'S0', visits: page('unasked'), requests: [document('S0')] })], {
    seen: new Set(),
    undeclared: [],
  });
  expect(gap.declaredNotObserved).toEqual([]);
  expect(gap.notExercised).toHaveLength(Object.keys(declaration.trackers).length);
});

test('A60 each moment that came makes its trackers count', () => {
  const runs = [
    run({ state: 'S1', visits: page('accepted'), requests: [document('S1')] }),
    run({ state: 'S9', visits: page('unasked'), requests: [document('S9', `${home}login`, 'POST')] }),
  ];
  const gap = measureGap(declaration, runs, { seen: new Set(['promo']), undeclared: [] });
  expect(gap.declaredNotObserved).toEqual(['sessionid', 'csrftoken', 'cookies_preferences', 'offers-frame', 'offers_visitor']);
  expect(gap.notExercised).toEqual(['language', 'newsletter']);
});

test('A60 a state that did not come to its end does not count', () => {
  const runs = [run({ state: 'S9', status: 'incomplete', visits: page('unasked'), requests: [document('S9')] })];
  expect(measureGap(declaration, runs, { seen: new Set(), undeclared: [] }).notExercised).toContain('sessionid');
});

test('A60 a tracker of a location that was not visited was not exercised', () => {
  const elsewhere = [run({ state: 'S1', visits: page('accepted'), requests: [document('S1', 'http://elsewhere.localhost/')] })];
  expect(measureGap(declaration, elsewhere, { seen: new Set(), undeclared: [] }).notExercised).toContain('promo');
});

test('A61 what belongs to no tracker is listed once', () => {
  const items = [
    { kind: 'cookie', name: 'ab', host: 'shop.localhost' },
    { kind: 'cookie', name: 'ab', host: 'shop.localhost' },
    { kind: 'request', name: 'other.localhost', host: 'other.localhost' },
  ];
  expect(measureGap(null, [], { seen: new Set(), undeclared: items }).observedNotDeclared).toEqual([
    'cookie ab (shop.localhost)',
    'request other.localhost',
  ]);
});
