// Web-standard headers as lines, and lines as headers.
import type { HeaderList, HeaderPair } from './header-list.ts';

/** The lines of a web-standard header list; every Set-Cookie keeps its own line. */
export function linesOf(headers: Headers): HeaderList {
  const lines = [...headers].filter(([name]) => name !== 'set-cookie').map(([name, value]): HeaderPair => [name, value]);
  return [...lines, ...headers.getSetCookie().map((value): HeaderPair => ['set-cookie', value])];
}

/** The same lines as a web-standard header list. */
export function toHeaders(lines: HeaderList): Headers {
  const headers = new Headers();
  for (const [name, value] of lines) headers.append(name, value);
  return headers;
}
