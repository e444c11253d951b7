import { expect, test } from 'vitest';
import { createVisitorKey } from '../src/visitor-key.ts';

const key = createVisitorKey(new Uint8Array(32).fill(1));
const person = ['example.org', '203.0.113.7', 'Firefox'] as const;

test('M5 the same person under one key is one visitor, under another key or on another site another', () => {
  expect(key.visitorOf(...person)).toBe(key.visitorOf(...person));
  expect(createVisitorKey(new Uint8Array(32).fill(2)).visitorOf(...person)).not.toBe(key.visitorOf(...person));
  const others: readonly (readonly [string, string, string])[] = [
    ['example.net', person[1], person[2]],
    [person[0], '203.0.113.8', person[2]],
    [person[0], person[1], 'Chrome'],
    [person[0], '203.0.113.7F', 'irefox'],
  ];
  for (const other of others) expect(key.visitorOf(...other)).not.toBe(key.visitorOf(...person));
});

test('M5 a destroyed key is zeros, in the very bytes it was made of', () => {
  const bytes = new Uint8Array(32).fill(9);
  createVisitorKey(bytes).destroy();
  expect(bytes).toEqual(new Uint8Array(32));
});
