// JSON paths as people read them (`trackers.sessionid.names[0].exact`), and quoting that lets nothing hostile reach a terminal.

/** Keys and list indexes from the root of a declaration. */
export type Path = readonly (string | number)[];

const plainKey = /^[A-Za-z_$][A-Za-z0-9_$-]{0,79}$/;
const longestQuote = 60;

/** The path as text: `.key`, `[0]`, and `["any other key"]`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (plainKey.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${quote(step)}]`;
  }
  return text;
}

/** The steps of a text that `formatPath` wrote; null for any other text. A key that was cut stays cut. */
export function parsePath(text: string): Path | null {
  const steps: (string | number)[] = [];
  const step = /\.?([A-Za-z_$][A-Za-z0-9_$-]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;
  while (step.lastIndex < text.length) {
    const found = step.exec(text);
    if (found === null) return null;
    const [, key, index, quoted] = found;
    if (key !== undefined) steps.push(key);
    else if (index !== undefined) steps.push(Number(index));
    else if (quoted !== undefined) steps.push(unquote(quoted));
  }
  return steps;
}

/** A value in double quotes, cut to 60 characters, with every invisible character as an escape. */
export function quote(value: string): string {
  const cut = value.length > longestQuote ? `${value.slice(0, longestQuote)}…` : value;
  return JSON.stringify(cut).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, escapeCharacter);
}

/** Several values in double quotes, at most 12 of them. */
export function quoteAll(values: readonly string[]): string {
  const shown = values.slice(0, 12).map(quote).join(', ');
  return values.length > 12 ? `${shown} and ${values.length - 12} more` : shown;
}

function escapeCharacter(character: string): string {
  let text = '';
  for (let index = 0; index < character.length; index += 1) text += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  return text;
}

function unquote(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
