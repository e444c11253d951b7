// The process in which parsers are measured: the packages' names and the file of the browser's records come in, one line of JSON goes out.
import { existsSync, readFileSync } from 'node:fs';
import type { Agreement, Vector } from './names.ts';
import { holdAgainst } from './names.ts';
import { loadReaders } from './reader.ts';
import type { Speed } from './speed.ts';
import { measureSpeed } from './speed.ts';

/** What was found. `names` is null where the records are not there. */
export type Parsed = { readonly names: readonly Agreement[] | null; readonly speeds: readonly Speed[] };

const [, , file = '', ...packages] = process.argv;
const readers = await loadReaders(packages);
const vectors = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[]) : null;
// Some parsers talk on the console about names that they do not like.
const write = process.stdout.write.bind(process.stdout);
console.log = console.warn = console.error = () => undefined;
const parsed: Parsed = {
  names: vectors === null ? null : readers.map((reader) => holdAgainst(vectors, reader)),
  speeds: measureSpeed(readers),
};
write(`${JSON.stringify(parsed)}\n`);
