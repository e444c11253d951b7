// The bars: what Candor must reach, in either mode. Peers are shown beside it and held to nothing.

import { countOutcomes } from './measures/outcomes.ts';
import { addSizes } from './measures/sizes.ts';
import type { Withdrawal } from './measures/withdrawal.ts';
import type { Result, Summary } from './results.ts';

/** How Candor is delivered. */
export type Mode = 'rendered' | 'script';

/** What a bar looks at. */
export type Measured = { readonly result: Result; readonly summary: Summary };

/** One bar. `read` gives a number to hold against the limit, or null where it was not measured, which is never enough. */
export type Bar = {
  readonly label: string;
  readonly sense: 'at most' | 'at least' | 'below';
  readonly limit: { readonly [M in Mode]: number };
  readonly unit?: string;
  readonly read: (measured: Measured) => number | null;
};

const both = (limit: number): Bar['limit'] => ({ rendered: limit, script: limit });
const finite = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Traces that a page can reach: all but the one that scripts do not see. */
export function goneAlone(withdrawal: Withdrawal | null | undefined): number | null {
  return withdrawal === undefined || withdrawal === null ? null : withdrawal.gone.filter((kind) => kind !== 'http').length;
}

function countYes({ result: { behaviour } }: Measured): number | null {
  return behaviour === undefined || behaviour === null ? null : Object.values(behaviour).filter((yes) => yes).length;
}

function stopped({ result: { undeclared } }: Measured): number | null {
  if (undeclared === undefined) return null;
  return Math.min(countOutcomes(undeclared.before, 'stopped'), countOutcomes(undeclared.after, 'stopped'));
}

function violations({ result: { access } }: Measured): number | null {
  if (access === undefined || access.banner === null || access.centre === null) return null;
  return access.banner.length + access.centre.length;
}

// A peer's centre travels with its question: there is nothing more to count.
function centreSize({ result: { bytes, kind } }: Measured): number | null {
  if (kind === 'peer') return null;
  return bytes === undefined || bytes.centre === null ? null : addSizes(bytes.centre).brotli;
}

/** In the order in which they are printed. */
export const bars: readonly Bar[] = [
  {
    label: 'bytes before the question, brotli',
    sense: 'at most',
    limit: { rendered: 6000, script: 7000 },
    read: ({ result }) => result.bytes?.total.brotli ?? null,
  },
  { label: 'preference centre, brotli', sense: 'at most', limit: both(6000), read: centreSize },
  {
    label: 'requests before the question',
    sense: 'at most',
    limit: { rendered: 0, script: 1 },
    read: ({ result, summary }) => (result.loads.length === 0 ? null : summary.requests),
  },
  {
    label: 'navigation to usable, times static (upper bound)',
    sense: 'at most',
    limit: { rendered: 1.2, script: 1.6 },
    read: ({ summary }) => finite(summary.ratio.high),
  },
  {
    label: 'trace time of the script at 4x',
    unit: 'ms',
    sense: 'at most',
    limit: both(15),
    read: ({ summary }) => finite(summary.script.median),
  },
  {
    label: 'layout shift, worst load',
    sense: 'at most',
    limit: both(0),
    read: ({ result, summary }) => (result.loads.length === 0 ? null : summary.shift),
  },
  {
    label: 'loads with the question as largest paint',
    sense: 'at most',
    limit: both(0),
    read: ({ result, summary }) => (result.loads.length === 0 ? null : summary.largestInBanner),
  },
  { label: 'of 11 undeclared kinds stopped, page alone', sense: 'at least', limit: both(9), read: stopped },
  {
    label: 'of 4 traces gone after withdrawal, page alone',
    sense: 'at least',
    limit: both(4),
    read: ({ result }) => goneAlone(result.withdrawalAlone),
  },
  {
    label: 'of 5 traces gone after withdrawal, with server',
    sense: 'at least',
    limit: { rendered: 5, script: 4 },
    read: ({ result }) => result.withdrawal?.gone.length ?? null,
  },
  { label: 'of 4: second tab, signal, no script, re-ask', sense: 'at least', limit: { rendered: 4, script: 3 }, read: countYes },
  {
    label: 'gated inline script in the task of the click',
    sense: 'at least',
    limit: both(1),
    read: ({ summary }) => (summary.sameTask === null ? null : Number(summary.sameTask)),
  },
  { label: 'task of a click on accept at 4x', unit: 'ms', sense: 'below', limit: both(50), read: ({ summary }) => finite(summary.accept) },
  { label: 'task of a click on reject at 4x', unit: 'ms', sense: 'below', limit: both(50), read: ({ summary }) => finite(summary.reject) },
  { label: 'axe violations, question and centre', sense: 'at most', limit: both(0), read: violations },
];

/** Whether a number reaches a bar; what was not measured does not. */
export function reaches(bar: Bar, mode: Mode, value: number | null): boolean {
  if (value === null || Number.isNaN(value)) return false;
  const limit = bar.limit[mode];
  return bar.sense === 'at least' ? value >= limit : bar.sense === 'below' ? value < limit : value <= limit;
}
