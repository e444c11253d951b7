// A small seeded generator: the same seed is always the same page.

/** Picks from lists, in an order that its seed decides. */
export type Random = { readonly pick: <T>(list: readonly [T, ...T[]]) => T; readonly chance: (share: number) => boolean };

/** A generator from a seed. */
export function createRandom(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  for (let warm = 0; warm < 5; warm += 1) next();
  return { pick: (list) => list[Math.floor(next() * list.length)] ?? list[0], chance: (share) => next() < share };
}
