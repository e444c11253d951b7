// What a site chose, as part of Markdown that a code host renders: no markup, no link, nobody called by name, no reference made.
import { visible } from '../visible.ts';

// An invisible character that joins words, between what would otherwise call somebody or become a link.
const joiner = '\u2060';

/** Text for a paragraph, a list item or a table cell. */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]<>|~$&]/g, (character) => (character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`))
    .replace(/@(?=\w)/g, `@${joiner}`)
    .replace(/#(?=\d)/g, `#${joiner}`)
    .replace(/:(?=\/\/)/g, `:${joiner}`)
    .replace(/\bwww(?=\.)/gi, (word) => `${word}${joiner}`)
    .replace(/\b(?:GH-|[0-9a-f]{7})(?=[0-9a-f]*\b)/gi, (start) => `${start}${joiner}`);
}

/** A name in a code span that also holds inside a table. */
export function codeSpan(text: string): string {
  // Before a bar a backslash of the name would escape the backslash of ours.
  const shown = visible(text)
    .replace(/\\(?=\|)/g, `\\${joiner}`)
    .replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 || shown.trim() === '' || shown.startsWith(' ') ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** A text of several lines in a fenced block, indented as a list item needs it. */
export function codeBlock(text: string, language: string): string {
  const shown = text.split('\n').map(visible).join('\n').trimEnd();
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${shown}\n${fence}`;
}
