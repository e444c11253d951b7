// Removes what is stored here and is not allowed now: found by asking about every name that can be seen, and by the rules where names
// cannot be listed.
import type { Name } from '@candor/core';
import { expiryLines, matchName, scanCookieHeader, sweepPlan } from '@candor/core';
import type { Page } from '../page.ts';

/** Lines for undeclared cookies of one sweep; a sweep comes with every page. */
const BUDGET = 64;

/** Removes cookies and web storage that are seen and not allowed; while withdrawing also declared cookies of other paths. */
export function sweepSeen({ env, state, asker }: Page, withdrawing: boolean): void {
  const heldNames = scanCookieHeader(env.readCookies()).flatMap(({ name }) => (asker.refusesCookie(name) ? [name] : []));
  const options = { heldNames, request: asker.request(), unknownBudget: BUDGET, withdrawing };
  for (const line of expiryLines(state.enforcement, asker.consent, options)) env.writeCookie(line);
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

type Sweeper = (window: Window & typeof globalThis, isNamed: (name: string) => boolean, names: readonly Name[]) => Promise<void>;

const sweepers: { readonly [store: string]: Sweeper | undefined } = {
  'indexed-db': async ({ indexedDB }, isNamed, names) => {
    const listed = (await indexedDB.databases?.()) ?? names.flatMap((name) => ('exact' in name ? [{ name: name.exact }] : []));
    for (const { name = '' } of listed) if (isNamed(name)) indexedDB.deleteDatabase(name);
  },
  cache: async ({ caches }, isNamed) => {
    for (const name of await caches.keys()) if (isNamed(name)) await caches.delete(name);
  },
  'service-worker': async ({ navigator }, isNamed) => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) {
      const script = registration.active ?? registration.waiting ?? registration.installing;
      if (script !== null && isNamed(new URL(script.scriptURL).pathname)) await registration.unregister();
    }
  },
  opfs: async ({ navigator }, _isNamed, names) => {
    const root = await navigator.storage.getDirectory();
    for (const name of names) if ('exact' in name) await root.removeEntry(name.exact, { recursive: true });
  },
};

/** Removes what only answers later: declared databases, caches, files and workers that are not allowed. */
export function sweepDeclared({ env, state, asker }: Page): void {
  for (const { store, names, origins } of sweepPlan(state.enforcement, asker.consent).stores) {
    const isNamed = (value: string): boolean => names.some((name) => matchName(name, value));
    if (origins.includes(env.location.origin)) sweepers[store]?.(env.window, isNamed, names).catch(() => undefined);
  }
}
