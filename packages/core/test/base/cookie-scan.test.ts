import { expect, test } from 'vitest';
import type { SetCookieFacts } from '../../src/base/cookie-scan.ts';
import { defaultCookiePath, scanCookieHeader, scanSetCookie } from '../../src/base/cookie-scan.ts';

const plain: Omit<SetCookieFacts, 'name' | 'value'> = {
  domain: null,
  path: null,
  maxAge: null,
  expires: null,
  secure: false,
  httpOnly: false,
  sameSite: null,
  partitioned: false,
  disputed: false,
};

function scanned(line: string): SetCookieFacts {
  const facts = scanSetCookie(line);
  if (facts === null) throw new Error(`"${line}" was not read`);
  return facts;
}

test('E1 the name ends at the first equals sign before the first semicolon', () => {
  expect(scanSetCookie('a=b')).toEqual({ name: 'a', value: 'b', ...plain });
  expect(scanned('a=b=c').value).toBe('b=c');
  expect(scanned('sessionid=1, _ga=2')).toMatchObject({ name: 'sessionid', value: '1, _ga=2' });
  expect(scanned('sessionid; _ga=1')).toMatchObject({ name: '', value: 'sessionid' });
  expect(scanned('__proto__=1').name).toBe('__proto__');
});

test('E1 only space and tab are trimmed', () => {
  expect(scanned(' \ta\t = b \t; Path=/')).toMatchObject({ name: 'a', value: 'b', path: '/' });
  expect(scanned('\u00a0_ga=1').name).toBe('\u00a0_ga');
  expect(scanned('_ga\ufeff=1').name).toBe('_ga\ufeff');
  expect(scanned('a="b;c"').value).toBe('"b');
});

test('E2 a nameless cookie has the empty name and is refused where its value would be read as another cookie', () => {
  expect(scanned('sessionid')).toMatchObject({ name: '', value: 'sessionid' });
  expect(scanned('=sessionid')).toMatchObject({ name: '', value: 'sessionid' });
  for (const line of ['', '=', ' ; a=b', '\t', '=a=b', '==', '=__Host-x', '__host-x', '=__SECURE-x', '=__Http-x', '=__Host-Http-x']) {
    expect(scanSetCookie(line), line).toBeNull();
  }
});

test('E3 a control character other than tab drops the whole line, wherever it stands', () => {
  for (const code of [0, 1, 8, 0x0a, 0x0b, 0x0c, 0x0d, 0x1f, 0x7f]) {
    const control = String.fromCharCode(code);
    for (const line of [`a${control}=b`, `a=b${control}`, `a=b; x=${control}`]) expect(scanSetCookie(line), String(code)).toBeNull();
  }
  expect(scanned('a=b\tc').value).toBe('b\tc');
});

test('E3 name and value hold 4096 bytes together, attributes not counted', () => {
  const long = 'v'.repeat(4095);
  expect(scanned(`n=${long}; Path=/${'p'.repeat(1000)}`).value).toBe(long);
  expect(scanSetCookie(`n=${long}v`)).toBeNull();
  expect(scanSetCookie(`n=${'\u00e9'.repeat(4095)}`), 'a header is one character a byte').not.toBeNull();
  expect(scanSetCookie(`n=${'\u0119'.repeat(2047)}`), 'a script stores two bytes').not.toBeNull();
  expect(scanSetCookie(`n=${'\u0119'.repeat(2048)}`)).toBeNull();
  expect(scanSetCookie(`n=${'\u6625'.repeat(1365)}`)).not.toBeNull();
  expect(scanSetCookie(`n=${'\u6625'.repeat(1366)}`)).toBeNull();
  expect(scanSetCookie(`n=${'\u{10000}'.repeat(1023)}`), 'four bytes in two units').not.toBeNull();
  expect(scanSetCookie(`n=${'\u{10ffff}'.repeat(1024)}`)).toBeNull();
  expect(scanSetCookie(`n=${'\u{103ff}'.repeat(1023)}abc`)).not.toBeNull();
  expect(scanSetCookie(`n=${'\u{103ff}'.repeat(1023)}abcd`)).toBeNull();
});

test('E4 prefixes do not mind case and bind what they say', () => {
  expect(scanSetCookie('__Secure-a=1; Secure')).not.toBeNull();
  expect(scanSetCookie('__secure-a=1')).toBeNull();
  expect(scanSetCookie('__Host-a=1; Secure; Path=/')).not.toBeNull();
  expect(scanSetCookie('__Host-a=1; Secure; Path=/; Domain=')).not.toBeNull();
  for (const rest of ['Path=/', 'Secure', 'Secure; Path=/a', 'Secure; Path=/; Path=', 'Secure; Path=/; Domain=example.org']) {
    expect(scanSetCookie(`__HOST-a=1; ${rest}`), rest).toBeNull();
  }
  expect(scanSetCookie('__Http-a=1; Secure; HttpOnly; Path=/x')).not.toBeNull();
  expect(scanSetCookie('__Http-a=1; Secure')).toBeNull();
  expect(scanSetCookie('__Http-a=1; HttpOnly')).toBeNull();
  expect(scanSetCookie('__Host-Http-a=1; Secure; HttpOnly; Path=/')).not.toBeNull();
  expect(scanSetCookie('__Host-Http-a=1; Secure; Path=/')).toBeNull();
  expect(scanSetCookie('__Host-Http-a=1; Secure; HttpOnly')).toBeNull();
});

