import { expect, test } from 'vitest';
import type { GuardOptions } from '../src/index.ts';
import { createGuard, GuardError } from '../src/index.ts';
import { choiceFor, client, NOW, page, site, withGuard } from './site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText, statusOf } from './wire.ts';

const HTML = '<html><head></head><body>site</body></html>';
const undeclared = ['Set-Cookie: _ga=1; Path=/', 'Set-Cookie: _vis1=a; Path=/; Max-Age=9'];
const broken = (): never => {
  throw new Error('broken');
};

/** Whatever is broken: the site answers, nothing undeclared passes either way, the stored choice is untouched, and the health page says why. */
async function expectFailsClosed(overrides: Partial<GuardOptions>, code: string | null): Promise<void> {
  await withGuard(
    () => page(HTML, undeclared),
    async ({ port, origin, guard }) => {
      const reply = await exchangeBytes(port, requestText('GET /', [`Cookie: _ga=1; _vis1=b; cookies_preferences=${choiceFor('denied')}`]));
      expect(statusOf(reply)).toBe(200);
      expect(bodyOf(reply)).toContain('site');
      expect(headerValues(reply, 'set-cookie').filter((line) => !/max-age=0|1970/i.test(line))).toEqual([]);
      expect(headerValues(reply, 'set-cookie').filter((line) => line.startsWith('cookies_preferences'))).toEqual([]);
      expect(headerValues(reply, 'content-security-policy').length).toBeGreaterThanOrEqual(2);
      expect(headerValues(origin.heads[0] ?? '', 'cookie').join()).not.toMatch(/_ga|_vis1/);
      const health = JSON.parse(bodyOf(await exchangeBytes(port, requestText('GET /cookies/healthz')))) as {
        status: string;
        faults: { code: string; message: string }[];
      };
      expect(health.status).toBe(code === null ? 'ok' : 'degraded');
      expect(health.faults.map((fault) => fault.code)).toEqual(code === null ? [] : [code]);
      expect(guard.report().faults.map((fault) => fault.code)).toEqual(code === null ? [] : [code]);
    },
    overrides,
  );
}

test('G70 nothing broken: the same expectations hold, and the health page says ok', () => expectFailsClosed({}, null));
test('G71 a decider that throws', () => expectFailsClosed({ deciders: { decide: broken } }, 'DECIDER_FAILED'));
test('G71 a consent resolution that throws', () => expectFailsClosed({ deciders: { resolveConsent: broken } }, 'DECIDER_FAILED'));
test('G71 an expiry that throws', () => expectFailsClosed({ deciders: { expiryLines: broken } }, 'DECIDER_FAILED'));
test('G71 a policy compiler that throws', () => expectFailsClosed({ deciders: { compileCsp: broken } }, 'DECIDER_FAILED'));
test('G72 no declaration', () => expectFailsClosed({ declaration: null }, 'DECLARATION_MISSING'));
test('G72 a declaration that does not compile', () =>
  expectFailsClosed(
    { declaration: { id: site.id, declaration: { profiles: { default: 'eu-base', offered: [] } } as unknown as typeof site.declaration } },
    'DECLARATION_MISSING',
  ));
test('G72 a declaration that is an empty object, also for a request that is refused before there is a visit', async () => {
  const empty = { declaration: { id: site.id, declaration: {} as unknown as typeof site.declaration } };
  await expectFailsClosed(empty, 'DECLARATION_MISSING');
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      const reply = await exchangeBytes(port, requestText('POST /', ['Connection: content-length', 'Content-Length: 4'], 'abcd'));
      expect(statusOf(reply)).toBe(400);
      expect(headerValues(reply, 'content-security-policy').length).toBeGreaterThanOrEqual(2);
    },
    empty,
  );
});
test('G73 a notice that throws', () => expectFailsClosed({ deciders: { compileNotice: broken } }, 'NOTICE_FAILED'));
test('G73 a page state that throws', () => expectFailsClosed({ deciders: { compilePageState: broken } }, 'NOTICE_FAILED'));
test('G74 a page counter that throws', () => expectFailsClosed({ onPageView: broken }, 'PAGE_VIEW_FAILED'));
test('G74 a page counter that rejects', () => expectFailsClosed({ onPageView: (async () => broken()) as () => void }, 'PAGE_VIEW_FAILED'));
test('G74 a profile chooser that throws', () => expectFailsClosed({ profileFor: broken }, null));

test('G75 a front office that is gone: 503 under the prefix, the site as ever, the stored choice untouched', async () => {
  for (const frontOffice of [broken, async () => broken()]) {
    await withGuard(
      () => page(HTML, undeclared),
      async ({ port }) => {
        const cookie = `Cookie: cookies_preferences=${choiceFor('denied')}`;
        const gone = await exchangeBytes(port, requestText('POST /cookies/preferences', [cookie, 'Content-Length: 0']));
        expect(statusOf(gone)).toBe(503);
        expect(headerValues(gone, 'set-cookie')).toEqual([]);
        expect(headerValues(gone, 'content-security-policy')).toHaveLength(2);
        const reply = await exchangeBytes(port, requestText('GET /', [cookie]));
        expect(statusOf(reply)).toBe(200);
        expect(headerValues(reply, 'set-cookie')).toEqual([]);
        expect(bodyOf(await exchangeBytes(port, requestText('GET /cookies/healthz')))).toContain('FRONT_OFFICE_FAILED');
      },
      { frontOffice },
    );
  }
});

test('G76 a site that does not answer is a 502 in words', async () => {
  await withGuard(
    (_head, socket) => {
      socket.destroy();
      return null;
    },
    async ({ port }) => {
      const reply = await exchangeBytes(port, requestText('GET /', ['Cookie: csrftoken=a']));
      expect(statusOf(reply)).toBe(502);
      expect(bodyOf(reply)).toBe('The site does not answer at the moment\n');
      expect(headerValues(reply, 'content-security-policy')).toHaveLength(2);
      expect(bodyOf(await exchangeBytes(port, requestText('GET /cookies/healthz')))).toContain('UPSTREAM_FAILED');
    },
  );
});

test('G76 a site that breaks the protocol is a 502 in words', async () => {
  for (const nonsense of [
    'nonsense\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
    'HTTP/1.1 200 OK\r\nSet-Cookie: a\x00b\r\n\r\n',
  ]) {
    await withGuard(
      () => nonsense,
      async ({ port }) => {
        expect(statusOf(await exchangeBytes(port, requestText('GET /')))).toBe(502);
      },
    );
  }
});

test('G77 a busy port and a wrong upstream are coded errors', async () => {
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      const second = createGuard({
        declaration: site,
        upstream: 'http://127.0.0.1:1',
        mode: 'enforce',
        client,
        random: () => new Uint8Array(0),
        now: () => NOW,
      });
      await expect(second.listen({ host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'GUARD_PORT_BUSY' });
      await second.close();
    },
  );
  for (const upstream of ['ftp://x.example', 'x', 'http://h:1/path', 'https://user@x.example']) {
    expect(() =>
      createGuard({ declaration: site, upstream, mode: 'enforce', client, random: () => new Uint8Array(0), now: () => NOW }),
    ).toThrow(GuardError);
  }
});
