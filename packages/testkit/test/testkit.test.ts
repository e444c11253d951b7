import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createClock, createFolders, createSeededBytes, startOrigin } from '../src/index.ts';

test('T1 a clock stands until it is moved', () => {
  const clock = createClock(1000);
  expect([clock.now(), clock.now()]).toEqual([1000, 1000]);
  clock.advance(60);
  expect(clock.now()).toBe(1060);
  clock.set(5);
  expect(clock.now()).toBe(5);
});

test('T2 seeded bytes repeat for a seed and differ for another', () => {
  expect(createSeededBytes(7)(32)).toEqual(createSeededBytes(7)(32));
  expect(createSeededBytes(7)(32)).not.toEqual(createSeededBytes(8)(32));
});

test('T3 an origin remembers what it was asked', async () => {
  const origin = await startOrigin((_request, response) => void response.end('here'));
  const answer = await fetch(`${origin.url}/a?b=c`, { headers: { 'x-one': '1' } });
  expect(await answer.text()).toBe('here');
  expect(origin.seen).toHaveLength(1);
  expect(origin.seen[0]).toMatchObject({ method: 'GET', target: '/a?b=c' });
  expect(origin.seen[0]?.headers).toContainEqual(['x-one', '1']);
  await origin.close();
});

test('T4 folders are there until they are removed together', () => {
  const folders = createFolders();
  const made = [folders.create(), folders.create()];
  expect(made.map((path) => existsSync(path))).toEqual([true, true]);
  folders.remove();
  expect(made.map((path) => existsSync(path))).toEqual([false, false]);
});
