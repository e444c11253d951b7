// The words of a language as a flat list, so that two languages can be held against each other.

/** A word, or a sentence with gaps. */
export type Leaf = string | ((...args: never[]) => unknown);

/** Every word by its path. */
export function leavesOf(value: unknown, path = ''): ReadonlyMap<string, Leaf> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (typeof value === 'function') return new Map([[path, value as Leaf]]);
  if (typeof value !== 'object' || value === null) return new Map();
  const entries = Object.entries(value).flatMap(([key, part]) => [...leavesOf(part, path === '' ? key : `${path}.${key}`)]);
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The words of a leaf; a gap is said as its number, `#0`. */
export function sayLeaf(leaf: Leaf): string {
  if (typeof leaf === 'string') return leaf;
  const said: unknown = Reflect.apply(leaf, null, ['#0', '#1', '#2']);
  return Array.isArray(said) ? said.join('') : String(said);
}
