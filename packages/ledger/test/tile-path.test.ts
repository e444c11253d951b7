import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeTilePath, encodeTilePath, tileHashes, tilesOf } from '../src/tile-path.ts';
import { readText, vectorFolder } from './vectors.ts';

const folder = vectorFolder();

test('L8 encoding and decoding are inverse', () => {
  const level = fc.oneof(fc.nat(63), fc.constant('entries' as const));
  fc.assert(
    fc.property(level, fc.nat(), fc.integer({ min: 1, max: 256 }), (at, index, width) => {
      const tile = { level: at, index, width };
      expect(decodeTilePath(encodeTilePath(tile))).toEqual(tile);
    }),
  );
  expect(encodeTilePath({ level: 0, index: 1234067, width: 256 })).toBe('tile/0/x001/x234/067');
  expect(encodeTilePath({ level: 'entries', index: 5, width: 7 })).toBe('tile/entries/005.p/7');
});

test('L8 a path with another spelling is none', () => {
  const broken = [
    'tile/0/5',
    'tile/00/005',
    'tile/0/x000/005',
    'tile/0/005.p/0',
    'tile/0/005.p/256',
    'tile/0/005.p/07',
    'tile/0/005/',
    '/tile/0/005',
    'tile/0/001/005',
    'tile/../005',
    'tile/entries/x001',
    'tile/-1/005',
    'checkpoint',
    'tile/0/005\n',
  ];
  for (const path of broken) expect({ path, tile: decodeTilePath(path) }).toEqual({ path, tile: null });
});

test('L8 a tree of 70,000 leaves has the tiles that the specification counts', () => {
  const widths = (level: number): readonly number[] => tilesOf(level, 70_000).map((tile) => tile.width);
  expect(widths(0).filter((width) => width === 256)).toHaveLength(273);
  expect(widths(0).at(-1)).toBe(112);
  expect(widths(1)).toEqual([256, 17]);
  expect(widths(2)).toEqual([1]);
  expect(widths(3)).toEqual([]);
  expect(tilesOf(0, 256)).toEqual([{ level: 0, index: 0, width: 256 }]);
  expect(tilesOf(1, 256)).toEqual([{ level: 1, index: 0, width: 1 }]);
  expect(tileHashes(63, 2 ** 52)).toBe(0);
});

test.skipIf(folder === null)('L8 the published paths come out', () => {
  const { tilePaths } = JSON.parse(readText(folder ?? '', 'c2sp-notes.json'));
  for (const { index, path } of tilePaths.encode) expect(encodeTilePath({ level: 0, index, width: 256 })).toBe(`tile/0/${path}`);
});
