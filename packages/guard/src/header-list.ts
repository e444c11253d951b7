// Headers as they stand on the wire: a list of pairs, in order, with duplicates, as latin1 text.

/** One header line. */
export type HeaderPair = readonly [name: string, value: string];

/** Header lines in order. */
export type HeaderList = readonly HeaderPair[];

/** Node's flat `rawHeaders` as pairs. */
export function toPairs(flat: readonly string[]): HeaderList {
  const pairs: HeaderPair[] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) pairs.push([flat[index] ?? '', flat[index + 1] ?? '']);
  return pairs;
}

/** Pairs as the flat list that Node writes. */
export function toFlat(pairs: HeaderList): string[] {
  return pairs.flatMap(([name, value]) => [name, value]);
}

/** Every value of a header, in order. `name` is lower case. */
export function valuesOf(pairs: HeaderList, name: string): readonly string[] {
  return pairs.filter(([given]) => given.toLowerCase() === name).map(([, value]) => value);
}

/** The first value of a header, or null. `name` is lower case. */
export function firstOf(pairs: HeaderList, name: string): string | null {
  return valuesOf(pairs, name)[0] ?? null;
}

/** The list without these headers. Names are lower case. */
export function without(pairs: HeaderList, names: ReadonlySet<string>): HeaderList {
  return pairs.filter(([name]) => !names.has(name.toLowerCase()));
}

/** The comma-separated members of every line of a header, trimmed and lower case. */
export function tokensOf(pairs: HeaderList, name: string): readonly string[] {
  return valuesOf(pairs, name)
    .flatMap((value) => value.split(','))
    .map((token) => token.trim().toLowerCase())
    .filter((token) => token !== '');
}
