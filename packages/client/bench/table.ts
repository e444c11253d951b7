// The tables of the terminal: entries as rows, so that they fit a window; then the bars.
import type { Estimate } from '@candor/testkit';
import type { Bar, Measured, Mode } from './bars.ts';
import { bars, goneAlone, reaches } from './bars.ts';
import { countOutcomes } from './measures/outcomes.ts';

/** A table as text: the first column to the left, the others to the right. */
export function layOut(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}

const NONE = '-';
const whole = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? NONE : Math.round(value).toLocaleString('en');
const fine = (value: number): string =>
  Number.isNaN(value) ? NONE : Number.isFinite(value) ? String(Number(value.toFixed(value < 10 ? 2 : 1))) : 'never';
const within = ({ median, low, high }: Estimate): string => (Number.isNaN(median) ? NONE : `${fine(median)} [${fine(low)}, ${fine(high)}]`);
const yes = (value: boolean | undefined): string => (value === undefined ? NONE : value ? 'yes' : 'no');
const count = (list: readonly unknown[] | null | undefined): string => (list === undefined || list === null ? NONE : String(list.length));

type Column = readonly [heading: string, read: (measured: Measured) => string];

const sizes: readonly Column[] = [
  ['version', ({ result }) => result.version],
  ['br total', ({ result }) => whole(result.bytes?.total.brotli)],
  ['gz total', ({ result }) => whole(result.bytes?.total.gzip)],
  [
    'script br',
    ({ result }) => whole(result.bytes?.files.filter(({ kind }) => kind === 'script').reduce((sum, { brotli }) => sum + brotli, 0)),
  ],
  [
    'style br',
    ({ result }) => whole(result.bytes?.files.filter(({ kind }) => kind === 'style').reduce((sum, { brotli }) => sum + brotli, 0)),
  ],
  ['in HTML br', ({ result }) => whole(result.bytes?.inserted.brotli)],
  ['later br', ({ result }) => whole(result.bytes?.later.reduce((sum, { brotli }) => sum + brotli, 0))],
  ['centre br', ({ result }) => whole(result.bytes?.centre?.reduce((sum, { brotli }) => sum + brotli, 0))],
  ['requests', ({ result, summary }) => (result.loads.length === 0 ? NONE : String(summary.requests))],
];

const times: readonly Column[] = [
  ['usable ms', ({ summary }) => whole(summary.usable.median)],
  ['x static [95 %]', ({ summary }) => within(summary.ratio)],
  ['script ms [95 %]', ({ summary }) => within(summary.script)],
  ['shift', ({ summary }) => fine(summary.shift)],
  ['largest', ({ summary }) => String(summary.largestInBanner)],
  ['accept ms', ({ summary }) => fine(summary.accept)],
  ['reject ms', ({ summary }) => fine(summary.reject)],
  ['inline after ms', ({ summary }) => fine(summary.inlineAfter)],
  ['same task', ({ summary }) => yes(summary.sameTask ?? undefined)],
];

const behaviours: readonly Column[] = [
  [
    'undeclared: before',
    ({ result: { undeclared } }) =>
      undeclared === undefined ? NONE : `${countOutcomes(undeclared.before, 'stopped')}+${countOutcomes(undeclared.before, 'purged')}`,
  ],
  [
    'after no',
    ({ result: { undeclared } }) =>
      undeclared === undefined ? NONE : `${countOutcomes(undeclared.after, 'stopped')}+${countOutcomes(undeclared.after, 'purged')}`,
  ],
  ['traces of 4', ({ result }) => String(goneAlone(result.withdrawalAlone) ?? NONE)],
  ['of 5', ({ result }) => String(result.withdrawal?.gone.length ?? NONE)],
  ['2nd tab', ({ result }) => yes(result.behaviour?.secondTab)],
  ['GPC', ({ result }) => yes(result.behaviour?.signal)],
  ['no script', ({ result }) => yes(result.behaviour?.withoutScript)],
  ['re-ask', ({ result }) => yes(result.behaviour?.asksAgain)],
  ['axe', ({ result }) => count(result.access?.banner)],
  ['axe centre', ({ result }) => count(result.access?.centre)],
];

function renderColumns(measured: readonly Measured[], columns: readonly Column[]): string {
  const heading = ['', ...columns.map(([name]) => name)];
  return layOut([heading, ...measured.map((one) => [one.result.name, ...columns.map(([, read]) => read(one))])]);
}

/** What was measured of every entry. */
export function renderTables(measured: readonly Measured[]): string {
  const titled = (title: string, columns: readonly Column[]): string => `${title}\n${renderColumns(measured, columns)}`;
  return [
    titled('Bytes before the question can be answered, and requests', sizes),
    titled('On a processor four times slower (medians; ratios and differences within a round)', times),
    titled('Behaviour (undeclared: stopped + taken back, of 11)', behaviours),
  ].join('\n\n');
}

/** One bar of one mode, judged. */
export type Judged = {
  readonly bar: string;
  readonly mode: Mode;
  readonly limit: number;
  readonly value: number | null;
  readonly met: boolean;
};

/** Holds Candor in one mode against every bar. */
export function judge(measured: Measured, mode: Mode): readonly Judged[] {
  return bars.map((bar) => {
    const value = bar.read(measured);
    return { bar: bar.label, mode, limit: bar.limit[mode], value, met: reaches(bar, mode, value) };
  });
}

const sign = { 'at most': '<=', 'at least': '>=', below: '<' } as const;

function bestOfPeers(bar: Bar, peers: readonly Measured[]): string {
  const values = peers.flatMap((peer) => {
    const value = bar.read(peer);
    return value === null || !Number.isFinite(value) ? [] : [{ value, name: peer.result.name }];
  });
  const order = bar.sense === 'at least' ? -1 : 1;
  const [best] = values.sort((a, b) => order * (a.value - b.value));
  return best === undefined ? NONE : `${fine(best.value)} (${best.name})`;
}

/** The bars with both modes and the best peer beside them. */
export function renderBars(judged: readonly Judged[], peers: readonly Measured[]): string {
  const cell = (label: string, mode: Mode): readonly string[] => {
    const found = judged.find((one) => one.bar === label && one.mode === mode);
    if (found === undefined) return [NONE, NONE];
    return [found.value === null ? NONE : fine(found.value), found.met ? 'ok' : 'FAIL'];
  };
  const rows = bars.map((bar) => {
    const limits = (['rendered', 'script'] as const).map(
      (mode) => `${sign[bar.sense]} ${bar.limit[mode]}${bar.unit === undefined ? '' : ` ${bar.unit}`}`,
    );
    const [rendered = '', script = ''] = limits;
    return [bar.label, rendered, ...cell(bar.label, 'rendered'), script, ...cell(bar.label, 'script'), bestOfPeers(bar, peers)];
  });
  return layOut([['Bars', 'rendered', '', '', 'script tag', '', '', 'best peer'], ...rows]);
}
