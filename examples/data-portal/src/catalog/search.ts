// The catalogue's list: words, filters and order, the same for the page and for the API.
import type { Dataset, Language } from './dataset.ts';
import { licences } from './dataset.ts';

/** What to list; null means any. */
export type Search = {
  readonly words: string;
  readonly theme: string | null;
  readonly licence: string | null;
  readonly sort: 'updated' | 'title' | 'size';
};

const themes: ReadonlySet<string> = new Set(['sea', 'nature', 'mobility', 'culture', 'city']);

/** Reads a search from a query string; unknown values count as absent. */
export function parseSearch(query: URLSearchParams): Search {
  const theme = query.get('theme');
  const licence = query.get('licence');
  const sort = query.get('sort');
  return {
    words: (query.get('q') ?? '').trim().slice(0, 200),
    theme: theme !== null && themes.has(theme) ? theme : null,
    licence: licence !== null && licences.has(licence) ? licence : null,
    sort: sort === 'title' || sort === 'size' ? sort : 'updated',
  };
}

// Without accents and case: "velo" finds "Vélos".
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function textOf(dataset: Dataset): string {
  const { title, description, publisher, id, fields } = dataset;
  return fold(
    [
      id,
      title.en,
      title.fr,
      description.en,
      description.fr,
      publisher,
      ...fields.flatMap((field) => [field.label.en, field.label.fr]),
    ].join(' '),
  );
}

/** The datasets that have every word, in either language, in the order asked for. */
export function searchDatasets(datasets: readonly Dataset[], search: Search, language: Language): readonly Dataset[] {
  const words = fold(search.words).split(/\s+/).filter(Boolean);
  const found = datasets.filter((dataset) => {
    if (search.theme !== null && dataset.theme !== search.theme) return false;
    if (search.licence !== null && dataset.licence !== search.licence) return false;
    const text = textOf(dataset);
    return words.every((word) => text.includes(word));
  });
  const byTitle = (left: Dataset, right: Dataset): number => left.title[language].localeCompare(right.title[language], language);
  if (search.sort === 'title') return found.sort(byTitle);
  if (search.sort === 'size') return found.sort((left, right) => right.rows.length - left.rows.length || byTitle(left, right));
  return found.sort((left, right) => (left.updated === right.updated ? byTitle(left, right) : left.updated < right.updated ? 1 : -1));
}
