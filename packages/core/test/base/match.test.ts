import { expect, test } from 'vitest';
import { matchHost, matchName, matchPath, matchRequest } from '../../src/base/match.ts';

test.each([
  ['example.org', 'example.org', true],
  ['example.org', 'EXAMPLE.org', true],
  ['example.org', 'www.example.org', false],
  ['example.org', 'badexample.org', false],
  ['*.example.org', 'www.example.org', true],
  ['*.example.org', 'a.b.example.org', true],
  ['*.example.org', 'example.org', false],
  ['*.example.org', '.example.org', false],
  ['*.example.org', 'badexample.org', false],
  ['*.example.org', 'www.example.org.evil.test', false],
])('B6 host pattern %j and host %j: %j', (pattern, host, expected) => {
  expect(matchHost(pattern, host)).toBe(expected);
});

test.each([
  ['/login', '/login', true],
  ['/login', '/login/', false],
  ['/login', '/Login', false],
  ['/login/*', '/login/', true],
  ['/login/*', '/login/a/b', true],
  ['/login/*', '/login', false],
  ['/log*', '/logout', true],
  ['/*', '/', true],
])('B7 path pattern %j and path %j: %j', (pattern, path, expected) => {
  expect(matchPath(pattern, path)).toBe(expected);
});

test('B8 host, path and method must all be declared', () => {
  const match = { hosts: ['a.test', 'b.test'], paths: ['/x', '/y/*'], methods: ['POST'] };
  expect(matchRequest(match, { host: 'b.test', path: '/y/1', method: 'POST' })).toBe(true);
  expect(matchRequest(match, { host: 'b.test', path: '/y/1', method: 'post' })).toBe(true);
  expect(matchRequest(match, { host: 'c.test', path: '/x', method: 'POST' })).toBe(false);
  expect(matchRequest(match, { host: 'a.test', path: '/z', method: 'POST' })).toBe(false);
  expect(matchRequest(match, { host: 'a.test', path: '/x', method: 'GET' })).toBe(false);
});

test('B8 paths and methods that are not listed are not restricted', () => {
  expect(matchRequest({ hosts: ['a.test'] }, { host: 'a.test', path: '/any', method: 'PATCH' })).toBe(true);
});

test.each([
  [{ exact: 'sessionid' }, 'sessionid', true],
  [{ exact: 'sessionid' }, 'SessionId', false],
  [{ exact: 'sessionid' }, 'sessionid2', false],
  [{ prefix: '_pk_id.' }, '_pk_id.1.1fff', true],
  [{ prefix: '_pk_id.' }, '_pk_id.', true],
  [{ prefix: '_pk_id.' }, '_pk_id', false],
  [{ prefix: 'ab', suffix: 'ba' }, 'abxba', true],
  [{ prefix: 'ab', suffix: 'ba' }, 'abba', true],
  [{ prefix: 'ab', suffix: 'ba' }, 'aba', false],
  [{ prefix: 'ab', suffix: 'ba' }, 'abx', false],
])('B9 name %j and value %j: %j', (name, value, expected) => {
  expect(matchName(name, value)).toBe(expected);
});
