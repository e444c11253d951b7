import type { HostileOrigin, HostileRoute } from '@candor/testkit';
import { cookiesSetBy, HOSTILE_MARK, HOSTILE_ROUTES, readReplies, startHostileOrigin } from '@candor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Guard } from '../../src/index.ts';
import { createGuard } from '../../src/index.ts';
import { choiceFor, client, NOW, site } from '../site.ts';
import { exchangeBytes } from '../wire.ts';

let origin: HostileOrigin;
let guard: Guard;
let port = 0;

beforeAll(async () => {
  origin = await startHostileOrigin();
  guard = createGuard({
    declaration: site,
    upstream: origin.url,
    mode: 'enforce',
    client,
    random: (bytes) => new Uint8Array(bytes),
    now: () => NOW,
  });
  ({ port } = await guard.listen({ host: '127.0.0.1', port: 0 }));
});

afterAll(async () => {
  await guard.close();
  await origin.close();
});

const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: x', 'Sec-WebSocket-Version: 13'];
const asked: readonly (readonly [method: string, version: string, headers: readonly string[], body: string])[] = [
  ['GET', '1.1', ['Sec-Fetch-Dest: document'], ''],
  ['GET', '1.1', ['Sec-Fetch-Dest: script'], ''],
  ['GET', '1.0', [], ''],
  ['HEAD', '1.1', [], ''],
  ['HEAD', '1.0', [], ''],
  ['POST', '1.1', ['Content-Length: 5'], 'a=b&c'],
  ['POST', '1.1', ['Transfer-Encoding: chunked'], '3\r\na=b\r\n0\r\n\r\n'],
  ['POST', '1.0', ['Content-Length: 0'], ''],
  ['DELETE', '1.1', [], ''],
];

const full = process.env['CANDOR_FULL'] === '1';

/** What only a head or a type tries does not depend on how it is asked for. */
function attemptsFor({ id }: HostileRoute): typeof asked {
  if (/^(?:out|type|coding)-/.test(id)) return asked.slice(0, full ? 3 : 2);
  return full ? asked : asked.filter(([method, version]) => method !== 'DELETE' && (version === '1.1' || method === 'GET'));
}

function requestTo(route: HostileRoute, [method, version, headers, body]: (typeof asked)[number]): string {
  const switches = route.asks === 'websocket' && method === 'GET' && version === '1.1';
  return [
    `${method} /login?try=${route.id} HTTP/${version}`,
    'Host: portal.localhost',
    `Cookie: csrftoken=held; cookies_preferences=${choiceFor('denied')}`,
    ...(switches ? upgrade : ['Connection: close']),
    ...headers,
    '',
    body,
  ].join('\r\n');
}

/** Deletions are the guard's own; everything else has to be the declared line. */
function isOurs(line: string): boolean {
  return line.includes('Max-Age=0') || line.startsWith('csrftoken=kept;');
}

/** Whether the declared line has to arrive: an upgrade is only answered where one was asked for. */
function isOwed(route: HostileRoute, [method, version]: (typeof asked)[number]): boolean {
  if (route.passes !== true || method === 'DELETE') return false;
  return !route.id.startsWith('101') || route.id === '101-refused' || (method === 'GET' && version === '1.1');
}

test('G100 attack 5: there are routes of every kind', () => {
  expect(HOSTILE_ROUTES.length).toBeGreaterThanOrEqual(250);
  expect(new Set(HOSTILE_ROUTES.map(({ id }) => id)).size).toBe(HOSTILE_ROUTES.length);
});

for (const route of HOSTILE_ROUTES) {
  test(`G100 attack 5: ${route.id}: ${route.tries.slice(0, 100)}`, async () => {
    for (const attempt of attemptsFor(route)) {
      const [method, version] = attempt;
      const bytes = await exchangeBytes(port, requestTo(route, attempt));
      const replies = readReplies(bytes, method);
      const label = `${method} HTTP/${version}\n${bytes.slice(0, 3000)}`;
      expect(
        cookiesSetBy(replies).filter((line) => !isOurs(line)),
        label,
      ).toEqual([]);
      expect(JSON.stringify(replies.heads), label).not.toContain(HOSTILE_MARK);
      expect(replies.rest, label).toBe('');
      expect(replies.heads.at(-1)?.status ?? 0, label).not.toBe(0);
      if (isOwed(route, attempt))
        expect(
          cookiesSetBy(replies).filter((line) => line.startsWith('csrftoken=kept;')),
          label,
        ).toHaveLength(1);
    }
  });
}
