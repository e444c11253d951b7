// C2SP tlog-tiles paths: which 256 hashes or entries a path means, and which tiles a tree of a size has.
import { parseCount } from './checkpoint.ts';

/** Hashes or entries in a full tile. */
export const tileWidth = 256;

/** One tile: level 0 holds leaf hashes, level n + 1 the roots of full tiles of level n; `entries` holds the leaves themselves. */
export type Tile = { readonly level: number | 'entries'; readonly index: number; readonly width: number };

// 256^6 leaves are the most whose count a number holds exactly.
const maxLevel = 6;

/** The path of a tile, without a leading slash. */
export function encodeTilePath(tile: Tile): string {
  const digits = String(tile.index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const name = groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
  return `tile/${tile.level}/${name}${tile.width === tileWidth ? '' : `.p/${tile.width}`}`;
}

/** The tile of a path, or null for any text that `encodeTilePath` would not write. */
export function decodeTilePath(path: string): Tile | null {
  const [, levelText, name, widthText] = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? [];
  if (levelText === undefined || name === undefined) return null;
  const level = levelText === 'entries' ? ('entries' as const) : parseCount(levelText);
  const width = widthText === undefined ? tileWidth : parseCount(widthText);
  if (level === null || width === null || width < 1 || (widthText !== undefined && width >= tileWidth)) return null;
  const index = Number(name.replaceAll(/[x/]/g, ''));
  const tile = { level, index, width };
  return Number.isSafeInteger(index) && encodeTilePath(tile) === path ? tile : null;
}

/** How many hashes level `level` of the tiles holds in a tree of `size` leaves. */
export function tileHashes(level: number | 'entries', size: number): number {
  if (level === 'entries') return size;
  return level > maxLevel ? 0 : Math.floor(size / tileWidth ** level);
}

/** The tiles of one level, full ones first, then the partial one if there is one. */
export function tilesOf(level: number | 'entries', size: number): readonly Tile[] {
  const hashes = tileHashes(level, size);
  const tiles: Tile[] = [];
  for (let at = 0; at < hashes; at += tileWidth) {
    tiles.push({ level, index: at / tileWidth, width: Math.min(tileWidth, hashes - at) });
  }
  return tiles;
}
