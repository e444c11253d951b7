import { expect, test } from 'vitest';
import { parseDeclaration } from '../../src/declaration/parse.ts';
import { upgradeDeclaration } from '../../src/declaration/upgrade.ts';
import { portal, portalWith } from './portal.ts';

/** The example as the draft wrote it: lives as `maxAgeSeconds` and `refreshed`, one basis a purpose. */
function draft(): { [key: string]: unknown } {
  const value = Object(portalWith());
  for (const tracker of Object.values<{ [key: string]: unknown }>(value.trackers)) {
    const life = Object(tracker['life']);
    if (life.kind !== 'seconds') continue;
    delete tracker['life'];
    tracker['maxAgeSeconds'] = life.max;
    if (life.extended) tracker['refreshed'] = true;
  }
  for (const purpose of Object.values<{ [key: string]: unknown }>(value.purposes)) purpose['basis'] = Object(purpose['basis']).default;
  return { ...value, language: 0 };
}

test('D6 the draft language is upgraded, with a warning', () => {
  const parsed = parseDeclaration(JSON.stringify(draft(), null, 2));
  expect(parsed).toMatchObject({ ok: true, value: { warnings: [{ code: 'DECL_UPGRADED', path: 'language', line: expect.any(Number) }] } });
  expect(parsed.ok && parsed.value.declaration).toEqual(portal({ 'purposes.audience.basis.us-ca': undefined }));
});

test('D6 a draft item without a life was a session', () => {
  const value = draft();
  delete Object(value['trackers']).sessionid.maxAgeSeconds;
  expect(upgradeDeclaration(value)).toMatchObject({
    ok: true,
    value: { language: 1, trackers: { sessionid: { life: { kind: 'session' } } } },
  });
});

test('D6 the current language comes back as it is', () => {
  const value = portalWith();
  const upgraded = upgradeDeclaration(value);
  expect(upgraded.ok && upgraded.value).toBe(value);
});

test('D6 entries that are no objects are left to the checker', () => {
  const parsed = parseDeclaration(JSON.stringify({ ...draft(), trackers: { a: 1 }, purposes: 'none' }));
  expect(parsed.ok ? [] : parsed.issues).toContainEqual(expect.objectContaining({ code: 'DECL_TYPE', path: 'trackers.a' }));
  expect(parsed.ok ? [] : parsed.issues).toContainEqual(expect.objectContaining({ code: 'DECL_TYPE', path: 'purposes' }));
});
