// Text into GitHub-flavoured Markdown so that it reads as it was written and starts nothing: no markup, no table cell, no HTML.

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);

/** Text for a paragraph, a list item or a table cell. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*{}[\]|~$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/[&<>]/g, (character) => entities.get(character) ?? character)
    .replace(/^(?:[#+=-]|\d+(?=[.)]))/, escapeStart);
}

/** A name in a code span that also holds inside a table. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const inner = oneLine(text).replace(/\|/g, '\\|');
  return longest > 0 || inner === '' ? `${fence} ${inner} ${fence}` : `${fence}${inner}${fence}`;
}

/** An address for the round brackets of a link. */
export function escapeTarget(href: string): string {
  return href.replace(/[\s()<>\\|]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
}

// What would begin a heading, a list or a rule at the start of a line.
function escapeStart(start: string): string {
  return /\d/.test(start) ? start : `\\${start}`;
}

// No-break spaces are part of French spelling, and stay.
function oneLine(text: string): string {
  return text.replace(/[\t\n\v\f\r\u2028\u2029 ]+/g, ' ');
}
