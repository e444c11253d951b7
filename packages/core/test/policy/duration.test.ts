import { expect, test } from 'vitest';
import { describeDuration, splitDuration } from '../../src/policy/duration.ts';
import { en } from '../../src/policy/words/en.ts';
import { fr } from '../../src/policy/words/fr.ts';

const day = 86_400;

test.each([
  [0, '0 seconds', '0 seconde'],
  [1, '1 second', '1 seconde'],
  [90, '1 minute and 30 seconds', '1 minute et 30 secondes'],
  [3_600, '1 hour', '1 heure'],
  [day, '1 day', '1 jour'],
  [1.5 * day, '1 day and 12 hours', '1 jour et 12 heures'],
  [7 * day, '1 week', '1 semaine'],
  [1_209_600, '2 weeks', '2 semaines'],
  [20 * day, '20 days', '20 jours'],
  [30 * day, '1 month', '1 mois'],
  [90 * day, '3 months', '3 mois'],
  [180 * day, '6 months', '6 mois'],
  [182 * day, '6 months', '6 mois'],
  [184 * day, '6 months', '6 mois'],
  [31_449_600, '12 months', '12 mois'],
  [365 * day, '12 months', '12 mois'],
  [395 * day, '13 months', '13 mois'],
  [400 * day, '400 days', '400 jours'],
  [760 * day, '25 months', '25 mois'],
  [730 * day, '2 years', '2 ans'],
  [3_652 * day, '10 years', '10 ans'],
  [90_061, '1 day, 1 hour, 1 minute and 1 second', '1 jour, 1 heure, 1 minute et 1 seconde'],
])('P6 %d seconds are "%s"', (seconds, english, french) => {
  expect(describeDuration(seconds, en)).toBe(english);
  expect(describeDuration(seconds, fr)).toBe(french);
});

test('P6 a fraction of a second counts as a whole one and nothing is shorter than none', () => {
  expect(splitDuration(0.2)).toEqual([{ unit: 'second', count: 1 }]);
  expect(splitDuration(-5)).toEqual([{ unit: 'second', count: 0 }]);
});
