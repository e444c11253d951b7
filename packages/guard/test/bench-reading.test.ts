import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bars, judge, reaches, speedRatio } from '../bench/bars.ts';
import { readFigures } from '../bench/figures.ts';
import { layOut } from '../bench/lay-out.ts';
import type { Sample } from '../bench/measures/rounds.ts';
import { slopeOf } from '../bench/measures/slope.ts';
import { summariseLooks } from '../bench/measures/soak.ts';
import { readOptions } from '../bench/options.ts';
import { holdAgainst } from '../bench/parsers/names.ts';
import { bareName } from '../bench/peers/all.ts';
import type { Results } from '../bench/results.ts';
import { renderBars } from '../bench/table.ts';

test('B1 options have their defaults, and what cannot be read is refused', () => {
  expect(readOptions([])).toEqual({ rounds: 15, seconds: 1, seed: 1, soak: 0, idle: 2000, out: null, only: [] });
  expect(readOptions(['--rounds', '2', '--soak', '5', '--idle', '0', '--only', 'undici,,httpxy', '--out', 'x.json'])).toMatchObject({
    ...{ rounds: 2, soak: 5, idle: 0, only: ['undici', 'httpxy'], out: 'x.json' },
  });
  expect(readOptions(['--help', '--rounds', 'x'])).toBe('help');
  for (const args of [
    ['--rounds', '0'],
    ['--rounds', '1.5'],
    ['--seconds', '-1'],
    ['--soak', 'x'],
    ['--idle', ''],
    ['--unknown'],
    ['word'],
  ])
    expect(readOptions(args), args.join(' ')).toBeNull();
});

const sampleOf = (entry: string, round: number, cpu: number, asked: Sample['asked'] = 'small'): Sample => ({
  ...{ entry, round, cpu, asked, way: 'many', perSecond: 1e6 / cpu, p50: cpu, p99: 2 * cpu },
});

const nothing: Results = {
  ...{ entries: [], measured: { samples: [], voided: [], leaked: [] }, parsed: null, hostile: null, idle: [], soak: null, soaked: false },
};

test('B5 ratios and differences are those within a round, of the loads that are meant', () => {
  const which = { asked: 'small', way: 'many' } as const;
  const samples = [1, 2, 3].flatMap((round) => [sampleOf('guard', round, 120 * round), sampleOf('dispatch', round, 100 * round)]);
  const figures = readFigures([...samples, sampleOf('guard', 1, 9000, 'page')], 1);
  expect(figures.middle('guard', which, 'cpu').median).toBe(240);
  expect(figures.ratio(['guard', which], ['dispatch', which], 'cpu')).toMatchObject({ median: 1.2, low: 1.2, high: 1.2, n: 3 });
  expect(figures.added('guard', 'dispatch', which, 'p50').median).toBe(40);
  expect(figures.ratio(['guard', which], ['nobody', which], 'cpu').n).toBe(0);
});

test('B6 what was not measured reaches no bar', () => {
  for (const { value, met, label } of judge(nothing, readFigures([], 1))) {
    expect(value, label).toBeNull();
    expect(met, label).toBe(false);
  }
  expect(bars.some(({ label }) => label.includes('soak'))).toBe(true);
  expect(judge(nothing, readFigures([], 1)).some(({ label }) => label.includes('soak'))).toBe(false);
  expect(judge({ ...nothing, soaked: true }, readFigures([], 1)).find(({ label }) => label.includes('soak'))).toMatchObject({ met: false });
});

test('B6 a bar is reached at its limit and missed beyond it', () => {
  expect(reaches({ sense: 'at most', limit: 1.25 }, 1.25)).toBe(true);
  expect(reaches({ sense: 'at most', limit: 1.25 }, { median: 1.26, low: 1, high: 2, n: 3 })).toBe(false);
  expect(reaches({ sense: 'at least', limit: 0.8 }, 0.8)).toBe(true);
  expect(reaches({ sense: 'at least', limit: 0.8 }, Number.NaN)).toBe(false);
});

