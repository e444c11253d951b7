// Numbers, days and cells as people of a language write them.
import type { Field, Language, Value, Words } from '../catalog/dataset.ts';
import { dictionaryFor } from './language.ts';

const locales: { readonly [L in Language]: string } = { en: 'en-AU', fr: 'fr-FR' };

/** The words of a language out of a pair. */
export function say(words: Words, language: Language): string {
  return words[language];
}

/** A number with the language's separators and at most `digits` decimals. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits }).format(value);
}

/** An ISO day in words: "30 June 2026". */
export function formatDay(day: string, language: Language, month: 'long' | 'short' = 'long'): string {
  return new Intl.DateTimeFormat(locales[language], { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** A month (`2026-06`) in words: "Jun 2026". */
export function formatMonth(month: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

// Numbers that name a thing are not quantities: 10001 is a tree, 1987 is a year.
function isLabel(field: Field): boolean {
  return field.name.endsWith('_id') || field.name.endsWith('_year');
}

/** A cell for people; empty for an empty cell. */
export function formatCell(field: Field, value: Value, language: Language): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? dictionaryFor(language).dataset.yes : dictionaryFor(language).dataset.no;
  if (typeof value === 'number') {
    if (isLabel(field)) return String(value);
    const digits = field.type === 'double' ? (field.digits ?? 1) : 0;
    return new Intl.NumberFormat(locales[language], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  }
  return field.type === 'date' ? formatDay(value, language, 'short') : value;
}
