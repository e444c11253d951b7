import { lintDeclaration } from '@candor/core';
import { expect, test } from 'vitest';
import type { Issue } from '../../src/base/result.ts';
import type { Declaration, Tracker } from '../../src/declaration/types.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { richDeclaration as rich } from './rich-declaration.ts';
import { newer, older } from './seed-declarations.ts';

const codes = (issues: readonly Issue[]): readonly string[] => issues.map(({ code, path }) => `${code} ${path}`);
const both = (text: string): { readonly en: string; readonly fr: string } => ({ en: text, fr: text });
const withProse = (declaration: Declaration, ...sentences: readonly string[]): Declaration => ({
  ...declaration,
  languages: ['en'],
  policy: { parts: [{ paragraphs: sentences.map(both) }] },
});

test('P24 the older generation lacks controller, durations, withdrawal, version and date, and promises statistics it has no row for', () => {
  expect([...new Set(codes(checkPolicy(older)))]).toEqual([
    'POLICY_01 controller.address',
    'POLICY_01 controller.contact',
    'POLICY_03 policy.parts',
    'POLICY_04 trackers',
    'POLICY_04 trackers.cookies_preferences.life',
    'POLICY_05 controller.hostingCountry',
    'POLICY_06 policy.parts',
    'POLICY_13 version',
    'POLICY_13 date',
    'POLICY_X1 policy.parts',
  ]);
});

test('P24 the broken promise is quoted, in each language that makes it', () => {
  const promises = checkPolicy(older).filter(({ code }) => code === 'POLICY_X1');
  expect(promises.map(({ severity }) => severity)).toEqual(['error', 'error']);
  expect(promises[0]?.message).toContain('we use cookies to ensure it functions properly, and to perform web analytics');
  expect(promises[1]?.message).toContain('pour mesurer l’audience du site');
});

test('P24 the newer generation and the product’s own words lack nothing', () => {
  expect(checkPolicy(newer)).toEqual([]);
  expect(checkPolicy(rich)).toEqual([]);
  expect(lintDeclaration(newer).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('P24 every issue says where, what and what to do', () => {
  for (const issue of checkPolicy(older, { columns: ['provider'] })) {
    expect(issue.message).toMatch(/^[A-Z"].*[^.]$/);
    expect(issue.hint).toMatch(/^[A-Z].*[^.]$/);
    expect(issue.path).not.toBe('');
  }
});

test('P25 a general explanation is no promise, a sentence of the site about itself is', () => {
  const general = withProse(newer, 'Cookies can serve statistical or advertising purposes. Withdraw at any time.');
  expect(codes(checkPolicy(general))).toEqual([]);
  const promise = withProse(newer, 'We show you targeted content. Withdraw at any time.');
  expect(codes(checkPolicy(promise))).toEqual(['POLICY_X1 policy.parts']);
});

test('P25 what is declared and not said is reported as well, for measurement too', () => {
  const silent = withProse(rich, 'We use cookies and similar storage. You can withdraw at any time.');
  expect(checkPolicy(silent).map(({ code, severity }) => [code, severity])).toEqual([
    ['POLICY_X1', 'warning'],
    ['POLICY_X1', 'warning'],
  ]);
  const said = withProse(rich, 'We use cookies and similar storage for statistics and for marketing. You can withdraw at any time.');
  expect(codes(checkPolicy(said))).toEqual([]);
});

test('P25 a purpose that nothing uses keeps no promise', () => {
  const { measurement: _, ...unmeasured } = rich;
  const promise = withProse(unmeasured, 'We make statistics and do marketing with similar techniques. You can withdraw at any time.');
  expect(checkPolicy(promise).map(({ message }) => message)).toEqual([expect.stringContaining('promises statistics')]);
});

test('P26 prose that ties consent to anonymity, forgets withdrawal or speaks of cookies only is reported', () => {
  const claim = 'Anonymous statistics need no consent.';
  expect(codes(checkPolicy(withProse(newer, claim)))).toEqual(['POLICY_03 policy.parts', 'POLICY_06 policy.parts']);
  expect(codes(checkPolicy(withProse(rich, 'We use cookies for statistics and marketing. Withdraw here.')))).toEqual([
    'POLICY_02 policy.parts',
  ]);
});

test('P27 a contact that cannot be followed is a warning, a missing one an error', () => {
  const contact = (value: string): Declaration => ({ ...newer, controller: { ...newer.controller, contact: value } });
  expect(checkPolicy(contact('room 12')).map(({ code, severity }) => [code, severity])).toEqual([['POLICY_01', 'warning']]);
  expect(checkPolicy(contact('–')).map(({ code, severity }) => [code, severity])).toEqual([['POLICY_01', 'error']]);
});

test('P27 a provider abroad needs a safeguard, one in the same area does not', () => {
  const { safeguard: _, ...bare } = rich.providers['maps'] as NonNullable<(typeof rich.providers)['maps']>;
  const maps = (country: string): Declaration => ({ ...rich, providers: { ...rich.providers, maps: { ...bare, country } } });
  expect(codes(checkPolicy(maps('US')))).toEqual(['POLICY_05 providers.maps.safeguard']);
  expect(checkPolicy(maps('SE'))).toEqual([]);
});

test('P27 marketing without a word on profiles, and data without an end, are reported', () => {
  const { profiling: _, ...plain } = rich.purposes['maps'] as NonNullable<(typeof rich.purposes)['maps']>;
  expect(codes(checkPolicy({ ...rich, purposes: { ...rich.purposes, maps: plain } }))).toEqual(['POLICY_10 purposes.maps.profiling']);
  const cookie = rich.trackers['map_cookie'] as Tracker;
  const endless = { ...cookie, data: { categories: ['identifier'] } };
  expect(codes(checkPolicy({ ...rich, trackers: { ...rich.trackers, map_cookie: endless } }))).toEqual([
    'POLICY_09 trackers.map_cookie.data.retentionDays',
  ]);
});

test('P27 counting with a cookie that is not in the table is reported for each profile that does', () => {
  const measurement = { ...(rich.measurement as NonNullable<Declaration['measurement']>), tier: { default: 'A', fr: 'B' } as const };
  const [issue, ...rest] = checkPolicy({ ...rich, measurement });
  expect(rest).toEqual([]);
  expect(issue).toMatchObject({ code: 'POLICY_12', path: 'measurement.tier', message: expect.stringContaining('Under "fr"') });
});

test('P27 a declared language without words is an error', () => {
  expect(codes(checkPolicy({ ...rich, languages: ['en', 'tlh'] }))).toEqual(['POLICY_14 languages[1]']);
});
