// Why a purpose may run, in words: the short form of a table cell and the source it was read in.
import type { Basis } from '../declaration/types.ts';
import { describeDate } from './date-words.ts';
import { own } from './lookup.ts';
import { plainText } from './plain-text.ts';
import type { PolicyWords } from './words/policy-words.ts';

/** The ground in words; one that the language does not know is quoted as declared, so that nobody takes it for a translation. */
export function describeGround(ground: string, words: PolicyWords): string {
  const text = plainText(ground);
  return own(words.basis.grounds, text) ?? words.grammar.quote(text);
}

/** "With your consent", "No consent needed: it keeps you logged in where you asked to be". */
export function describeBasis(basis: Basis, words: PolicyWords): string {
  const kind = words.basis.kinds[basis.kind];
  if (basis.kind === 'consent' || basis.ground === '') return kind;
  return words.basis.with(kind, describeGround(basis.ground, words));
}

/** Where the basis was read and when; null for consent, which needs no source. */
export function describeSource(basis: Basis, words: PolicyWords): string | null {
  if (basis.kind === 'consent') return null;
  const { source, asOf, verified } = basis.because;
  return words.basis.source(plainText(source), describeDate(asOf, words)) + (verified ? '' : words.basis.unverified);
}
