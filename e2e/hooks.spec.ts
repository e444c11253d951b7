// The hooks of the page's first script: all there before any other script, not to be undone, and in nobody's way.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { attempts, renderAttempts } from './probes/attempts.ts';
import type { Expressions } from './probes/expressions.ts';
import { expressions, trustedExpressions } from './probes/expressions.ts';
import { runProbes } from './probes/run.ts';
import type { ProbeStand, Setting } from './probes/stand.ts';
import { startProbeStand } from './probes/stand.ts';
import { undoing } from './probes/undoing.ts';
import type { Refused, Stand } from './stand.ts';
import { blockedIn, openTestBrowser, startStand } from './stand.ts';

const tracker = 'http://tracker.localhost:EMBED';

const page = (
  script: string,
): string => `<!doctype html><html lang="en"><head><script src="/${script}-head.js"></script><title>t</title></head>
<body><script src="/${script}-body.js"></script><main><h1>Page</h1></main></body></html>`;

let browser: Browser;
let closeBrowser: () => Promise<void>;
let at: Stand;
let probes: ProbeStand;
let context: BrowserContext | null = null;

beforeAll(async () => {
  ({ browser, close: closeBrowser } = await openTestBrowser());
  probes = await startProbeStand();
  at = await startStand({
    pages: {
      '/tries': page('tries'),
      '/tries-head.js': renderAttempts('tries-head', tracker),
      '/tries-body.js': renderAttempts('tries-body', tracker),
      '/frames':
        '<!doctype html><html lang="en"><head><title>t</title></head><body><main><iframe title="empty"></iframe></main></body></html>',
    },
  });
});
afterEach(async () => {
  await context?.close();
  context = null;
});
afterAll(async () => {
  await at?.close();
  await probes?.close();
  await closeBrowser?.();
});

async function open(address: string): Promise<Page> {
  context = await browser.newContext();
  const opened = await context.newPage();
  await opened.goto(address, { waitUntil: 'load' });
  return opened;
}

/** What a script is listed for: kind and code by the id of its attempt. */
function listed(blocked: readonly Refused[], script: string): { readonly [id: string]: string } {
  const own = blocked.filter(({ stack }) => stack.includes(`/${script}.js:`));
  const idOf = ({ kind, name }: Refused): string =>
    kind === 'inline' ? 'inline' : (name.split(`${script}${kind === 'request' ? '/' : '-'}`)[1] ?? name);
  return Object.fromEntries(own.map((entry) => [idOf(entry), `${entry.kind} ${entry.code}`]));
}

test('B8 the hooks are there before the first script after ours, and list what it and the first of the body try, with their stacks', async () => {
  const before = at.embedded;
  const opened = await open('about:blank');
  const html = (await (await opened.goto(`${at.url}/tries`, { waitUntil: 'load' }))?.text()) ?? '';
  expect(html.indexOf('candor-state')).toBeGreaterThan(0);
  expect(html.indexOf('candor-state')).toBeLessThan(html.indexOf('tries-head.js'));
  const expected = Object.fromEntries(attempts.map(({ id, kind }) => [id, `${kind} DROP_UNDECLARED`]));
  await expect.poll(async () => (await blockedIn(opened)).filter(({ kind }) => kind === 'script-cookie').length).toBe(4);
  const blocked = await blockedIn(opened);
  expect(listed(blocked, 'tries-head')).toEqual(expected);
  expect(listed(blocked, 'tries-body')).toEqual(expected);
  expect(JSON.stringify(blocked)).not.toContain('secret');
  expect(at.embedded).toBe(before);
  expect(await opened.evaluate(() => 'inlineRan' in window)).toBe(false);
  expect(await opened.context().cookies()).toEqual([]);
});

test('B9 hooks cannot be undone: other realms, constructors and wrappers lead to them', async () => {
  const bare = await runProbes(browser, probes, 'bare', undoing);
  expect([...bare].filter(([, outcome]) => outcome !== 'through')).toEqual([]);
  const alone = await runProbes(browser, probes, 'alone', undoing);
  expect([...alone].filter(([, outcome]) => outcome !== 'stopped')).toEqual([]);
});

test('B9 what is deleted is gone, and nothing native comes up from under it', async () => {
  const opened = await open(`${probes.origins.alone}/next`);
  const left = await opened.evaluate(() => {
    const owners: readonly (readonly [object, string])[] = [
      [Document.prototype, 'cookie'],
      [Storage.prototype, 'setItem'],
      [HTMLImageElement.prototype, 'src'],
      [window, 'fetch'],
      [window, 'WebSocket'],
    ];
    return owners.map(([owner, key]) => [Reflect.deleteProperty(owner, key), key in owner]);
  });
  expect(left).toEqual(Array.from({ length: 5 }, () => [true, false]));
});

