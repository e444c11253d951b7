// Heads that parsers read differently: white space, folding, bare line ends, control characters, and sizes.
import type { HostileRoute } from './route.ts';
import { COOKIE_LINES, floodOf, messageOf } from './route.ts';

function head(id: string, tries: string, ...lines: readonly string[]): HostileRoute {
  return { id: `line-${id}`, tries, answer: () => messageOf('200 OK', lines) };
}

function first(id: string, tries: string, line: string): HostileRoute {
  return { id: `first-${id}`, tries, answer: () => messageOf('200 OK', COOKIE_LINES).replace('HTTP/1.1 200 OK', line) };
}

const control = (code: number): string => String.fromCharCode(code);

const controlRoutes: readonly HostileRoute[] = [0, 1, 8, 9, 11, 12, 27, 127, 0x80, 0xa0].flatMap((code) => {
  const hex = code.toString(16);
  return [
    head(`value-${hex}`, `the byte 0x${hex} in the value`, `Set-Cookie: ev${control(code)}il=evil`, ...COOKIE_LINES),
    head(`name-${hex}`, `the byte 0x${hex} behind the header's name`, `Set-Cookie${control(code)}: evil=1`, ...COOKIE_LINES),
    head(`before-${hex}`, `the byte 0x${hex} before the header's name`, `${control(code)}Set-Cookie: evil=1`, ...COOKIE_LINES),
  ];
});

const foldRoutes: readonly HostileRoute[] = [
  head('fold-space', 'a line that goes on behind a space', 'X-Folded: a', ' Set-Cookie: evil=1', ...COOKIE_LINES),
  head('fold-tab', 'a line that goes on behind a tab', 'X-Folded: a', '\tSet-Cookie: evil=1', ...COOKIE_LINES),
  head('fold-value', 'a Set-Cookie whose value is on the next line', 'Set-Cookie:', ' evil=1; Path=/', ...COOKIE_LINES),
  head(
    'fold-declared',
    'a declared name on the first line and another on the next',
    'Set-Cookie: csrftoken=a;',
    ' evil=1; Path=/',
    ...COOKIE_LINES,
  ),
  head('fold-first', 'a continuation before any header', ' Set-Cookie: evil=1', ...COOKIE_LINES),
  head('fold-length', 'a length that goes on', 'Content-Length: 1', ' 0', ...COOKIE_LINES),
];

const endRoutes: readonly HostileRoute[] = [
  head('bare-cr', 'a bare carriage return', 'X-A: a\rSet-Cookie: evil=1', ...COOKIE_LINES),
  head('bare-lf', 'a bare line feed', 'X-A: a\nSet-Cookie: evil=1', ...COOKIE_LINES),
  head('cr-cr-lf', 'two carriage returns and a line feed', 'X-A: a\r\r\nSet-Cookie: evil=1', ...COOKIE_LINES),
  head('lf-cr', 'a line feed and a carriage return', 'X-A: a\n\rSet-Cookie: evil=1', ...COOKIE_LINES),
  head('two-lf', 'an early end of the head, of bare line feeds', 'X-A: a\n\nSet-Cookie: evil=1', ...COOKIE_LINES),
  head('cr-in-cookie', 'a carriage return within a declared cookie', 'Set-Cookie: csrftoken=a\rSet-Cookie: evil=1', ...COOKIE_LINES),
  head('lf-in-cookie', 'a line feed within a declared cookie', 'Set-Cookie: csrftoken=a\nSet-Cookie: evil=1', ...COOKIE_LINES),
  {
    id: 'line-all-lf',
    tries: 'a message with bare line feeds only',
    answer: () => messageOf('200 OK', COOKIE_LINES).replaceAll('\r\n', '\n'),
  },
  {
    id: 'line-all-cr',
    tries: 'a message with bare carriage returns only',
    answer: () => messageOf('200 OK', COOKIE_LINES).replaceAll('\r\n', '\r'),
  },
];

