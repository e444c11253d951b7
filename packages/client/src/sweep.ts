// Removes what is stored here and is not allowed now: found by asking about every name that can be seen, and by the guard's plan
// where names cannot be listed.

import type { Name } from '@candor/core';
import { expiryLines, matchName, scanCookieHeader } from '@candor/core';
import type { Asker } from './asker.ts';
import type { Env } from './env.ts';
import { openStorage } from './env.ts';
import type { Sweep } from './page-state.ts';
import { storageQuestion } from './storage-hook.ts';

/** Lines for undeclared cookies of one sweep; a sweep comes with every page. */
const BUDGET = 64;

function sweepStorage(env: Env, asker: Asker, store: 'local' | 'session'): void {
  const storage = openStorage(env, store);
  if (storage === null) return;
  const names = Array.from({ length: storage.length }, (_, index) => env.keyAt.call(storage, index));
  for (const name of names) {
    if (name !== null && asker.refuses(storageQuestion(env, store, name), name)) env.removeItem.call(storage, name);
  }
}

function sweepCookies(env: Env, asker: Asker): void {
  const request = asker.request();
  const refused = scanCookieHeader(env.cookie.read())
    .map(({ name }) => name)
    .filter((name) => asker.refuses({ kind: 'cookie', name, request }, name));
  if (refused.length === 0) return;
  const expiry = { heldNames: refused, request, unknownBudget: BUDGET };
  for (const line of expiryLines(asker.state.enforcement, asker.consent(), expiry)) env.cookie.write(line);
}

function isNamed(names: readonly Name[], value: string): boolean {
  return names.some((name) => matchName(name, value));
}

async function sweepDatabases(env: Env, names: readonly Name[]): Promise<void> {
  const { indexedDB } = env.window;
  const listed = (await indexedDB.databases?.()) ?? names.flatMap((name) => ('exact' in name ? [{ name: name.exact }] : []));
  for (const { name } of listed) if (name !== undefined && isNamed(names, name)) indexedDB.deleteDatabase(name);
}

async function sweepCaches(env: Env, names: readonly Name[]): Promise<void> {
  for (const name of await env.window.caches.keys()) if (isNamed(names, name)) await env.window.caches.delete(name);
}

async function sweepWorkers(env: Env, names: readonly Name[]): Promise<void> {
  for (const registration of await env.window.navigator.serviceWorker.getRegistrations()) {
    const script = registration.active ?? registration.waiting ?? registration.installing;
    if (script !== null && isNamed(names, new URL(script.scriptURL).pathname)) await registration.unregister();
  }
}

async function sweepFiles(env: Env, names: readonly Name[]): Promise<void> {
  const root = await env.window.navigator.storage.getDirectory();
  for (const name of names) if ('exact' in name) await root.removeEntry(name.exact, { recursive: true });
}

const sweepers: { readonly [store: string]: ((env: Env, names: readonly Name[]) => Promise<void>) | undefined } = {
  'indexed-db': sweepDatabases,
  cache: sweepCaches,
  'service-worker': sweepWorkers,
  opfs: sweepFiles,
};

/** Sweeps what can be seen at once. */
export function sweepNow(env: Env, asker: Asker): void {
  sweepCookies(env, asker);
  sweepStorage(env, asker, 'local');
  sweepStorage(env, asker, 'session');
}

/** Sweeps by the plan what only answers later. A store that a browser lacks or denies holds nothing. */
export function sweepPlanned(env: Env, { stores }: Sweep): void {
  for (const { store, names, origins } of stores) {
    if (origins.includes(env.location.origin)) sweepers[store]?.(env, names).catch(() => undefined);
  }
}
