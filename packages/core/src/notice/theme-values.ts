// Reads the values of a theme. What comes out is written anew from what was understood: no character of the input reaches a page.
import type { Issue } from '../base/result.ts';
import type { Color } from './color.ts';
import { readColor, writeColor } from './color.ts';

/** A value of a theme: its CSS, and its colour where it is one. */
export type ThemeValue = { readonly css: string; readonly color: Color | null };

/** Values by their key. */
export type ThemeValues = { readonly [key: string]: ThemeValue };

/** What an answer's look consists of. */
export const lookKeys: readonly string[] = ['button', 'buttonText', 'edge', 'border', 'radius', 'font'];

/** What a theme consists of besides. */
export const paperKeys: readonly string[] = ['paper', 'ink', 'soft', 'line'];

type Reader = { readonly read: (text: string) => ThemeValue | null; readonly hint: string };

const color: Reader = {
  read: (text) => {
    const value = readColor(text);
    return value === null ? null : { css: writeColor(value), color: value };
  },
  hint: 'Write an opaque colour as hex, rgb(), hsl(), or light-dark() of two of them',
};

const others: { readonly [key: string]: Reader } = {
  border: { read: (text) => plain(/^[1-8](?:\.\d{1,2})?px$/.exec(text)), hint: 'Write a width from 1px to 8px' },
  radius: {
    read: (text) => plain(/^(?:0|\d{1,2}(?:\.\d{1,3})?(?:px|rem|em))$/.exec(text)),
    hint: 'Write 0, or a length such as 6px or 0.375rem',
  },
  font: { read: readFont, hint: 'Write names of fonts with commas between them, the last one such as sans-serif' },
};

/** The values an object has under the keys, each that cannot be read as an issue `NOTICE_THEME_VALUE`. */
export function readValues(
  source: object,
  keys: readonly string[],
  path: string,
): { readonly values: ThemeValues; readonly issues: readonly Issue[] } {
  const values: { [key: string]: ThemeValue } = {};
  const issues: Issue[] = [];
  for (const [key, text] of Object.entries(source)) {
    if (text === undefined) continue;
    const reader = keys.includes(key) ? (others[key] ?? color) : null;
    const value = reader !== null && typeof text === 'string' && text.length <= 200 ? reader.read(text.trim()) : null;
    if (value !== null) values[key] = value;
    else issues.push(unreadable(`${path}.${key}`, key, text, reader?.hint ?? `A theme has here: ${keys.join(', ')}`));
  }
  return { values, issues };
}

function unreadable(path: string, key: string, value: unknown, hint: string): Issue {
  const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : `a value of type ${typeof value}`;
  const message = `The theme’s "${key.slice(0, 40)}" cannot be ${shown}`.replace(/\p{Cc}/gu, ' ');
  return { code: 'NOTICE_THEME_VALUE', path, message, hint, severity: 'error' };
}

function plain(match: RegExpExecArray | null): ThemeValue | null {
  return match === null ? null : { css: match[0], color: null };
}

// A family is a name in quotes or a row of words. Words that CSS gives another meaning would make the whole declaration void.
function readFont(text: string): ThemeValue | null {
  const families = text.split(',').map((family) => family.trim());
  const known = families.every(
    (family) =>
      /^(?:"[A-Za-z0-9 _-]+"|'[A-Za-z0-9 _-]+'|[A-Za-z][A-Za-z0-9_-]*(?: [A-Za-z][A-Za-z0-9_-]*)*)$/.test(family) &&
      !/^(?:inherit|initial|unset|revert|revert-layer|default)$/i.test(family),
  );
  return known ? { css: families.join(','), color: null } : null;
}
