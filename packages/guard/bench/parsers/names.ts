// Names as parsers read them, held against the names under which a browser stored the same lines.
import type { Reader } from './reader.ts';

/** One measured response: its lines, and what the browser's jar held after it. */
export type Vector = {
  readonly id: string;
  readonly setCookie: readonly string[];
  readonly stored?: readonly { readonly name: string; readonly value: string }[];
};

/** How a parser does. `cookies` is how many the browser stored. */
export type Agreement = {
  readonly reader: string;
  readonly cookies: number;
  readonly notSeen: number;
  readonly wrong: number;
  /** The first few records where it differs. */
  readonly examples: readonly string[];
};

// The carriage return of this one was lost when it was written down: without it, it is an ordinary line.
const lostBytes: ReadonlySet<string> = new Set(['hs-DISABLED_CHROMIUM0023']);

/** Text as HTTP libraries hand it over: one character for each byte. */
function toByteString(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

const withoutBlanks = (text: string): string => text.replace(/[ \t]/g, '');

/** The line that a stored cookie came from: the last that says its name and value and nothing else, else the last that holds both. */
function lineOf({ name, value }: { readonly name: string; readonly value: string }, lines: readonly string[]): string | undefined {
  const pairs = lines.map((line) => line.split(';', 1)[0] ?? '');
  const pure = [`${name}=${value}`, ...(name === '' ? [value] : [])].map(withoutBlanks);
  const exact = pairs.findLastIndex((pair) => pure.includes(withoutBlanks(pair)));
  const holds = (pair: string): boolean => pair.includes(name) && pair.indexOf(value, pair.indexOf(name) + name.length) >= 0;
  return lines[exact < 0 ? pairs.findLastIndex(holds) : exact];
}

function readSafely(reader: Reader, line: string): string | null {
  try {
    return reader.read(line);
  } catch {
    return null;
  }
}

/** Holds one parser against all records. */
export function holdAgainst(vectors: readonly Vector[], reader: Reader): Agreement {
  const examples: string[] = [];
  let cookies = 0;
  let notSeen = 0;
  let wrong = 0;
  for (const { id, setCookie, stored = [] } of vectors) {
    if (lostBytes.has(id)) continue;
    const lines = setCookie.map(toByteString);
    for (const cookie of stored) {
      cookies += 1;
      const name = toByteString(cookie.name);
      const line = lineOf({ name, value: toByteString(cookie.value) }, lines);
      const read = line === undefined ? null : readSafely(reader, line);
      if (read === name) continue;
      if (read === null) notSeen += 1;
      else wrong += 1;
      if (examples.length < 5) examples.push(id);
    }
  }
  return { reader: reader.name, cookies, notSeen, wrong, examples };
}
