import { expect, test } from 'vitest';
import { composeDeclarations } from '../../src/declaration/compose.ts';
import { portal, portalWith } from './portal.ts';

const base = Object(portalWith());

test('D60 an empty layer changes nothing, and a whole one wins', () => {
  expect(composeDeclarations(base, {})).toEqual({ ok: true, value: portal() });
  expect(composeDeclarations({}, base)).toEqual({ ok: true, value: portal() });
  expect(composeDeclarations(base, base)).toEqual({ ok: true, value: portal() });
});

test('D60 records are layered by id, values and lists replaced', () => {
  const site = {
    version: '2',
    providers: { city: { name: 'Other City' } },
    trackers: { sessionid: { locations: ['back'], life: { max: 60 } } },
  };
  expect(composeDeclarations(base, site)).toEqual({
    ok: true,
    value: portal({
      version: '2',
      'providers.city.name': 'Other City',
      'trackers.sessionid.locations': ['back'],
      'trackers.sessionid.life.max': 60,
    }),
  });
});

test('D60 null removes, also what was never there', () => {
  const site = { log: null, trackers: { map_visitor: null, nothing: null }, measurement: { tier: { uk: null } } };
  expect(composeDeclarations(base, site)).toEqual({ ok: true, value: portal({ log: undefined, 'trackers.map_visitor': undefined }) });
});

test('D60 an object of another kind is replaced whole', () => {
  const site = { trackers: { sessionid: { life: { kind: 'session' }, setWhen: { on: 'always' } } } };
  const expected = portal({ 'trackers.sessionid.life': { kind: 'session' }, 'trackers.sessionid.setWhen': { on: 'always' } });
  expect(composeDeclarations(base, site)).toEqual({ ok: true, value: expected });
});

test('D60 the result is checked', () => {
  expect(composeDeclarations(base, { purposes: { map: null } })).toMatchObject({
    ok: false,
    issues: [{ code: 'DECL_REFERENCE' }, { code: 'DECL_REFERENCE' }],
  });
});

test('D60 hostile keys and depth are refused, and neither layer is changed', () => {
  const copy = JSON.stringify(base);
  const hostile: object = JSON.parse('{"__proto__": {"polluted": 1}, "trackers": {"constructor": {"prototype": {"polluted": 1}}}}');
  const composed = composeDeclarations(base, hostile);
  expect(composed.ok ? [] : composed.issues.map(({ code }) => code)).toEqual(['DECL_KEY_FORBIDDEN', 'DECL_FIELD_UNKNOWN']);
  const circle: { [key: string]: unknown } = {};
  circle['trackers'] = circle;
  expect(composeDeclarations(base, circle)).toMatchObject({ ok: false, issues: [{ code: 'DECL_TOO_DEEP' }] });
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(JSON.stringify(base)).toBe(copy);
});
