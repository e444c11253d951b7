// Text into HTML without a way to forget escaping: only a value that went through here is markup.

/** Markup that is safe to put into a document. */
export type Html = { readonly html: string };

/** What a template may hold. Strings and numbers are escaped; null, undefined and false print nothing. */
export type HtmlValue = string | number | Html | null | undefined | false | readonly HtmlValue[];

const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** A template whose values are escaped for text and for quoted attributes; arrays are joined, `Html` passes as it is. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = parts[0] ?? '';
  for (const [index, value] of values.entries()) text += renderValue(value) + (parts[index + 1] ?? '');
  return { html: text };
}

/** Declares that a string is markup already. Never for words that come from outside. */
export function unescapedHtml(text: string): Html {
  return { html: text };
}

/** The markup as a string. */
export function renderHtml(markup: Html): string {
  return markup.html;
}

function renderValue(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if (isList(value)) return value.map(renderValue).join('');
  return value.html;
}

// Array.isArray does not narrow readonly arrays out of a union.
function isList(value: Html | readonly HtmlValue[]): value is readonly HtmlValue[] {
  return Array.isArray(value);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes.get(character) ?? character);
}
