import type { PageConsent, PageWords } from '@candor/core';
import { expect, test } from 'vitest';
import type { GuardContext, GuardReport } from '../src/index.ts';
import { choiceFor, client, clientAsset, declaration, NOW, page, site, stateOf, withGuard } from './site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText, statusOf } from './wire.ts';

const HTML = '<html><head></head><body></body></html>';
const stored = (state: 'granted' | 'denied'): string =>
  `cookies_preferences=${choiceFor(state)}; Path=/; Secure; SameSite=Lax; Max-Age=15552000`;

test('G53 everything under the prefix goes to the front office, with the visitor as the guard knows it', async () => {
  let seen: { readonly request: Request; readonly body: string; readonly context: GuardContext } | null = null;
  const frontOffice = async (request: Request, context: GuardContext): Promise<Response> => {
    seen = { request, body: await request.text(), context };
    return new Response('<html><head></head><body>prefs</body></html>', {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', etag: '"a"' },
    });
  };
  await withGuard(
    () => page(HTML),
    async ({ port, origin }) => {
      const headers = [
        'Content-Length: 4',
        'Origin: http://portal.localhost',
        'Sec-GPC: 1',
        'Sec-Fetch-Site: same-origin',
        `Cookie: _ga=1; csrftoken=t; cookies_preferences=${choiceFor('granted')}`,
      ];
      const reply = await exchangeBytes(port, requestText('POST /a/../%63ookies/preferences?x=1', headers, 'do=x'));
      expect(bodyOf(reply)).toBe('<html><head></head><body>prefs</body></html>');
      expect(headerValues(reply, 'etag')).toEqual(['"a"']);
      expect(headerValues(reply, 'content-security-policy')).toHaveLength(2);
      expect(origin.heads).toEqual([]);
    },
    { frontOffice },
  );
  expect(seen).toMatchObject({
    body: 'do=x',
    context: { profile: 'eu-base', gpc: true, remoteAddress: '127.0.0.1', choice: { answers: { 6: { state: 'granted' } } } },
  });
  const request = (seen as unknown as { request: Request }).request;
  expect(request.method).toBe('POST');
  expect(new URL(request.url).origin).toBe('http://portal.localhost');
  expect(request.headers.get('sec-fetch-site')).toBe('same-origin');
  expect(request.headers.get('cookie')).toBe(`csrftoken=t; cookies_preferences=${choiceFor('granted')}`);
});

test('G53 a body above the limit is refused before the front office sees it', async () => {
  let asked = 0;
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      const body = 'x'.repeat(6_000_000);
      expect(statusOf(await exchangeBytes(port, requestText('POST /cookies/preferences', [`Content-Length: ${body.length}`], body)))).toBe(
        413,
      );
    },
    { frontOffice: async () => new Response(String((asked += 1))) },
  );
  expect(asked).toBe(0);
});

test('G54 the front office’s cookies are decided like any other', async () => {
  const frontOffice = async (): Promise<Response> => {
    const response = new Response(null, { status: 303, headers: { location: '/' } });
    for (const line of [stored('denied'), '_ga=1; Path=/', 'csrftoken=a; Path=/; Secure; SameSite=Lax; Max-Age=60'])
      response.headers.append('set-cookie', line);
    return response;
  };
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      const reply = await exchangeBytes(port, requestText('POST /cookies/preferences', ['Content-Length: 0', 'Cookie: csrftoken=a']));
      const names = headerValues(reply, 'set-cookie').map((line) => line.split('=')[0]);
      expect(names).toContain('cookies_preferences');
      expect(names).not.toContain('_ga');
      expect(statusOf(reply)).toBe(303);
    },
    { frontOffice },
  );
});

test('G14 a response that stores a withdrawal expires on itself what is no longer allowed', async () => {
  const frontOffice = async (): Promise<Response> =>
    new Response(null, { status: 303, headers: { location: '/', 'set-cookie': stored('denied') } });
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      const reply = await exchangeBytes(
        port,
        requestText('POST /cookies/preferences', [
          'Content-Length: 0',
          `Cookie: _vis1=a; csrftoken=t; cookies_preferences=${choiceFor('granted')}`,
        ]),
      );
      const lines = headerValues(reply, 'set-cookie');
      expect(lines.filter((line) => line.startsWith('_vis1=')).length).toBeGreaterThan(0);
      expect(lines.filter((line) => line.startsWith('_vis1=')).every((line) => /max-age=0|1970/i.test(line))).toBe(true);
      expect(lines.filter((line) => line.startsWith('cookies_preferences='))).toEqual([stored('denied')]);
    },
    { frontOffice },
  );
});

