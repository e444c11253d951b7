import { expect, test } from 'vitest';
import type { Item } from '../../src/declaration/types.ts';
import { hostsOf, partyOf } from '../../src/policy/party.ts';

const site = ['data.example.org'];
const request = (host: string): Item => ({ kind: 'request', match: { hosts: [host] }, as: ['image'], credentials: false });
const cookie = (scope: { host: string } | { domain: string }): Item => ({
  kind: 'cookie',
  names: [{ exact: 'a' }],
  scopes: [{ ...scope, path: '/', partitioned: false }],
  secure: true,
  httpOnly: false,
  sameSite: 'lax',
  life: { kind: 'session' },
});

test.each<[string, Item, 'first' | 'third']>([
  ['a cookie of the site', cookie({ host: 'data.example.org' }), 'first'],
  ['a cookie of the domain above', cookie({ domain: 'example.org' }), 'first'],
  ['a cookie of a sub-domain', cookie({ host: 'cdn.data.example.org' }), 'first'],
  ['a cookie of another site', cookie({ domain: 'tracker.example' }), 'third'],
  ['a request to a neighbour', request('other.example.org'), 'third'],
  ['a request to another site', request('*.tracker.example'), 'third'],
])('P18 %s', (_, item, party) => {
  expect(partyOf(item, site)).toBe(party);
});

test('P18 a cookie with a Domain reaches its sub-domains, storage belongs to its origin without the port', () => {
  expect(hostsOf(cookie({ domain: 'example.org' }))).toEqual(['example.org', '*.example.org']);
  const life = { kind: 'session' } as const;
  expect(hostsOf({ kind: 'local', names: [{ exact: 'a' }], origins: ['https://data.example.org:8443'], life })).toEqual([
    'data.example.org',
  ]);
});
