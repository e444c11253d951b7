// Reads what the in-page recorder says: who wrote which name from which line of which script.
import type { CodePlace, CookieWrite, Moment, Setter, StorageWrite, StoreKind } from './observation.ts';
import { requestFacts } from './request-facts.ts';

/** The recorder's script is named so that its own frames can be left out of a stack. */
export const recorderName: string = 'candor-recorder';

const stores: ReadonlySet<string> = new Set(['local', 'session', 'indexed-db', 'cache', 'service-worker']);

/** One message of the recorder as a write, or null where the text is not one. */
export function readScriptWrite(text: string, token: string, moment: Moment): CookieWrite | StorageWrite | null {
  const [mark, api, origin, page, stack, ...rest] = text.split('\u0001');
  if (mark !== token || api === undefined || origin === undefined || page === undefined || stack === undefined) return null;
  const name = rest.join('\u0001');
  const setter = readSetter(stack, page);
  if (isStore(api)) return { moment, store: api, origin, name, setter };
  if (api !== 'document.cookie' && api !== 'cookieStore') return null;
  return { moment, api, line: name, setter, request: requestFacts(page, 'GET'), held: false };
}

function isStore(api: string): api is Exclude<StoreKind, 'opfs'> {
  return stores.has(api);
}

/** The script on top of a stack, the recorder's own frames left out; null where none is named. */
export function scriptOfStack(stack: string): string | null {
  const setter = readSetter(stack, '');
  return setter.url === '' ? null : setter.url;
}

function readSetter(stack: string, page: string): Setter {
  const lines = stack
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.includes(recorderName));
  const place = lines.map(readPlace).find((found) => found !== null) ?? null;
  return { kind: 'script', url: place?.url ?? page, line: place?.line ?? null, column: place?.column ?? null, stack: lines };
}

// `at name (https://example.org/a.js:3:18)` and `at https://example.org/a.js:3:18`.
function readPlace(line: string): CodePlace | null {
  const found = /\(?([a-z][a-z+.-]*:.*):(\d+):(\d+)\)?$/i.exec(line.replace(/^at (?:async )?/, '').replace(/^.* \(/, '('));
  if (found === null) return null;
  return { url: found[1] ?? '', line: Number(found[2]), column: Number(found[3]) };
}
