import type { Declaration } from '@candor/core';
import { expect, test } from 'vitest';
import { MeasureError } from '../src/errors.ts';
import { createMeasure } from '../src/measure.ts';
import { createMemoryStore } from './memory-store.ts';
import { createBytes, declarationOf, desktop, identified, measureOn, noon, today, view } from './sample.ts';

const only = { from: today, to: today };

test('M1 views and visitors of a day are counted from what requests carry', async () => {
  const measure = measureOn(createMemoryStore(), { now: noon });
  for (const person of [1, 2, 3, 3, 3]) measure.count(view(person, '/a?b=c'));
  const statistics = await measure.statistics(only);
  expect(statistics.days).toEqual([{ day: today, views: 5, visitors: 3, provisional: true, keyChanges: [] }]);
  expect(statistics.paths).toEqual({ rows: [{ value: '/a', views: 3, dailyVisitors: 3 }], other: 0 });
  expect(statistics.referrers.rows).toEqual([{ value: '(direct)', views: 3, dailyVisitors: 3 }]);
  expect(statistics.languages.rows).toEqual([{ value: 'en', views: 3, dailyVisitors: 3 }]);
  expect(statistics.devices.rows).toEqual([{ value: 'desktop', views: 3, dailyVisitors: 3 }]);
  expect(statistics.browsers.rows).toEqual([{ value: 'Firefox', views: 3, dailyVisitors: 3 }]);
  await measure.close();
});

test('M3 programs are not counted', async () => {
  const measure = measureOn(createMemoryStore(), { now: noon });
  for (const userAgent of ['', 'curl/8', `${desktop} Googlebot/2.1`]) measure.count(view(1, '/', { userAgent }));
  expect((await measure.statistics(only)).totals.views).toBe(0);
  await measure.close();
});

test('M4 only declared dimensions are counted, and nothing without a measurement or a tier', async () => {
  const { measurement: _, ...silent } = declarationOf();
  const cases: readonly (readonly [Declaration, number, readonly string[]])[] = [
    [declarationOf({ dimensions: ['path', 'shoe-size'] }), 3, ['/']],
    [silent, 0, []],
    [declarationOf({ tier: { default: 'none' } }), 0, []],
    [declarationOf({ tier: { default: 'none', fr: 'A' } }), 3, ['/']],
  ];
  for (const [declaration, views, paths] of cases) {
    const store = createMemoryStore();
    const measure = measureOn(store, { now: noon }, declaration);
    for (const person of [1, 2, 3]) measure.count(view(person));
    const statistics = await measure.statistics(only);
    expect(statistics.totals.views).toBe(views);
    expect(statistics.paths.rows.map((row) => row.value)).toEqual(paths);
    if (declaration.measurement?.dimensions.length === 2) expect(statistics.referrers.rows).toEqual([]);
    await measure.close();
  }
});

test('M5 at the site’s midnight the key is zeroed and another made; the same person counts anew', async () => {
  const store = createMemoryStore();
  const clock = { now: Date.parse('2026-10-25T22:59:59Z') / 1000 };
  const bytes = createBytes();
  const declaration = identified(declarationOf({ k: 1 }, 'Europe/Paris'));
  const measure = createMeasure({ declaration, store, now: () => clock.now, random: bytes.random, flushEvery: 0 });
  expect(bytes.given).toHaveLength(0);
  measure.count(view(1));
  measure.count(view(1));
  expect(bytes.given).toHaveLength(1);
  clock.now += 1;
  await measure.flush();
  expect(bytes.given[0]).toEqual(new Uint8Array(32));
  measure.count(view(1));
  expect(bytes.given).toHaveLength(2);
  expect(bytes.given[1]).not.toEqual(new Uint8Array(32));
  const statistics = await measure.statistics({ from: '2026-10-25', to: '2026-10-26' });
  expect(statistics.days).toMatchObject([
    { day: '2026-10-25', views: 2, visitors: 1, provisional: false },
    { day: '2026-10-26', views: 1, visitors: 1, provisional: true },
  ]);
  expect(statistics.totals).toEqual({ views: 3, dailyVisitors: 2 });
  await measure.close();
  expect(bytes.given[1]).toEqual(new Uint8Array(32));
});

