// Where there is no page: what a server that renders gets. `e2e/developers.spec.ts` holds the same in pages.
import { afterEach, expect, test } from 'vitest';
import { connectCandor } from '../src/connect.ts';

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'candor');
});

test('C61 where Candor is absent nothing is granted and nothing is known', () => {
  const candor = connectCandor();
  expect(candor.granted('choices')).toBe(false);
  expect(candor.blocked).toEqual([]);
  expect(candor.declaration).toBeNull();
});

test('C61 a listener is told nothing where Candor is absent, and can still be taken away', () => {
  const heard: unknown[] = [];
  const candor = connectCandor();
  const ends = [candor.on('change', (consent) => heard.push(consent)), candor.on('blocked', (entry) => heard.push(entry))];
  for (const end of ends) end();
  expect(heard).toEqual([]);
});

test('C61 the report says that Candor is absent, and what to do', async () => {
  expect(await connectCandor().debug()).toMatchObject({ code: 'CANDOR_ABSENT', hint: expect.stringContaining('guard') });
});

test('C61 opening does nothing where there is no page', async () => {
  await expect(connectCandor().open()).resolves.toBeUndefined();
  await expect(connectCandor({ prefix: '/cookies' }).open()).resolves.toBeUndefined();
});

test('C62 something else of this name is not taken for Candor', async () => {
  for (const value of [null, 'candor', {}, { granted: true }]) {
    Object.assign(globalThis, { candor: value });
    const candor = connectCandor();
    expect(candor.granted('choices')).toBe(false);
    expect(candor.blocked).toEqual([]);
    expect(await candor.debug()).toHaveProperty('code', 'CANDOR_ABSENT');
  }
});
