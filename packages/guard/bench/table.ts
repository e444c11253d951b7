// The tables of the terminal: entries as rows, so that they fit a window; then the bars.
import type { Estimate } from '@candor/testkit';
import { median } from '@candor/testkit';
import type { Judged } from './bars.ts';
import { speedRatio } from './bars.ts';
import type { Case } from './cases.ts';
import type { Figures, Quantity, Which } from './figures.ts';
import { layOut } from './lay-out.ts';
import type { Idle } from './measures/idle.ts';
import type { Soak } from './measures/soak.ts';
import type { Results } from './results.ts';

const NONE = '-';
const KIBIBYTE = 1024;
const fine = (value: number): string => (Number.isFinite(value) ? String(Number(value.toFixed(Math.abs(value) < 10 ? 2 : 0))) : NONE);
const within = ({ median: middle, low, high, n }: Estimate): string => (n === 0 ? NONE : `${fine(middle)} [${fine(low)}, ${fine(high)}]`);

function renderProxies({ entries }: Results, figures: Figures, base: string): string {
  const rows = entries
    .filter(({ kind }) => kind !== 'direct' && kind !== 'recode')
    .map(({ name, version }) => {
      const one = (asked: Case['id'], quantity: Quantity): readonly string[] => {
        const which: Which = { asked, way: 'many' };
        const middle = figures.middle(name, which, quantity);
        return [middle.n === 0 ? NONE : fine(middle.median), within(figures.ratio([name, which], [base, which], quantity))];
      };
      return [name, version, ...one('small', 'cpu'), ...one('page', 'cpu'), ...one('small', 'perSecond'), ...one('page', 'perSecond')];
    });
  const over = `÷ ${base} [95 %]`;
  const heading = ['', 'version', 'small CPU µs', over, '64 KiB CPU µs', over, 'small req/s', over, '64 KiB req/s', over];
  return layOut([heading, ...rows]);
}

function renderLatency({ entries }: Results, figures: Figures): string {
  const rows = entries
    .filter(({ kind }) => kind !== 'recode')
    .map(({ name, kind }) => {
      const cell = (asked: Case['id'], quantity: Quantity): string => {
        const which: Which = { asked, way: 'one' };
        return within(kind === 'direct' ? figures.middle(name, which, quantity) : figures.added(name, 'direct', which, quantity));
      };
      return [
        kind === 'direct' ? 'direct, itself' : name,
        cell('small', 'p50'),
        cell('small', 'p99'),
        cell('page', 'p50'),
        cell('page', 'p99'),
      ];
    });
  return layOut([['', 'small p50 µs', 'p99 µs', '64 KiB p50 µs', 'p99 µs'], ...rows]);
}

function renderPages(figures: Figures): string {
  const row = (label: string, entry: string, base: string, cases: readonly [asked: Case['id'], passed?: Case['id']]): readonly string[] => {
    const [asked, passed = asked] = cases;
    const which: Which = { asked, way: 'many' };
    const middle = (quantity: Quantity): string => within(figures.middle(entry, which, quantity));
    return [
      label,
      middle('perSecond'),
      within(figures.ratio([entry, which], [base, { asked: passed, way: 'many' }], 'perSecond')),
      middle('cpu'),
    ];
  };
  return layOut([
    ['', 'req/s', '÷ without injection', 'CPU µs'],
    row('passed through by dispatch', 'dispatch', 'dispatch', ['document']),
    row('injected by the guard', 'guard', 'dispatch', ['document']),
    row('the same beside the guard, passed through', 'guard', 'guard', ['document', 'page']),
    row('gzip, decoded and encoded again', 'recode', 'recode', ['encoded']),
    row('gzip, injected by the guard', 'guard', 'recode', ['encoded']),
  ]);
}

function renderParsers(results: Results): string {
  const { parsed } = results;
  const rows = (parsed?.speeds ?? []).map(({ reader, nanoseconds }) => {
    const names = parsed?.names?.find((one) => one.reader === reader);
    const ratio = speedRatio(results, reader, 1);
    return [
      reader,
      ...(names === undefined ? [NONE, NONE, NONE] : [String(names.cookies), String(names.notSeen), String(names.wrong)]),
      fine(median(nanoseconds)),
      ratio === null ? NONE : within(ratio),
    ];
  });
  return layOut([['', 'stored', 'not seen', 'wrong name', 'ns per line', '÷ cookie [95 %]'], ...rows]);
}

function renderIdle(idle: readonly Idle[]): string {
  const rows = idle
    .filter(({ open }) => open > 0)
    .map(({ name, before, after, heap, open }) => [
      name,
      String(open),
      fine(before / KIBIBYTE),
      fine(after / KIBIBYTE),
      fine((after - before) / open / KIBIBYTE),
      heap === 0 ? NONE : fine(heap / open / KIBIBYTE),
    ]);
  return layOut([['', 'open', 'KiB before', 'KiB with them', 'KiB each', 'of it heap'], ...rows]);
}

function renderSoak({ looks, requests, failures, heap, heapGrowth, residentGrowth }: Soak): string {
  const kib = (bytes: number): string => fine(bytes / KIBIBYTE);
  return [
    `${requests} requests, ${failures} failures, ${looks.length} looks`,
    `heap ${kib(heap)} KiB; in the last two thirds heap ${kib(heapGrowth)} KiB, resident ${kib(residentGrowth)} KiB more`,
  ].join('\n');
}

/** What was measured. `base` is what all proxies are held against. */
export function renderTables(results: Results, figures: Figures, base: string): string {
  const titled = (title: string, table: string): string => `${title}\n${table}`;
  const { idle, soak } = results;
  return [
    titled('Proxies, 32 connections, 18 cookies an answer (medians; ratios within a round)', renderProxies(results, figures, base)),
    titled('Added to the time of a lone request [95 %]', renderLatency(results, figures)),
    titled('Pages of 64 KiB [95 %]', renderPages(figures)),
    titled('Parsers of Set-Cookie, against what Chromium stored', renderParsers(results)),
    ...(idle.some(({ open }) => open > 0) ? [titled('Connections held open', renderIdle(idle))] : []),
    ...(soak === null ? [] : [titled('Soak', renderSoak(soak))]),
  ].join('\n\n');
}

const sign = { 'at most': '<=', 'at least': '>=' } as const;

/** The bars with what was read. */
export function renderBars(judged: readonly Judged[]): string {
  const rows = judged.map(({ label, sense, limit, value, note, met }) => [
    label,
    `${sign[sense]} ${limit}`,
    value === null ? 'not measured' : typeof value === 'number' ? fine(value) : within(value),
    met ? 'PASS' : 'FAIL',
    note,
  ]);
  return layOut([['Bars', 'bar', 'read [95 %]', '', ''], ...rows]);
}
