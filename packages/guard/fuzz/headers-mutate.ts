// Bytes of heads, changed at random: a seed always gives the same bytes. Text is latin1: one character is one byte.

/** Numbers from a seed. */
export type Dice = { below(limit: number): number; pick<T>(from: readonly T[], otherwise: T): T };

/** Dice that fall the same way for the same seed. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (from, otherwise) => from[below(from.length)] ?? otherwise };
}

const PIECES: readonly string[] = [
  ...['\r\n', '\n', '\r', '\0', ' ', '\t', ':', ';', '=', ',', '"', '\\', '\x0b', '\x7f', '\x80', '\xa0', '\xff', '\xef\xbb\xbf'],
  ...['\r\n\r\n', '\n\n', '\r\r', '\r\n ', '\r\n\t', ' : ', '%0d%0a'],
  ...['Set-Cookie: evil=1\r\n', 'Set-Cookie : evil=1\r\n', 'set-cookie:evil=1\n', 'Set-Cookie2: evil=1\r\n', ' Set-Cookie: evil=1\r\n'],
  ...[
    'Set-Cookie: csrftoken=a\r\n',
    'evil=1; ',
    'csrftoken=',
    'sessionid',
    '_vis1=evil',
    '__Host-',
    '; Max-Age=0',
    '; Max-Age=60',
    '; Domain=localhost',
  ],
  ...['; Expires=Thu, 01 Jan 1970 00:00:00 GMT', '; Expires=Wed, 01 Jan 2031 00:00:00 GMT', '; Secure', '; Path=/', '; Partitioned'],
  ...['Cookie: _ga=1\r\n', 'Cookie: csrftoken=a; _ga=1\r\n', 'Cookie2: _ga=1\r\n', '_ga=1; ', 'Sec-GPC: 1\r\n'],
  ...[
    'Transfer-Encoding: chunked\r\n',
    'Transfer-Encoding: identity\r\n',
    'Transfer-Encoding:\r\n chunked\r\n',
    'transfer_encoding: chunked\r\n',
  ],
  ...['Content-Length: 0\r\n', 'Content-Length: 5\r\n', 'Content-Length: 5000\r\n', 'content-length : 3\r\n', 'content_length: 3\r\n'],
  ...[
    'Connection: close\r\n',
    'Connection: Set-Cookie\r\n',
    'Connection: cookie\r\n',
    'Connection: Upgrade\r\n',
    'Upgrade: websocket\r\n',
    'Upgrade: h2c\r\n',
  ],
  ...[
    'HTTP/1.1 200 OK\r\n',
    'HTTP/1.0 200 OK\r\n',
    'HTTP/1.1 103 Early Hints\r\n',
    'HTTP/1.1 100 Continue\r\n\r\n',
    'HTTP/1.1 101 Switching Protocols\r\n',
  ],
  ...[
    'HTTP/1.1 204 No Content\r\n',
    'HTTP/1.1 304 Not Modified\r\n',
    'GET /smuggled HTTP/1.1\r\nHost: portal.localhost\r\n\r\n',
    'Host: other.example\r\n',
  ],
  ...['0\r\n\r\n', '5\r\nabcde\r\n', 'fffffffff\r\n', '0\r\nSet-Cookie: evil=1\r\n\r\n', '5;a=b\r\n', 'Trailer: Set-Cookie\r\n'],
  ...[
    'Link: <https://evil.localhost>; rel=preconnect\r\n',
    'Refresh: 0; url=https://evil.localhost\r\n',
    'Content-Type: text/html\r\n',
    'Location: /\r\n',
  ],
];

function lineStart(text: string, dice: Dice): number {
  const starts = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
  return dice.pick(starts, 0);
}

function place(text: string, dice: Dice): number {
  return dice.below(2) === 0 ? lineStart(text, dice) : dice.below(text.length + 1);
}

function splice(text: string, at: number, gone: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at + gone);
}

type Change = (text: string, dice: Dice, corpus: readonly string[]) => string;

const CHANGES: readonly Change[] = [
  (text, dice) => splice(text, place(text, dice), 0, dice.pick(PIECES, '')),
  (text, dice) => splice(text, place(text, dice), 0, dice.pick(PIECES, '')),
  (text, dice) => splice(text, place(text, dice), 0, dice.pick(PIECES, '') + dice.pick(PIECES, '')),
  (text, dice) => splice(text, place(text, dice), 1 + dice.below(12), ''),
  (text, dice) => splice(text, dice.below(text.length + 1), 1, String.fromCharCode(dice.below(256))),
  (text, dice) => splice(text, dice.below(text.length + 1), 0, String.fromCharCode(dice.below(256)).repeat(1 + dice.below(3))),
  (text, dice) => text.slice(0, dice.below(text.length + 1)),
  (text, dice) => {
    const from = lineStart(text, dice);
    const line = text.slice(from, text.indexOf('\n', from) + 1);
    return splice(text, lineStart(text, dice), 0, line);
  },
  (text, dice, corpus) => splice(text, place(text, dice), 0, dice.pick(corpus, '').slice(0, 1 + dice.below(400))),
  (text, dice) => {
    const at = text.indexOf('\r\n', dice.below(text.length + 1));
    return at < 0 ? text : splice(text, at, 2, dice.pick(['\n', '\r', '\r\n ', '\r\n\t', '\r\r\n', '\n\r', ' \r\n'], '\n'));
  },
  (text, dice) => {
    const at = dice.below(text.length + 1);
    const part = text.slice(at, at + 12);
    return splice(text, at, 12, dice.below(2) === 0 ? part.toUpperCase().replace(/[^\0-\xff]/g, 'X') : part.toLowerCase());
  },
];

/** One of the corpus after one to four changes; now and then nothing but random bytes. */
export function mutated(corpus: readonly string[], dice: Dice): string {
  if (dice.below(50) === 0) return Array.from({ length: dice.below(300) }, () => String.fromCharCode(dice.below(256))).join('');
  let text = dice.pick(corpus, '');
  for (let left = 1 + dice.below(4); left > 0; left -= 1) text = dice.pick(CHANGES, (same) => same)(text, dice, corpus);
  return text;
}
