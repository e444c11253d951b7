// What editors changed, over what is shipped: in memory, and in a JSON file where one is given.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Dataset, Words } from './dataset.ts';
import { licences } from './dataset.ts';

/** What an editor can change. */
export type Edit = { readonly title: Words; readonly licence: string };

/** A catalogue whose titles and licences can be changed. `list` keeps the shipped order. */
export type Catalog = {
  readonly list: () => readonly Dataset[];
  readonly find: (id: string) => Dataset | null;
  readonly edit: (id: string, edit: Edit, day: string) => void;
};

/** The longest title, in characters. */
export const longestTitle = 120;

type Change = Edit & { readonly updated: string };

function readChanges(file: string | undefined): Map<string, Change> {
  if (file === undefined || !existsSync(file)) return new Map();
  // Written by `saveChanges` below and by nobody else.
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as { [id: string]: Change }));
}

// Written beside and renamed, so that a crash leaves the old file or the new one.
function saveChanges(file: string | undefined, changes: ReadonlyMap<string, Change>): void {
  if (file === undefined) return;
  writeFileSync(`${file}.new`, `${JSON.stringify(Object.fromEntries(changes), null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

/** What is wrong with an edit: the name of the member, or null. */
export function checkEdit(edit: Edit): 'title.en' | 'title.fr' | 'licence' | null {
  for (const language of ['en', 'fr'] as const) {
    const { length } = edit.title[language].trim();
    if (length === 0 || length > longestTitle) return `title.${language}`;
  }
  return licences.has(edit.licence) ? null : 'licence';
}

/** The shipped datasets with the edits laid over them. */
export function createCatalog(shipped: ReadonlyMap<string, Dataset>, file?: string): Catalog {
  const changes = readChanges(file);
  const merge = (dataset: Dataset): Dataset => ({ ...dataset, ...changes.get(dataset.id) });
  return {
    list: () => [...shipped.values()].map(merge),
    find: (id) => {
      const dataset = shipped.get(id);
      return dataset === undefined ? null : merge(dataset);
    },
    edit: (id, edit, day) => {
      changes.set(id, { title: { en: edit.title.en.trim(), fr: edit.title.fr.trim() }, licence: edit.licence, updated: day });
      saveChanges(file, changes);
    },
  };
}
