// What a dataset is: words, fields with types, and rows of typed values.

/** The portal's two languages. */
export type Language = 'en' | 'fr';

/** Words in both languages. */
export type Words = { readonly [L in Language]: string };

/** The type of a column; dates are ISO days (`2026-06-30`). */
export type FieldType = 'text' | 'integer' | 'double' | 'boolean' | 'date';

/** One column. `digits` are the decimals shown of a double, 1 unless it says otherwise. */
export type Field = {
  readonly name: string;
  readonly type: FieldType;
  readonly label: Words;
  readonly unit?: string;
  readonly digits?: number;
};

/** One cell; an empty cell is null. */
export type Value = string | number | boolean | null;

/** One row, keyed by field name; read it with `cellOf`. */
export type Row = ReadonlyMap<string, Value>;

/** What the dataset page draws. `series` splits a line into several. */
export type ChartSpec = {
  readonly kind: 'bar' | 'line';
  readonly group: string;
  readonly by: 'value' | 'month' | 'year';
  readonly aggregate: 'count' | 'sum' | 'average';
  readonly value?: string;
  readonly series?: string;
  readonly limit: number;
  readonly title: Words;
};

/** The five themes of the catalogue. */
export type Theme = 'sea' | 'nature' | 'mobility' | 'culture' | 'city';

/** Everything about a dataset but its rows. */
export type DatasetFacts = {
  readonly id: string;
  readonly theme: Theme;
  readonly title: Words;
  readonly description: Words;
  readonly publisher: string;
  readonly licence: string;
  readonly updated: string;
  readonly fields: readonly Field[];
  readonly sort: { readonly field: string; readonly descending: boolean };
  readonly chart: ChartSpec;
};

/** A dataset with its rows. */
export type Dataset = DatasetFacts & { readonly rows: readonly Row[] };

/** The licences an editor can choose from, with the address of each text. */
export const licences: ReadonlyMap<string, string> = new Map([
  ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
  ['CC BY-SA 4.0', 'https://creativecommons.org/licenses/by-sa/4.0/'],
  ['CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  ['ODbL 1.0', 'https://opendatacommons.org/licenses/odbl/1-0/'],
]);

/** The cell of a row, null where the column has none. */
export function cellOf(row: Row, field: string): Value {
  return row.get(field) ?? null;
}

/** True when rows carry a point that a map can show. */
export function hasPoints(dataset: DatasetFacts): boolean {
  return dataset.fields.some((field) => field.name === 'latitude') && dataset.fields.some((field) => field.name === 'longitude');
}
