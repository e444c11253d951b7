import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generateCsv } from '../scripts/generate-csv.ts';
import { licences } from '../src/catalog/dataset.ts';
import { loadDatasets, parseCell, readFacts } from '../src/catalog/load.ts';

const data = new URL('../data/', import.meta.url);
const datasets = [...loadDatasets().values()];

test('D1 there are enough datasets, with enough records and not too many', () => {
  expect(datasets.length).toBeGreaterThanOrEqual(12);
  expect(new Set(datasets.map((dataset) => dataset.id)).size).toBe(datasets.length);
  for (const dataset of datasets) {
    expect(dataset.rows.length, dataset.id).toBeGreaterThanOrEqual(60);
    expect(dataset.rows.length, dataset.id).toBeLessThanOrEqual(400);
  }
  const sizes = readdirSync(new URL('rows/', data)).map((name) => statSync(new URL(`rows/${name}`, data)).size);
  expect(sizes.reduce((sum, size) => sum + size, statSync(new URL('catalog.json', data)).size)).toBeLessThan(1_500_000);
});

test('D1 every dataset has its words in both languages, a licence, a publisher and a date', () => {
  for (const { id, title, description, fields, chart, licence, publisher, updated } of datasets) {
    for (const words of [title, description, chart.title, ...fields.map((field) => field.label)]) {
      expect(Object.keys(words).sort(), id).toEqual(['en', 'fr']);
      expect(words.en.length * words.fr.length, id).toBeGreaterThan(0);
    }
    expect(licences.has(licence), id).toBe(true);
    expect(publisher, id).not.toBe('');
    expect(updated, id).toMatch(/^2026-\d\d-\d\d$/);
  }
});

test('D2 the committed rows are what the seed gives', () => {
  for (const facts of readFacts()) {
    expect(generateCsv(facts) === readFileSync(new URL(`rows/${facts.id}.csv`, data), 'utf8'), facts.id).toBe(true);
  }
});

test('D3 a chart and an order name fields of their dataset', () => {
  for (const { id, fields, chart, sort } of datasets) {
    const names = fields.map((field) => field.name);
    for (const name of [chart.group, sort.field, ...[chart.value, chart.series].filter((value) => value !== undefined)]) {
      expect(names, id).toContain(name);
    }
  }
});

test.each([
  ['integer', '1.5', undefined],
  ['integer', '-7', -7],
  ['double', '1e3', undefined],
  ['double', '-28.5', -28.5],
  ['boolean', 'yes', undefined],
  ['boolean', 'false', false],
  ['date', '1 May', undefined],
  ['date', '2026-05-01', '2026-05-01'],
  ['text', '', null],
] as const)('D3 as %s the cell "%s" is %s', (type, text, value) => {
  expect(parseCell({ name: 'x', type, label: { en: 'x', fr: 'x' } }, text)).toBe(value);
});
