// Attacks that need a browser, or everything that the command wires.
import { createHash } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer, request as openRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { clientAssets } from '@candor/client';
import { identifyDeclaration } from '@candor/core';
import type { Guard } from '@candor/guard';
import { createGuard } from '@candor/guard';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stand, Visitors } from './harness.ts';
import { answerBanner, ask, openVisitors, startStand } from './harness.ts';
import { choiceIn, freePort, listen, portalFor } from './stand.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let stand: Stand;
let visitors: Visitors;
/** Answers under any name: another site, a sibling of the portal, a tracker. What it was asked is kept by host and path. */
let evil: Server;
let evilPort = 0;
let evilAnswer: Answer = (_request, response) => void response.end();
const asked: string[] = [];

beforeAll(async () => {
  evil = createServer((request, response) => {
    asked.push(`${(request.headers.host ?? '').split(':')[0] ?? ''}${request.url ?? ''}`);
    evilAnswer(request, response);
  });
  [stand, visitors, evilPort] = await Promise.all([startStand(), openVisitors(), listen(evil)]);
});

afterAll(async () => {
  await visitors.close();
  await stand.close();
  evil.closeAllConnections();
  evil.close();
});

function sendHtml(response: ServerResponse, body: string, headers: Readonly<Record<string, string | readonly string[]>> = {}): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
  response.end(body);
}

type Guarded = { readonly url: string; readonly server: Server; readonly guard: Guard; close(): Promise<void> };

