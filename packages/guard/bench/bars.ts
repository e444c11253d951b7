// The bars: what the guard must reach. Peers are shown beside it and held to nothing.
import type { Estimate } from '@candor/testkit';
import { createRandom, estimateMedian } from '@candor/testkit';
import type { Figures, Quantity, Which } from './figures.ts';
import { nameScan, speedBase, wholeScan } from './parsers/reader-names.ts';
import type { Results } from './results.ts';

/** What a bar is held against; `note` says what stands behind the number. */
export type Reading = { readonly value: Estimate | number | null; readonly note: string };

/** One bar. A reading of null is never enough. */
export type Bar = {
  readonly label: string;
  readonly sense: 'at most' | 'at least';
  readonly limit: number;
  /** Left out where it was not asked for. */
  readonly applies?: (results: Results) => boolean;
  readonly read: (results: Results, figures: Figures) => Reading;
};

/** One bar, judged. */
export type Judged = Reading & { readonly label: string; readonly sense: Bar['sense']; readonly limit: number; readonly met: boolean };

const small: Which = { asked: 'small', way: 'many' };
const page: Which = { asked: 'page', way: 'many' };
const documents: Which = { asked: 'document', way: 'many' };
const encoded: Which = { asked: 'encoded', way: 'many' };

const measured = (value: Estimate): Estimate | null => (value.n === 0 ? null : value);

const overFloor =
  (which: Which): Bar['read'] =>
  (_, figures) => ({ value: measured(figures.ratio(['guard', which], ['dispatch', which], 'cpu')), note: '' });

/** The guard ÷ each peer; the least favourable of them counts. */
const besidePeers =
  (quantity: Quantity, order: 1 | -1): Bar['read'] =>
  ({ entries }, figures) => {
    const peers = entries.filter(({ kind }) => kind === 'peer');
    const ratios = peers
      .map(({ name }) => ({ name, ratio: figures.ratio(['guard', small], [name, small], quantity) }))
      .filter(({ ratio }) => ratio.n > 0)
      .sort((a, b) => order * (b.ratio.median - a.ratio.median));
    const [worst] = ratios;
    return worst === undefined ? { value: null, note: 'no peer' } : { value: worst.ratio, note: worst.name };
  };

const injected =
  (which: Which, base: string): Bar['read'] =>
  (_, figures) => ({ value: measured(figures.ratio(['guard', which], [base, which], 'perSecond')), note: '' });

function readNames({ parsed }: Results): Reading {
  const own = parsed?.names?.filter(({ reader }) => reader === nameScan || reader === wholeScan) ?? [];
  const [first] = own;
  if (first === undefined) return { value: null, note: 'no vectors' };
  const astray = own.reduce((sum, { notSeen, wrong }) => sum + notSeen + wrong, 0);
  return { value: astray, note: `of ${first.cookies} stored cookies` };
}

/** A parser's time ÷ that of the one it is held against, run by run. */
export function speedRatio({ parsed }: Results, reader: string, seed: number): Estimate | null {
  const timesOf = (name: string): readonly number[] => parsed?.speeds.find((speed) => speed.reader === name)?.nanoseconds ?? [];
  const base = timesOf(speedBase);
  const ratios = timesOf(reader).flatMap((time, at) => (base[at] === undefined ? [] : [time / base[at]]));
  return ratios.length === 0 ? null : estimateMedian(ratios, { random: createRandom(seed) });
}

const MEBIBYTE = 1_048_576;

/** In the order in which they are printed. */
export const bars: readonly Bar[] = [
  { label: 'CPU per request ÷ dispatch, small', sense: 'at most', limit: 1.25, read: overFloor(small) },
  { label: 'CPU per request ÷ dispatch, 64 KiB passed through', sense: 'at most', limit: 1.25, read: overFloor(page) },
  { label: 'CPU per request ÷ cheapest Node peer, small', sense: 'at most', limit: 1, read: besidePeers('cpu', 1) },
  { label: 'requests per second ÷ best Node peer, small', sense: 'at least', limit: 0.8, read: besidePeers('perSecond', -1) },
  { label: 'page injected ÷ passed through, req/s', sense: 'at least', limit: 0.7, read: injected(documents, 'dispatch') },
  { label: 'gzip page injected ÷ recoded, req/s', sense: 'at least', limit: 0.7, read: injected(encoded, 'recode') },
  {
    label: 'undeclared cookies that reached the client',
    sense: 'at most',
    limit: 0,
    read: ({ measured: { leaked }, hostile }) => ({
      value: hostile === null || hostile.missing.length > 0 ? null : leaked.length + hostile.leaked.length,
      note: `over ${hostile?.routes ?? 0} hostile routes`,
    }),
  },
  { label: 'cookie names other than Chromium stored', sense: 'at most', limit: 0, read: readNames },
  {
    label: 'name scan ÷ parser of cookie, time',
    sense: 'at most',
    limit: 0.4,
    read: (results) => ({ value: speedRatio(results, nameScan, 1), note: '' }),
  },
  {
    label: 'growth of the heap in the soak, MiB',
    sense: 'at most',
    limit: 1,
    applies: ({ soaked }) => soaked,
    read: ({ soak }) => ({ value: soak === null ? null : soak.heapGrowth / MEBIBYTE, note: '' }),
  },
];

const numberOf = (value: Reading['value']): number => (typeof value === 'number' ? value : (value?.median ?? Number.NaN));

/** Whether a reading reaches a bar; what was not measured does not. */
export function reaches({ sense, limit }: Pick<Bar, 'sense' | 'limit'>, value: Reading['value']): boolean {
  const number = numberOf(value);
  return sense === 'at least' ? number >= limit : number <= limit;
}

/** Holds a run against every bar that applies. */
export function judge(results: Results, figures: Figures): readonly Judged[] {
  return bars
    .filter(({ applies }) => applies?.(results) ?? true)
    .map((bar) => {
      const { value, note } = bar.read(results, figures);
      return { label: bar.label, sense: bar.sense, limit: bar.limit, value, note, met: reaches(bar, value) };
    });
}