test('G14 a withdrawal expires declared cookies of other paths too, which this request did not carry', async () => {
  const { visits, ...others } = declaration.trackers;
  if (visits?.kind !== 'cookie') throw new Error('The fixture lost its cookie');
  const deep = {
    ...visits,
    names: [{ exact: 'deep' }] as const,
    scopes: [{ host: 'portal.localhost', path: '/maps/', partitioned: false }] as const,
  };
  const frontOffice = async (): Promise<Response> =>
    new Response(null, { status: 303, headers: { location: '/', 'set-cookie': stored('denied') } });
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      const reply = await exchangeBytes(
        port,
        requestText('POST /cookies/preferences', ['Content-Length: 0', `Cookie: cookies_preferences=${choiceFor('granted')}`]),
      );
      expect(headerValues(reply, 'set-cookie').filter((line) => line.startsWith('deep='))).toEqual(['deep=; Path=/maps/; Max-Age=0']);
    },
    { frontOffice, declaration: { id: site.id, declaration: { ...declaration, trackers: { ...others, deep } } } },
  );
});

test('G13 a slower response in flight cannot bring back what was withdrawn meanwhile', async () => {
  const frontOffice = async (): Promise<Response> =>
    new Response(null, { status: 303, headers: { location: '/', 'set-cookie': stored('denied') } });
  let release: () => void = () => undefined;
  let arrived: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const tracking = 'HTTP/1.1 200 OK\r\nSet-Cookie: _vis1=a; Path=/; Max-Age=60; Secure\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';
  await withGuard(
    (_head, socket) => {
      release = () => void socket.end(tracking);
      arrived();
      return null;
    },
    async ({ port }) => {
      const cookie = `Cookie: cookies_preferences=${choiceFor('granted')}`;
      const slow = exchangeBytes(port, requestText('GET /slow', [cookie]));
      await waiting;
      await exchangeBytes(port, requestText('POST /cookies/preferences', ['Content-Length: 0', cookie]));
      release();
      expect(headerValues(await slow, 'set-cookie').filter((line) => line.startsWith('_vis1=a'))).toEqual([]);
      const again = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      const later = exchangeBytes(port, requestText('GET /later', [cookie]));
      await again;
      release();
      expect(headerValues(await later, 'set-cookie').filter((line) => line.startsWith('_vis1=a'))).toHaveLength(1);
    },
    { frontOffice },
  );
});

test('G50 scripts and stylesheets come from the site’s own origin, for ever', async () => {
  await withGuard(
    () => page(HTML),
    async ({ port, origin }) => {
      const script = await exchangeBytes(port, requestText('GET /cookies/assets/candor-0.js'));
      expect(bodyOf(script)).toBe(clientAsset.body);
      expect(headerValues(script, 'content-type')).toEqual(['text/javascript; charset=utf-8']);
      expect(headerValues(script, 'cache-control')).toEqual(['public, max-age=31536000, immutable']);
      const html = bodyOf(await exchangeBytes(port, requestText('GET /')));
      const { more, words } = stateOf(html);
      expect(bodyOf(await exchangeBytes(port, requestText(`GET ${String(more)}`)))).toBe(client.more.body);
      const said = await exchangeBytes(port, requestText(`GET ${String(words)}`));
      expect(headerValues(said, 'content-type')).toEqual(['application/json; charset=utf-8']);
      const { preferencesStyles, ...spoken } = JSON.parse(bodyOf(said)) as PageWords;
      expect(spoken).toMatchObject({ allow: 'Allow', purposes: { map: expect.stringContaining('Embedded maps') } });
      for (const key of ['saved', 'failed', 'receipt', 'close', 'gpc'] as const) expect(spoken[key]).not.toBe('');
      expect(preferencesStyles).toMatch(/^\/cookies\/assets\/preferences-[0-9a-f]{12}\.css$/);
      const style = await exchangeBytes(port, requestText(`GET ${preferencesStyles}`));
      expect(headerValues(style, 'content-type')).toEqual(['text/css; charset=utf-8']);
      expect(headerValues(style, 'cache-control')).toEqual(['public, max-age=31536000, immutable']);
      expect(bodyOf(style).length).toBeGreaterThan(100);
      expect(origin.heads).toHaveLength(1);
      expect(bodyOf(await exchangeBytes(port, requestText('HEAD /cookies/assets/candor-0.js')))).toBe('');
    },
  );
});

test('G50 words that a page of another run was given are found again, in every language and under every profile that is usual', async () => {
  const asked = ['en', 'fr'];
  const region = { header: 'X-Country', profiles: { BR: 'br' } } as const;
  const paths = await withGuard(
    () => page(HTML),
    async ({ port }) => {
      const found: string[] = [];
      for (const language of asked)
        for (const country of ['', 'BR']) {
          const headers = [`Accept-Language: ${language}`, `X-Country: ${country}`];
          found.push(String(stateOf(bodyOf(await exchangeBytes(port, requestText('GET /', headers))))['words']));
        }
      return found;
    },
    { region },
  );
  expect(new Set(paths).size).toBe(4);
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      for (const path of paths) expect(statusOf(await exchangeBytes(port, requestText(`GET ${path}`)))).toBe(200);
      expect(bodyOf(await exchangeBytes(port, requestText('GET /cookies/assets/words-000000000000.json', ['Sec-Fetch-Dest: empty'])))).toBe(
        HTML,
      );
    },
    { region },
  );
});

