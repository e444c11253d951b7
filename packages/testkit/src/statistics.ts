// The arithmetic of benches: medians, their bootstrap intervals, and an order that is shuffled the same way for the same seed.

/** A source of numbers in [0, 1). */
export type Random = () => number;

/** A median and the interval that resampling gives it. */
export type Estimate = { readonly median: number; readonly low: number; readonly high: number; readonly n: number };

/** How an interval is made: `level` 0.95 leaves 2.5 % on either side. */
export type BootstrapOptions = { readonly random: Random; readonly resamples?: number; readonly level?: number };

/** Numbers that are the same for the same seed: a 32-bit counter, mixed. Not for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** A new list in another order; every order is as likely as every other. */
export function shuffle<T>(items: readonly T[], random: Random): readonly T[] {
  const pool = [...items];
  const taken: T[] = [];
  while (pool.length > 0) taken.push(...pool.splice(Math.floor(random() * pool.length), 1));
  return taken;
}

/** The value below which the share `share` of the values lies, interpolated between neighbours. NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle value. NaN of nothing. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The median with its percentile bootstrap interval. */
export function estimateMedian(values: readonly number[], { random, resamples = 2000, level = 0.95 }: BootstrapOptions): Estimate {
  const draw = (): number => median(values.map(() => values[Math.floor(random() * values.length)] ?? Number.NaN));
  const medians = Array.from({ length: resamples }, draw);
  const tail = (1 - level) / 2;
  return { median: median(values), low: quantile(medians, tail), high: quantile(medians, 1 - tail), n: values.length };
}

/** Value over base for each round in which both were measured. */
export function ratiosByRound(values: ReadonlyMap<number, number>, bases: ReadonlyMap<number, number>): readonly number[] {
  return [...values].flatMap(([round, value]) => {
    const base = bases.get(round);
    return base === undefined || base === 0 ? [] : [value / base];
  });
}

/** Value minus base for each round in which both were measured. */
export function differencesByRound(values: ReadonlyMap<number, number>, bases: ReadonlyMap<number, number>): readonly number[] {
  return [...values].flatMap(([round, value]) => {
    const base = bases.get(round);
    return base === undefined ? [] : [value - base];
  });
}
