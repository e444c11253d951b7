import { once } from 'node:events';
import type { Agent } from 'node:http';
import { Agent as HttpAgent, request } from 'node:http';
import { connect } from 'node:net';
import type { Declaration, Identified } from '@candor/core';
import { identifyDeclaration } from '@candor/core';
import { expect, test } from 'vitest';
import type { GuardLogEntry, GuardOptions } from '../src/index.ts';
import { choiceFor, declaration, page, site, withGuard } from './site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText, statusOf } from './wire.ts';

const HTML = '<html><head></head><body>x</body></html>';
const answer = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nSet-Cookie: extra=1; Path=/; Max-Age=60\r\n';

function identified(next: Declaration): Identified {
  return { declaration: next, id: identifyDeclaration(next) };
}

/** The declared site with one more necessary cookie. */
function withExtra(): Identified {
  const { csrftoken } = declaration.trackers;
  if (csrftoken?.kind !== 'cookie') throw new Error('The fixture has no csrftoken');
  const life = { kind: 'seconds', max: 60, extended: false } as const;
  const extra = { ...csrftoken, names: [{ exact: 'extra' }], setWhen: { on: 'always' }, secure: false, httpOnly: false, life } as const;
  return identified({ ...declaration, version: '9', trackers: { ...declaration.trackers, extra } });
}

type Reply = { readonly status: number; readonly cookies: readonly string[]; readonly from: number | undefined };

function ask(port: number, agent: Agent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: '/x.json', agent, headers: { host: 'portal.localhost' } }, (response) => {
      response.resume();
      const cookies = response.headers['set-cookie'] ?? [];
      const from = response.socket.localPort;
      response.on('end', () => resolve({ status: response.statusCode ?? 0, cookies, from }));
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('G140 fifty kept connections and what goes over them know nothing of a reload but that another declaration decides', async () => {
  const visitors = Array.from({ length: 50 }, () => new HttpAgent({ keepAlive: true, maxSockets: 1 }));
  await withGuard(
    () => `${answer}Connection: close\r\n\r\nok`,
    async ({ port, guard }) => {
      const round = (): Promise<readonly Reply[]> => Promise.all(visitors.map((agent) => ask(port, agent)));
      const first = await round();
      expect(first.flatMap(({ cookies }) => cookies)).toEqual([]);
      const under = [round(), round()];
      await expect.poll(() => guard.report().requests).toBeGreaterThan(60);
      expect(guard.reload(withExtra())).toBe('reloaded');
      under.push(round(), round());
      const rounds = [...(await Promise.all(under)), await round()];
      for (const replies of rounds) {
        expect(replies.map(({ status }) => status)).toEqual(first.map(() => 200));
        expect(replies.map(({ from }) => from)).toEqual(first.map(({ from }) => from));
      }
      expect(new Set(rounds.at(-1)?.map(({ cookies }) => cookies.join()))).toEqual(new Set(['extra=1; Path=/; Max-Age=60']));
      expect(guard.report()).toMatchObject({ declaration: withExtra().id, requests: 300, faults: [] });
    },
  );
  for (const agent of visitors) agent.destroy();
});

test('G140 what is under way ends under the declaration it began with, and by a choice made meanwhile', async () => {
  const waiting: ((text: string) => void)[] = [];
  const slow = `${answer}Set-Cookie: _vis1=a; Path=/; Max-Age=60\r\nConnection: close\r\n\r\nok`;
  const refusal = `cookies_preferences=${choiceFor('denied')}; Path=/; Secure; SameSite=Lax; Max-Age=15552000`;
  const frontOffice = async (): Promise<Response> => new Response(null, { status: 204, headers: { 'set-cookie': refusal } });
  await withGuard(
    (head, socket) => {
      if (!head.startsWith('GET /slow')) return `${answer}Connection: close\r\n\r\nok`;
      waiting.push((text) => socket.end(text, 'latin1'));
      return null;
    },
    async ({ port, guard }) => {
      const granted = `Cookie: cookies_preferences=${choiceFor('granted')}`;
      const under = [exchangeBytes(port, requestText('GET /slow', [granted])), exchangeBytes(port, requestText('GET /slow'))];
      await expect.poll(() => waiting.length).toBe(2);
      expect(guard.reload(withExtra())).toBe('reloaded');
      await exchangeBytes(port, requestText('POST /cookies/preferences', [granted, 'Content-Length: 0']));
      for (const end of waiting) end(slow);
      for (const reply of await Promise.all(under)) {
        expect(statusOf(reply)).toBe(200);
        expect(headerValues(reply, 'set-cookie').filter((line) => !/Max-Age=0/.test(line))).toEqual([]);
      }
      const fresh = await exchangeBytes(port, requestText('GET /', []));
      expect(headerValues(fresh, 'set-cookie')).toEqual(['extra=1; Path=/; Max-Age=60']);
    },
    { frontOffice },
  );
});

const unfit: readonly (readonly [name: string, next: unknown])[] = [
  ['that is none', { declaration: {}, id: 'x' }],
  ['without purposes', { declaration: { ...declaration, purposes: null }, id: 'x' }],
  ['with another prefix', identified({ ...declaration, site: { ...declaration.site, prefix: '/privacy' } })],
];

test.each(unfit)('G141 a declaration %s is rejected: the one before holds, and the fault is named', async (_name, next) => {
  await withGuard(
    () => `${answer}Connection: close\r\n\r\nok`,
    async ({ port, guard }) => {
      expect(guard.reload(next as Identified)).toBe('rejected');
      const { declaration: holds, faults } = guard.report();
      expect(holds).toBe(site.id);
      expect(faults.map(({ code }) => code)).toEqual(['DECLARATION_REJECTED']);
      expect(headerValues(await exchangeBytes(port, requestText('GET /')), 'set-cookie')).toEqual([]);
      expect(bodyOf(await exchangeBytes(port, requestText('GET /cookies/healthz')))).toContain('DECLARATION_REJECTED');
      expect(guard.reload(withExtra())).toBe('reloaded');
      expect(guard.report().faults).toEqual([]);
    },
  );
});

test('G141 a declaration whose notice or policies cannot be made is rejected', async () => {
  const broken = withExtra();
  const failFor =
    <A extends readonly unknown[], R>(work: (...given: A) => R) =>
    (...given: A): R => {
      if (given[0] === broken.declaration) throw new Error('broken');
      return work(...given);
    };
  const core = await import('@candor/core');
  for (const deciders of [{ compileCsp: failFor(core.compileCsp) }, { compileNotice: failFor(core.compileNotice) }]) {
    await withGuard(
      () => page(HTML),
      async ({ port, guard }) => {
        expect(guard.reload(broken)).toBe('rejected');
        expect(guard.report().declaration).toBe(site.id);
        expect(await exchangeBytes(port, requestText('GET /', ['Accept: text/html']))).toContain('candor-notice');
      },
      { deciders },
    );
  }
});

test('G141 without any declaration everything is closed until there is one', async () => {
  await withGuard(
    () => `${answer}Connection: close\r\n\r\nok`,
    async ({ port, guard }) => {
      const cookies = async (): Promise<readonly string[]> => headerValues(await exchangeBytes(port, requestText('GET /')), 'set-cookie');
      expect(guard.report().faults.map(({ code }) => code)).toEqual(['DECLARATION_MISSING']);
      expect(guard.reload(withExtra())).toBe('reloaded');
      expect(guard.report().faults).toEqual([]);
      expect(await cookies()).toHaveLength(1);
      expect(guard.reload(withExtra())).toBe('unchanged');
      expect(guard.reload(null)).toBe('reloaded');
      expect(await cookies()).toEqual([]);
      expect(guard.report().faults.map(({ code }) => code)).toEqual(['DECLARATION_MISSING']);
    },
    { declaration: null },
  );
});

/** Every address under the prefix that a page refers to. */
function filesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\/cookies\/assets\/[a-z0-9.-]+/g)].map(([path]) => path))];
}

