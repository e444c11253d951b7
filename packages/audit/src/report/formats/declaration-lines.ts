// Where in a declaration's text its trackers stand, in TypeScript as in JSON. Read as text: nothing is run, nothing is parsed.

/** The lines of a declaration, from 1: of the list of trackers, and of each tracker that was found. */
export type DeclarationLines = { readonly trackers: number; readonly of: ReadonlyMap<string, number> };

const keyPattern = /^\s*(?:'([^']*)'|"([^"]*)"|([\p{ID_Start}$_][\p{ID_Continue}$]*))\s*:/u;

/** Finds the first line after `trackers` that begins with a tracker's id as a key. */
export function findTrackerLines(text: string, ids: readonly string[]): DeclarationLines {
  const keys = text.split(/\r?\n/).map(keyOf);
  const start = Math.max(0, keys.indexOf('trackers'));
  const wanted = new Set(ids);
  const lines = new Map<string, number>();
  for (const [at, key] of keys.entries()) {
    if (at > start && key !== null && wanted.has(key) && !lines.has(key)) lines.set(key, at + 1);
  }
  return { trackers: start + 1, of: lines };
}

function keyOf(line: string): string | null {
  const found = keyPattern.exec(line);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
}