async function evaluateAll(setting: Setting, path: string, all: Expressions): Promise<{ readonly [name: string]: unknown }> {
  const opened = await open(probes.origins[setting] + path);
  const values: { [name: string]: unknown } = {};
  for (const [name, expression] of Object.entries(all)) {
    values[name] = await opened.evaluate(
      `(async () => { try { return await (${expression}); } catch (reason) { return 'threw ' + reason.name; } })()`,
    );
  }
  await context?.close();
  return values;
}

test('B10 what is allowed behaves as without the script', async () => {
  const bare = await evaluateAll('bare', '/next', expressions);
  expect(Object.entries(bare).filter(([, value]) => String(value).startsWith('threw'))).toEqual([]);
  expect(await evaluateAll('alone', '/next', expressions)).toEqual(bare);
  expect(await evaluateAll('guarded', '/next', expressions)).toEqual(bare);
});

test('B10 a page that takes trusted types only behaves as without the script', async () => {
  const bare = await evaluateAll('bare', '/trusted', trustedExpressions);
  expect(Object.entries(bare).filter(([, value]) => String(value).startsWith('threw'))).toEqual([]);
  expect(await evaluateAll('alone', '/trusted', trustedExpressions)).toEqual(bare);
  expect(await evaluateAll('guarded', '/trusted', trustedExpressions)).toEqual(bare);
});

test('B10 thousands of nodes go in by markup, by a fragment and one by one, and all of them arrive', async () => {
  const opened = await open(`${at.url}/plain`);
  const counts = await opened.evaluate(() => {
    const many = Array.from({ length: 5000 }, (_, index) => index);
    const main = document.querySelector('main') ?? document.body;
    main.innerHTML = many.map((index) => `<p id="m${index}"><img src="/none.gif" alt=""></p>`).join('');
    const markup = [main.querySelectorAll('p').length, main.querySelectorAll('img[src]').length];
    const fragment = document.createDocumentFragment();
    for (const index of many) fragment.append(Object.assign(document.createElement('p'), { id: `f${index}` }));
    main.replaceChildren(fragment);
    const fragments = main.children.length;
    for (const index of many) main.appendChild(document.createElement('p')).textContent = String(index);
    return [...markup, fragments, main.children.length];
  });
  expect(counts).toEqual([5000, 5000, 5000, 10_000]);
});

test('B11 once the second part is there, peer connections ask no undeclared server, and are peer connections', async () => {
  const opened = await open(`${at.url}/plain`);
  await expect
    .poll(() =>
      opened.evaluate(
        () => RTCPeerConnection === RTCPeerConnection.prototype.constructor && /^function \(\)/.test(String(RTCPeerConnection)),
      ),
    )
    .toBe(true);
  const peers = await opened.evaluate(() => {
    const urls = ['stun:tracker.localhost:3478', 'turn:portal.localhost:3478?transport=udp'];
    const connection = new RTCPeerConnection({ iceServers: urls.map((url) => ({ urls: url, username: 'x', credential: 'y' })) });
    const plain = new RTCPeerConnection();
    const asked = connection.getConfiguration().iceServers?.flatMap((server) => server.urls);
    return [asked, connection instanceof RTCPeerConnection, plain instanceof RTCPeerConnection, plain.getConfiguration().iceServers];
  });
  expect(peers).toEqual([['turn:portal.localhost:3478?transport=udp'], true, true, []]);
  expect((await blockedIn(opened)).map(({ kind, name }) => `${kind} ${name}`)).toContain('request http://tracker.localhost:3478/');
});

test('B11 once the second part is there, frames of the markup and frames that have moved on are hooked when they have loaded', async () => {
  const opened = await open(`${at.url}/frames`);
  await opened.evaluate(() => {
    const { candor } = window as unknown as { readonly candor: { debug(): Promise<unknown> } };
    return candor.debug();
  });
  const write = (name: string): Promise<readonly string[]> =>
    opened.evaluate((key) => {
      window[0]?.localStorage.setItem(key, '1');
      const kept = Object.keys(localStorage);
      localStorage.clear();
      return kept;
    }, name);
  await expect.poll(() => write('by-number')).toEqual([]);
  for (const path of ['/nothing-there', '/nothing-else']) {
    await opened.evaluate(
      (address) =>
        new Promise((resolve) => {
          const frame = document.querySelector('main iframe') as HTMLIFrameElement;
          frame.addEventListener('load', resolve, { once: true });
          frame.src = address;
        }),
      path,
    );
    expect(await write('moved-on')).toEqual([]);
  }
});
