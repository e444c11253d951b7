// What scripts keep in the browser besides cookies.
import type { Asker } from './asker.ts';
import type { Realm } from './env.ts';
import type { Hook } from './watch.ts';
import { refusal, watch } from './watch.ts';

/** Stands before web storage, databases, caches and service workers. */
export function hookStores(realm: Realm, asker: Asker): void {
  const refuses = asker.refusesStore;
  // An assignment to a named property is no call, and a proxy in place of the store is no Storage to browsers: the sweep finds those.
  watch(realm.Storage.prototype, 'setItem', (go, [key], self) => refuses(self === realm.sessionStorage ? 'session' : 'local', key) || go());
  const database: Hook = (go, [name]) => (refuses('indexed-db', name) ? refusal() : go());
  watch(realm.IDBFactory.prototype, 'open', database);
  watch(realm.CacheStorage?.prototype, 'open', async (go, [name]) => (refuses('cache', name) ? refusal() : go()));
  watch(realm.ServiceWorkerContainer?.prototype, 'register', async (go, [address]) =>
    refuses('service-worker', new URL(String(address), realm.document.baseURI).pathname) ? refusal() : go(),
  );
}