test('G53 without a front office the prefix is the site’s', async () => {
  await withGuard(
    () => page('own policy'),
    async ({ port }) => {
      expect(bodyOf(await exchangeBytes(port, requestText('GET /cookies/policy', ['Sec-Fetch-Dest: empty'])))).toBe('own policy');
    },
  );
});

test('G52 reports keep the page and what was blocked, and lose queries', async () => {
  const reports: GuardReport[] = [];
  const old = {
    'csp-report': {
      'document-uri': 'http://portal.localhost/data?user=7',
      'blocked-uri': 'https://x.example/p.gif?id=9',
      'effective-directive': 'img-src',
      disposition: 'enforce',
    },
  };
  const modern = [
    {
      type: 'csp-violation',
      body: { documentURL: 'http://portal.localhost/', blockedURL: 'inline', effectiveDirective: 'script-src-elem', disposition: 'report' },
    },
    { type: 'deprecation', body: {} },
  ];
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      for (const body of [JSON.stringify(old), JSON.stringify(modern), 'null', '{', '[1,{"type":"csp-violation"}]']) {
        const reply = await exchangeBytes(port, requestText('POST /cookies/api/report', [`Content-Length: ${body.length}`], body));
        expect(statusOf(reply)).toBe(204);
        expect(headerValues(reply, 'set-cookie')).toEqual([]);
      }
      expect(
        statusOf(await exchangeBytes(port, requestText('POST /cookies/api/report', ['Content-Length: 16385'], 'x'.repeat(16_385)))),
      ).toBe(413);
      expect(statusOf(await exchangeBytes(port, requestText('GET /cookies/api/report')))).toBe(405);
    },
    { onReport: (report) => reports.push(report) },
  );
  expect(reports).toEqual([
    { kind: 'csp', page: '/data', directive: 'img-src', blocked: 'https://x.example/p.gif', disposition: 'enforce' },
    { kind: 'csp', page: '/', directive: 'script-src-elem', blocked: 'inline', disposition: 'report' },
  ]);
});

test('G52 no more than 120 reports a minute are handed on', async () => {
  let count = 0;
  const body = JSON.stringify({ 'csp-report': { 'document-uri': 'http://portal.localhost/', 'effective-directive': 'img-src' } });
  let now = NOW;
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      const one = `POST /cookies/api/report HTTP/1.1\r\nHost: portal.localhost\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
      await exchangeBytes(port, one.repeat(130) + requestText('GET /cookies/healthz'));
      expect(count).toBe(120);
      now += 60;
      await exchangeBytes(port, one + requestText('GET /cookies/healthz'));
      expect(count).toBe(121);
    },
    { onReport: () => void (count += 1), now: () => now },
  );
});

test('G55 after a choice the script is told what holds now', async () => {
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      for (const state of ['granted', 'denied'] as const) {
        const reply = await exchangeBytes(port, requestText('GET /cookies/api/state', [`Cookie: cookies_preferences=${choiceFor(state)}`]));
        expect(headerValues(reply, 'cache-control')).toEqual(['private, no-store']);
        expect(JSON.parse(bodyOf(reply))).toMatchObject({
          consent: { ask: false, purposes: { map: { state } } },
        });
      }
    },
  );
});

test('G55 a signal that only the script could see counts as one; a header is not taken back', async () => {
  const purposesAt = async (port: number, query: string, lines: readonly string[] = []): Promise<unknown> => {
    const reply = await exchangeBytes(port, requestText(`GET /cookies/api/state${query}`, lines));
    const { consent } = JSON.parse(bodyOf(reply)) as PageConsent;
    return { gpc: consent.gpc, map: consent.purposes['map']?.reason, ask: consent.ask };
  };
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      const asked = { gpc: false, map: 'default-off', ask: true };
      const silent = { gpc: true, map: 'gpc-off', ask: false };
      expect(await purposesAt(port, '')).toEqual(asked);
      for (const query of ['?gpc=0', '?gpc=', '?agpc=1', '?gpc=0&gpc=1']) expect(await purposesAt(port, query)).toEqual(asked);
      for (const query of ['?gpc=1', '?x=2&gpc=1']) expect(await purposesAt(port, query)).toEqual(silent);
      expect(await purposesAt(port, '?gpc=0', ['Sec-GPC: 1'])).toEqual(silent);
    },
  );
});

test('G75 a visitor who goes away while sending is no fault', async () => {
  await withGuard(
    () => page(HTML),
    async ({ port, guard }) => {
      const { connect } = await import('node:net');
      const socket = connect(port, '127.0.0.1');
      socket.write(requestText('POST /cookies/preferences', ['Content-Length: 100'], 'half'));
      await expect.poll(() => guard.report().requests).toBe(1);
      socket.resetAndDestroy();
      expect(statusOf(await exchangeBytes(port, requestText('GET /cookies/healthz')))).toBe(200);
      expect(guard.report().faults).toEqual([]);
    },
    { frontOffice: async () => new Response('x') },
  );
});
