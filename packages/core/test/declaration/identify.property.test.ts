import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDeclaration } from '../../src/declaration/check.ts';
import { identifyDeclaration } from '../../src/declaration/identify.ts';
import { isMembers } from '../../src/declaration/members.ts';
import { portal, portalWith } from './portal.ts';

test('D10 the id is 64 hex digits and stable', () => {
  expect(identifyDeclaration(portal())).toMatch(/^[0-9a-f]{64}$/);
  expect(identifyDeclaration(portal())).toBe(identifyDeclaration(portal()));
});

test('D10 the order of keys does not matter', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (stream) => {
      const checked = checkDeclaration(shuffle(portalWith(), () => Number(stream.next().value)));
      expect(checked.ok && identifyDeclaration(checked.value)).toBe(identifyDeclaration(portal()));
    }),
    { numRuns: 20 },
  );
});

test.each([
  ['version', '1.0.1'],
  ['trackers.sessionid.life.max', 1_209_601],
  ['purposes.map.name.fr', 'Cartes'],
  ['site.hosts', ['portal.localhost', 'www.portal.localhost']],
  ['log', undefined],
])('D10 another %s gives another id', (path, value) => {
  expect(identifyDeclaration(portal({ [path]: value }))).not.toBe(identifyDeclaration(portal()));
});

function shuffle(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((entry) => shuffle(entry, random));
  if (!isMembers(value)) return value;
  const keyed = Object.entries(value).map(([key, member]) => ({ key, member, order: random() }));
  return Object.fromEntries(
    keyed.toSorted((one, other) => one.order - other.order).map(({ key, member }) => [key, shuffle(member, random)]),
  );
}