const nameRoutes: readonly HostileRoute[] = [
  head('space-colon', 'a space before the colon', 'Set-Cookie : evil=1', ...COOKIE_LINES),
  head('spaces-colon', 'spaces and tabs before the colon', 'Set-Cookie \t : evil=1', ...COOKIE_LINES),
  head('no-colon', 'no colon', 'Set-Cookie evil=1', ...COOKIE_LINES),
  head('no-name', 'no name', ': evil=1', ...COOKIE_LINES),
  head('underscore', 'an underscore for the hyphen', 'Set_Cookie: csrftoken=1', ...COOKIE_LINES),
  head('unicode', 'a name whose letters only look like it', 'S\xc3\xa9t-Cookie: evil=1', ...COOKIE_LINES),
  head('kelvin', 'a name whose lower case is k', 'Set-Coo\xe2\x84\xaaie: evil=1', ...COOKIE_LINES),
  head('quoted', 'a name in quotes', '"Set-Cookie": evil=1', ...COOKIE_LINES),
  head('empty', 'an empty Set-Cookie among others', 'Set-Cookie:', 'Set-Cookie:   ', ...COOKIE_LINES),
  head('tabs', 'tabs around everything', 'Set-Cookie:\t\tevil\t=\t1\t;\tPath\t=\t/\t', ...COOKIE_LINES),
];

const sizeRoutes: readonly HostileRoute[] = [
  head('long', 'a line of 64 KB', `Set-Cookie: evil=${'x'.repeat(65_536)}`, ...COOKIE_LINES),
  head('long-name', 'a name of 64 KB', `Set-Cookie: ${'evil'.repeat(16_384)}=1`, ...COOKIE_LINES),
  head('long-attributes', 'attributes of 64 KB', `Set-Cookie: evil=1${'; a'.repeat(21_845)}`, ...COOKIE_LINES),
  head('blanks', '64 KB of blanks', `Set-Cookie: evil${' '.repeat(65_536)}=1`, ...COOKIE_LINES),
  head('many', 'a thousand lines', ...Array.from({ length: 1000 }, (_, at) => `Set-Cookie: evil${at}=1; Path=/`), ...COOKIE_LINES),
  head(
    'many-declared',
    'a thousand refused lines of a declared name',
    ...Array.from({ length: 1000 }, (_, at) => `Set-Cookie: _vis${at}=evil; Path=/; Max-Age=60`),
    ...COOKIE_LINES,
  ),
  head('very-many', 'five thousand lines', ...Array.from({ length: 5000 }, (_, at) => `Set-Cookie: evil${at}=1`), ...COOKIE_LINES),
  head(
    'very-many-others',
    'cookies behind five thousand other headers',
    ...Array.from({ length: 5000 }, (_, at) => `X-${at}: y`),
    ...COOKIE_LINES,
  ),
  head('over', 'a head of 300 KB', ...Array.from({ length: 60 }, (_, at) => `Set-Cookie: evil${at}=${'x'.repeat(5000)}`), ...COOKIE_LINES),
  { id: 'line-flood', tries: 'a head without end', answer: () => floodOf('HTTP/1.1 200 OK\r\n', 'Set-Cookie: evil=1\r\n') },
  { id: 'line-flood-one', tries: 'one line without end', answer: () => floodOf('HTTP/1.1 200 OK\r\nSet-Cookie: evil=', 'x'.repeat(256)) },
  { id: 'first-flood', tries: 'a reason without end', answer: () => floodOf('HTTP/1.1 200 ', 'evil'.repeat(64)) },
];

const firstRoutes: readonly HostileRoute[] = [
  first('no-reason', 'no reason', 'HTTP/1.1 200'),
  first('reason-header', 'a header in the reason', 'HTTP/1.1 200 OK Set-Cookie: reason=1'),
  first('reason-bytes', 'bytes above 0x7f in the reason', 'HTTP/1.1 200 \xff\xfe'),
  first('reason-control', 'a control character in the reason', 'HTTP/1.1 200 O\x01K'),
  first('reason-cr', 'a carriage return in the reason', 'HTTP/1.1 200 OK\rSet-Cookie: evil=1'),
  first('version-2', 'another version', 'HTTP/2.0 200 OK'),
  first('version-12', 'a version that does not exist', 'HTTP/1.2 200 OK'),
  first('version-lower', 'a version in lower case', 'http/1.1 200 OK'),
  first('status-0', 'status 000', 'HTTP/1.1 000 Zero'),
  first('status-99', 'status 099', 'HTTP/1.1 099 Below'),
  first('status-1000', 'a status of four digits', 'HTTP/1.1 2000 OK'),
  first('status-letters', 'a status of letters', 'HTTP/1.1 abc OK'),
  first('icy', 'another protocol', 'ICY 200 OK'),
  first('spaces', 'several spaces', 'HTTP/1.1  200  OK'),
];

/** All of them. */
export const LINE_ROUTES: readonly HostileRoute[] = [
  ...controlRoutes,
  ...foldRoutes,
  ...endRoutes,
  ...nameRoutes,
  ...sizeRoutes,
  ...firstRoutes,
];
