// Removes what is stored here and is not allowed now, whoever put it here: found by asking about every name that can be seen.
import { expiryLines, scanCookieHeader } from '@candor/core';
import type { Page } from '../page.ts';

/** Lines for undeclared cookies of one sweep; a sweep comes with every page. */
const BUDGET = 64;

/** Removes cookies and web storage that are seen and not allowed; while withdrawing also declared cookies of other paths. */
export function sweepSeen({ env, state, asker }: Page, withdrawing: boolean): void {
  const heldNames = scanCookieHeader(env.readCookies()).flatMap(({ name }) => (asker.refusesCookie(name) ? [name] : []));
  const options = { heldNames, request: asker.request(), unknownBudget: BUDGET, withdrawing };
  const lines = withdrawing || heldNames.length > 0 ? expiryLines(state.enforcement, asker.consent, options) : [];
  for (const line of lines) env.writeCookie(line);
  for (const [store, key] of [
    ['local', 'localStorage'],
    ['session', 'sessionStorage'],
  ] as const) {
    try {
      const storage = env.window[key];
      for (const name of Object.keys(storage)) if (asker.refusesStore(store, name)) storage.removeItem(name);
    } catch {
      // A browser that denies a store keeps nothing in it.
    }
  }
}

/** Removes databases, caches, files and workers that are here and not allowed now. What a browser does not list stays. */
export function sweepStores({ env: { window }, asker: { refusesStore } }: Page): void {
  const { indexedDB, caches, navigator } = window;
  const sweeps = [
    async () => {
      for (const { name = '' } of await indexedDB.databases()) if (refusesStore('indexed-db', name)) indexedDB.deleteDatabase(name);
    },
    async () => {
      for (const name of await caches.keys()) if (refusesStore('cache', name)) await caches.delete(name);
    },
    async () => {
      const root = await navigator.storage.getDirectory();
      for await (const name of root.keys()) if (refusesStore('opfs', name)) await root.removeEntry(name, { recursive: true });
    },
    async () => {
      for (const registration of await navigator.serviceWorker.getRegistrations()) {
        const worker = registration.active ?? registration.waiting ?? registration.installing;
        if (worker && refusesStore('service-worker', new URL(worker.scriptURL).pathname)) await registration.unregister();
      }
    },
  ];
  // A browser without a store, or that denies it, keeps nothing in it.
  for (const sweep of sweeps) sweep().catch(() => undefined);
}
