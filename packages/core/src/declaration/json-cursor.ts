// A position in a JSON text: tokens of RFC 8259 with the line they stand on. Knows nothing of objects and lists.

/** Where a text stopped being JSON. */
export type Stop = {
  readonly code: 'DECL_JSON' | 'DECL_TOO_DEEP';
  readonly message: string;
  readonly line: number;
  readonly column: number;
};

/** Reads tokens from left to right, each character once. */
export type JsonCursor = {
  /** The next character that is not white space, or the empty string at the end. */
  readonly peek: () => string;
  /** Steps over one character. */
  readonly skip: () => void;
  readonly line: () => number;
  readonly readString: () => string | Stop;
  readonly readNumber: () => number | Stop;
  readonly readWord: (word: string) => boolean;
  readonly stop: (message: string, code?: Stop['code']) => Stop;
};

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const whiteSpace = /[ \t\r\n]*/y;
const plainText = /[^"\\\u0000-\u001f]*/y;
const escaped: ReadonlyMap<string, string> = new Map(
  Object.entries({ '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }),
);

/** A cursor at the beginning of a text. */
export function createJsonCursor(text: string): JsonCursor {
  let at = 0;
  let line = 1;
  let lineStart = 0;

  const stop: JsonCursor['stop'] = (message, code = 'DECL_JSON') => ({ code, message, line, column: at - lineStart + 1 });
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const skipWhiteSpace = (): void => {
    const start = at;
    const space = take(whiteSpace);
    for (let newline = space.indexOf('\n'); newline !== -1; newline = space.indexOf('\n', newline + 1)) {
      line += 1;
      lineStart = start + newline + 1;
    }
  };
  const readEscape = (): string | Stop => {
    const letter = text.charAt(at + 1);
    const simple = escaped.get(letter);
    if (simple !== undefined) {
      at += 2;
      return simple;
    }
    const digits = text.slice(at + 2, at + 6);
    if (letter !== 'u' || !/^[0-9a-fA-F]{4}$/.test(digits)) return stop('Unknown escape in a string');
    at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  };

  return {
    peek: () => {
      skipWhiteSpace();
      return text.charAt(at);
    },
    skip: () => {
      at += 1;
    },
    line: () => line,
    readString: () => {
      at += 1;
      let value = '';
      for (;;) {
        value += take(plainText);
        const next = text.charAt(at);
        if (next === '"') break;
        if (next !== '\\') return stop(next === '' ? 'The text ends inside a string' : 'Control character in a string');
        const character = readEscape();
        if (typeof character !== 'string') return character;
        value += character;
      }
      at += 1;
      return /\p{Surrogate}/u.test(value) ? stop('A string holds half of a surrogate pair') : value;
    },
    readNumber: () => {
      const value = Number(take(number) || Number.NaN);
      return Number.isFinite(value) ? value : stop('Expected a number that a double can hold');
    },
    readWord: (word) => {
      const matches = text.startsWith(word, at);
      if (matches) at += word.length;
      return matches;
    },
    stop,
  };
}
