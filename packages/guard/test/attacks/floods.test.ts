import { HOSTILE_MARK, readReplies, startHostileOrigin } from '@candor/testkit';
import { expect, test } from 'vitest';
import { choiceFor, page, withGuard } from '../site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText, statusOf } from '../wire.ts';
import { during, withGuardBefore } from './stand.ts';

const granted = `Cookie: cookies_preferences=${choiceFor('granted')}`;
const thousand = Array.from({ length: 1000 }, (_, at) => `Set-Cookie: _vis${at}=v; Path=/; Max-Age=60; Secure`);

test('G115 attack 10: of a thousand allowed lines none is lost, of a thousand refused ones none leaves', async () => {
  await withGuard(
    () => page('x', thousand),
    async ({ port }) => {
      const passed = headerValues(await exchangeBytes(port, requestText('GET /data', [granted])), 'set-cookie');
      expect(passed).toEqual(thousand.map((line) => line.slice('Set-Cookie: '.length)));
      const refused = await exchangeBytes(port, requestText('GET /data'));
      expect(headerValues(refused, 'set-cookie')).toEqual([]);
      expect(refused.length).toBeLessThan(16_000);
    },
  );
});

test('G115 attack 10: a head over the limit is a 502, without a line of it', async () => {
  const lines = Array.from({ length: 80 }, (_, at) => `Set-Cookie: evil${at}=${'x'.repeat(4000)}`);
  await withGuard(
    () => page('x', lines),
    async ({ port }) => {
      const reply = await exchangeBytes(port, requestText('GET /data'));
      expect(statusOf(reply)).toBe(502);
      expect(reply).not.toContain('evil');
    },
  );
});

/** A browser's jar, as far as deletions of host-only cookies go. */
function heldAfter(held: ReadonlySet<string>, reply: string): ReadonlySet<string> {
  const gone = headerValues(reply, 'set-cookie')
    .filter(
      (line) => line.includes('; Max-Age=0') && line.includes('; Path=/;') && !line.includes('Domain=') && !line.includes('Partitioned'),
    )
    .map((line) => line.split('=')[0] ?? '');
  return new Set([...held].filter((name) => !gone.includes(name)));
}

test.each([
  ['undeclared', '_x', 60],
  ['refused, of one prefix', '_vis', 12],
])('G115 attack 10: a jar that was flooded with %s names is empty after a bounded number of small heads', async (_what, prefix, most) => {
  let held: ReadonlySet<string> = new Set(Array.from({ length: 180 }, (_, at) => `${prefix}${at}`));
  let responses = 0;
  await withGuard(
    () => page('x'),
    async ({ port }) => {
      while (held.size > 0 && responses <= most) {
        const cookie = [...held].map((name) => `${name}=1`).join('; ');
        const reply = await exchangeBytes(port, requestText('GET /', [`Cookie: ${cookie}`]));
        expect(headerValues(reply, 'set-cookie').join('').length).toBeLessThanOrEqual(8192);
        held = heldAfter(held, reply);
        responses += 1;
      }
    },
  );
  expect([...held]).toEqual([]);
});

test('G115 attack 10: announcements, heads, reasons and trailers without an end are given up, and the next visitor is served', async () => {
  await during(startHostileOrigin(), async (origin) => {
    await withGuardBefore(origin.url, async (port) => {
      const floods = origin.routes.filter(({ id }) => id.endsWith('flood') || id.startsWith('line-flood'));
      expect(floods.length).toBeGreaterThanOrEqual(7);
      await Promise.all(
        floods.map(async ({ id }) => {
          const replies = readReplies(await exchangeBytes(port, requestText(`GET /login?try=${id}`)), 'GET');
          expect(JSON.stringify(replies.heads), id).not.toContain(HOSTILE_MARK);
        }),
      );
      expect(bodyOf(await exchangeBytes(port, requestText('GET /login?try=page')))).toContain('site');
    });
  });
});

test.each(['websocket', 'h2c'])('G115 attack 10: a large answer to a wish for %s arrives whole', async (protocol) => {
  const body = 'x'.repeat(4_000_000);
  await withGuard(
    () => page(body).replace('text/html', 'text/plain'),
    async ({ port }) => {
      const text = requestText('GET /data', [`Upgrade: ${protocol}`]).replace('Connection: close', 'Connection: Upgrade');
      expect(readReplies(await exchangeBytes(port, text), 'GET').body.length).toBe(body.length);
    },
  );
});