test('E4 Partitioned and SameSite=None need Secure', () => {
  expect(scanSetCookie('a=b; Partitioned')).toBeNull();
  expect(scanned('a=b; Partitioned; Secure')).toMatchObject({ partitioned: true, secure: true });
  expect(scanSetCookie('a=b; SameSite=None')).toBeNull();
  expect(scanned('a=b; SameSite=nOnE; Secure').sameSite).toBe('none');
});

test('E5 the last attribute wins, its name in any case', () => {
  expect(scanned('a=b; PATH=/x; path=/y').path).toBe('/y');
  expect(scanned('a=b; path=/x; path=y').path).toBeNull();
  expect(scanned('a=b; Domain=.Example.ORG').domain).toBe('example.org');
  expect(scanned('a=b; Domain=example.org; Domain=').domain).toBeNull();
  expect(scanned('a=b; Domain=..example.org').domain).toBe('.example.org');
  expect(scanSetCookie('a=b; Domain=\u00e9xample.org')).toBeNull();
  expect(scanned('a=b; Max-Age=60; max-age=5').maxAge).toBe(5);
  expect(scanned('a=b; SameSite=Strict; SameSite=x').sameSite).toBeNull();
  expect(scanned('a=b; secure=no;;; HTTPONLY = x')).toMatchObject({ secure: true, httpOnly: true });
  expect(scanned('a=b; "Secure"; Secure qux').secure).toBe(false);
});

test('E5 an attribute of more than 1024 characters is as if absent', () => {
  expect(scanned(`a=b; Path=/x; Path=/${'y'.repeat(1023)}`).path).toHaveLength(1024);
  expect(scanned(`a=b; Path=/x; Path=/${'y'.repeat(1024)}`).path).toBe('/x');
  expect(scanned(`a=b; Domain=a.b; Domain=${'y'.repeat(1025)}`).domain).toBe('a.b');
  expect(scanned(`a=b; Max-Age=0; Max-Age=${'9'.repeat(1025)}`)).toMatchObject({ maxAge: 0, disputed: false });
});

test('E6 Max-Age is digits with an optional minus', () => {
  expect(scanned('a=b; Max-Age=0060').maxAge).toBe(60);
  expect(scanned('a=b; Max-Age=-20').maxAge).toBe(-20);
  expect(scanned('a=b; Max-Age=-0').maxAge).toBe(-0);
  expect(scanned(`a=b; Max-Age=${'9'.repeat(400)}`).maxAge).toBe(Number.MAX_SAFE_INTEGER);
  for (const value of ['', '-', 'x', '1e3', '50,399', '+5', '2.63', '0x10'])
    expect(scanned(`a=b; Max-Age=${value}`).maxAge, value).toBeNull();
});

test('E6 a life over which browsers differ is disputed', () => {
  for (const rest of [
    'Max-Age=0; Max-Age=x',
    'Max-Age=9; Max-Age=',
    'Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=x',
    'Max-Age=9; Expires=x',
    'Max-Age=+5',
    'Max-Age=1e3',
  ]) {
    expect(scanned(`a=b; ${rest}`).disputed, rest).toBe(true);
  }
  for (const rest of [
    'Path=/',
    'Max-Age=0; Max-Age=5',
    'Max-Age=',
    'Max-Age=session',
    'Expires=session',
    'Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0',
  ]) {
    expect(scanned(`a=b; ${rest}`).disputed, rest).toBe(false);
  }
});

test('E7 a Cookie header is split at semicolons only, and every pair keeps its bytes', () => {
  expect(scanCookieHeader('a=1; b="x; c=y";; =d ;e;f = g, h=i')).toEqual([
    { name: 'a', value: '1', raw: 'a=1' },
    { name: 'b', value: '"x', raw: 'b="x' },
    { name: 'c', value: 'y"', raw: 'c=y"' },
    { name: '', value: 'd', raw: '=d' },
    { name: '', value: 'e', raw: 'e' },
    { name: 'f', value: 'g, h=i', raw: 'f = g, h=i' },
  ]);
  expect(scanCookieHeader('')).toEqual([]);
  expect(scanCookieHeader(' ; ;')).toEqual([]);
});

test('E5 the default-path is the path of the request up to its last slash', () => {
  expect(['/', '', '/a', '/a/', '/a/b', '/v/x/y', 'a/b', '*'].map(defaultCookiePath)).toEqual([
    '/',
    '/',
    '/',
    '/a',
    '/a',
    '/v/x',
    '/',
    '/',
  ]);
});

test('E3 a line of 64 KB of separators is read in one pass', () => {
  for (const piece of [';', '=', ' ', ',', ';=', ';a', '; Expires=1', ';Max-Age=1', '\t']) {
    const line = `a=b${piece.repeat(Math.ceil(65_536 / piece.length))}`;
    scanSetCookie(line);
    scanCookieHeader(line);
  }
  expect(scanned(`a=b${';'.repeat(65_536)}Secure`).secure).toBe(true);
});
