// A small seeded generator (mulberry32), so that the committed rows can be made again byte for byte.

/** Draws from one stream; the same seed gives the same rows on every machine. */
export type Draw = {
  readonly unit: () => number;
  readonly integer: (from: number, to: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
  readonly chance: (share: number) => boolean;
  /** Roughly normal: the mean of four uniform draws, within `spread` of `centre`. */
  readonly around: (centre: number, spread: number) => number;
};

function seedFrom(text: string): number {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return hash >>> 0;
}

/** A stream for one dataset: datasets do not disturb each other when one of them changes. */
export function drawFor(dataset: string): Draw {
  let state = seedFrom(`goldcoast-demo/${dataset}`);
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (from: number, to: number): number => from + Math.floor(unit() * (to - from + 1));
  const pick = <T>(values: readonly T[]): T => {
    const value = values[integer(0, values.length - 1)];
    if (value === undefined) throw new RangeError('Expected at least one value to pick from');
    return value;
  };
  return {
    unit,
    integer,
    pick,
    chance: (share) => unit() < share,
    around: (centre, spread) => centre + ((unit() + unit() + unit() + unit()) / 2 - 1) * spread,
  };
}
