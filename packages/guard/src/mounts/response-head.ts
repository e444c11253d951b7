// The head of a response of Node's that has not been sent: read as lines, and set as lines.
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { HeaderList, HeaderPair } from '../header-list.ts';
import { keyOf } from '../header-list.ts';
import { setLines } from '../proxy/send.ts';

/** What `writeHead` takes: a record, a flat list or a list of pairs. */
export type Given = OutgoingHttpHeaders | readonly unknown[] | undefined;

/** How this connection is used is for Node and the application to say. */
const CONNECTION: ReadonlySet<string> = new Set(['connection', 'keep-alive', 'transfer-encoding']);

function textsOf(value: unknown): readonly string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function pairsOf(given: Given): HeaderList {
  if (!isList(given)) return Object.entries(given ?? {}).flatMap(([name, value]) => textsOf(value).map((text): HeaderPair => [name, text]));
  const flat = Array.isArray(given[0]) ? given.flat(1) : given;
  const pairs: HeaderPair[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    for (const text of textsOf(flat[at + 1])) pairs.push([String(flat[at]), text]);
  }
  return pairs;
}

function isList(given: Given): given is readonly unknown[] {
  return Array.isArray(given);
}

/** Names as they were written. Node's types know of them on requests alone. */
function namesOf(response: ServerResponse & { readonly getRawHeaderNames?: () => readonly string[] }): readonly string[] {
  return response.getRawHeaderNames?.() ?? response.getHeaderNames();
}

/** The lines of a head, with what it is given at the last moment. */
export function closeHead(response: ServerResponse, given: Given): HeaderList {
  setLines(response, pairsOf(given));
  return namesOf(response).flatMap((name) => textsOf(response.getHeader(name)).map((text): HeaderPair => [name, text]));
}

/** Puts other lines in their place. */
export function replaceHead(response: ServerResponse, lines: HeaderList): void {
  for (const name of response.getHeaderNames()) if (!CONNECTION.has(name)) response.removeHeader(name);
  setLines(
    response,
    lines.filter((pair) => !CONNECTION.has(keyOf(pair))),
  );
}
