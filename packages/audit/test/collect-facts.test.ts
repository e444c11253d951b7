// What raw records say, without a browser: values that went elsewhere, detours, marks of clicks, tags, measurements.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sending } from '../src/collect/find-leaks.ts';
import { findLeaks } from '../src/collect/find-leaks.ts';
import type { Probe } from '../src/collect/tell-fingerprints.ts';
import { readProbe, tellFingerprints } from '../src/collect/tell-fingerprints.ts';
import { tellBeacons, tellBounces, tellDecorations, tellTagIdentifiers } from '../src/collect/tell-requests.ts';
import { isIdentifier } from '../src/collect/value-forms.ts';
import type { Secret } from '../src/collect/vault.ts';
import { createVault } from '../src/collect/vault.ts';
import { findExtended } from '../src/states/s7-return.ts';
import { home, moment, request, responseWrite } from './evidence.ts';

const other = 'http://ads.localhost:8000';
const own: Secret = { owner: { kind: 'cookie', name: 'visitor', host: 'shop.localhost' }, value: 'GA1.1.83a7f04c2b.1700000000' };
const theirs: Secret = { owner: { kind: 'cookie', name: 'uid', host: 'ads.localhost' }, value: '83a7f04c2b9d' };

function sending(url: string, changes: Partial<Sending> = {}): Sending {
  return { moment: moment('S0', 'unasked'), url, referer: null, body: '', isSocket: false, initiator: null, ...changes };
}

function told(secrets: readonly Secret[], sendings: readonly Sending[]): readonly string[] {
  return findLeaks(secrets, sendings).map(
    ({ owner, to, through, form, isSync }) => `${owner.name} ${to} ${through} ${form}${isSync ? ' sync' : ''}`,
  );
}

test('A170 a value is found in address, referer, body and socket, plain, encoded or hashed, and is nowhere in what is told', () => {
  const hash = (name: string, value: string): string => createHash(name).update(value).digest('hex');
  const id = '83a7f04c2b';
  const leaks = findLeaks(
    [own],
    [
      sending(`${other}/a?id=${id}`),
      sending(`${other}/b`, { referer: `${home}?v=${encodeURIComponent(own.value)}` }),
      sending(`${other}/c`, { body: JSON.stringify({ user: hash('md5', id) }) }),
      sending(`${other}/d?e=${Buffer.from(JSON.stringify({ v: own.value })).toString('base64url')}`),
      sending('ws://ads.localhost:8000/e', { body: hash('sha256', own.value), isSocket: true }),
      sending(`${other}/f?h=${hash('sha1', id)}&x=${Buffer.from(id).toString('hex')}`),
    ],
  );
  expect(leaks.map(({ through, form }) => `${through} ${form}`)).toEqual([
    'url plain',
    'referer plain',
    'body md5',
    'url base64',
    'socket sha256',
    'url hex',
  ]);
  expect(JSON.stringify(leaks)).not.toMatch(/83a7f04c2b|GA1/);
});

test('A170 what a site tells itself is no leak, and what many visitors share is no identifier', () => {
  expect(told([own], [sending(`${home}api?id=${own.value}`), sending('http://api.shop.localhost:8000/', { body: own.value })])).toEqual([]);
  for (const value of [
    'accepted',
    'granted-all-purposes',
    '1700000000',
    '1700000000123',
    '2026-11-24T10:00',
    '1920x1080x24',
    'en-GB',
    '00000000',
  ]) {
    expect(isIdentifier(value), value).toBe(false);
    expect(told([{ ...own, value }], [sending(`${other}/?v=${value}`)]), value).toEqual([]);
  }
});

test('A171 a value of one third party that another one gets is a sync', () => {
  const match = sending(`http://exchange.localhost:8000/match?partner=${theirs.value}`);
  expect(told([theirs], [match, sending(`${other}/own?uid=${theirs.value}`)])).toEqual(['uid exchange.localhost url plain sync']);
});

test('A172 what was typed is found in any form, words of the page only in bodies', () => {
  const typed: Secret = { owner: { kind: 'typed', name: 'email', host: 'shop.localhost' }, value: 'q0a1b2c3d4e5fw' };
  const words: Secret = { owner: { kind: 'page', name: 'text', host: 'shop.localhost' }, value: 'Nineteen bottles of something red' };
  const sendings = [
    sending(`${other}/log?k=${Buffer.from(typed.value).toString('base64')}`),
    sending(`${other}/title?t=${encodeURIComponent(words.value)}`),
    sending(`${other}/replay`, { body: JSON.stringify({ nodes: [{ text: words.value }] }) }),
  ];
  expect(told([typed, words], sendings)).toEqual(['email ads.localhost url base64', 'text ads.localhost body plain']);
});

test('A170 no text that is sent makes it fail, and no value comes out', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(
    fc.property(text, text, fc.stringMatching(/^[a-z0-9]{12,40}$/), (body, query, value) => {
      const leaks = findLeaks([{ ...own, value }], [sending(`${other}/?${query}${value}`, { body })]);
      expect(JSON.stringify(leaks)).not.toContain(value);
    }),
    { numRuns: 30 },
  );
});

test('A170 the vault keeps each value once and only so many', () => {
  const vault = createVault();
  for (let index = 0; index < 1000; index += 1) vault.keep({ ...own, value: `value-${index % 400}` });
  vault.keep({ ...own, value: 'x'.repeat(5000) });
  expect(vault.read()).toHaveLength(300);
});