test('G142 scripts, styles and words of pages that are open are served after a reload', async () => {
  const french = identified({ ...declaration, languages: ['fr', 'en'], notice: { ...declaration.notice, onGrant: 'reload' } });
  await withGuard(
    () => page(HTML),
    async ({ port, guard }) => {
      const open = bodyOf(await exchangeBytes(port, requestText('GET /', ['Accept: text/html', 'Accept-Language: fr'])));
      const files = filesOf(open);
      expect(files.length).toBeGreaterThan(1);
      const texts = await Promise.all(files.map((path) => exchangeBytes(port, requestText(`GET ${path}`))));
      const steps = [french, withExtra(), french];
      for (const next of steps) expect(guard.reload(next)).toBe('reloaded');
      const later = await Promise.all(files.map((path) => exchangeBytes(port, requestText(`GET ${path}`))));
      expect(later.map(statusOf)).toEqual(files.map(() => 200));
      expect(later.map(bodyOf)).toEqual(texts.map(bodyOf));
    },
  );
});

test('G145 a start, a reload and an end are told, by the declaration and nothing of a visitor', async () => {
  const told: GuardLogEntry[] = [];
  const overrides: Partial<GuardOptions> = { onLog: (entry) => void told.push(entry) };
  await withGuard(
    () => page(HTML),
    async ({ port, guard }) => {
      await exchangeBytes(port, requestText('GET /secret?who=me', ['User-Agent: Mine', 'Cookie: _ga=GA1']));
      guard.reload(withExtra());
    },
    overrides,
  );
  const at = told[0]?.at;
  expect(told).toEqual([
    { at, event: 'started', mode: 'enforce', declaration: site.id },
    { at, event: 'reloaded', before: site.id, declaration: withExtra().id },
    { at, event: 'stopped', requests: 1, documents: 1, cut: expect.any(Number) },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/secret|who|Mine|_ga|127\.0\.0\.1/);
});

test('G145 a reload keeps a WebSocket', async () => {
  await withGuard(
    (_head, socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
      return null;
    },
    async ({ port, guard, origin }) => {
      const socket = connect(port, '127.0.0.1');
      socket.write('GET /ws HTTP/1.1\r\nHost: portal.localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
      await once(socket, 'data');
      guard.reload(withExtra());
      socket.write('still here');
      await expect.poll(() => origin.heads[0]).toContain('still here');
      socket.destroy();
    },
  );
});