test('M5 a clock that goes back does not go back a day', async () => {
  const clock = { now: noon };
  const measure = measureOn(createMemoryStore(), clock);
  measure.count(view(1));
  clock.now -= 86_400;
  measure.count(view(2));
  expect((await measure.statistics(only)).totals.views).toBe(2);
  await measure.close();
});

test('M7 a restart during a day is marked with its time, the first start is not', async () => {
  const store = createMemoryStore();
  const shared = { ...store, close: async () => {} };
  const clock = { now: noon };
  for (const pause of [0, 60, 60]) {
    clock.now += pause;
    const measure = measureOn(shared, clock);
    for (const person of [1, 2, 3]) measure.count(view(person));
    await measure.close();
  }
  const idle = measureOn(shared, clock);
  expect((await idle.statistics(only)).days).toEqual([
    { day: today, views: 9, visitors: 9, provisional: true, keyChanges: [noon + 60, noon + 120] },
  ]);
  await idle.close();
});

test('M8 a cell reaches the store only when k visitors were in it, and what stays below dies at midnight', async () => {
  const store = createMemoryStore();
  const clock = { now: noon };
  const measure = measureOn(store, clock);
  const cells = async (): Promise<readonly string[]> =>
    (await store.readCounts('2000-01-01', '2100-01-01'))
      .filter((count) => count.dimension === 'path')
      .map((count) => `${count.value} ${count.views}`);
  for (const person of [1, 2]) measure.count(view(person, '/rare'));
  await measure.flush();
  expect(await cells()).toEqual([]);
  for (const person of [2, 3, 3]) measure.count(view(person, '/rare'));
  await measure.flush();
  expect(await cells()).toEqual(['/rare 5']);
  measure.count(view(9, '/rarer'));
  clock.now += 86_400;
  await measure.flush();
  for (const person of [1, 2]) measure.count(view(person, '/rarer'));
  await measure.flush();
  expect(await cells()).toEqual(['/rare 5']);
  await measure.close();
});

test('M9 a failed write is made good by the next, once, also over midnight', async () => {
  const store = createMemoryStore();
  const clock = { now: noon };
  const measure = measureOn(store, clock);
  for (const person of [1, 2, 3]) measure.count(view(person));
  store.failure = new MeasureError('MEASURE_STORE_BUSY');
  await expect(measure.flush()).rejects.toMatchObject({ code: 'MEASURE_STORE_BUSY' });
  clock.now += 86_400;
  measure.count(view(1));
  await expect(measure.flush()).rejects.toMatchObject({ code: 'MEASURE_STORE_BUSY' });
  store.failure = null;
  await Promise.all([measure.flush(), measure.flush(), measure.flush()]);
  const statistics = await measure.statistics({ from: today, to: '2026-11-24' });
  expect(statistics.days.map((day) => [day.views, day.visitors])).toEqual([
    [3, 3],
    [1, null],
  ]);
  expect((await store.readKeyStarts(today, '2026-11-24')).map((start) => start.day)).toEqual([today, '2026-11-24']);
  await measure.close();
});

test('M9 what a write under way gives back at close is written by close', async () => {
  const store = createMemoryStore();
  let openGate = (): void => {};
  const gate = new Promise<void>((resolve) => {
    openGate = resolve;
  });
  let writes = 0;
  const slow = {
    ...store,
    add: async (...batch: Parameters<typeof store.add>) => {
      writes += 1;
      if (writes > 1) return store.add(...batch);
      await gate;
      throw new MeasureError('MEASURE_STORE_BUSY');
    },
    close: async () => {},
  };
  const measure = measureOn(slow, { now: noon });
  measure.count(view(1));
  const flushed = measure.flush();
  const closed = measure.close();
  openGate();
  await expect(flushed).rejects.toMatchObject({ code: 'MEASURE_STORE_BUSY' });
  await closed;
  expect(await store.readCounts(today, today)).toMatchObject([{ views: 1 }]);
});

test('M10 the thousand-and-first value is in the total only', async () => {
  const measure = measureOn(createMemoryStore(), { now: noon }, declarationOf({ k: 1 }));
  for (let path = 0; path <= 1000; path += 1) measure.count(view(1, `/${path}`));
  measure.count(view(1, '/999'));
  measure.count(view(1, '/1000'));
  const statistics = await measure.statistics(only);
  expect(statistics.totals.views).toBe(1003);
  expect(statistics.paths.rows[0]).toEqual({ value: '/999', views: 2, dailyVisitors: 1 });
  expect(statistics.paths.rows).toHaveLength(100);
  expect(statistics.paths.other).toBe(1003 - 101);
  await measure.close();
});

