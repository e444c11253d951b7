// Runs in an isolated world of each frame, where the page's patches do not reach, and lists the names of everything stored.

/** One stored name: `store` is a tracker kind of the declaration. */
export type StoredName = { readonly store: string; readonly name: string };

/** A value of web storage, for the vault. */
export type StoredValue = StoredName & { readonly value: string };

/** What a frame's origin has stored; `tabName` is that of a frame on top, which has no other use. */
export type StoredList = {
  readonly origin: string;
  readonly items: readonly StoredName[];
  readonly values: readonly StoredValue[];
  readonly tabName: string;
};

/** Lists what this frame's origin has stored; a store the browser refuses here is left out. Null for an origin without storage. */
export async function listStorage(): Promise<StoredList | null> {
  const origin = self.origin;
  if (origin === 'null') return null;
  // A page that stores more than so many is not told the better for it.
  const mostNames = 1000;
  const items: StoredName[] = [];
  const add = async (store: string, read: () => Promise<readonly string[]>): Promise<void> => {
    try {
      for (const name of (await read()).slice(0, mostNames)) items.push({ store, name });
    } catch {
      // Not available to this frame.
    }
  };
  const values: StoredValue[] = [];
  // More than so many, or longer ones, are no identifiers.
  const read = (store: string, area: Storage): readonly string[] => {
    const names = Object.keys(area);
    for (const name of names.slice(0, 100)) {
      const value = area.getItem(name) ?? '';
      if (value.length >= 8 && value.length <= 4096) values.push({ store, name, value });
    }
    return names;
  };
  await add('local', async () => read('local', localStorage));
  await add('session', async () => read('session', sessionStorage));
  await add('indexed-db', async () => (await indexedDB.databases()).map((database) => database.name ?? ''));
  await add('cache', () => caches.keys());
  await add('service-worker', async () => {
    const registrations = await navigator.serviceWorker.getRegistrations();
    return registrations.map((registration) => {
      const worker = registration.active ?? registration.waiting ?? registration.installing;
      return worker === null ? registration.scope : new URL(worker.scriptURL).pathname;
    });
  });
  await add('opfs', async () => {
    const names: string[] = [];
    const folder = (await navigator.storage.getDirectory()) as unknown as { keys(): AsyncIterable<string> };
    for await (const name of folder.keys()) names.push(name);
    return names;
  });
  return { origin, items, values, tabName: self === top ? self.name : '' };
}
