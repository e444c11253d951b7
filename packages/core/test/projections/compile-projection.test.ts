import { expect, test } from 'vitest';
import { encodeCanonicalJson } from '../../src/base/canonical-json.ts';
import type { Declaration, ProfileId } from '../../src/declaration/types.ts';
import { compileProjection, compileProjections } from '../../src/projections/compile-projection.ts';
import type { GoogleConsentSettings } from '../../src/projections/google-consent-mode.ts';
import type { ProjectionOptions } from '../../src/projections/projection-options.ts';
import { basis, purpose, site } from '../consent/declarations.ts';

const id = 'google-consent-mode-v2';
const all = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
];

const shop: Declaration = {
  ...site,
  purposes: {
    needed: purpose(1, 'exempt', { category: 'necessary' }),
    audience: purpose(2, { default: basis('consent'), 'us-ca': basis('opt-out') }),
    ads: purpose(3, { default: basis('consent'), 'us-ca': basis('opt-out') }, { category: 'marketing' }),
    social: purpose(4, 'consent', { category: 'marketing' }),
    map: purpose(5, { default: basis('consent'), 'au-qld': basis('notice') }, { category: 'preferences' }),
  },
  signals: { ...site.signals, projections: [id] },
};

function withSettings(googleConsentMode: NonNullable<Declaration['signals']['googleConsentMode']>): Declaration {
  return { ...shop, signals: { ...shop.signals, googleConsentMode } };
}

function compile(declaration: Declaration, options: Partial<ProjectionOptions> = {}): GoogleConsentSettings {
  return compileProjection(declaration, id, { profile: 'eu-base', ...options }) as unknown as GoogleConsentSettings;
}

/** Region by region: its codes and the types granted there. */
function grantedIn(
  regions: { readonly [P in ProfileId]?: readonly string[] },
  declaration = shop,
  profile: ProfileId = 'eu-base',
): unknown {
  return compile(declaration, { profile, regions }).regions.map(({ region, ...states }) => [
    region.join(' '),
    Object.entries(states).flatMap(([type, state]) => (state === 'granted' ? [type] : [])),
  ]);
}

test('J1 a projection that does not exist has no settings', () => {
  expect(compileProjection(shop, 'tcf', { profile: 'eu-base' })).toBe(null);
  expect(compileProjection(shop, 'constructor', { profile: 'eu-base' })).toBe(null);
  expect(compileProjections({ ...shop, signals: { ...shop.signals, projections: ['tcf', id] } }, { profile: 'eu-base' })).toEqual({
    [id]: compile(shop),
  });
  expect(compileProjections(site, { profile: 'eu-base' })).toEqual({});
});

test('J1 settings are plain JSON', () => {
  const settings = compileProjection(withSettings({ waitForUpdate: 500 }), id, { profile: 'eu-base', regions: { 'us-ca': ['US-CA'] } });
  expect(JSON.parse(encodeCanonicalJson(settings))).toEqual(settings);
});

test('J2 settings differ between profiles in their regions only', () => {
  const { regions, ...rest } = compile(shop, { profile: 'us-ca', regions: { 'us-ca': ['US-CA'], fr: ['FR'] } });
  const { regions: others, ...same } = compile(shop, { profile: 'fr', regions: { 'us-ca': ['US-CA'], fr: ['FR'] } });
  expect(rest).toEqual(same);
  expect([regions, others].map((list) => list.map(({ region }) => region))).toEqual([[['FR']], [['US-CA']]]);
});

test('J3 each type follows every purpose of its category', () => {
  expect(compile(shop)).toEqual({
    purposes: {
      ad_storage: ['ads', 'social'],
      ad_user_data: ['ads', 'social'],
      ad_personalization: ['ads', 'social'],
      analytics_storage: ['audience'],
      functionality_storage: ['map'],
      personalization_storage: ['map'],
      security_storage: [],
    },
    regions: [],
  });
});

test('J3 a type without a purpose is never granted, but that of security is', () => {
  expect(compile({ ...shop, purposes: {} }).purposes).toEqual({ security_storage: [] });
});

test('J4 declared purposes stand for a type instead, and none of them means never', () => {
  const { purposes, wait } = compile(
    withSettings({ purposes: { ad_storage: ['ads'], ad_personalization: [], security_storage: ['needed'] }, waitForUpdate: 500 }),
  );
  expect(purposes).toMatchObject({ ad_storage: ['ads'], ad_user_data: ['ads', 'social'], security_storage: ['needed'] });
  expect(Object.keys(purposes)).not.toContain('ad_personalization');
  expect(wait).toEqual({ wait_for_update: 500 });
});

test('J5 another region has what its profile runs unasked, its own has no entry', () => {
  const regions = { 'eu-base': ['FR', 'DE'], 'us-ca': ['US-CA'], 'au-qld': ['AU-QLD'] };
  expect(grantedIn(regions)).toEqual([
    ['US-CA', ['analytics_storage', 'security_storage']],
    ['AU-QLD', ['functionality_storage', 'personalization_storage', 'security_storage']],
  ]);
  expect(grantedIn(regions, withSettings({ purposes: { ad_storage: ['ads'], security_storage: [] } }))).toEqual([
    ['US-CA', ['ad_storage', 'analytics_storage']],
    ['AU-QLD', ['functionality_storage', 'personalization_storage']],
  ]);
  expect(grantedIn(regions, shop, 'us-ca')).toEqual([
    ['FR DE', ['security_storage']],
    ['AU-QLD', ['functionality_storage', 'personalization_storage', 'security_storage']],
  ]);
});

test('J5 each region names all types', () => {
  const [region] = compile(shop, { regions: { 'us-ca': ['US-CA'] } }).regions;
  expect(Object.keys(region ?? {}).sort()).toEqual([...all, 'region'].sort());
});

test('J5 what is no code, is claimed twice or belongs to a profile that is not offered is left out', () => {
  expect(grantedIn({ 'us-ca': ['US-CA', 'us', 'EUROPE', '', 'US-CA', 'FR', 'US-CALI'], fr: ['FR'], br: ['BR'] })).toEqual([
    ['US-CA', ['analytics_storage', 'security_storage']],
  ]);
});
