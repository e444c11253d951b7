// JSON for hostile input: refuses repeated and dangerous keys, bounds depth, and remembers the line of every value.
import type { Issue } from '../base/result.ts';
import { createIssueList } from './issue-list.ts';
import type { JsonCursor, Stop } from './json-cursor.ts';
import { createJsonCursor } from './json-cursor.ts';
import type { Path } from './path.ts';
import { quote } from './path.ts';

/** The line a value begins on, and the same for what it holds. A tree, because a map of whole paths would grow quadratically. */
export type Place = { readonly line: number; readonly children: ReadonlyMap<string | number, Place> | null };

/** What was read. `value` is undefined when the text is not JSON at all. */
export type JsonReading = { readonly value: unknown; readonly root: Place; readonly issues: readonly Issue[] };

/** Keys that JavaScript treats specially on some objects; no record of ours may have them. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

type Node = { readonly value: unknown; readonly place: Place };
type Reader = {
  readonly cursor: JsonCursor;
  readonly path: (string | number)[];
  readonly note: ReturnType<typeof createIssueList>;
  readonly depth: number;
};

/** Reads one JSON text of at most `depth` nested lists and objects. Never throws; the work is linear in the length of the text. */
export function readJson(text: string, options: { readonly depth: number }): JsonReading {
  const cursor = createJsonCursor(text);
  const reader: Reader = { cursor, path: [], note: createIssueList(), depth: options.depth };
  const node = readValue(reader);
  const end = isStop(node) || cursor.peek() === '' ? node : cursor.stop('Expected the end of the text');
  if (!isStop(end)) return { value: end.value, root: end.place, issues: reader.note.list() };
  addStop(reader, end);
  return { value: undefined, root: { line: 1, children: null }, issues: reader.note.list() };
}

/** The line of the value at a path, or of the nearest one around it. */
export function findLine(root: Place, path: Path): number {
  let place = root;
  for (const step of path) {
    const child = place.children?.get(step);
    if (child === undefined) break;
    place = child;
  }
  return place.line;
}

function readValue(reader: Reader): Node | Stop {
  const first = reader.cursor.peek();
  const line = reader.cursor.line();
  if (first === '{' || first === '[') {
    if (reader.path.length < reader.depth) return first === '{' ? readObject(reader) : readList(reader);
    return reader.cursor.stop(`Values are nested deeper than ${reader.depth} levels`, 'DECL_TOO_DEEP');
  }
  const value = readScalar(reader.cursor, first);
  return isStop(value) ? value : { value, place: { line, children: null } };
}

function readScalar(cursor: JsonCursor, first: string): unknown {
  if (first === '"') return cursor.readString();
  if (first === '-' || (first >= '0' && first <= '9')) return cursor.readNumber();
  if (cursor.readWord('true')) return true;
  if (cursor.readWord('false')) return false;
  if (cursor.readWord('null')) return null;
  return cursor.stop(first === '' ? 'The text ends where a value is expected' : `Expected a value instead of ${quote(first)}`);
}

function readObject(reader: Reader): Node | Stop {
  const { cursor } = reader;
  const value: { [key: string]: unknown } = {};
  const children = new Map<string | number, Place>();
  const line = cursor.line();
  const ended = readMembers(reader, '}', () => {
    if (cursor.peek() !== '"') return cursor.stop('Expected a key in double quotes');
    const keyLine = cursor.line();
    const key = cursor.readString();
    if (isStop(key)) return key;
    if (cursor.peek() !== ':') return cursor.stop('Expected ":" after a key');
    cursor.skip();
    reader.path.push(key);
    const node = readValue(reader);
    if (!isStop(node) && keyIsFree(reader, key, { children, line: keyLine })) {
      value[key] = node.value;
      children.set(key, { line: keyLine, children: node.place.children });
    }
    reader.path.pop();
    return isStop(node) ? node : null;
  });
  return ended ?? { value, place: { line, children } };
}

function readList(reader: Reader): Node | Stop {
  const value: unknown[] = [];
  const children = new Map<string | number, Place>();
  const line = reader.cursor.line();
  const ended = readMembers(reader, ']', () => {
    reader.path.push(value.length);
    const node = readValue(reader);
    reader.path.pop();
    if (isStop(node)) return node;
    children.set(value.length, node.place);
    value.push(node.value);
    return null;
  });
  return ended ?? { value, place: { line, children } };
}

// The commas between members and the closing bracket; null when all went well.
function readMembers({ cursor }: Reader, close: '}' | ']', readMember: () => Stop | null): Stop | null {
  cursor.skip();
  if (cursor.peek() === close) {
    cursor.skip();
    return null;
  }
  for (;;) {
    const stopped = readMember();
    if (stopped !== null) return stopped;
    const next = cursor.peek();
    if (next !== ',' && next !== close) return cursor.stop(`Expected "," or "${close}"`);
    cursor.skip();
    if (next === close) return null;
  }
}

function keyIsFree(
  reader: Reader,
  key: string,
  seen: { readonly children: ReadonlyMap<string | number, Place>; readonly line: number },
): boolean {
  const { note, path } = reader;
  if (forbiddenKeys.has(key)) {
    note.add('DECL_KEY_FORBIDDEN', path, { message: `The key ${quote(key)} is not allowed`, hint: 'Use another id', line: seen.line });
    return false;
  }
  const earlier = seen.children.get(key);
  if (earlier === undefined) return true;
  const message = `The key ${quote(key)} was already used on line ${earlier.line}`;
  note.add('DECL_KEY_REPEATED', path, { message, hint: 'Merge the two or rename one', line: seen.line });
  return false;
}

function addStop(reader: Reader, { code, message, line, column }: Stop): void {
  const hint = code === 'DECL_JSON' ? 'Correct the text at this place' : 'No part of the language nests that deeply';
  // The path of the stop may be as deep as the limit; its first steps are enough to find it.
  reader.note.add(code, reader.path.slice(0, 8), { message: `${message} (line ${line}, column ${column})`, hint, line });
}

function isStop(value: unknown): value is Stop {
  return typeof value === 'object' && value !== null && 'message' in value && 'column' in value;
}