test('M11 days beyond the retention are deleted', async () => {
  const store = createMemoryStore();
  await store.add(
    ['2026-10-23', '2026-10-24'].map((day) => ({ day, dimension: '', value: '', views: 1, visitors: 1 })),
    [],
  );
  const measure = measureOn(store, { now: noon });
  await measure.flush();
  expect((await store.readCounts('2000-01-01', '2100-01-01')).map((count) => count.day)).toEqual(['2026-10-24']);
  await measure.close();
});

test('M12 what was stored under a smaller k is held against the k of today', async () => {
  const store = createMemoryStore();
  const cell = { day: today, dimension: 'path', views: 9 };
  await store.add(
    [
      { day: today, dimension: '', value: '', views: 18, visitors: 5 },
      { ...cell, value: '/few', visitors: 2 },
      { ...cell, value: '/many', visitors: 3 },
    ],
    [],
  );
  const measure = measureOn(store, { now: noon });
  expect((await measure.statistics(only)).paths).toEqual({ rows: [{ value: '/many', views: 9, dailyVisitors: 3 }], other: 9 });
  await measure.close();
});

test('M13 visitors are null below k, rounded while the day lasts, exact afterwards', async () => {
  const clock = { now: noon };
  const measure = measureOn(createMemoryStore(), clock);
  const visitors = async (): Promise<unknown> => (await measure.statistics(only)).days[0]?.visitors;
  for (const person of [1, 2]) measure.count(view(person));
  expect(await visitors()).toBeNull();
  for (const person of [3, 4, 5]) measure.count(view(person));
  expect(await visitors()).toBe(3);
  clock.now += 86_400;
  expect(await visitors()).toBe(5);
  await measure.close();
});

test('M15 what is no range of days is refused', async () => {
  const measure = measureOn(createMemoryStore(), { now: noon });
  const ranges = [
    ['2026-11-24', '2026-11-23'],
    ['yesterday', today],
    [today, '2026-02-30'],
    ['2024-09-14', today],
  ] as const;
  for (const [from, to] of ranges) await expect(measure.statistics({ from, to })).rejects.toMatchObject({ code: 'MEASURE_QUERY_INVALID' });
  expect((await measure.statistics({ from: '2024-09-15', to: today })).days).toHaveLength(800);
  await measure.close();
});

test('M16 the answer says under which exemption it counts, for the default profile', async () => {
  const measure = measureOn(createMemoryStore(), { now: noon });
  const statistics = await measure.statistics(only);
  expect(statistics).toMatchObject({ declaration: 'e'.repeat(64), timeZone: 'Australia/Brisbane', k: 3, ...only });
  expect(statistics.basis).toEqual({
    profile: 'uk',
    purpose: 'visits',
    tier: 'A',
    kind: 'objectable',
    ground: 'PECR Schedule A1',
    because: { source: 'https://example.org/guidance', asOf: '2026-02-05', verified: false },
  });
  await measure.close();
  const consented = measureOn(createMemoryStore(), { now: noon }, { ...declarationOf(), profiles: { default: 'fr', offered: ['fr'] } });
  expect((await consented.statistics(only)).basis).toMatchObject({ profile: 'fr', kind: 'consent', ground: null, because: null });
  await consented.close();
});

test('M17 close writes what is left; later nothing is counted and calls are refused', async () => {
  const store = createMemoryStore();
  const kept = { ...store, close: async () => {} };
  const measure = measureOn(kept, { now: noon });
  measure.count(view(1));
  await measure.close();
  await measure.close();
  measure.count(view(2));
  expect((await store.readCounts(today, today)).map((count) => count.views)).toEqual([1]);
  await expect(measure.flush()).rejects.toMatchObject({ code: 'MEASURE_CLOSED' });
  await expect(measure.statistics(only)).rejects.toMatchObject({ code: 'MEASURE_CLOSED' });
  const failing = createMemoryStore();
  const last = measureOn(failing, { now: noon });
  last.count(view(1));
  failing.failure = new MeasureError('MEASURE_STORE_FULL');
  await expect(last.close()).rejects.toMatchObject({ code: 'MEASURE_STORE_FULL' });
  expect(failing.closed()).toBe(true);
});
