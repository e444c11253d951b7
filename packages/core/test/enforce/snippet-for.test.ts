import { expect, test } from 'vitest';
import { snippetFor } from '../../src/enforce/snippet-for.ts';
import type { RequestFacts } from '../../src/enforce/types.ts';
import { now } from '../consent/declarations.ts';

const request: RequestFacts = { host: 'portal.localhost', path: '/shop/cart', method: 'GET', secure: true };
const tail = `  provider: 'fill-in',
  purposes: ['fill-in'],
  locations: ['fill-in'],
  setWhen: { on: 'consent' },
  function: { en: 'fill-in' },
  explanation: { en: 'fill-in' },
  recipients: [],
  data: { categories: ['fill-in'] },
},`;

function forLine(line: string): string {
  return snippetFor({ kind: 'set-cookie', line, request, held: false, now });
}

test('E23 a cookie is declared as it was observed', () => {
  expect(forLine('_ga=1; Domain=.Example.org; Path=/; Max-Age=600; Secure; SameSite=None; HttpOnly; Partitioned')).toBe(`'_ga': {
  kind: 'cookie',
  names: [{ exact: '_ga' }],
  scopes: [{ domain: 'example.org', path: '/', partitioned: true }],
  secure: true,
  httpOnly: true,
  sameSite: 'none',
  life: { kind: 'seconds', max: 600, extended: false },
${tail}`);
  expect(forLine('a=1')).toContain("scopes: [{ host: 'portal.localhost', path: '/shop', partitioned: false }]");
  expect(forLine('a=1')).toContain("life: { kind: 'session' }");
  expect(forLine(`a=1; Expires=${new Date((now + 60) * 1000).toUTCString()}`)).toContain('max: 60,');
  expect(snippetFor({ kind: 'cookie', name: 'b', request })).toContain(
    "scopes: [{ host: 'portal.localhost', path: '/', partitioned: false }]",
  );
});

test('E23 storage and requests are declared as they were observed', () => {
  expect(snippetFor({ kind: 'storage', store: 'local', origin: 'https://portal.localhost', name: 'Amp 1' })).toBe(`'amp-1': {
  kind: 'local',
  names: [{ exact: 'Amp 1' }],
  origins: ['https://portal.localhost'],
  life: { kind: 'session' },
${tail}`);
  expect(snippetFor({ kind: 'request', url: 'https://CDN.example/x?y', as: 'script', method: 'GET' })).toBe(`'cdn-example': {
  kind: 'request',
  match: { hosts: ['cdn.example'] },
  as: ['script'],
  credentials: true,
${tail}`);
});

test('E23 there is nothing to declare for what can never be declared', () => {
  expect(['', 'nameless', 'a\u0000=1'].map(forLine)).toEqual(['', '', '']);
  expect(snippetFor({ kind: 'cookie', name: '', request })).toBe('');
  expect(snippetFor({ kind: 'request', url: 'data:,', as: 'image', method: 'GET' })).toBe('');
  expect(snippetFor({ kind: 'request', url: '//x', as: 'image', method: 'GET' })).toBe('');
});

test('E23 no observed name can end a string, write a line or drive a terminal', () => {
  const text = snippetFor({
    kind: 'storage',
    store: 'local',
    origin: "https://x'",
    name: "'}]; alert(1) //\\\n\u001b[31m\u2028\u009b\ud83d\ude00",
  });
  expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  expect(text).toContain("names: [{ exact: '\\'}]; alert(1) //\\\\\\u000a\\u001b[31m\\u2028\\u009b\\ud83d\\ude00' }]");
  expect(text.split('\n')).toHaveLength(tail.split('\n').length + 5);
  expect(snippetFor({ kind: 'storage', store: 'local', origin: 'x', name: '9'.repeat(99) }).split(':')[0]).toBe(`'t${'9'.repeat(63)}'`);
});
