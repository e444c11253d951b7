// Where a message ends: codings, lengths, trailers, and what stands behind the end.
import type { HostileRoute } from './route.ts';
import { COOKIE_LINES, floodOf, headOf, messageOf, pageOf } from './route.ts';

const CHUNKED = 'Transfer-Encoding: chunked';
const TRAILERS = COOKIE_LINES.map((line) => `${line}\r\n`).join('');
const second = messageOf('200 OK', ['Set-Cookie: evil=second; Path=/']);

function raw(id: string, tries: string, answer: string): HostileRoute {
  return { id, tries, answer: () => answer };
}

function whole(id: string, tries: string, answer: string): HostileRoute {
  return { ...raw(id, tries, answer), passes: true };
}

const trailerRoutes: readonly HostileRoute[] = [
  whole('trailers', 'Set-Cookie in trailers', `${headOf('200 OK', [CHUNKED, ...COOKIE_LINES])}2\r\nok\r\n0\r\n${TRAILERS}\r\n`),
  whole(
    'trailers-announced',
    'Set-Cookie in trailers that are announced',
    `${headOf('200 OK', [CHUNKED, 'Trailer: Set-Cookie, Link', ...COOKIE_LINES])}2\r\nok\r\n0\r\n${TRAILERS}Link: <https://evil.localhost/>; rel=preconnect\r\n\r\n`,
  ),
  whole(
    'trailers-page',
    'Set-Cookie in the trailers of a page',
    `${headOf('200 OK', [CHUNKED, 'Content-Type: text/html', 'Trailer: Set-Cookie', ...COOKIE_LINES])}6\r\n<body>\r\n0\r\n${TRAILERS}\r\n`,
  ),
  raw('trailers-late', 'trailers without an end', `${headOf('200 OK', [CHUNKED, ...COOKIE_LINES])}2\r\nok\r\n0\r\nSet-Cookie: evil=1\r\n`),
  raw(
    'trailers-framing',
    'trailers that change the framing',
    `${headOf('200 OK', [CHUNKED])}2\r\nok\r\n0\r\nContent-Length: 0\r\nTransfer-Encoding: identity\r\n\r\n${second}`,
  ),
  {
    id: 'trailers-flood',
    tries: 'trailers without end',
    answer: () => floodOf(`${headOf('200 OK', [CHUNKED])}2\r\nok\r\n0\r\n`, 'X-Trailer: evil\r\n'),
  },
];

const chunkRoutes: readonly HostileRoute[] = [
  whole('chunked', 'Set-Cookie with a chunked body', `${headOf('200 OK', [CHUNKED, ...COOKIE_LINES])}2\r\nok\r\n0\r\n\r\n`),
  whole(
    'chunk-extension',
    'chunk extensions with a header in them',
    `${headOf('200 OK', [CHUNKED, ...COOKIE_LINES])}2;a="Set-Cookie: evil=1"\r\nok\r\n0;b\r\n\r\n`,
  ),
  raw(
    'chunk-extension-lf',
    'a chunk extension with a bare line feed',
    `${headOf('200 OK', [CHUNKED])}2;a\nSet-Cookie: evil=1\r\nok\r\n0\r\n\r\n`,
  ),
  raw('chunk-size-junk', 'a chunk size that is no number', `${headOf('200 OK', [CHUNKED, ...COOKIE_LINES])}0x2\r\nok\r\n0\r\n\r\n`),
  raw(
    'chunk-size-huge',
    'a chunk size beyond any integer',
    `${headOf('200 OK', [CHUNKED, ...COOKIE_LINES])}fffffffffffffffff\r\nok\r\n0\r\n\r\n`,
  ),
  raw('chunk-size-negative', 'a negative chunk size', `${headOf('200 OK', [CHUNKED, ...COOKIE_LINES])}-2\r\nok\r\n0\r\n\r\n`),
  raw('chunk-size-spaces', 'a chunk size with spaces around it', `${headOf('200 OK', [CHUNKED, ...COOKIE_LINES])} 2 \r\nok\r\n0\r\n\r\n`),
  raw('chunk-without-end', 'a chunk that is longer than it says', `${headOf('200 OK', [CHUNKED])}2\r\nokSet-Cookie: evil=1\r\n0\r\n\r\n`),
  raw('chunk-lf', 'chunks delimited by bare line feeds', `${headOf('200 OK', [CHUNKED, ...COOKIE_LINES])}2\nok\n0\n\n${second}`),
  raw('chunk-cut', 'a chunked body that breaks off', `${headOf('200 OK', [CHUNKED, ...COOKIE_LINES])}ff\r\nok`),
  {
    id: 'chunk-extension-flood',
    tries: 'a chunk extension without end',
    answer: () => floodOf(`${headOf('200 OK', [CHUNKED])}2;a=`, 'evil'.repeat(64)),
  },
];

