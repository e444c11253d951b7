// What a run found, entry by entry, and the numbers that are made of it.
import type { Estimate, Random } from '@candor/testkit';
import { createRandom, differencesByRound, estimateMedian, median, ratiosByRound } from '@candor/testkit';
import type { Entry } from './entry.ts';
import type { Access } from './measures/access.ts';
import type { Behaviour } from './measures/behaviour.ts';
import type { Bytes } from './measures/bytes.ts';
import type { Load } from './measures/load.ts';
import type { Undeclared } from './measures/outcomes.ts';
import type { Traced } from './measures/trace.ts';
import type { Withdrawal } from './measures/withdrawal.ts';

/** Everything measured of one entry; a measure that failed is missing and stands in `failures`. */
export type Result = {
  readonly name: string;
  readonly kind: Entry['kind'];
  readonly version: string;
  readonly loads: readonly Load[];
  readonly traced: readonly Traced[];
  readonly bytes?: Bytes;
  readonly undeclared?: Undeclared;
  /** With everything there is, the server included. */
  readonly withdrawal?: Withdrawal | null;
  readonly withdrawalAlone?: Withdrawal | null;
  readonly behaviour?: Behaviour | null;
  readonly access?: Access;
  readonly failures: readonly string[];
};

/** The numbers of one entry that are compared. */
export type Summary = {
  readonly usable: Estimate;
  readonly ratio: Estimate;
  readonly script: Estimate;
  readonly shift: number;
  readonly largestInBanner: number;
  readonly requests: number;
  readonly inlineAfter: number;
  readonly sameTask: boolean | null;
  readonly accept: number;
  readonly reject: number;
};

const byRound = <T extends { readonly round: number }>(values: readonly T[], pick: (value: T) => number): ReadonlyMap<number, number> =>
  new Map(values.map((value) => [value.round, pick(value)]));

/** Compares one entry with the static banner, and its scripts with those of the page alone, round by round. */
export function summarise(result: Result, bases: { readonly static: Result; readonly alone: Result }, seed: number): Summary {
  const random: Random = createRandom(seed);
  const usable = byRound(result.loads, (load) => load.usable);
  const staticUsable = byRound(bases.static.loads, (load) => load.usable);
  const scripts = differencesByRound(
    byRound(result.traced, ({ script }) => script),
    byRound(bases.alone.traced, ({ script }) => script),
  );
  const clicks = result.loads.flatMap(({ click }) => (click === null ? [] : [click]));
  const accepts = clicks.filter(({ deed }) => deed === 'accept');
  return {
    usable: estimateMedian([...usable.values()], { random }),
    ratio: estimateMedian(ratiosByRound(usable, staticUsable), { random }),
    script: estimateMedian(scripts, { random }),
    shift: Math.max(0, ...result.loads.map(({ shift }) => shift)),
    largestInBanner: result.loads.filter((load) => load.largestInBanner).length,
    requests: Math.max(0, ...result.loads.map(({ requests }) => requests.length)),
    inlineAfter: median(accepts.map(({ inlineAfter }) => inlineAfter ?? Number.POSITIVE_INFINITY)),
    sameTask: accepts.length === 0 ? null : accepts.every(({ sameTask }) => sameTask),
    accept: median(accepts.map(({ task }) => task)),
    reject: median(clicks.filter(({ deed }) => deed === 'reject').map(({ task }) => task)),
  };
}
