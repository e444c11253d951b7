// Records of a declaration by id: an id from outside is never looked up on a prototype.

/** The record's own value under an id, or null. */
export function own<T>(records: { readonly [id: string]: T }, id: string): T | null {
  return Object.hasOwn(records, id) ? (records[id] ?? null) : null;
}
