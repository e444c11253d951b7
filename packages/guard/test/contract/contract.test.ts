import { afterEach, expect, test } from 'vitest';
import type { MountName } from '../../src/mounts/limits.ts';
import type { Begin } from './clause.ts';
import { asSite, asTrial } from './clause.ts';
import { CLAUSES } from './clauses.ts';
import { matrixInSpec, matrixOf } from './matrix.ts';
import type { Stand } from './stands.ts';
import { optionsFor, STANDS } from './stands.ts';

const mounts = Object.keys(STANDS) as readonly MountName[];
const results = new Map<string, boolean>();
const standing: Stand[] = [];

afterEach(async () => {
  for (const stand of standing.splice(0)) await stand.close();
});

for (const mount of mounts) {
  for (const { id, text, hold } of CLAUSES) {
    test(`${id} ${mount}: ${text}`, async () => {
      const begin: Begin = async (site, overrides) => {
        const stand = await STANDS[mount](asSite(site), optionsFor(overrides));
        standing.push(stand);
        return asTrial(stand);
      };
      let failure: unknown = null;
      await hold(begin).catch((cause: unknown) => {
        failure = cause;
      });
      results.set(`${mount} ${id}`, failure === null);
      const said = standing[0]?.limits.some(({ clause }) => clause === id) ?? false;
      if (said) expect(failure, 'said not to hold, and holds').not.toBeNull();
      else if (failure !== null) throw failure;
    });
  }
}

test('M34 the matrix in SPEC.md is what the contract found (UPDATE_GOLDEN=1 writes it)', () => {
  expect(results.size).toBe(mounts.length * CLAUSES.length);
  const drawn = matrixOf(CLAUSES, mounts, (mount, id) => results.get(`${mount} ${id}`) === true);
  expect(matrixInSpec(drawn)).toBe(drawn);
});
