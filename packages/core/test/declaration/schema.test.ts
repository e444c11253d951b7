import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDeclaration } from '../../src/declaration/check.ts';
import { declarationSchema } from '../../src/declaration/schema.ts';
import { accepts } from './json-schema.ts';
import type { Edits } from './portal.ts';
import { portalWith } from './portal.ts';
import { cookie, draft, storage } from './wrong-declarations.ts';

const published = new URL('../../declaration.schema.json', import.meta.url);

test('D71 the published schema is current (UPDATE_GOLDEN=1 writes it)', () => {
  const text = `${JSON.stringify(declarationSchema, null, 2)}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(published, text);
  expect(readFileSync(published, 'utf8')).toBe(text);
});

test('D70 what the checker accepts the schema accepts', () => {
  for (const value of [portalWith(), { ...draft, trackers: { cookie, storage } }]) {
    expect(checkDeclaration(value).ok).toBe(true);
    expect(accepts(declarationSchema, value)).toBe(true);
  }
});

const wrong: [string, Edits][] = [
  ['D15 a wrong type', { 'trackers.sessionid.secure': 'yes' }],
  ['D15 an unknown field', { 'trackers.sessionid.extra': 1 }],
  ['D15 a missing field', { 'trackers.sessionid.secure': undefined }],
  ['D15 an unknown kind', { 'trackers.sessionid.kind': 'biscuit' }],
  ['D15 two kinds of name at once', { 'trackers.sessionid.names[0]': { exact: 'a', prefix: 'ab' } }],
  ['D15 an unknown profile', { 'purposes.map.basis.mars': { kind: 'consent' } }],
  ['D15 a basis without its ground', { 'purposes.map.basis.default': { kind: 'exempt' } }],
  ['D16 a number out of range', { 'purposes.map.number': 0 }],
  ['D17 a host with a semicolon', { 'trackers.map_frame.match.hosts[0]': 'a.test;b' }],
  ['D17 a script as a link', { 'providers.city.policy': 'javascript:alert(1)' }],
  ['D17 blank words', { 'purposes.map.name.fr': ' ' }],
  ['D19 an empty list', { 'site.hosts': [] }],
  ['D19 a repeated entry', { 'site.hosts': ['a.test', 'a.test'] }],
  ['D19 a key that is no id', { 'providers.Big': { name: 'Big', country: 'FR', role: 'third' } }],
  ['D21 a short prefix', { 'trackers.sessionid.names[0]': { prefix: 'a' } }],
  ['D15 another language', { language: 2 }],
];

test.each(wrong)('D70 %s is refused by checker and schema alike', (_name, edits) => {
  expect(checkDeclaration(portalWith(edits)).ok).toBe(false);
  expect(accepts(declarationSchema, portalWith(edits))).toBe(false);
});

// The codes of issues that a schema cannot know of.
const beyond = /^DECL_(REFERENCE|TEXT_|HOST_PREFIX|SECURE_PREFIX|SAME_SITE|PARTITIONED|NUMBER_|PROFILE|CHOICE_SCOPE)/;

test('D70 with any value in any place, the two agree on structure', () => {
  const places = listPlaces(portalWith());
  const value = fc.oneof(
    fc.constantFrom<unknown>(null, true, 0, 1, '', 'a', '/', 'en', 'consent', 'always', {}, [], { kind: 'session' }, { en: 'a', fr: 'b' }),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), value, (place, replacement) => {
      const edited = portalWith({ [place]: replacement });
      const checked = checkDeclaration(edited);
      const structural = checked.ok ? [] : checked.issues.filter(({ code }) => !beyond.test(code));
      expect(accepts(declarationSchema, edited)).toBe(structural.length === 0);
    }),
    { numRuns: 600 },
  );
});

function listPlaces(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return path === '' ? [] : [path];
  const below = Array.isArray(value)
    ? value.flatMap((entry, index) => listPlaces(entry, `${path}[${index}]`))
    : Object.entries(value).flatMap(([key, member]) => listPlaces(member, path === '' ? key : `${path}.${key}`));
  return path === '' ? below : [path, ...below];
}
