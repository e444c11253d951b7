// Bodies that carry heads, and content types that make a browser read them differently.
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { HostileRoute } from './route.ts';
import { COOKIE_LINES, messageOf, pageOf } from './route.ts';

const metaPage =
  '<!doctype html><html><head><meta http-equiv="Set-Cookie" content="evil=1; Path=/"><meta http-equiv="set-cookie" content="csrftoken=evil"></head><body>x</body></html>';
const inner = 'HTTP/1.1 200 OK\r\nSet-Cookie: evil=1\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n';
const parts = `--b\r\nContent-Type: text/html\r\nSet-Cookie: evil=1; Path=/\r\n\r\n<p>one</p>\r\n--b\r\nContent-Type: text/html\r\nSet-Cookie: evil=2\r\n\r\n<p>two</p>\r\n--b--\r\n`;

function typed(id: string, tries: string, type: string, body = metaPage): HostileRoute {
  return { id: `type-${id}`, tries, passes: true, answer: () => messageOf('200 OK', [`Content-Type: ${type}`, ...COOKIE_LINES], body) };
}

function encoded(id: string, tries: string, coding: string, body: Buffer): HostileRoute {
  const text = body.toString('latin1');
  const answer = messageOf('200 OK', ['Content-Type: text/html', `Content-Encoding: ${coding}`, ...COOKIE_LINES], text);
  return { id: `coding-${id}`, tries, passes: true, answer: () => answer };
}

// Sixteen megabytes of nothing: a few kilobytes on the wire.
const bomb = new Uint8Array(16 * 1024 * 1024);

/** All of them. */
export const BODY_ROUTES: readonly HostileRoute[] = [
  { id: 'meta', tries: 'Set-Cookie in a <meta>', passes: true, answer: () => pageOf(COOKIE_LINES, metaPage) },
  typed('multipart', 'parts with heads of their own', 'multipart/x-mixed-replace; boundary=b', parts),
  typed('message', 'a message in a message', 'message/http', inner),
  typed('sxg', 'a signed exchange', 'application/signed-exchange;v=b3', inner),
  typed('mhtml', 'a saved page', 'multipart/related; boundary=b', parts),
  typed('odd-parameters', 'HTML with odd parameters', 'text/html; charset=utf-7; charset="utf-8"; x=";'),
  typed('quoted', 'HTML with a quoted charset', 'text/html;charset="\\utf-8"'),
  typed('comma', 'two types in one line', 'text/plain, text/html'),
  typed('spaces', 'a type among blanks', '\t text/html \t; \t charset=utf-8'),
  typed('upper', 'a type in capitals', 'TEXT/HTML'),
  typed('none', 'an empty type', ''),
  typed(
    'xhtml',
    'XHTML',
    'application/xhtml+xml',
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body/></html>',
  ),
  typed('svg', 'a picture with scripts', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  typed('xml', 'XML with a style', 'text/xml', '<?xml-stylesheet href="https://evil.localhost/x"?><a/>'),
  typed('manifest', 'a list of files to keep', 'text/cache-manifest', 'CACHE MANIFEST\n*\n'),
  {
    id: 'type-two',
    tries: 'two types in two lines',
    passes: true,
    answer: () => messageOf('200 OK', ['Content-Type: text/plain', 'Content-Type: text/html', ...COOKIE_LINES], metaPage),
  },
  encoded('gzip', 'a page in gzip', 'gzip', gzipSync(metaPage)),
  encoded('br', 'a page in brotli', 'br', brotliCompressSync(metaPage)),
  encoded('deflate', 'a page in deflate', 'deflate', deflateSync(metaPage)),
  encoded('nested', 'a page in gzip in gzip', 'gzip, gzip', gzipSync(new Uint8Array(gzipSync(metaPage)))),
  encoded('bomb', 'a small body that unpacks to sixteen megabytes', 'gzip', gzipSync(bomb)),
  encoded('bomb-br', 'the same in brotli', 'br', brotliCompressSync(bomb)),
  encoded('lie', 'a coding that the body does not have', 'gzip', Buffer.from(metaPage)),
  encoded('unknown', 'a coding that nobody knows', 'x-odd', Buffer.from(metaPage)),
];
