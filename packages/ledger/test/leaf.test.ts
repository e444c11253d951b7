import { createHmac } from 'node:crypto';
import { decodeUtf8 } from '@candor/core';
import { expect, test } from 'vitest';
import { leafOf } from '../src/leaf.ts';
import { choice } from './sample.ts';

const salt = new Uint8Array(32).fill(5);
const text = (bytes: Uint8Array): string => {
  const decoded = decodeUtf8(bytes);
  return decoded.ok ? decoded.value : '';
};

test('L10 a leaf is canonical JSON of six fields, with the hour and a keyed commitment', () => {
  const canonical =
    '{"answers":{"1":{"revision":1,"state":"granted"},"2":{"revision":3,"state":"denied"}},"at":1790000123,"declaration":"' +
    `${'a'.repeat(64)}","gpc":false,"kind":"choice","language":"en","notice":"${'b'.repeat(64)}","profile":"eu-base","site":"example.org","way":"banner"}`;
  const commitment = createHmac('sha256', salt).update(canonical).digest('hex');
  expect(text(leafOf(choice(), salt))).toBe(
    `{"C":"${commitment}","declaration":"${'a'.repeat(64)}","hour":1789999200,"kind":"choice","site":"example.org","v":1}`,
  );
});

test('L10 two equal choices with different salts have leaves that share only what is public', () => {
  const one = JSON.parse(text(leafOf(choice(), salt)));
  const two = JSON.parse(text(leafOf(choice(), new Uint8Array(32).fill(6))));
  expect(one.C).not.toBe(two.C);
  expect({ ...one, C: '' }).toEqual({ ...two, C: '' });
});
