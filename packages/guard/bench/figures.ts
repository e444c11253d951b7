// The numbers that are compared: medians of what was measured, and of ratios and differences within a round.
import type { Estimate } from '@candor/testkit';
import { createRandom, differencesByRound, estimateMedian, ratiosByRound } from '@candor/testkit';
import type { Case } from './cases.ts';
import type { Sample, Way } from './measures/rounds.ts';

/** Which loads are meant. */
export type Which = { readonly asked: Case['id']; readonly way: Way };

/** Something measured of a load. */
export type Quantity = 'cpu' | 'perSecond' | 'p50' | 'p99';

/** One comparison: this of that entry, in those loads. */
export type Figures = {
  middle(entry: string, which: Which, quantity: Quantity): Estimate;
  /** The first entry's ÷ the second's; each may be of another kind of load. */
  ratio(over: readonly [entry: string, which: Which], under: readonly [entry: string, which: Which], quantity: Quantity): Estimate;
  added(entry: string, base: string, which: Which, quantity: Quantity): Estimate;
};

/** Reads the samples. The same seed gives the same intervals. */
export function readFigures(samples: readonly Sample[], seed: number): Figures {
  const byRound = (entry: string, { asked, way }: Which, quantity: Quantity): ReadonlyMap<number, number> =>
    new Map(
      samples
        .filter((sample) => sample.entry === entry && sample.asked === asked && sample.way === way)
        .map((sample) => [sample.round, sample[quantity]]),
    );
  const estimate = (values: readonly number[]): Estimate => estimateMedian(values, { random: createRandom(seed) });
  return {
    middle: (entry, which, quantity) => estimate([...byRound(entry, which, quantity).values()]),
    ratio: ([entry, which], [base, baseWhich], quantity) =>
      estimate(ratiosByRound(byRound(entry, which, quantity), byRound(base, baseWhich, quantity))),
    added: (entry, base, which, quantity) => estimate(differencesByRound(byRound(entry, which, quantity), byRound(base, which, quantity))),
  };
}
