// Every kind of final response, whole and legal, with all cookie lines in its head.
import type { HostileRequest, HostileRoute } from './route.ts';
import { COOKIE_LINES, headOf, messageOf, pageOf } from './route.ts';

const BODILESS: ReadonlySet<number> = new Set([204, 304]);

const STATUSES: readonly (readonly [status: number, reason: string, lines?: readonly string[]])[] = [
  [200, 'OK'],
  [201, 'Created', ['Location: /made']],
  [202, 'Accepted'],
  [203, 'Non-Authoritative Information'],
  [204, 'No Content'],
  [206, 'Partial Content', ['Content-Range: bytes 0-1/9']],
  [207, 'Multi-Status'],
  [226, 'IM Used'],
  [300, 'Multiple Choices'],
  [301, 'Moved Permanently', ['Location: /']],
  [302, 'Found', ['Location: https://evil.localhost/']],
  [303, 'See Other', ['Location: /']],
  [304, 'Not Modified', ['ETag: "a"']],
  [305, 'Use Proxy', ['Location: /']],
  [307, 'Temporary Redirect', ['Location: /']],
  [308, 'Permanent Redirect', ['Location: /']],
  [399, 'Nobody knows'],
  [400, 'Bad Request'],
  [401, 'Unauthorized', ['WWW-Authenticate: Basic realm="x"']],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [407, 'Proxy Authentication Required'],
  [408, 'Request Timeout'],
  [418, 'I am a teapot'],
  [421, 'Misdirected Request'],
  [425, 'Too Early'],
  [429, 'Too Many Requests', ['Retry-After: 1']],
  [431, 'Request Header Fields Too Large'],
  [451, 'Unavailable For Legal Reasons'],
  [499, ''],
  [500, 'Internal Server Error'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [511, 'Network Authentication Required'],
  [599, 'Also nobody'],
  [600, 'Beyond'],
  [999, 'Far beyond'],
];

/** A target of another host is a marker too, so that a redirect there is written without it. */
function plain(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace('evil.localhost', 'other.localhost'));
}

function statusRoute([status, reason, lines = []]: (typeof STATUSES)[number]): HostileRoute {
  const all = [...plain(lines), ...COOKIE_LINES];
  return {
    id: `status-${status}`,
    tries: `Set-Cookie with a ${status}`,
    passes: true,
    answer: () =>
      BODILESS.has(status) ? headOf(`${status} ${reason}`, [...all, 'Connection: close']) : messageOf(`${status} ${reason}`, all),
  };
}

function caseOf(line: string, at: number): string {
  const [name = '', ...rest] = line.split(':');
  const spelled = [name.toLowerCase(), name.toUpperCase(), 'sEt-cOOkIe', 'Set-cookie'][at % 4] ?? name;
  return [spelled, ...rest].join(':');
}

function versioned({ method }: HostileRequest): string {
  return pageOf().replace('HTTP/1.1', method === 'POST' ? 'HTTP/1.0' : 'HTTP/1.1');
}

/** Statuses and spellings. */
export const STATUS_ROUTES: readonly HostileRoute[] = [
  ...STATUSES.map(statusRoute),
  {
    id: 'status-205',
    tries: 'Set-Cookie with a 205, which may have no body and has one',
    answer: () => messageOf('205 Reset Content', COOKIE_LINES),
  },
  { id: 'page', tries: 'Set-Cookie with a page that is written into', passes: true, answer: () => pageOf() },
  { id: 'page-10', tries: 'Set-Cookie with a page in HTTP/1.0', passes: true, answer: versioned },
  {
    id: 'to-the-end',
    tries: 'Set-Cookie before a body that ends with its connection',
    passes: true,
    answer: () => headOf('200 OK', ['Content-Type: text/plain', ...COOKIE_LINES]) + 'ok',
  },
  {
    id: 'kept-10',
    tries: 'HTTP/1.0 with Connection: keep-alive and a length',
    passes: true,
    answer: () =>
      headOf('200 OK', [...COOKIE_LINES, 'Connection: keep-alive', 'Keep-Alive: timeout=5', 'Content-Length: 2']).replace('1.1', '1.0') +
      'ok',
  },
  {
    id: 'mixed-case',
    tries: 'the name of the header in every spelling',
    passes: true,
    answer: () => messageOf('200 OK', COOKIE_LINES.map(caseOf)),
  },
  {
    id: 'set-cookie2',
    tries: 'the header of RFC 2965, in every spelling',
    passes: true,
    answer: () =>
      messageOf('200 OK', ['Set-Cookie2: evil=1; Version=1', 'set-cookie2: evil=1', 'SET-COOKIE2: evil="1"; Max-Age=9', ...COOKIE_LINES]),
  },
  {
    id: 'connection-names-set-cookie',
    tries: 'a Connection header that names Set-Cookie, so that a proxy takes the declared lines away',
    passes: true,
    answer: () => messageOf('200 OK', [...COOKIE_LINES, 'Connection: Set-Cookie, set-cookie']),
  },
  {
    id: 'connection-names-policy',
    tries: 'a Connection header that names the policy, the cache directives and the frame options',
    passes: true,
    answer: () =>
      messageOf('200 OK', [
        ...COOKIE_LINES,
        "Content-Security-Policy: default-src 'self'",
        'Cache-Control: private',
        'X-Frame-Options: DENY',
        'Connection: close, content-security-policy, cache-control, x-frame-options',
      ]),
  },
  {
    id: 'public',
    tries: 'Set-Cookie with a response that every cache is invited to keep',
    passes: true,
    answer: () => messageOf('200 OK', ['Cache-Control: public, max-age=86400, immutable', ...COOKIE_LINES]),
  },
];
