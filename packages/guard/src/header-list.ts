// Headers as they stand on the wire: a list of pairs, in order, with duplicates, as latin1 text.

/** One header line; `key` is its name in lower case, where it has been made already. */
export type HeaderPair = readonly [name: string, value: string, key?: string];

/** Header lines in order. */
export type HeaderList = readonly HeaderPair[];

const keys = new Map<string, string>();
const MOST_KEYS = 2048;
const LONGEST_KEY = 64;

/** A name in lower case. Names that have been met are not lowered again: the same few come with every message. */
function lower(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = name.toLowerCase();
  // Names come from outside, and what is kept of them has an end.
  if (keys.size < MOST_KEYS && name.length <= LONGEST_KEY) keys.set(name, key);
  return key;
}

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const valid = new Map<string, string>();

/** The lower-case form of what is a header's name (RFC 9110, section 5.1), or null. */
export function nameKey(name: string): string | null {
  const known = valid.get(name);
  if (known !== undefined) return known;
  if (!TOKEN.test(name)) return null;
  const key = lower(name);
  if (valid.size < MOST_KEYS && name.length <= LONGEST_KEY) valid.set(name, key);
  return key;
}

/** The name of a line in lower case. */
export function keyOf([name, , key]: HeaderPair): string {
  return key ?? lower(name);
}

/** Node's flat `rawHeaders` as pairs. */
export function toPairs(flat: readonly string[]): HeaderList {
  const pairs: HeaderPair[] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) {
    const name = flat[index] ?? '';
    pairs.push([name, flat[index + 1] ?? '', lower(name)]);
  }
  return pairs;
}

const LINE_ENDS = /[\0\r\n]/;

/** Pairs as lines of a head, each with its end. Throws where a value would be more than one line: none that was read from a wire is. */
export function toWire(pairs: HeaderList): string {
  let text = '';
  for (const [name, value] of pairs) {
    if (LINE_ENDS.test(value)) throw new TypeError(`CANDOR_BUG_HEADER: the value of "${name}" has a line end in it`);
    text += `${name}: ${value}\r\n`;
  }
  return text;
}

/** Pairs as the flat list that Node writes. */
export function toFlat(pairs: HeaderList): string[] {
  const flat: string[] = [];
  for (const pair of pairs) flat.push(pair[0], pair[1]);
  return flat;
}

/** Whether there is a line of this name. `name` is lower case. */
export function has(pairs: HeaderList, name: string): boolean {
  return pairs.some((pair) => keyOf(pair) === name);
}

/** Every value of a header, in order. `name` is lower case. */
export function valuesOf(pairs: HeaderList, name: string): readonly string[] {
  const values: string[] = [];
  for (const pair of pairs) if (keyOf(pair) === name) values.push(pair[1]);
  return values;
}

/** The first value of a header, or null. `name` is lower case. */
export function firstOf(pairs: HeaderList, name: string): string | null {
  for (const pair of pairs) if (keyOf(pair) === name) return pair[1];
  return null;
}

/** The list without these headers. Names are lower case. */
export function without(pairs: HeaderList, names: ReadonlySet<string>): HeaderList {
  return pairs.filter((pair) => !names.has(keyOf(pair)));
}

const tokens = new Map<string, readonly string[]>();

function splitTokens(value: string): readonly string[] {
  const known = tokens.get(value);
  if (known !== undefined) return known;
  const split = value
    .split(',')
    .map((token) => token.trim().toLowerCase())
    .filter((token) => token !== '');
  if (tokens.size < MOST_KEYS && value.length <= LONGEST_KEY) tokens.set(value, split);
  return split;
}

/** The comma-separated members of every line of a header, trimmed and lower case. */
export function tokensOf(pairs: HeaderList, name: string): readonly string[] {
  const values = valuesOf(pairs, name);
  const [only] = values;
  if (only === undefined) return values;
  return values.length === 1 ? splitTokens(only) : values.flatMap(splitTokens);
}
