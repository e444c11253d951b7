import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchName, matchRequest } from '../../src/base/match.ts';
import { coversLife, coversMatch, coversName, coversScope } from '../../src/declaration/cover.ts';
import { diffDeclarations } from '../../src/declaration/diff.ts';
import { identifyDeclaration } from '../../src/declaration/identify.ts';
import type { Match, Name } from '../../src/declaration/types.ts';
import type { Edits } from './portal.ts';
import { portal } from './portal.ts';

const at = 'trackers.map_visitor';

// Independent edits, so that any subset is a valid declaration and each keeps its meaning in company.
const cosmetic: readonly Edits[] = [
  { 'purposes.map.text.en': 'Maps.' },
  { [`${at}.life.max`]: 60 },
  { [`${at}.recipients`]: [] },
  { 'trackers.map_frame.match.methods': ['GET'], 'trackers.map_frame.match.paths': ['/a'] },
  { 'measurement.k': 50 },
  { log: undefined },
  { version: '9' },
  { 'trackers.django_language': undefined },
];
const material: readonly Edits[] = [
  { 'purposes.map.revision': 2 },
  { [`${at}.provider`]: 'platform' },
  { [`${at}.locations`]: ['back'] },
  { [`${at}.data.categories`]: ['position'] },
  { 'trackers.map_frame.as': ['script'] },
];

function merge(edits: readonly Edits[]): Edits {
  return Object.assign({}, ...edits);
}

test('D41 any set of cosmetic edits is cosmetic, and each is undone', () => {
  fc.assert(
    fc.property(fc.subarray([...cosmetic]), (edits) => {
      const difference = diffDeclarations(portal(), portal(merge(edits)));
      expect(difference.askAgain).toEqual([]);
      expect(difference.kind).toBe(identifyDeclaration(portal(merge(edits))) === identifyDeclaration(portal()) ? 'same' : 'cosmetic');
    }),
    { numRuns: 30 },
  );
});

test('D42 D43 one material edit among cosmetic ones asks exactly its purpose again', () => {
  fc.assert(
    fc.property(fc.subarray([...cosmetic]), fc.subarray([...material], { minLength: 1 }), (harmless, wide) => {
      const difference = diffDeclarations(portal(), portal(merge([...harmless, ...wide])));
      expect(difference.kind).toBe('material');
      expect(difference.askAgain.map(({ purpose }) => purpose)).toEqual(['map']);
    }),
    { numRuns: 30 },
  );
});

test('D40 a declaration with any edits is the same as itself', () => {
  fc.assert(
    fc.property(fc.subarray([...cosmetic, ...material]), (edits) => {
      expect(diffDeclarations(portal(merge(edits)), portal(merge(edits))).kind).toBe('same');
    }),
    { numRuns: 20 },
  );
});

const word = fc.array(fc.constantFrom('a', 'b'), { maxLength: 4 }).map((letters) => letters.join(''));
const name: fc.Arbitrary<Name> = fc.oneof(
  word.map((exact) => ({ exact })),
  fc.record({ prefix: word, suffix: word }),
  word.map((prefix) => ({ prefix })),
);

test('D42 a name that is covered matches nothing that the covering name does not', () => {
  fc.assert(
    fc.property(name, name, word, word, (before, after, one, other) => {
      expect(coversName(before, before)).toBe(true);
      if (!coversName(before, after)) return;
      for (const value of [one, one + other]) if (matchName(after, value)) expect(matchName(before, value)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

const host = fc.constantFrom('a.test', 'b.a.test', 'c.b.a.test', 'b.test');
const path = fc.constantFrom('/', '/a', '/a/b', '/ab', '/*', '/a*', '/a/*');
const match: fc.Arbitrary<Match> = fc.record(
  {
    hosts: fc.array(
      fc.oneof(
        host,
        host.map((value) => `*.${value}`),
      ),
      { minLength: 1, maxLength: 2 },
    ),
    paths: fc.array(path, { minLength: 1, maxLength: 2 }),
    methods: fc.array(fc.constantFrom('GET', 'POST'), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['hosts'] },
);

test('D42 a match that is covered matches no request that the covering match does not', () => {
  const request = fc.record({ host, path: path.map((value) => value.replace('*', 'x')), method: fc.constantFrom('GET', 'POST') });
  fc.assert(
    fc.property(match, match, request, (before, after, facts) => {
      expect(coversMatch(before, before)).toBe(true);
      if (coversMatch(before, after) && matchRequest(after, facts)) expect(matchRequest(before, facts)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('D42 covering is transitive for scopes and lives', () => {
  const scope = fc
    .tuple(host, fc.boolean(), fc.constantFrom('/', '/a', '/a/', '/a/b', '/ab'), fc.boolean())
    .map(([at, wide, where, partitioned]) => ({
      ...(wide ? { domain: at } : { host: at }),
      path: where,
      partitioned,
    }));
  const life = fc.oneof(
    fc.constant({ kind: 'session' } as const),
    fc.record({ kind: fc.constant('seconds' as const), max: fc.integer({ min: 1, max: 3 }), extended: fc.boolean() }),
  );
  fc.assert(
    fc.property(scope, scope, scope, (one, two, three) => {
      expect(coversScope(one, one)).toBe(true);
      if (coversScope(one, two) && coversScope(two, three)) expect(coversScope(one, three)).toBe(true);
    }),
    { numRuns: 3000 },
  );
  fc.assert(
    fc.property(life, life, life, (one, two, three) => {
      expect(coversLife(one, one)).toBe(true);
      if (coversLife(one, two) && coversLife(two, three)) expect(coversLife(one, three)).toBe(true);
    }),
  );
});
