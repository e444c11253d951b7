// A tile's bytes out of a store.
import { concatBytes } from './byte-strings.ts';
import { encodeBundle } from './entry-bundle.ts';
import type { Store } from './store.ts';
import { decodeTilePath, tileWidth } from './tile-path.ts';

/** The bytes of a tile or entry bundle, or null when the path is none or the tree does not reach that far. */
export async function readTile(store: Pick<Store, 'readNodes' | 'readEntries'>, path: string): Promise<Uint8Array | null> {
  const tile = decodeTilePath(path);
  if (tile === null) return null;
  const from = tile.index * tileWidth;
  const to = from + tile.width;
  if (tile.level === 'entries') {
    const entries = await store.readEntries(from, to);
    return entries.length === tile.width ? encodeBundle(entries) : null;
  }
  // 256 = 2^8: a tile's hashes are the tree's nodes eight levels apart.
  const hashes = await store.readNodes(tile.level * 8, from, to);
  return hashes.length === tile.width ? concatBytes(hashes) : null;
}
