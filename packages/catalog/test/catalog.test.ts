import { expect, test } from 'vitest';
import { countTrackers, knownProviders, knownTrackers, lookUpTracker, profiles } from '../src/index.ts';

test('K1 there are 14 profiles, each under its own id, with a model, a source and a day', () => {
  expect(Object.keys(profiles)).toHaveLength(14);
  for (const [id, profile] of Object.entries(profiles)) {
    expect(profile.id).toBe(id);
    expect(profile.because.source.length).toBeGreaterThan(10);
    expect(profile.because.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
  expect(profiles['us-ca'].model).toBe('opt-out');
  expect(profiles['au-qld'].model).toBe('notice');
});

test('K2 there are at least 150 trackers, each with a known provider and a source that can be read', () => {
  expect(knownTrackers.length).toBeGreaterThanOrEqual(150);
  for (const { provider, because } of knownTrackers) {
    expect(Object.hasOwn(knownProviders, provider), provider).toBe(true);
    expect(because.source).toMatch(/npm package|documentation/);
  }
});

test('K3 the verified rows are counted apart', () => {
  const { total, verified } = countTrackers();
  expect(total).toBe(knownTrackers.length);
  expect(verified).toBe(knownTrackers.filter(({ because }) => because.verified).length);
  expect(verified).toBeGreaterThan(0);
  expect(verified).toBeLessThan(total);
});

test('K4 a third party’s generic name needs its host', () => {
  expect(lookUpTracker({ kind: 'cookie', name: 'lidc' })).toBeNull();
  expect(lookUpTracker({ kind: 'cookie', name: 'lidc', host: 'shop.example' })).toBeNull();
  expect(lookUpTracker({ kind: 'cookie', name: 'lidc', host: 'px.ads.linkedin.com' })?.provider).toBe('linkedin');
});

test('K5 a first-party name is found without a host, and an exact name wins over a prefix', () => {
  expect(lookUpTracker({ kind: 'cookie', name: '_ga' })?.provider).toBe('google');
  expect(lookUpTracker({ kind: 'cookie', name: '_ga_ABC123' })).toMatchObject({ provider: 'google', name: { prefix: '_ga_' } });
  expect(lookUpTracker({ kind: 'cookie', name: 'sessionid' })).toMatchObject({ provider: 'django', category: 'necessary' });
});

test('K6 a request is found by its host', () => {
  const row = knownTrackers.find((known) => known.kind === 'request' && known.host.startsWith('*.'));
  const host = row?.kind === 'request' ? row.host.slice(2) : '';
  expect(lookUpTracker({ kind: 'request', name: '', host: `a.${host}` })?.provider).toBe(row?.provider);
  expect(lookUpTracker({ kind: 'request', name: '', host: `not${host}` })).toBeNull();
});

test.each(['__proto__', 'constructor', 'toString', ''])('K7 "%s" is nobody’s name', (name) => {
  expect(lookUpTracker({ kind: 'cookie', name })).toBeNull();
});

test('K8 no row stands twice, and no prefix is shorter than three characters', () => {
  const keys = knownTrackers.map((known) =>
    JSON.stringify([known.provider, known.kind, known.kind === 'cookie' ? known.name : '', known.host ?? '']),
  );
  expect(new Set(keys).size).toBe(keys.length);
  for (const known of knownTrackers)
    if (known.kind === 'cookie' && 'prefix' in known.name) expect(known.name.prefix.length).toBeGreaterThanOrEqual(3);
});
