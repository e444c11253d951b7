import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchangeBytes, requestText, statusOf } from '../wire.ts';
import type { Capture } from './capture.ts';
import { EMPTY_ANSWER, startCapture } from './capture.ts';
import type { Running } from './stand.ts';
import { startGuard } from './stand.ts';

// What quadratic readers choke on: separators, openings without an end, and almost what they look for.
const pieces = [
  ...['a', ';', ',', '"', '=', ' ', '\t', '<', '>', "'", '\\', '/', '-', '.', '0', '%2e', '{', '[', '('],
  ...[
    '; a=b',
    ', a',
    '<a>;rel=x,',
    '<a>; rel="',
    '; url=',
    'a;q=0.5,',
    "'nonce-",
    'max-age=',
    '"url":"',
    'x="',
    '; charset',
    '_vis',
    '__Host-',
    ' \\"',
  ],
];

let answer = EMPTY_ANSWER;
let capture: Capture;
let running: Running;

beforeAll(async () => {
  capture = await startCapture(() => answer);
  running = await startGuard(capture.url);
});

afterAll(async () => {
  await running.guard.close();
  await capture.close();
});

function filled(piece: string, size: number): string {
  return piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
}

async function timeOf(step: (piece: string) => Promise<void>): Promise<number> {
  const started = performance.now();
  for (const piece of pieces) await step(piece);
  return performance.now() - started;
}

async function measureGrowth(step: (size: number) => (piece: string) => Promise<void>): Promise<number> {
  const small: number[] = [];
  const large: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    small.push(await timeOf(step(15_000)));
    large.push(await timeOf(step(60_000)));
  }
  return Math.min(...large) / Math.min(...small);
}

/** How much longer four times the bytes take, side by side. Measured again where another load may have been in the way. */
async function growthOf(step: (size: number) => (piece: string) => Promise<void>): Promise<number> {
  let growth = await measureGrowth(step);
  for (let again = 0; again < 3 && growth > 8; again += 1) growth = Math.min(growth, await measureGrowth(step));
  return growth;
}

const sent = ['Cookie', 'Accept-Language', 'Accept', 'Connection', 'If-None-Match', 'Sec-Fetch-Dest', 'X-Forwarded-For', 'Referer'];
const answered = [
  ...['Set-Cookie', 'Link', 'Refresh', 'Content-Security-Policy', 'Report-To', 'Reporting-Endpoints', 'Clear-Site-Data', 'Cache-Control'],
  ...['Content-Type', 'Connection', 'Content-Disposition', 'Vary'],
];

for (const name of sent) {
  test(`G114 attack 8: four times the bytes of a request’s ${name} are no more than eight times the work`, async () => {
    answer = EMPTY_ANSWER;
    const growth = await growthOf((size) => async (piece) => {
      const reply = await exchangeBytes(running.port, requestText('GET /a', [`${name}: ${filled(piece, size)}`]));
      expect(statusOf(reply)).not.toBe(0);
    });
    expect(growth).toBeLessThanOrEqual(8);
  });
}

test('G114 attack 8: the same of a path and its query', async () => {
  answer = EMPTY_ANSWER;
  const growth = await growthOf((size) => async (piece) => {
    await exchangeBytes(running.port, requestText(`GET /${filled(piece.trim() === '' ? '/../' : piece.replaceAll(' ', ''), size)}`));
  });
  expect(growth).toBeLessThanOrEqual(8);
});

for (const name of answered) {
  test(`G114 attack 8: the same of a response’s ${name}`, async () => {
    const growth = await growthOf((size) => async (piece) => {
      const type = name === 'Content-Type' ? [] : ['Content-Type: text/html'];
      answer = ['HTTP/1.1 200 OK', ...type, `${name}: ${filled(piece, size)}`, 'Content-Length: 0', 'Connection: close', '', ''].join(
        '\r\n',
      );
      const reply = await exchangeBytes(running.port, requestText('GET /a', ['Cookie: csrftoken=a']));
      expect(statusOf(reply)).not.toBe(0);
    });
    expect(growth).toBeLessThanOrEqual(8);
  });
}
