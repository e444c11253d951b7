// A lexicon made ready for reading: each field one pattern.
import type { Lexicon } from './lexicon.ts';
import { isUnspaced, normalise } from './normalise.ts';

/** What a lexicon has phrases for. */
export type Field = Exclude<keyof Lexicon, 'language'>;

type Matcher = { readonly anywhere: RegExp | null; readonly whole: ReadonlySet<string> };

/** A lexicon that can be asked. Patterns are made when they are first needed: most languages never are. */
export type Vocabulary = { readonly language: string; readonly matcher: (field: Field) => Matcher };

/** From one letter to the one behind the last of a phrase that was found. */
export type Span = readonly [number, number];

/** Makes a lexicon ready. */
export function compileVocabulary(lexicon: Lexicon): Vocabulary {
  const made = new Map<Field, Matcher>();
  const matcher = (field: Field): Matcher => {
    const known = made.get(field) ?? compile(lexicon[field]);
    made.set(field, known);
    return known;
  };
  return { language: lexicon.language, matcher };
}

function compile(list: string): Matcher {
  const phrases = list.split('|').map((phrase) => normalise(phrase, '*?='));
  const whole = phrases.filter((phrase) => phrase.startsWith('=')).map((phrase) => phrase.slice(1));
  const parts = phrases.filter((phrase) => phrase !== '' && !phrase.startsWith('='));
  // The longest first: "not accept" is read before "accept".
  const sources = parts.toSorted((a, b) => b.length - a.length).map(sourceOf);
  return { anywhere: sources.length === 0 ? null : new RegExp(sources.join('|'), 'g'), whole: new Set(whole) };
}

// A normalised text has nothing but letters, digits and single spaces.
function sourceOf(phrase: string): string {
  const source = phrase.replaceAll('?', '[^ ]').replaceAll('*', '[^ ]*');
  return isUnspaced(phrase) ? source : `(?<![^ ])${source}(?![^ ])`;
}

/** Where phrases of a field are in a normalised text. */
export function findSpans(vocabulary: Vocabulary, field: Field, text: string): readonly Span[] {
  const { anywhere, whole } = vocabulary.matcher(field);
  if (whole.has(text)) return [[0, text.length]];
  if (anywhere === null) return [];
  return Array.from(text.matchAll(anywhere), (match) => [match.index, match.index + match[0].length] as const);
}
