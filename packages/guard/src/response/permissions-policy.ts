// The site's own Permissions-Policy beside ours. Browsers join all lines into one dictionary (RFC 9651): of a feature named twice the
// last line counts, and where one line is no dictionary none of them does.

const KEY = '[a-z*][a-z0-9_.*-]*';
const BARE = [
  '%?"(?:[^"\\\\]|\\\\.)*"',
  "[A-Za-z*][A-Za-z0-9!#$%&'*+.^_`|~:/-]*",
  '@?-?[0-9]+(?:\\.[0-9]+)?',
  '\\?[01]',
  ':[A-Za-z0-9+/=]*:',
].join('|');
const PARAMETERS = `(?:; *${KEY}(?:=(?:${BARE}))?)*`;
const ITEM = `(?:${BARE})${PARAMETERS}`;
const LIST = `\\( *(?:${ITEM}(?: +${ITEM})*)? *\\)${PARAMETERS}`;
const MEMBER = new RegExp(`${KEY}(?:=(?:${LIST}|${ITEM})|${PARAMETERS})[ \\t]*(?:,[ \\t]*(?=[^ \\t])|$)`, 'y');

/** Whether a browser could read the line: everything that it reads is read here too. */
export function isDictionary(line: string): boolean {
  const text = line.trim();
  MEMBER.lastIndex = 0;
  while (MEMBER.lastIndex < text.length) if (!MEMBER.test(text)) return false;
  return text !== '';
}
