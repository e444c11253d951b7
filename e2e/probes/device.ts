// What lies on a device, seen from outside of the page's own scripts.
import type { Page } from 'playwright-core';

// Runs in a world of its own, where nobody has hooked anything.
const readWorld = `(async () => {
  const root = await navigator.storage.getDirectory();
  const files = [];
  for await (const name of root.keys()) files.push(name);
  const say = (kind, names) => names.map((name) => kind + ':' + name);
  return [
    ...say('local', Object.keys(localStorage)),
    ...say('session', Object.keys(sessionStorage)),
    ...say('indexed-db', (await indexedDB.databases()).map(({ name }) => name)),
    ...say('cache', await caches.keys()),
    ...say('opfs', files),
    ...say('window', [window.name]),
    ...say('history', [String(history.state)]),
  ];
})()`;

async function readOrigin(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await session.send('Page.getFrameTree');
    const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
    const options = { expression: readWorld, contextId: world.executionContextId, awaitPromise: true, returnByValue: true };
    const { result } = await session.send('Runtime.evaluate', options);
    return Array.isArray(result.value) ? result.value.map(String) : [];
  } finally {
    await session.detach().catch(() => undefined);
  }
}

/** Everything that is kept here, as `kind:name`: cookies of every path and host, stores of the page's origin, and what its tab keeps. */
export async function readTraces(page: Page): Promise<readonly string[]> {
  const cookies = (await page.context().cookies()).map(({ name }) => `cookie:${name}`);
  return [...cookies, ...(await readOrigin(page))];
}
