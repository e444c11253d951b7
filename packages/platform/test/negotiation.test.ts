import { expect, test } from 'vitest';
import { findLanguage, preferredLanguage, prefersJson } from '../src/http/negotiation.ts';

test.each([
  ['application/json', true],
  ['application/json, text/html;q=0.9', true],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', false],
  ['*/*', false],
  [null, false],
  ['text/html;q=0, application/json;q=0.1', true],
  ['application/json;q=nonsense', false],
])('P5 "%s" prefers JSON: %s', (accept, wanted) => {
  expect(prefersJson(accept)).toBe(wanted);
});

test.each([
  ['fr-CH, fr;q=0.9, en;q=0.8', 'fr'],
  ['en;q=0.2, fr;q=0.9', 'fr'],
  ['de, *;q=0.5', 'en'],
  ['de', null],
  ['fr;q=0, en', 'en'],
  ['', null],
  [null, null],
])('P50 "%s" is answered in %s', (header, wanted) => {
  expect(preferredLanguage(header, ['en', 'fr'])).toBe(wanted);
});

test('P50 a regional tag finds its own before its language', () => {
  expect(findLanguage('pt-BR', ['pt', 'pt-BR'])).toBe('pt-BR');
  expect(findLanguage('pt-PT', ['pt', 'pt-BR'])).toBe('pt');
});
