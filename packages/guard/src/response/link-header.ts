// `Link` headers as separate values, so that one can be dropped and its neighbours kept.

/** One link value: its text as it came, its target, and what it makes a browser do. `whole`: every reader ends it at the same place. */
export type LinkValue = {
  readonly text: string;
  readonly whole: boolean;
  readonly target: string;
  readonly rels: readonly string[];
  readonly as: string | null;
  readonly sources: string | null;
};

/** Splits at commas that are neither in <…> nor in quotes. */
function splitValues(value: string): readonly string[] {
  const values: string[] = [];
  let from = 0;
  let inside: '' | '<' | '"' = '';
  for (let index = 0; index < value.length; index += 1) {
    const character = value[index];
    if (inside === '"' && character === '\\') index += 1;
    else if (inside === '"' && character === '"') inside = '';
    else if (inside === '<' && character === '>') inside = '';
    else if (inside === '' && (character === '"' || character === '<')) inside = character;
    else if (inside === '' && character === ',') {
      values.push(value.slice(from, index));
      from = index + 1;
    }
  }
  return [...values, value.slice(from)].map((text) => text.trim()).filter((text) => text !== '');
}

function readParameters(text: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/;\s*([^\s;,="]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^\s;,"]*))?/g)) {
    const key = name.toLowerCase();
    const plain = value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
    // The first one counts (RFC 8288 §3.3).
    if (!parameters.has(key)) parameters.set(key, plain);
  }
  return parameters;
}

/** Brackets and quotes that stay open go on in the next value, or line, for one reader and end here for another. */
function isWhole(text: string): boolean {
  return /^<[^<>]*>(?:[^"<>]|"(?:[^"\\]|\\.)*")*$/.test(text);
}

/** The link values of one header line. One without a target in angle brackets has an empty target. */
export function parseLinks(value: string): readonly LinkValue[] {
  return splitValues(value).map((text) => {
    const end = text.startsWith('<') ? text.indexOf('>') : -1;
    const parameters = readParameters(end < 0 ? text : text.slice(end + 1));
    const rels = (parameters.get('rel') ?? '')
      .toLowerCase()
      .split(/[\s'"]+/)
      .filter((rel) => rel !== '');
    return {
      text,
      whole: isWhole(text),
      target: end < 0 ? '' : text.slice(1, end).trim(),
      rels,
      as: parameters.get('as')?.toLowerCase() ?? null,
      sources: parameters.get('imagesrcset') ?? null,
    };
  });
}
