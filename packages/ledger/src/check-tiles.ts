// Recomputes every tile from the leaf hashes as they stream by, and compares it with the one the log serves.
import { bytesEqual, concatBytes } from './byte-strings.ts';
import type { Tile } from './tile-path.ts';
import { encodeTilePath, tileWidth } from './tile-path.ts';
import { foldHashes } from './tree-edge.ts';

/** Takes leaf hashes in order; `finish` looks at the partial tiles. Both give the paths of tiles that do not fit. */
export type TileCheck = {
  readonly add: (leafHash: Uint8Array) => Promise<readonly string[]>;
  readonly finish: () => Promise<readonly string[]>;
};

/** A check against what `read` serves; a missing tile does not fit. */
export function createTileCheck(read: (path: string) => Promise<Uint8Array | null>): TileCheck {
  const levels: { hashes: Uint8Array[]; index: number }[] = [];

  const compare = async (tile: Tile, hashes: readonly Uint8Array[]): Promise<readonly string[]> => {
    const path = encodeTilePath(tile);
    const served = await read(path);
    return served !== null && bytesEqual(served, concatBytes(hashes)) ? [] : [path];
  };
  const add = async (level: number, hash: Uint8Array): Promise<readonly string[]> => {
    const row = (levels[level] ??= { hashes: [], index: 0 });
    row.hashes.push(hash);
    if (row.hashes.length < tileWidth) return [];
    const wrong = await compare({ level, index: row.index, width: tileWidth }, row.hashes);
    const root = hashPairs(row.hashes);
    row.hashes = [];
    row.index += 1;
    return [...wrong, ...(await add(level + 1, root))];
  };

  return {
    add: (leafHash) => add(0, leafHash),
    finish: async () => {
      const wrong: string[] = [];
      for (const [level, { hashes, index }] of levels.entries()) {
        if (hashes.length > 0) wrong.push(...(await compare({ level, index, width: hashes.length }, hashes)));
      }
      return wrong;
    },
  };
}

// A full tile is a perfect tree: pairs are hashed until one is left.
function hashPairs(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) row = Array.from({ length: row.length / 2 }, (_, at) => foldHashes(row.slice(at * 2, at * 2 + 2)));
  return foldHashes(row);
}
