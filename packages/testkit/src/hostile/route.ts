// What a hostile route is, and the pieces that routes are made of. Text is latin1: one character is one byte.
import type { Socket } from 'node:net';

/** What a route is asked with. `head` is the whole head as it came, `body` what came of the body until the route was asked. */
export type HostileRequest = { readonly method: string; readonly target: string; readonly head: string; readonly body: string };

/** Bytes to answer with, after which the connection ends; a `socket` function answers by itself and has to end the connection. */
export type HostileAnswer = string | ((socket: Socket) => void);

/**
 * One way in which an origin may try to get a cookie, or a visitor, past whatever stands before it. `tries` says what it is.
 * `passes`: the response is whole and legal, so that what is declared in it has to arrive. `asks`: the route answers an upgrade.
 * `early`: it answers before the body of the request has come.
 */
export type HostileRoute = {
  readonly id: string;
  readonly tries: string;
  readonly passes?: true;
  readonly asks?: 'websocket';
  readonly early?: true;
  readonly answer: (request: HostileRequest) => HostileAnswer;
};

/** Stands in the name, value or host of everything that must not get through. */
export const HOSTILE_MARK = 'evil';

/** The one line of every route that a site may have declared. */
export const DECLARED_LINE = 'Set-Cookie: csrftoken=kept; Path=/; Secure; SameSite=Lax; Max-Age=31449600';

/** Names that nobody declared, and declared names in disguise. */
export const DISGUISES: readonly string[] = [
  '_ga=evil; Path=/',
  '_ga=evil; Path=/; Max-Age=60',
  '_ga=evil; Domain=localhost; Path=/',
  'evil=1; Expires=Wed, 01 Jan 2031 00:00:00 GMT; HttpOnly; SameSite=None; Secure',
  'evil=1; Partitioned; Secure; Path=/; SameSite=None',
  'evil',
  '=evil',
  ' =evil',
  'evil=',
  'evil;=x',
  'SESSIONID=evil; Path=/',
  'Csrftoken=evil; Path=/',
  '=csrftoken=evil; Path=/',
  '\xa0csrftoken=evil; Path=/',
  'csrftoken\xa0=evil; Path=/',
  '\xef\xbb\xbfcsrftoken=evil; Path=/',
  'csrftoken%3Devil; Path=/',
  'csrf\ttoken=evil; Path=/',
  '"csrftoken"=evil; Path=/',
  'csrftoken2=evil, csrftoken=evil; Path=/',
  'x, csrftoken=evil; Path=/',
  '__Host-evil=1; Secure; Path=/',
  '__host-evil=1; Secure; Path=/',
  '__Http-evil=1; Secure; HttpOnly; Path=/',
  '__proto__=evil; Path=/',
  'constructor=evil; Path=/',
  'hasOwnProperty=evil; Path=/',
  '$Version=evil; csrftoken=evil',
  '\xff\xfe=evil; Path=/',
  'evil="x; csrftoken=y"; Path=/',
  '_vis1=evil; Path=/; Max-Age=60',
];

/** The declared line among all disguises. */
export const COOKIE_LINES: readonly string[] = [...DISGUISES.map((line) => `Set-Cookie: ${line}`), DECLARED_LINE];

/** A head of these lines, with its empty line. */
export function headOf(status: string, lines: readonly string[]): string {
  return `HTTP/1.1 ${status}\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`;
}

/** A whole message with a counted body, closing its connection. */
export function messageOf(status: string, lines: readonly string[], body = 'ok'): string {
  return headOf(status, [...lines, `Content-Length: ${body.length}`, 'Connection: close']) + body;
}

/** A page with all cookie lines. */
export function pageOf(
  lines: readonly string[] = COOKIE_LINES,
  body = '<!doctype html><html><head></head><body>site</body></html>',
): string {
  return messageOf('200 OK', ['Content-Type: text/html; charset=utf-8', ...lines], body);
}

/** Writes a piece again and again until the other side has had enough. */
export function floodOf(first: string, piece: string): (socket: Socket) => void {
  return (socket) => {
    const block = piece.repeat(Math.max(1, Math.ceil(16_384 / piece.length)));
    const more = (): void => {
      if (socket.destroyed) return;
      if (socket.write(block, 'latin1')) setImmediate(more);
      else socket.once('drain', more);
    };
    socket.write(first, 'latin1');
    more();
  };
}
