import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeReturnPath } from '../src/http/return-path.ts';

const site = 'https://portal.example';
const fallback = '/cookies/preferences';

// What attackers are known to try, mixed with anything else.
const piece = fc.oneof(
  fc.constantFrom(
    '/',
    '//',
    '\\',
    '/\\',
    '\t',
    '\n',
    '\r',
    ' ',
    '%2f',
    '%5C',
    '%09',
    '@',
    ':',
    'evil.example',
    'javascript:',
    '..',
    '.',
    '?',
    '#',
    '%',
    '%25',
    '\u0000',
    '\u2028',
    '；',
  ),
  fc.string({ maxLength: 6 }),
);
const attempt = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

test('P22 whatever is asked for, a browser stays on this origin', () => {
  fc.assert(
    fc.property(attempt, (given) => {
      const path = safeReturnPath(given, fallback);
      const url = new URL(path, site);
      expect(url.origin).toBe(site);
      expect(url.username).toBe('');
      expect(path.startsWith('/')).toBe(true);
      expect(/^\/[/\\]/.test(path)).toBe(false);
      expect(path).toMatch(/^[\x21-\x7e]+$/);
    }),
    { numRuns: 2000 },
  );
});

test('P22 a safe path stays safe: applying the rule twice changes nothing', () => {
  fc.assert(
    fc.property(attempt, (given) => {
      const once = safeReturnPath(given, fallback);
      expect(safeReturnPath(once, fallback)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['/', '/'],
  ['/datasets?q=trees&page=2#top', '/datasets?q=trees&page=2#top'],
  ['/caf%C3%A9', '/caf%C3%A9'],
  ['/a/../b', '/b'],
  ['/search?next=//elsewhere', '/search?next=//elsewhere'],
])('P22 "%s" leads to "%s"', (given, wanted) => {
  expect(safeReturnPath(given, fallback)).toBe(wanted);
});

test.each([
  null,
  '',
  'datasets',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/a/..//evil.example',
  '/%2fevil.example',
  '/%5cevil',
  '/%2e%2e/x',
  '/%252f',
  'https://evil.example/',
  'javascript:alert(1)',
  '/é',
  `/${'a'.repeat(3000)}`,
  '/x\r\nSet-Cookie: a=b',
])('P22 %j falls back', (given) => {
  expect(safeReturnPath(given, fallback)).toBe(fallback);
});