const lengthRoutes: readonly HostileRoute[] = [
  raw(
    'cl-te',
    'a length and chunks at once',
    `${headOf('200 OK', ['Content-Length: 2', CHUNKED, ...COOKIE_LINES])}2\r\nok\r\n0\r\n\r\n${second}`,
  ),
  raw(
    'te-cl',
    'chunks and a length at once',
    `${headOf('200 OK', [CHUNKED, 'Content-Length: 2', ...COOKIE_LINES])}2\r\nok\r\n0\r\n\r\n${second}`,
  ),
  raw(
    'te-te',
    'two transfer codings',
    `${headOf('200 OK', [CHUNKED, 'Transfer-Encoding: identity', ...COOKIE_LINES])}2\r\nok\r\n0\r\n\r\n`,
  ),
  raw(
    'te-disguised',
    'chunked in disguise',
    `${headOf('200 OK', ['Transfer-Encoding: \x0bchunked', ...COOKIE_LINES])}2\r\nok\r\n0\r\n\r\n`,
  ),
  raw(
    'te-xchunked',
    'a coding that is almost chunked',
    `${headOf('200 OK', ['Transfer-Encoding: xchunked', ...COOKIE_LINES])}2\r\nok\r\n0\r\n\r\n`,
  ),
  raw(
    'te-gzip',
    'a coding that is not understood',
    `${headOf('200 OK', ['Transfer-Encoding: gzip, chunked', ...COOKIE_LINES])}2\r\nok\r\n0\r\n\r\n`,
  ),
  raw(
    'te-chunked-last',
    'chunked that is not the last coding',
    `${headOf('200 OK', ['Transfer-Encoding: chunked, gzip', ...COOKIE_LINES])}2\r\nok\r\n0\r\n\r\n`,
  ),
  raw('te-10', 'chunks in HTTP/1.0', `${headOf('200 OK', [CHUNKED, ...COOKIE_LINES]).replace('1.1', '1.0')}2\r\nok\r\n0\r\n\r\n`),
  raw('two-lengths', 'two lengths', `${headOf('200 OK', ['Content-Length: 2', 'Content-Length: 200', ...COOKIE_LINES])}ok${second}`),
  raw('list-of-lengths', 'a list of lengths', `${headOf('200 OK', ['Content-Length: 2, 2', ...COOKIE_LINES])}ok${second}`),
  raw(
    'same-lengths',
    'the same length twice',
    `${headOf('200 OK', ['Content-Length: 2', 'Content-Length: 2', ...COOKIE_LINES])}ok${second}`,
  ),
  raw('short-length', 'a length that is too small', `${headOf('200 OK', ['Content-Length: 0', ...COOKIE_LINES])}ok${second}`),
  raw('long-length', 'a length that is too large', `${headOf('200 OK', ['Content-Length: 99999', ...COOKIE_LINES])}ok`),
  raw('negative-length', 'a negative length', `${headOf('200 OK', ['Content-Length: -1', ...COOKIE_LINES])}ok`),
  raw('signed-length', 'a length with a sign', `${headOf('200 OK', ['Content-Length: +2', ...COOKIE_LINES])}ok`),
  raw('hex-length', 'a length in hex', `${headOf('200 OK', ['Content-Length: 0x2', ...COOKIE_LINES])}ok`),
  raw('empty-length', 'an empty length', `${headOf('200 OK', ['Content-Length:', ...COOKIE_LINES])}ok`),
  raw('huge-length', 'a length beyond any integer', `${headOf('200 OK', ['Content-Length: 99999999999999999999999', ...COOKIE_LINES])}ok`),
  raw(
    'length-204',
    'a 204 with a body that is a response',
    `${headOf('204 No Content', [`Content-Length: ${second.length}`, ...COOKIE_LINES])}${second}`,
  ),
  raw('length-304', 'a 304 with a body that is a response', `${headOf('304 Not Modified', [CHUNKED, ...COOKIE_LINES])}${second}`),
];

const behindRoutes: readonly HostileRoute[] = [
  raw(
    'pipelined',
    'a second response behind the first',
    messageOf('200 OK', COOKIE_LINES).replace('Connection: close', 'Connection: keep-alive') + second,
  ),
  {
    id: 'pipelined-apart',
    tries: 'a second response in a packet of its own',
    answer: () => (socket) => {
      socket.write(messageOf('200 OK', COOKIE_LINES).replace('Connection: close', 'Connection: keep-alive'), 'latin1', () =>
        socket.end(second, 'latin1'),
      );
    },
  },
  raw('pipelined-page', 'a second response behind a page', pageOf() + second),
  raw('http-09', 'a body without a head', 'Set-Cookie: evil=1\r\n\r\n<html>no head</html>'),
  raw('nothing', 'no answer at all', ''),
  raw('empty-lines', 'empty lines before the head', `\r\n\r\n\r\n${messageOf('200 OK', COOKIE_LINES)}`),
  { ...raw('before-body', 'an answer before the body of the request is there', messageOf('200 OK', COOKIE_LINES)), early: true },
  {
    id: 'abort-in-head',
    tries: 'a connection that is reset within the head',
    answer: () => (socket) => void socket.write('HTTP/1.1 200 OK\r\nSet-Cookie: evil=1\r\n', 'latin1', () => socket.resetAndDestroy()),
  },
  {
    id: 'abort-in-body',
    tries: 'a connection that is reset within the body',
    answer: () => (socket) =>
      void socket.write(headOf('200 OK', ['Content-Length: 9000', 'Content-Type: text/html', ...COOKIE_LINES]), 'latin1', () =>
        socket.resetAndDestroy(),
      ),
  },
];

/** All of them. */
export const FRAMING_ROUTES: readonly HostileRoute[] = [...trailerRoutes, ...chunkRoutes, ...lengthRoutes, ...behindRoutes];
