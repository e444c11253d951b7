import { encodeChoice } from '@candor/core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choiceFor, NOW, objection, page, site } from '../site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText } from '../wire.ts';
import type { Capture } from './capture.ts';
import { readRequests, startCapture } from './capture.ts';
import type { Running } from './stand.ts';
import { startGuard } from './stand.ts';

const GRANTABLE = 'Set-Cookie: _vis1=new; Path=/; Max-Age=60; Secure';
let capture: Capture;
let running: Running;

beforeAll(async () => {
  capture = await startCapture(() => page('<html><head></head><body>x</body></html>', [GRANTABLE, 'Set-Cookie: _ga=1; Path=/']));
  running = await startGuard(capture.url);
});

afterAll(async () => {
  await running.guard.close();
  await capture.close();
});

type Outcome = {
  readonly reads: boolean;
  readonly sets: boolean;
  readonly asks: boolean;
  readonly touched: boolean;
  readonly undeclared: boolean;
};

/** What a visitor with these Cookie lines gets, and what the site gets of them. */
async function visit(lines: readonly string[]): Promise<Outcome> {
  (capture.connections as string[]).length = 0;
  const reply = await exchangeBytes(
    running.port,
    requestText(
      'GET /data',
      lines.map((line) => `Cookie: ${line}`),
    ),
  );
  const set = headerValues(reply, 'set-cookie');
  const head = readRequests(capture.connections[0] ?? '').requests[0]?.head ?? '';
  const sent = headerValues(head, 'cookie').join('; ');
  return {
    reads: /(?:^|; )_vis1=held/.test(sent),
    sets: set.some((line) => line.startsWith('_vis1=new')),
    asks: bodyOf(reply).includes('id="candor-notice"'),
    touched: set.some((line) => line.startsWith('cookies_preferences=')),
    undeclared: sent.includes('_ga') || set.some((line) => line.startsWith('_ga=1')),
  };
}

const grants = [choiceFor('granted'), encodeChoice({ answers: { 6: { state: 'granted', revision: 1 } }, at: NOW - 9, declaration: '' })];
const refusals = [choiceFor('denied'), objection(), encodeChoice({ answers: {}, at: NOW - 60, declaration: site.id.slice(0, 12) })];
const unreadable = [
  '',
  'x',
  '1',
  '2.0.0.0',
  `${choiceFor('granted')}x`,
  `"${choiceFor('granted')}"`,
  '{"all":true}',
  '1.zz..6G1',
  '__proto__',
  '%31',
  'x'.repeat(3000),
];

const anyValue = fc.oneof(fc.constantFrom(...grants), fc.constantFrom(...refusals), fc.constantFrom(...unreadable));

test('G106 attack 2: of several choices only what all of them grant holds, in any order and on any line, and none is touched', async () => {
  const lines = fc.array(fc.array(anyValue, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(lines, fc.boolean(), async (given, first) => {
      const values = given.flat();
      const cookies = given.map((part) => part.map((value) => `cookies_preferences=${value}`).join('; '));
      const others = '_vis1=held; _ga=2';
      const outcome = await visit(first ? [others, ...cookies] : [...cookies, others]);
      const granted = values.some((value) => grants.includes(value)) && !values.some((value) => refusals.includes(value));
      expect(outcome, JSON.stringify(given)).toMatchObject({ reads: granted, sets: granted, touched: false, undeclared: false });
    }),
    { numRuns: 120, seed: 2 },
  );
});

test('G106 attack 2: a planted choice neither brings the question back nor takes a refusal away', async () => {
  for (const order of [
    [choiceFor('denied'), choiceFor('granted')],
    [choiceFor('granted'), choiceFor('denied')],
    ['nonsense', choiceFor('denied')],
    [choiceFor('denied'), 'nonsense'],
  ]) {
    const outcome = await visit([order.map((value) => `cookies_preferences=${value}`).join('; ')]);
    expect(outcome).toEqual({ reads: false, sets: false, asks: false, touched: false, undeclared: false });
  }
});

test('G107 attack 3: a forged choice grants what its own request asks for, nothing undeclared, and nothing to anybody else', async () => {
  const everything = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [at + 1, { state: 'granted', revision: 999 } as const]));
  const forged = encodeChoice({ answers: everything, at: NOW + 9_999_999, declaration: 'ffffffffffff' });
  await visit([`cookies_preferences=${forged}; _vis1=held; _ga=1`]);
  const stranger = await visit(['_vis1=held']);
  expect(stranger).toEqual({ reads: false, sets: false, asks: true, touched: false, undeclared: false });
  const own = await visit([`cookies_preferences=${forged}; _vis1=held; _ga=1`]);
  expect(own.undeclared).toBe(false);
  const alone = await visit([`cookies_preferences=${choiceFor('granted')}; _vis1=held`]);
  expect(alone).toMatchObject({ reads: true, sets: true, undeclared: false });
});

test('G107 attack 3: no choice is written, and no answer is given, for a visitor who only sends one', async () => {
  fc.assert(fc.property(fc.constantFrom(...unreadable), (value) => !grants.includes(value)));
  for (const value of [...grants, ...refusals, ...unreadable]) {
    const reply = await exchangeBytes(running.port, requestText('GET /data', [`Cookie: cookies_preferences=${value}`]));
    expect(headerValues(reply, 'set-cookie').filter((line) => line.startsWith('cookies_preferences'))).toEqual([]);
  }
});

const polluting = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', '__defineGetter__'];

test('G108 attack 9: names of a prototype are names like any other: undeclared', async () => {
  const pairs = polluting.flatMap((name) => [`${name}=1`, `${name}[allowed]=1`, `${name}.allowed=true`]).join('; ');
  const outcome = await visit([`${pairs}; _vis1=held`]);
  expect(outcome).toMatchObject({ reads: false, sets: false, undeclared: false });
  const head = readRequests(capture.connections[0] ?? '').requests[0]?.head ?? '';
  expect(headerValues(head, 'cookie')).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('G108 attack 9: a body, a query or a header that names a prototype changes nothing for the next visitor', async () => {
  const before = await visit([]);
  const body = JSON.stringify({ 'csp-report': { 'document-uri': 'http://portal.localhost/', 'effective-directive': 'img-src' } }).replace(
    '{',
    '{"__proto__":{"allowed":true,"gpc":false},"constructor":{"prototype":{"allowed":true}},',
  );
  await exchangeBytes(running.port, requestText('POST /cookies/api/report', [`Content-Length: ${body.length}`], body));
  await exchangeBytes(running.port, requestText('GET /cookies/api/state?__proto__[gpc]=1&constructor.prototype.allowed=1'));
  await exchangeBytes(
    running.port,
    requestText(
      'GET /data',
      polluting.map((name) => `${name}: 1`),
    ),
  );
  expect(await visit([])).toEqual(before);
  const clean: { readonly [key: string]: unknown } = {};
  expect([clean['allowed'], clean['gpc']]).toEqual([undefined, undefined]);
});
