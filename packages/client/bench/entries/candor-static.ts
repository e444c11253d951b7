// Candor as one script tag on a static host. Left out, and said, where the client has no such form yet.
import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Entry, Surroundings } from '../entry.ts';

const source = new URL('../../src/static.ts', import.meta.url);

/** The entry, or why there is none. */
export async function candorStatic(_surroundings: Surroundings): Promise<Entry | string> {
  const isThere = await access(fileURLToPath(source)).then(
    () => true,
    () => false,
  );
  return isThere ? 'src/static.ts is there, and this entry does not know how to make a page of it' : 'there is no src/static.ts';
}