test('A173 a page that is reached over another site with cookies is a bounce; a redirect within the site is none', () => {
  const at = moment('S0', 'unasked');
  const go = request(at, `${home}go`, { as: 'document', status: 302 });
  const via = request(moment('S0', 'unasked'), `${other}/r`, { as: 'document', status: 302, redirectedFrom: go.url });
  const end = request(moment('S0', 'unasked'), `${home}item`, { as: 'document', redirectedFrom: via.url });
  const write = responseWrite(at, 'bounced=; Path=/', { url: via.url, status: 302 });
  expect(tellBounces([go, via, end], [write])).toMatchObject([{ via: 'ads.localhost', to: 'shop.localhost', cookies: ['bounced'] }]);
  expect(tellBounces([go, via, end], [])).toEqual([]);
  expect(tellBounces([go, { ...end, redirectedFrom: go.url }], [responseWrite(at, 'own=; Path=/', { url: go.url })])).toEqual([]);
});

test('A174 marks of clicks are told by name, once for each host', () => {
  const seen = [request(moment('S0', 'unasked'), `${home}?GCLID=1&q=gclid`), request(moment('S0', 'unasked'), `${home}?gclid=2`)];
  expect(tellDecorations(seen)).toMatchObject([{ host: 'shop.localhost', parameter: 'gclid' }]);
});

test('A175 pictures of hardly a byte and beacons are told, icons and drawings are not', () => {
  const image = (path: string, changes: Partial<{ status: number; bytes: number | null; mime: string; kind: string }>) => {
    const { status = 200, bytes = 43, mime = 'image/gif', kind = 'image' } = changes;
    return { request: request(moment('S0', 'unasked'), `${other}/${path}?id=1`, { status }), kind, mime, bytes };
  };
  const answers = [
    image('dot', {}),
    image('nothing', { status: 204, bytes: null }),
    image('icon', { bytes: 900 }),
    image('drawing', { bytes: 90, mime: 'image/svg+xml' }),
    image('missing', { status: 404, bytes: 0 }),
    image('sent', { kind: 'ping' }),
  ];
  expect(tellBeacons(answers).map(({ kind, url }) => `${kind} ${url}`)).toEqual([
    `pixel ${other}/dot`,
    `pixel ${other}/nothing`,
    `beacon ${other}/sent`,
  ]);
});

test('A176 a tag that every visitor gets another one of identifies; one that changes anyway or is shared does not', () => {
  const tags = (...pairs: readonly (readonly [string, string])[]) =>
    pairs.map(([path, digest]) => ({ moment: moment('S0', 'unasked'), url: `${other}/${path}`, digest, isBack: false }));
  const visitors = [
    tags(['id', 'a'], ['shared', 'x'], ['changing', '1'], ['changing', '2'], ['alone', 'q']),
    tags(['id', 'b'], ['shared', 'x'], ['changing', '3']),
  ];
  expect(tellTagIdentifiers(visitors)).toEqual([`${other}/id`]);
  expect(tellTagIdentifiers(visitors.slice(0, 1))).toEqual([]);
});

function probes(kind: Probe['kind'], script: string, details: readonly string[]): readonly Probe[] {
  return details.map((detail) => ({ moment: moment('S0', 'unasked'), kind, script, detail }));
}

test('A177 measuring is told by how much one script reads, whatever it is called', () => {
  const many = (count: number): readonly string[] => Array.from({ length: count }, (_one, index) => `thing ${index}`);
  const summary = (all: readonly Probe[]): readonly string[] => tellFingerprints(all).map(({ kind, script }) => `${kind} ${script}`);
  expect(summary(probes('canvas', 'a.js', ['text read back']))).toEqual(['canvas a.js']);
  expect(summary(probes('webgl', 'a.js', ['37446']))).toEqual(['webgl a.js']);
  expect(summary(probes('webgl', 'map.js', ['3379', '34076', 'extensions']))).toEqual([]);
  expect(summary(probes('fonts', 'chart.js', ['12px sans-serif', '14px sans-serif']))).toEqual([]);
  expect(summary(probes('fonts', 'b.js', many(30)))).toEqual(['fonts b.js']);
  expect(summary([...probes('entropy', 'a.js', many(8)), ...probes('entropy', 'b.js', many(8))])).toEqual([]);
  expect(summary(probes('entropy', 'a.js', many(15)))).toEqual(['entropy a.js']);
});

test('A177 a message of a page that does not know the token is no probe', () => {
  const at = moment('S0', 'unasked');
  const message = ['token', 'probe', 'webgl', home, `Error\n    at ${home}a.js:3:4`, '37446'].join('\u0001');
  expect(readProbe(message, 'token', at)).toMatchObject({ kind: 'webgl', script: `${home}a.js`, detail: '37446' });
  expect(readProbe(message, 'other', at)).toBe(null);
  expect(readProbe(message.replace('webgl', 'unheard'), 'token', at)).toBe(null);
});

test('A163 only an end that is more than an hour later is an extension', () => {
  const cookie = { name: 'kept', domain: 'shop.localhost', path: '/', expires: 1000 };
  expect(findExtended([cookie], [{ ...cookie, expires: 4000 }])).toEqual([]);
  expect(findExtended([cookie], [{ ...cookie, expires: 9000 }])).toMatchObject([{ name: 'kept', seconds: 8000 }]);
  expect(findExtended([{ ...cookie, expires: -1 }], [{ ...cookie, expires: 9000 }])).toEqual([]);
});
