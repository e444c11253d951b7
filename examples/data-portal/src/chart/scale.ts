// Round numbers for an axis.

/** The smallest 1, 2, 2.5 or 5 times a power of ten that is at least `value`. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= value) ?? 10;
  return step * power;
}

/** Axis ticks from zero, or from below the smallest value when that would leave most of the chart empty. */
export function axisTicks(values: readonly number[]): readonly number[] {
  const highest = Math.max(...values, 0);
  const lowest = Math.min(...values);
  const base = lowest > highest * 0.5 ? lowest - (highest - lowest) * 0.4 : 0;
  const step = roundUp((highest - base) / 4 || 1);
  const start = Math.max(0, Math.floor(base / step) * step);
  const count = Math.ceil((highest - start) / step);
  return Array.from({ length: count + 1 }, (_, index) => start + index * step);
}