/** A site of this answer behind a guard with the real script, on a port of one's own choice. */
async function guarded(answer: Answer, port = 0): Promise<Guarded> {
  const server = createServer(answer);
  const upstream = await listen(server);
  const own = port === 0 ? await freePort() : port;
  const declaration = portalFor(own);
  const guard = createGuard({
    declaration: { declaration, id: identifyDeclaration(declaration) },
    upstream: `http://127.0.0.1:${upstream}`,
    mode: 'enforce',
    client: clientAssets,
    random: (bytes) => new Uint8Array(bytes),
    now: () => Math.floor(Date.now() / 1000),
  });
  await guard.listen({ host: '127.0.0.1', port: own });
  return {
    url: `http://portal.localhost:${own}`,
    server,
    guard,
    close: async () => {
      await guard.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Where a POST of the preferences leads. */
function redirectOf(
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<{ readonly status: number; readonly location: string }> {
  const { host, port } = new URL(stand.origin);
  return new Promise((resolve, reject) => {
    const all = { host, 'content-type': 'application/x-www-form-urlencoded', ...headers };
    const sent = openRequest({ host: '127.0.0.1', port, path, method: 'POST', headers: all }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '' });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function withPage(step: (page: Page) => Promise<void>): Promise<void> {
  const { context, page } = await visitors.come();
  page.setDefaultTimeout(6000);
  try {
    await step(page);
  } finally {
    await context.close();
  }
}

test('G120 attack 7: a policy of the site that allows everything opens nothing in a browser', async () => {
  const host = `http://evil.localhost:${evilPort}`;
  const site = await guarded((_request, response) =>
    sendHtml(
      response,
      `<!doctype html><html><head></head><body><p id="there">x</p><img src="${host}/image"><script src="${host}/script"></script></body></html>`,
      {
        'content-security-policy': ["default-src * 'unsafe-inline'", `script-src ${host}, img-src ${host}; report-uri ${host}/report`],
      },
    ),
  );
  try {
    asked.length = 0;
    await withPage(async (page) => {
      await page.goto(site.url);
      await page.waitForSelector('#there');
    });
    expect(asked).toEqual([]);
  } finally {
    await site.close();
  }
});

test('G121 attack 11: a sibling that floods the jar grants nothing and keeps nobody out, whether the choice survives or not', async () => {
  const site = await guarded((_request, response) =>
    sendHtml(response, '<!doctype html><html><head></head><body><main>site</main></body></html>'),
  );
  evilAnswer = (request, response) => {
    const lines = Array.from({ length: 300 }, (_, at) => `flood${at}=${'x'.repeat(40)}; Domain=portal.localhost; Path=/`);
    const forged = 'cookies_preferences=1.0..6G1; Domain=portal.localhost; Path=/';
    sendHtml(response, 'flood', { 'set-cookie': request.url === '/forge' ? [...lines.slice(0, 5), forged] : lines });
  };
  try {
    await withPage(async (page) => {
      await page.goto(site.url);
      expect(await page.locator('#candor-notice').count()).toBe(1);
      await page.goto(`http://x.portal.localhost:${evilPort}/flood`);
      const first = await page.goto(site.url);
      expect(first?.status()).toBe(200);
      expect(await page.locator('#candor-notice').count()).toBe(1);
      const lines = (await first?.headersArray())?.filter(({ name }) => name.toLowerCase() === 'set-cookie') ?? [];
      expect(lines.map(({ value }) => value).join('').length).toBeLessThanOrEqual(8192);
      // The sibling plants a grant: it counts for nothing once the visitor refuses, and a refusal is never taken back.
      await page.context().addCookies([{ name: 'cookies_preferences', value: '1.0..6D1', url: site.url }]);
      await page.goto(`http://x.portal.localhost:${evilPort}/forge`);
      await page.goto(site.url);
      expect(await page.evaluate(() => (window as unknown as { candor: { granted(id: string): boolean } }).candor.granted('map'))).toBe(
        false,
      );
    });
  } finally {
    await site.close();
  }
});

const mine = (): Readonly<Record<string, string>> => ({ origin: stand.origin, 'sec-fetch-site': 'same-origin' });

test('G122 attack 12: only a page of the site can make a choice: every request that another could send is refused', async () => {
  const path = `${new URL(stand.cookies).pathname}/preferences`;
  const body = 'do=accept-all&return=%2F';
  const others: readonly Readonly<Record<string, string>>[] = [
    {},
    { origin: 'null' },
    { origin: 'http://evil.localhost' },
    { origin: `${stand.origin}.evil.example` },
    { origin: stand.origin.replace('portal', 'x.portal') },
    { origin: stand.origin.replace('http:', 'https:') },
    { origin: stand.origin, 'sec-fetch-site': 'cross-site' },
    { origin: stand.origin, 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site', referer: `${stand.origin}/` },
    { referer: `${stand.origin}/` },
  ];
  for (const headers of others) {
    const answer = await ask(stand.origin, path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    });
    expect(answer.status, JSON.stringify(headers)).toBe(403);
    expect(
      answer.setCookies.filter((line) => line.startsWith('cookies_preferences')),
      JSON.stringify(headers),
    ).toEqual([]);
  }
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH']) {
    const answer = await ask(stand.origin, `${path}?${body}`, { method, headers: mine() });
    expect(
      answer.setCookies.filter((line) => line.startsWith('cookies_preferences')),
      method,
    ).toEqual([]);
  }
  expect((await redirectOf(path, mine(), body)).status).toBe(303);
});

test('G122 attack 12: a form, an image and a script of another site change no choice in a browser', async () => {
  const target = `${stand.cookies}/preferences`;
  evilAnswer = (request, response) => {
    if (request.url !== '/form') return void response.end();
    sendHtml(
      response,
      `<form id="f" method="post" action="${target}"><input name="do" value="accept-all"><input name="return" value="/"></form><img src="${target}?do=accept-all">
<script>fetch(${JSON.stringify(target)}, {method: 'POST', credentials: 'include', mode: 'no-cors', body: new URLSearchParams({do: 'accept-all'})}).catch(() => 0).finally(() => f.submit())</script>`,
    );
  };
  await withPage(async (page) => {
    await page.goto(stand.origin);
    await answerBanner(page, 'reject');
    const before = await choiceIn(page);
    expect(before).not.toBeUndefined();
    await page.goto(`http://evil.localhost:${evilPort}/form`);
    await page.waitForURL(target);
    expect(await choiceIn(page)).toBe(before);
  });
});

test('G123 attack 13: in a frame of another site there is no question to click, and the preference centre does not open', async () => {
  evilAnswer = (_request, response) =>
    sendHtml(
      response,
      `<iframe id="home" src="${stand.origin}/"></iframe><iframe id="centre" src="${stand.cookies}/preferences"></iframe>`,
    );
  await withPage(async (page) => {
    await page.goto(`http://evil.localhost:${evilPort}/frames`);
    const home = page.frames().find((frame) => frame.url() === `${stand.origin}/`);
    expect(home).not.toBeUndefined();
    expect(await home?.locator('main').count()).toBeGreaterThan(0);
    expect(await home?.locator('#candor-notice, [data-candor="accept"]').count()).toBe(0);
    expect(page.frames().some((frame) => frame.url().startsWith(`${stand.cookies}/`))).toBe(false);
    expect(await choiceIn(page)).toBeUndefined();
  });
});

const elsewhere: readonly string[] = [
  'https://evil.localhost/',
  '//evil.localhost/',
  '///evil.localhost/',
  '/\\evil.localhost/',
  '\\\\evil.localhost/',
  '/\t/evil.localhost/',
  '\t//evil.localhost/',
  '/\n/evil.localhost/',
  ' //evil.localhost/',
  '%2f%2fevil.localhost/',
  '/%2f%2fevil.localhost/',
  '/%5cevil.localhost/',
  'http:evil.localhost/',
  'http://portal.localhost@evil.localhost/',
  'http://portal.localhost.evil.localhost/',
  '@evil.localhost/',
  'javascript:alert(1)',
  'data:text/html,x',
  '/.//evil.localhost/',
  '/..//evil.localhost/',
  '/a/..//evil.localhost/',
  '/\r\nSet-Cookie: evil=1',
  '/\0//evil.localhost/',
  '\u2028//evil.localhost/',
  '/\u3000/evil.localhost/',
  `/${'a'.repeat(9000)}`,
];

test('G124 attack 14: a choice leads back into this very site, whatever was asked for', async () => {
  const own = `${new URL(stand.cookies).pathname}/preferences`;
  for (const back of elsewhere) {
    for (const path of [own, `${own}?return=${encodeURIComponent(back)}`]) {
      const { status, location } = await redirectOf(path, mine(), `do=reject-all&return=${encodeURIComponent(back)}`);
      expect(status, JSON.stringify(back)).toBe(303);
      // As a browser resolves it, wherever it stands.
      expect(new URL(location, `${stand.origin}${own}`).host, `${JSON.stringify(back)} gave ${location}`).toBe(new URL(stand.origin).host);
      expect(location, JSON.stringify(back)).not.toMatch(/[\r\n\0\\]|^\/\//);
    }
  }
});

test('G125 attack 15: all that is put into a page is the site’s own, named by its content and allowed by its hash', async () => {
  const { text } = await ask(stand.origin, '/', { headers: { accept: 'text/html', 'sec-fetch-dest': 'document' } });
  const ours = /<script type="application\/json" id="candor-state">[\s\S]*?<\/style>/.exec(text)?.[0] ?? '';
  expect(ours.length).toBeGreaterThan(1000);
  expect(ours.match(/(?:src|href)="?(?:https?:)?\/\//g)).toBeNull();
  const page = clientAssets.page.body;
  expect(ours).toContain(page);
  expect(createHash('sha256').update(page).digest('base64')).toBe(clientAssets.page.sha256);
  const prefix = new URL(stand.cookies).pathname;
  const served = await ask(stand.origin, `${prefix}${clientAssets.more.path}`);
  expect(served.text).toBe(clientAssets.more.body);
  expect(clientAssets.more.path).toContain(createHash('sha256').update(served.text).digest('hex').slice(0, 12));
  expect(`${page}${served.text}`.match(/https?:\/\/(?!www\.w3\.org)[a-z0-9.-]+\.[a-z]{2,}/g)).toBeNull();
});

/** Ways of markup to fetch; URL is where. What navigates the page itself away is tried elsewhere. */
const markup: readonly string[] = [
  ...[
    '<img src=URL>',
    '<img srcset="URL 2x">',
    '<picture><source srcset=URL><img></picture>',
    '<input type=image src=URL>',
    '<image src=URL>',
  ],
  ...[
    '<svg><image href=URL /></svg>',
    '<svg><image xlink:href=URL /></svg>',
    '<svg><script href=URL></script></svg>',
    '<svg><use href="URL#a"/></svg>',
  ],
  ...[
    '<video src=URL poster=URL></video>',
    '<audio src=URL preload=auto></audio>',
    '<video><track src=URL default></video>',
    '<object data=URL></object>',
  ],
  ...[
    '<embed src=URL>',
    '<iframe src=URL></iframe>',
    '<iframe srcdoc="<img src=URL>"></iframe>',
    '<link rel=stylesheet href=URL>',
    '<link rel=icon href=URL>',
  ],
  ...[
    '<link rel=preload as=image href=URL>',
    '<link rel=modulepreload href=URL>',
    '<link rel=prefetch href=URL>',
    '<style>@import "URL";</style>',
  ],
  ...[
    '<style>i{background:url(URL)}</style><i>x</i>',
    '<b style="background:url(URL)">x</b>',
    '<style>@font-face{font-family:f;src:url(URL)}u{font-family:f}</style><u>x</u>',
  ],
  ...[
    '<table background=URL><tr><td>x</table>',
    '<script src=URL></script>',
    '<script type=module src=URL></script>',
    '<script>fetch("URL")</script>',
  ],
  ...[
    '<img src=x onerror="fetch(\'URL\')">',
    '<math><mtext><img src=URL></mtext></math>',
    '<svg><![CDATA[><img src=URL>]]></svg>',
    '<noscript><img src=URL></noscript>',
  ],
  ...[
    '<template><img src=URL></template>',
    '<!--><img src=URL>-->',
    '<!--- --!><img src=URL>',
    '<title><img src=URL></title><img src=URL>',
    '<img src="\nURL">',
  ],
  ...[
    '<img/src=URL>',
    '<img src="URL" src=x>',
    '<base href="URL/"><img src=a>',
    '<body background=URL>',
    '<script type=importmap>{"imports":{"a":"URL"}}</script>',
  ],
];

test('G126 attack 16: whatever markup says, in whatever coding it comes, no undeclared host is asked', async () => {
  const body = `<!doctype html><html><head></head><body>${markup
    .map((text, at) => text.replaceAll('URL', `http://evil.localhost:${evilPort}/${at}`))
    .join('\n')}<p id="there">x</p></body></html>`;
  const bodies: Readonly<Record<string, readonly [body: Buffer, headers: Readonly<Record<string, string>>]>> = {
    '/plain': [Buffer.from(body), {}],
    '/gzip': [gzipSync(body), { 'content-encoding': 'gzip' }],
    '/utf-16': [Buffer.from(`\ufeff${body}`, 'utf16le'), {}],
    '/no-charset': [Buffer.from(body), { 'content-type': 'text/html' }],
  };
  const site = await guarded((request, response) => {
    const found = bodies[request.url ?? ''];
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8', ...found?.[1] });
    response.end(found === undefined ? 'no' : new Uint8Array(found[0]));
  });
  try {
    evilAnswer = (_request, response) => void response.end();
    asked.length = 0;
    await withPage(async (page) => {
      for (const path of Object.keys(bodies)) {
        await page.goto(site.url + path);
        await page.waitForSelector('#there', { state: 'attached' });
      }
    });
    expect(asked).toEqual([]);
  } finally {
    await site.close();
  }
});

const worker = (): string => `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', () => void fetch('http://evil.localhost:${evilPort}/from-worker', {mode: 'no-cors'}).catch(() => 0));`;

const workerSite: Answer = (request, response) => {
  if (request.url === '/sw.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' });
    response.end(worker());
    return;
  }
  sendHtml(response, '<!doctype html><html><head></head><body><main>site</main></body></html>');
};

const registrations = (page: Page): Promise<number> => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test('G127 attack 17: a worker from before the guard is gone after a visit, and asks nobody from then on', async () => {
  const port = await freePort();
  const bare = createServer(workerSite);
  await listen(bare, port);
  evilAnswer = (_request, response) => void response.end();
  await withPage(async (page) => {
    await page.goto(`http://portal.localhost:${port}/`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js');
      await navigator.serviceWorker.ready;
    });
    asked.length = 0;
    await page.goto(`http://portal.localhost:${port}/`);
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    bare.closeAllConnections();
    await new Promise((resolve) => bare.close(resolve));
    const site = await guarded(workerSite, port);
    try {
      await page.goto(site.url);
      await expect.poll(() => registrations(page), { timeout: 10_000 }).toBe(0);
      await page.goto(site.url);
      asked.length = 0;
      await page.goto(site.url);
      await page.goto(`${site.url}/again`);
      expect(asked).toEqual([]);
      expect(await registrations(page)).toBe(0);
    } finally {
      await site.close();
    }
  });
});
