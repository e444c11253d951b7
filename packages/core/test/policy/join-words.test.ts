import { expect, test } from 'vitest';
import { joinLabels, joinWords } from '../../src/policy/join-words.ts';
import { en } from '../../src/policy/words/en.ts';
import { fr } from '../../src/policy/words/fr.ts';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('P7 %j is the list "%s"', (words, joined) => {
  expect(joinWords(words, en.grammar)).toBe(joined);
});

test.each([
  [['front office', 'back office'], 'front and back office'],
  [['Front office', 'Back office'], 'front and back office'],
  [['front office', 'back office', 'help office'], 'front, back and help office'],
  [['front office', 'admin area'], 'front office and admin area'],
  [['front office'], 'front office'],
  [['office', 'back office'], 'office and back office'],
  [['API', 'Back office'], 'API and back office'],
])('P7 the locations %j are said as "%s"', (labels, joined) => {
  expect(joinLabels(labels, en.grammar)).toBe(joined);
});

test('P7 the shared word is said once in French too', () => {
  expect(joinLabels(['front office', 'back office'], fr.grammar)).toBe('front et back office');
});

test('P7 a language that does not share the last word keeps every label whole', () => {
  expect(joinLabels(['front office', 'back office'], { ...en.grammar, shareLastWord: false })).toBe('front office and back office');
});
