// Reads the catalogue and the rows that are shipped in data/.
import { readFileSync } from 'node:fs';
import { PortalError } from '../errors.ts';
import { decodeCsv } from './csv.ts';
import type { Dataset, DatasetFacts, Field, Row, Value } from './dataset.ts';

const dataDirectory = new URL('../../data/', import.meta.url);

/** The catalogue without rows, in its order. */
export function readFacts(): readonly DatasetFacts[] {
  // Our own committed file: its shape is held by test/data.test.ts, which reads every entry.
  return JSON.parse(readFileSync(new URL('catalog.json', dataDirectory), 'utf8')) as readonly DatasetFacts[];
}

/** A text cell as a value of its column's type; undefined when it is not one. */
export function parseCell(field: Field, text: string): Value | undefined {
  if (text === '') return null;
  switch (field.type) {
    case 'text':
      return text;
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'integer':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
    case 'double':
      return /^-?\d{1,12}(\.\d{1,12})?$/.test(text) ? Number(text) : undefined;
  }
}

function parseRow(facts: DatasetFacts, cells: readonly string[], line: number): Row {
  const row = new Map<string, Value>();
  facts.fields.forEach((field, index) => {
    const value = parseCell(field, cells[index] ?? '');
    if (value === undefined) throw new PortalError('PORTAL_DATA_BROKEN', `"${facts.id}" line ${line}, column "${field.name}"`);
    row.set(field.name, value);
  });
  return row;
}

function readRows(facts: DatasetFacts): readonly Row[] {
  const [header = [], ...lines] = decodeCsv(readFileSync(new URL(`rows/${facts.id}.csv`, dataDirectory), 'utf8'));
  if (header.join() !== facts.fields.map((field) => field.name).join()) throw new PortalError('PORTAL_DATA_BROKEN', `"${facts.id}" line 1`);
  return lines.map((cells, index) => parseRow(facts, cells, index + 2));
}

/** All datasets with their rows, keyed by id; throws PORTAL_DATA_BROKEN when a file and the catalogue disagree. */
export function loadDatasets(): ReadonlyMap<string, Dataset> {
  return new Map(readFacts().map((facts) => [facts.id, { ...facts, rows: readRows(facts) }]));
}
