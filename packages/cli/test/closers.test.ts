import { expect, test } from 'vitest';
import { createClosers } from '../src/closers.ts';

test('X76 everything is closed once, newest first, and a failure does not keep the rest open', async () => {
  const closed: string[] = [];
  const closers = createClosers();
  for (const name of ['ledger', 'guard', 'platform']) {
    closers.add(async () => {
      closed.push(name);
      if (name === 'guard') throw new Error('stuck');
    });
  }
  await expect(closers.close()).rejects.toThrow('stuck');
  expect(closed).toEqual(['platform', 'guard', 'ledger']);
  await closers.close();
  expect(closed).toHaveLength(3);
});
