// Which language a box is in, and what its labels say in it.
import { lexicons } from './all.ts';
import { countWords, normalise } from './normalise.ts';
import type { Reading } from './read-label.ts';
import { readLabel } from './read-label.ts';
import type { Field, Vocabulary } from './vocabulary.ts';
import { compileVocabulary, findSpans } from './vocabulary.ts';

const vocabularies: readonly Vocabulary[] = lexicons.map(compileVocabulary);
const english: readonly Vocabulary[] = vocabularies.filter(({ language }) => language === 'en');

/** The languages of a text, the likeliest first. `declared` is what the page says about itself; it may be wrong. */
export function rankLanguages(text: string, declared: string | null): readonly Vocabulary[] {
  const words = normalise(text.slice(0, 2000));
  const claimed =
    (declared ?? '')
      .toLowerCase()
      .split('-')[0]
      ?.replace(/^n[on]$/, 'nb') ?? '';
  const rated = vocabularies.map((vocabulary) => {
    const known = findSpans(vocabulary, 'common', words).length + 2 * findSpans(vocabulary, 'consent', words).length;
    const share = known / (countWords(words) + 4);
    return { vocabulary, rate: share + (vocabulary.language === claimed ? 0.12 : 0) };
  });
  return rated.toSorted((a, b) => b.rate - a.rate).map(({ vocabulary }) => vocabulary);
}

/**
 * What a label says: in the likeliest language, else in English, else where all languages that understand each of its words agree.
 * Where the likeliest language understands only a part of it, another one that understands all of it is heard first.
 */
export function readIn(ranked: readonly Vocabulary[], label: string): Reading | null {
  const likely = [...ranked.slice(0, 1), ...english];
  const readings = likely.map((vocabulary) => readLabel(label, vocabulary)).filter((reading) => reading !== null);
  const sure = readings.find(({ unknown }) => unknown === 0);
  if (sure !== undefined) return sure;
  const elsewhere = ranked.map((vocabulary) => readLabel(label, vocabulary)).filter((reading) => reading?.unknown === 0);
  const [first] = elsewhere;
  if (first && elsewhere.every((reading) => reading?.deed === first.deed)) return first;
  return readings[0] ?? null;
}

/** How often a text mentions what a field is about, in any of some languages. */
export function countMentions(ranked: readonly Vocabulary[], field: Field, text: string): number {
  const words = normalise(text);
  return Math.max(0, ...ranked.map((vocabulary) => findSpans(vocabulary, field, words).length));
}

/** Where, from 0 to 1, a text first mentions a field; 1 where it does not. */
export function firstMention(ranked: readonly Vocabulary[], field: Field, text: string): number {
  const words = normalise(text);
  const starts = ranked.flatMap((vocabulary) => findSpans(vocabulary, field, words).map(([start]) => start));
  return starts.length === 0 ? 1 : Math.min(...starts) / Math.max(1, words.length);
}