test('B6 beside several peers the one counts that is worst for the guard', () => {
  const entries = ['one', 'two'].map((name) => ({ name, kind: 'peer', version: '' }) as const);
  const samples = [sampleOf('guard', 1, 100), sampleOf('one', 1, 200), sampleOf('two', 1, 80)];
  const judged = judge({ ...nothing, entries, measured: { ...nothing.measured, samples } }, readFigures(samples, 1));
  const [cpu, speed] = judged.filter(({ label }) => label.includes('Node peer'));
  expect(cpu).toMatchObject({ note: 'two', met: false, value: { median: 1.25 } });
  expect(speed).toMatchObject({ note: 'two', met: true, value: { median: 0.8 } });
  expect(renderBars(judged)).toMatch(/cheapest Node peer.*1\.25.*FAIL/);
});

test('B6 one undeclared cookie, wherever it came through, misses the bar', () => {
  const judgedOf = (leaked: readonly string[], hostile: readonly string[], missing: readonly string[] = []) =>
    judge(
      { ...nothing, measured: { ...nothing.measured, leaked }, hostile: { routes: 3, leaked: hostile, missing } },
      readFigures([], 1),
    ).find(({ label }) => label.includes('undeclared'));
  expect(judgedOf([], [])).toMatchObject({ value: 0, met: true });
  expect(judgedOf(['_ga'], [])).toMatchObject({ value: 1, met: false });
  expect(judgedOf([], ['101: _ga'])).toMatchObject({ value: 1, met: false });
  expect(judgedOf([], [], ['200'])).toMatchObject({ value: null, met: false });
});

test('B7 the slope is that of the line, and noise about it does not turn it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 2, max: 30 }), (rise, count) => {
      const points = Array.from({ length: count }, (_, at) => ({ at, value: 7 + rise * at }));
      expect(slopeOf(points)).toBeCloseTo(rise, 6);
    }),
  );
  expect(slopeOf([{ at: 1, value: 5 }])).toBeNaN();
  const looks = Array.from({ length: 30 }, (_, at) => ({ at: at * 10, resident: 5e7, heap: 1e7 + (at < 10 ? at * 1e6 : 1e7) + (at % 2) }));
  expect(Math.abs(summariseLooks(looks).heapGrowth)).toBeLessThan(10);
  const leaking = looks.map((look) => ({ ...look, heap: look.heap + look.at * 1000 }));
  expect(summariseLooks(leaking).heapGrowth).toBeGreaterThan(150_000);
});

test('B8 a parser is held against the name under which each line was stored', () => {
  const vectors = [
    {
      id: 'plain',
      setCookie: ['foo=bar; max-age=60', 'foo1=bar; max-age=60'],
      stored: ['foo', 'foo1'].map((name) => ({ name, value: 'bar' })),
    },
    { id: 'nameless', setCookie: ['a=b', ' token '], stored: [{ name: '', value: 'token' }] },
    { id: 'bytes', setCookie: ['\u00a0n=1'], stored: [{ name: '\u00a0n', value: '1' }] },
    { id: 'none', setCookie: ['x\u0001=1'] },
  ];
  const naive = holdAgainst(vectors, { name: 'naive', read: (line) => line.split(/[;=]/)[0]?.trim() ?? null });
  expect(naive).toEqual({ reader: 'naive', cookies: 4, notSeen: 0, wrong: 1, examples: ['nameless'] });
  const strict = holdAgainst(vectors, {
    name: 'strict',
    read: (line) => {
      if (line.charCodeAt(0) > 0x7f) throw new Error('Not ASCII');
      return line.includes('=') ? (line.split('=')[0] ?? null) : null;
    },
  });
  expect(strict).toMatchObject({ notSeen: 2, wrong: 0, examples: ['nameless', 'bytes'] });
});

test('B8 the time of a parser is held against that of the same run', () => {
  const speeds = [
    { reader: 'cookie', nanoseconds: [100, 200, 400] },
    { reader: 'core, name only', nanoseconds: [30, 60, 120] },
  ];
  const results = { ...nothing, parsed: { names: null, speeds } };
  expect(speedRatio(results, 'core, name only', 1)).toMatchObject({ median: 0.3, low: 0.3, high: 0.3 });
  expect(speedRatio(results, 'nobody', 1)).toBeNull();
});

test('B10 columns of a table stand under one another, and a package keeps its scope without its version', () => {
  const rows = [
    ['', 'one'],
    ['long name', '1'],
  ];
  expect(layOut(rows).split('\n')).toEqual(['           one', 'long name    1']);
  expect(['http-proxy@1.18', '@fastify/http-proxy', '@hono/node-server@2', 'hono'].map(bareName)).toEqual([
    'http-proxy',
    '@fastify/http-proxy',
    '@hono/node-server',
    'hono',
  ]);
});
