import { expect, test } from 'vitest';
import { sha256, sha256Hex } from '../../src/base/hash.ts';

test('B1 SHA-256 gives the digests of FIPS 180-4 examples', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex(new Uint8Array([97, 98, 99]))).toBe(sha256Hex('abc'));
});

test('B1 a string is hashed as its UTF-8 bytes', () => {
  expect(sha256('é')).toEqual(sha256(new Uint8Array([0xc3, 0xa9])));
  expect(sha256('é')).toHaveLength(32);
});
