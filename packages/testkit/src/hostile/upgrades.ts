// Answers to requests for another protocol: browsers store the cookies of a 101 like any other.
import type { HostileRoute } from './route.ts';
import { COOKIE_LINES, headOf, messageOf } from './route.ts';

const SWITCH = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Accept: x'];

function switching(id: string, tries: string, lines: readonly string[], rest = '\x81\x02hi'): HostileRoute {
  return { id, tries, asks: 'websocket', answer: () => headOf('101 Switching Protocols', lines) + rest };
}

/** WebSockets and what calls itself one. */
export const UPGRADE_ROUTES: readonly HostileRoute[] = [
  { ...switching('101', 'Set-Cookie with the 101 of a WebSocket', [...SWITCH, ...COOKIE_LINES]), passes: true },
  { ...switching('101-first', 'Set-Cookie before everything else of a 101', [...COOKIE_LINES, ...SWITCH]), passes: true },
  switching('101-connection', 'a 101 whose Connection names Set-Cookie', [
    'Connection: Upgrade, Set-Cookie',
    'Upgrade: websocket',
    ...COOKIE_LINES,
  ]),
  switching('101-case', 'a 101 in capitals', [
    'UPGRADE: WebSocket',
    'CONNECTION: UPGRADE',
    ...COOKIE_LINES.map((line) => line.replace('Set-Cookie', 'SET-COOKIE')),
  ]),
  switching('101-set-cookie2', 'Set-Cookie2 and outward headers with a 101', [
    ...SWITCH,
    'Set-Cookie2: evil=1',
    'Alt-Svc: h3="evil.localhost:443"',
    'NEL: {"report_to":"evil"}',
    'Link: <https://evil.localhost/>; rel=preconnect',
    'Refresh: 0; url=https://evil.localhost/',
  ]),
  switching('101-length', 'a 101 with a length and a chunked body', [...SWITCH, 'Content-Length: 5', ...COOKIE_LINES], 'frame'),
  switching('101-many', 'a thousand lines with a 101', [...SWITCH, ...Array.from({ length: 1000 }, (_, at) => `Set-Cookie: evil${at}=1`)]),
  {
    id: '101-103',
    tries: 'a 103 with cookies before the 101',
    asks: 'websocket',
    answer: () => headOf('103 Early Hints', COOKIE_LINES) + headOf('101 Switching Protocols', SWITCH),
  },
  switching('101-two', 'a 101 that switches to two protocols', ['Upgrade: h2c, websocket', 'Connection: Upgrade', 'Set-Cookie: evil=1']),
  switching('101-h2c', 'a 101 to another protocol than was asked for', ['Upgrade: h2c', 'Connection: Upgrade', 'Set-Cookie: evil=1']),
  switching('101-none', 'a 101 to nothing', ['Connection: Upgrade', 'Set-Cookie: evil=1']),
  {
    id: '101-refused',
    tries: 'a WebSocket that is refused with cookies',
    asks: 'websocket',
    passes: true,
    answer: () => messageOf('403 Forbidden', COOKIE_LINES),
  },
  {
    id: '101-half',
    tries: 'half of a 101',
    asks: 'websocket',
    answer: () => 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nSet-Cookie: evil=1\r\n',
  },
  {
    id: '101-unasked',
    tries: 'a 101 to a request that asked for nothing',
    answer: () => headOf('101 Switching Protocols', [...SWITCH, ...COOKIE_LINES]),
  },
  {
    id: '101-unasked-h2c',
    tries: 'a 101 to h2c, unasked, with a response of the old protocol behind it',
    answer: () =>
      headOf('101 Switching Protocols', ['Upgrade: h2c', 'Connection: Upgrade', 'Set-Cookie: evil=1']) + messageOf('200 OK', COOKIE_LINES),
  },
  {
    id: '426',
    tries: 'a wish for another protocol',
    passes: true,
    answer: () => messageOf('426 Upgrade Required', ['Upgrade: h2c', ...COOKIE_LINES]),
  },
];
