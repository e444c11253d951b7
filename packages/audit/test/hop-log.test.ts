// The protocol's two channels in every order that a busy machine makes of them.
import { expect, test } from 'vitest';
import type { Answer, HopLog } from '../src/collect/hop-log.ts';
import { createHopLog } from '../src/collect/hop-log.ts';
import { moment } from './evidence.ts';

const page = { url: 'http://site.localhost/page', method: 'GET', initiator: null };
const other = { url: 'http://other.localhost/pixel', method: 'GET', initiator: null };

function answer(headers: Answer['headers'], status: number = 200, refused: Answer['refused'] = []): Answer {
  return { moment: moment('S0', 'unasked'), status, headers, refused };
}

function told(log: HopLog): readonly string[] {
  return log.read().writes.map(({ line, setter }) => `${line} ${setter.url}`);
}

test('A18 headers that arrive before their request are attributed to it', () => {
  const log = createHopLog();
  log.carried('1', new Set(['seen']));
  log.answered('1', answer({ 'Set-Cookie': 'seen=secret-value; Path=/' }));
  log.sent('1', other, null);
  expect(log.read().writes).toMatchObject([{ line: 'seen=; Path=/', held: true, setter: { url: other.url, status: 200 } }]);
});

test('A18 the hops of a redirect keep their own headers when all of them come late', () => {
  const log = createHopLog();
  log.sent('1', page, null);
  log.sent('1', other, true);
  log.announced('1', true);
  expect(log.owed()).toBe(2);
  log.answered('1', answer({ 'set-cookie': 'hop=1\nsecond=2', location: other.url }, 302));
  expect(log.owed()).toBe(1);
  log.answered('1', answer({ 'set-cookie': 'end=1' }));
  expect(log.owed()).toBe(0);
  expect(told(log)).toEqual([`hop= ${page.url}`, `second= ${page.url}`, `end= ${other.url}`]);
  expect(log.read().writes[0]?.setter).toMatchObject({ status: 302, redirectTo: other.url });
});

test('A18 a hop without headers of its own does not take those of the next', () => {
  const log = createHopLog();
  log.sent('1', page, null);
  log.sent('1', other, false);
  log.announced('1', true);
  log.answered('1', answer({ 'set-cookie': 'end=1' }));
  expect(told(log)).toEqual([`end= ${other.url}`]);
});

test('A18 what came from memory owes nothing, whatever is said of it afterwards', () => {
  const log = createHopLog();
  log.sent('1', page, null);
  log.announced('1', false);
  log.announced('1', true);
  expect(log.owed()).toBe(0);
});

test('A18 a response that was withheld owes its headers only where the request left', () => {
  const log = createHopLog();
  log.sent('1', page, null);
  log.withheld('1');
  expect(log.owed()).toBe(0);
  log.sent('2', other, null);
  log.carried('2', new Set());
  log.withheld('2');
  expect(log.owed()).toBe(1);
  log.forgive();
  expect(log.owed()).toBe(0);
  log.answered('2', answer({ 'set-cookie': 'late=1' }));
  expect(told(log)).toEqual([`late= ${other.url}`]);
});

test('A10 a refused line is told apart with its address and reasons', () => {
  const log = createHopLog();
  log.answered('1', answer({ 'set-cookie': 'good=1\nbad=1' }, 200, [{ line: 'bad=1', reasons: ['InvalidDomain'] }]));
  log.sent('1', page, null);
  expect(told(log)).toEqual([`good= ${page.url}`]);
  expect(log.read().refused).toMatchObject([{ name: 'bad', url: page.url, reasons: ['InvalidDomain'] }]);
});

test('A11 a handshake counts where no headers were told, and only there', () => {
  const log = createHopLog();
  log.sent('1', page, null);
  log.shookHands('1', answer({ 'Set-Cookie': 'socket=1' }, 101));
  expect(told(log)).toEqual([`socket= ${page.url}`]);
  log.answered('1', answer({ 'Set-Cookie': 'socket=1' }, 101));
  expect(told(log)).toEqual([`socket= ${page.url}`]);
});

test('A20 a request that is followed under its id without a redirect is handed back: it gets no end of its own', () => {
  const log = createHopLog();
  expect(log.sent('1', page, null)).toBeNull();
  expect(log.sent('1', other, null)).toMatchObject(page);
  expect(log.sent('2', page, null)).toBeNull();
  expect(log.sent('2', other, true)).toBeNull();
});
