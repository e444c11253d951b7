// Finds what six other tools keep, as their published versions write it. Every record is hostile: nothing here throws, the work
// is bounded, and what cannot be read says nothing.
import type { ForeignTool } from '../declaration/types.ts';
import type { ForeignChoice } from './foreign-choice.ts';
import { attempt, readOneTrust, readRecord } from './read-record.ts';

/** Where records may lie. A cookie's value is as it was sent, not decoded. */
export type ForeignSource = {
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
  readonly local?: (key: string) => string | null;
};

/** No cookie is longer. A longer value is not read. */
const mostLength = 4096;
const mostFound = 16;
const closedName = 'OptanonAlertBoxClosed';

// Product names are nobody else's. The plain words are a tool's only where the value reads as the tool's.
const tools: ReadonlyMap<string, readonly [tool: ForeignTool, form?: RegExp]> = new Map([
  ['klaro', ['klaro']],
  ['orejime', ['orejime']],
  ['eu-consent', ['orejime', /^(\{"[^]*:(true|false)\}|[^={]+=[01](;[^=]+=[01])*)$/]],
  ['tarteaucitron', ['tarteaucitron']],
  ['cc_cookie', ['vanilla-cookieconsent', /^\{.*"(categories|level)":\[/]],
  ['CookieConsent', ['cookiebot', /^(0|-1|\{stamp:'.*\})$/]],
  ['OptanonConsent', ['onetrust']],
  [closedName, ['onetrust']],
]);

/** Whether a cookie of this name may be another tool's record. */
export function isForeignRecord(name: string): boolean {
  return tools.has(name);
}

/** The records found, at most 16. Never throws. */
export function readForeignChoices({ cookies, local }: ForeignSource): readonly ForeignChoice[] {
  const closed = cookies.find(({ name }) => name === closedName)?.value;
  const found: ForeignChoice[] = [];
  const read = (place: 'cookie' | 'local', name: string, given: string): void => {
    const [tool, form] = tools.get(name) ?? [];
    const value = given.length > mostLength ? '' : given;
    const text = attempt(decodeURIComponent, value) ?? value;
    if (tool === undefined || found.length === mostFound || form?.test(text) === false) return;
    const places = [place === 'cookie' ? { cookie: name } : { local: name }];
    found.push({ tool, places, ...(tool === 'onetrust' ? readOneTrust(value, closed) : readRecord(tool, text)) });
  };
  for (const { name, value } of cookies) read('cookie', name, value);
  for (const key of ['klaro', 'cc_cookie']) {
    const value = local && attempt(local, key);
    if (typeof value === 'string') read('local', key, value);
  }
  return found;
}
