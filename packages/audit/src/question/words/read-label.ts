// What a label says that its control does, in one language. Whole labels: words that are not understood are counted, not skipped.
import type { Deed } from '../question.ts';
import { countWords, normalise } from './normalise.ts';
import type { Field, Span, Vocabulary } from './vocabulary.ts';
import { findSpans } from './vocabulary.ts';

/** What a label says. `no` answers a question with no; `unknown` is how many of its words were not understood. */
export type Reading = {
  readonly deed: Exclude<Deed, 'way-back'> | 'no';
  readonly unknown: number;
  /** Whether it names cookies, consent or privacy. */
  readonly aboutConsent: boolean;
};

const mostWords = 10;
const mostLetters = 90;

const allFields: readonly Field[] = [
  'common',
  'cookies',
  'consent',
  'privacy',
  'accept',
  'reject',
  'not',
  'no',
  'all',
  'only',
  'necessary',
  'optional',
  'preferences',
  'save',
  'choice',
  'confirm',
  'acknowledge',
  'close',
  'withdraw',
];

/** Reads a label; null where it does not say what its control does, or says two things at once. */
export function readLabel(label: string, vocabulary: Vocabulary): Reading | null {
  if (/^\s*[×✕✖✗⨯╳🗙xX]\s*$/u.test(label)) return { deed: 'close', unknown: 0, aboutConsent: false };
  const text = label.length > mostLetters * 2 ? '' : normalise(label);
  if (text === '' || text.length > mostLetters || countWords(text) > mostWords) return null;
  const spans = new Map(allFields.map((field) => [field, findSpans(vocabulary, field, text)]));
  const spansOf = (field: Field): readonly Span[] => spans.get(field) ?? [];
  const deed = readDeed(text, spansOf);
  if (deed === null) return null;
  const about = (['cookies', 'consent', 'privacy'] as const).some((field) => spansOf(field).length > 0);
  return { deed, unknown: countUnknown(text, [...spans.values()].flat()), aboutConsent: about };
}

type SpansOf = (field: Field) => readonly Span[];

// What refuses comes before what accepts: a label that does both is no acceptance.
function readDeed(text: string, spansOf: SpansOf): Reading['deed'] | null {
  if (spansOf('withdraw').length > 0) return 'withdraw';
  if (isWhole(spansOf('no'), text)) return 'no';
  const parts = readParts(text, spansOf);
  if (parts.refuses) return parts.accepts && !parts.necessary ? null : 'reject';
  if (parts.isNegated) return 'reject';
  if (parts.necessary && parts.only) return parts.choice && parts.saves ? 'save' : 'reject';
  if (parts.necessary && parts.doesAnything && !parts.optional) return 'reject';
  return readAgreement(parts, spansOf);
}

function readAgreement(parts: Parts, spansOf: SpansOf): Reading['deed'] | null {
  const acceptsAll = parts.accepts && parts.all;
  if (parts.saves) return acceptsAll ? 'accept' : 'save';
  if (parts.choice && (parts.accepts || parts.confirms || parts.only)) return acceptsAll ? 'accept' : 'save';
  if (spansOf('preferences').length > 0 && !acceptsAll) return 'preferences';
  if (parts.accepts) return 'accept';
  if (spansOf('acknowledge').length > 0) return 'acknowledge';
  return spansOf('close').length > 0 ? 'close' : null;
}

type Parts = {
  readonly refuses: boolean;
  readonly accepts: boolean;
  readonly isNegated: boolean;
  readonly all: boolean;
  readonly only: boolean;
  readonly necessary: boolean;
  readonly optional: boolean;
  readonly saves: boolean;
  readonly confirms: boolean;
  /** Whether a selection is named that is not the verb's own word. */
  readonly choice: boolean;
  readonly doesAnything: boolean;
};

function readParts(text: string, spansOf: SpansOf): Parts {
  const says = (field: Field): boolean => spansOf(field).length > 0;
  const optional = spansOf('optional');
  const refusals = spansOf('reject');
  const accepts = outside(spansOf('accept'), refusals);
  const parts = {
    refuses: refusals.length > 0,
    accepts: accepts.length > 0,
    // "Not necessary" is neither a negation nor the necessary.
    isNegated: isNegated(accepts, outside(spansOf('not'), [...optional, ...accepts]), text),
    necessary: outside(spansOf('necessary'), optional).length > 0,
    all: says('all'),
    only: says('only'),
    optional: optional.length > 0,
    saves: says('save'),
    confirms: says('confirm'),
    choice: outside(spansOf('choice'), [...accepts, ...spansOf('confirm')]).length > 0,
  };
  return { ...parts, doesAnything: parts.accepts || parts.confirms || parts.saves || says('acknowledge') };
}

function outside(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  return spans.filter((span) => !overlaps(span, others));
}

function overlaps([start, end]: Span, others: readonly Span[]): boolean {
  return others.some(([from, to]) => start < to && end > from);
}

function isWhole(spans: readonly Span[], text: string): boolean {
  return spans.some(([start, end]) => start === 0 && end === text.length);
}

// "Do not ever accept": a negation stands up to three words before what it negates.
function isNegated(accepts: readonly Span[], negations: readonly Span[], text: string): boolean {
  return accepts.some(([start]) =>
    negations.some(([, end]) => end <= start && text.slice(end, start).trim().split(' ').filter(Boolean).length <= 3),
  );
}

function countUnknown(text: string, spans: readonly Span[]): number {
  const letters = Array.from({ length: text.length }, () => true);
  for (const [start, end] of spans) letters.fill(false, start, end);
  const left = letters.map((isLeft, index) => (isLeft ? (text[index] ?? '') : ' ')).join('');
  return countWords(left.replace(/\s+/g, ' ').trim());
}
