// Informational responses, and what can follow them.
import type { HostileRoute } from './route.ts';
import { COOKIE_LINES, floodOf, headOf, pageOf } from './route.ts';

const EARLY_LINES = [...COOKIE_LINES, 'Link: <https://evil.localhost/>; rel=preconnect', 'Link: </own.css>; rel=preload; as=style'];
const hints = headOf('103 Early Hints', EARLY_LINES);

function sequence(id: string, tries: string, heads: readonly string[]): HostileRoute {
  return { id, tries, passes: true, answer: () => heads.join('') + pageOf() };
}

/** 100, 102, 103 and what nobody defined, in order and out of it. */
export const EARLY_ROUTES: readonly HostileRoute[] = [
  sequence('103', 'Set-Cookie and foreign links in a 103', [hints]),
  sequence('103-twice', 'the same in two of them', [hints, hints]),
  sequence(
    '103-often',
    'the same in thirty of them',
    Array.from({ length: 30 }, () => hints),
  ),
  sequence('100', 'Set-Cookie in a 100 that nobody asked for', [headOf('100 Continue', EARLY_LINES)]),
  sequence('102', 'Set-Cookie in a 102', [headOf('102 Processing', EARLY_LINES)]),
  sequence('110', 'Set-Cookie in an informational status that nobody defined', [headOf('110 Unknown', EARLY_LINES)]),
  sequence('199', 'the same at the end of the range', [headOf('199 Last', EARLY_LINES)]),
  sequence('100-102-103', 'Set-Cookie in each of several kinds', [
    headOf('100 Continue', EARLY_LINES),
    headOf('102 Processing', EARLY_LINES),
    hints,
  ]),
  sequence('103-large', 'a 103 with 200 KB of links', [
    headOf(
      '103 Early Hints',
      Array.from(
        { length: 2000 },
        (_, at) => `Link: <https://evil.localhost/${at}>; rel=preload; as=image; imagesrcset="//evil.localhost 2x"`,
      ),
    ),
  ]),
  sequence('103-tricky', 'links of a 103 that parsers split differently', [
    headOf('103 Early Hints', [
      'Link: </a>; rel=preload; title="x, <https://evil.localhost/>; rel=preconnect',
      'Link: x <https://evil.localhost/>; rel=preconnect',
      'Link: <https://evil.localhost/; rel=preconnect',
      'Link: </a>; rel=preload; as=style\t,\t<https://evil.localhost/>;rel=preconnect',
    ]),
  ]),
  { id: '103-then-gone', tries: 'a 103 after which the connection dies', answer: () => (socket) => socket.end(hints, 'latin1') },
  {
    id: '103-then-reset',
    tries: 'a 103 after which the connection is reset',
    answer: () => (socket) => void socket.write(hints, 'latin1', () => socket.resetAndDestroy()),
  },
  {
    id: '103-then-half',
    tries: 'a 103 and half of a head with Set-Cookie in it',
    answer: () => `${hints}HTTP/1.1 200 OK\r\nSet-Cookie: evil=1\r\nSet-Coo`,
  },
  {
    id: '103-with-body',
    tries: 'a 103 that announces a body with a response in it',
    answer: () => {
      const inside = headOf('200 OK', ['Set-Cookie: evil=1', 'Content-Length: 0']);
      return headOf('103 Early Hints', [`Content-Length: ${inside.length}`]) + inside;
    },
  },
  { id: '103-flood', tries: 'a 103 without end', answer: () => floodOf('', hints) },
  { id: '100-flood', tries: 'a 100 without end', answer: () => floodOf('', 'HTTP/1.1 100 Continue\r\n\r\n') },
];
