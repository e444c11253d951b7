// One dataset's rows as the CSV text that is committed.
import { encodeCsv } from '../src/catalog/csv.ts';
import type { DatasetFacts } from '../src/catalog/dataset.ts';
import { drawFor } from './random.ts';
import { tables } from './tables.ts';

/** The CSV of a dataset in `data/catalog.json`, header first; throws a RangeError for a dataset that has no table. */
export function generateCsv(facts: DatasetFacts): string {
  const table = tables.get(facts.id);
  if (table === undefined) throw new RangeError(`Expected a table for "${facts.id}" in scripts/tables.ts`);
  return encodeCsv([facts.fields.map((field) => field.name), ...table(drawFor(facts.id))]);
}
