import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bars, reaches } from '../bench/bars.ts';
import { findInsertions } from '../bench/insertions.ts';
import { addSizes, sizeOf, takeApart } from '../bench/measures/sizes.ts';
import { outermostTime, scriptTime } from '../bench/measures/trace-events.ts';
import { readOptions } from '../bench/options.ts';
import { layOut } from '../bench/table.ts';

const page = '<html><head><title>A page</title></head><body><p>With some words in it, so that places differ.</p></body></html>';

test('B6 what was put into a page is found, wherever it stands', () => {
  const changed = page.replace('<head>', '<head><script>1</script>').replace('</body>', '<p>way back</p></body>');
  expect(findInsertions(page, changed)?.join('|')).toBe('<script>1</script>|<p>way back</p>');
  expect(findInsertions(page, page)).toEqual([]);
  expect(findInsertions(page, `${page}<!-- end -->`)).toEqual(['<!-- end -->']);
});

test('B6 a page of which something was taken away has no insertions to count', () => {
  expect(findInsertions(page, page.replace('<title>A page</title>', ''))).toBeNull();
  expect(findInsertions(page, '')).toBeNull();
});

test('B6 no byte of an insertion is lost', () => {
  fc.assert(
    fc.property(fc.nat(page.length), fc.string({ minLength: 1 }), (at, piece) => {
      const pieces = findInsertions(page, page.slice(0, at) + piece + page.slice(at));
      expect(pieces?.join('').length).toBe(piece.length);
    }),
  );
});

test('B7 markup is taken apart into data, scripts, styles and the rest', () => {
  const markup =
    '<script type="application/json" id="x">{"a":1}</script><script nonce="n">run()</script><style media="all">p{}</style><p>words</p>';
  expect(takeApart(markup)).toEqual({ state: '{"a":1}', script: 'run()', style: 'p{}', html: '<p>words</p>' });
});

test('B7 nothing has no size, and sizes add up', () => {
  expect(sizeOf('')).toEqual({ bytes: 0, brotli: 0, gzip: 0 });
  const one = sizeOf('a'.repeat(1000));
  expect(one.bytes).toBe(1000);
  expect(one.brotli).toBeLessThan(100);
  expect(addSizes([one, one]).brotli).toBe(2 * one.brotli);
});

test('B8 an event that lies in another counts with it, and the time of the processor goes before that of the clock', () => {
  const event = (ts: number, dur: number, tdur?: number) => ({
    ...{ name: 'FunctionCall', ph: 'X', pid: 1, tid: 1, ts, dur },
    ...(tdur === undefined ? {} : { tdur }),
  });
  expect(outermostTime([event(30, 5), event(0, 20), event(5, 10), event(0, 4)])).toBe(25);
  expect(outermostTime([event(0, 20, 12), event(2, 6, 6), event(20, 10)])).toBe(22);
  expect(outermostTime([])).toBe(0);
});

test('B8 only scripts on the main thread of the page count', () => {
  const args = { data: { documentLoaderURL: 'http://a/' } };
  const event = (name: string, ts: number, place: { readonly pid?: number; readonly tid?: number } = {}) => ({
    ...{ name, ts, ph: 'X', dur: 1000, pid: 1, tid: 1 },
    ...place,
  });
  const events = [
    { ...event('navigationStart', 0), args },
    event('EvaluateScript', -900),
    event('EvaluateScript', 0),
    event('FunctionCall', 1500),
    event('v8.compile', 100),
    event('Layout', 5000),
    event('EvaluateScript', 9000, { tid: 2 }),
    event('EvaluateScript', 9000, { pid: 2 }),
  ];
  expect(scriptTime(events, 'http://a/')).toBe(2);
  expect(scriptTime(events, 'http://b/')).toBeNull();
});

test('B9 what was not measured reaches no bar, and the limit itself is enough except where less is asked', () => {
  for (const bar of bars) {
    expect(reaches(bar, 'rendered', null)).toBe(false);
    expect(reaches(bar, 'script', Number.NaN)).toBe(false);
    expect(reaches(bar, 'rendered', bar.limit.rendered)).toBe(bar.sense !== 'below');
    const worse = bar.sense === 'at least' ? -1 : 1;
    expect(reaches(bar, 'rendered', bar.limit.rendered + worse * 0.001)).toBe(false);
  }
});

test('B10 options that cannot be read are refused', () => {
  expect(readOptions([])).toEqual({ rounds: 30, traceRounds: 5, seed: 1, out: null, only: [] });
  expect(readOptions(['--rounds', '2', '--only', 'klaro,Candor'])).toMatchObject({ rounds: 2, traceRounds: 2, only: ['klaro', 'Candor'] });
  expect(readOptions(['--help'])).toBe('help');
  for (const wrong of [['--rounds', '0'], ['--rounds', 'x'], ['--seed', '1.5'], ['--what'], ['file']])
    expect(readOptions(wrong)).toBeNull();
});

test('B11 columns of a table stand under one another', () => {
  const lines = layOut([
    ['', 'one'],
    ['long name', '1'],
  ]).split('\n');
  expect(lines).toEqual(['           one', 'long name    1']);
});
