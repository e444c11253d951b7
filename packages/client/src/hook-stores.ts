// What scripts keep in the browser besides cookies.
import type { Asker } from './asker.ts';
import type { Realm } from './env.ts';
import type { Hook } from './watch.ts';
import { refusal, watch } from './watch.ts';

/** Stands before web storage, databases, caches and service workers. */
export function hookStores(realm: Realm, asker: Asker): void {
  const refuses = asker.refusesStore;
  let session: unknown;
  watch(realm.Storage.prototype, 'setItem', (go, [key], self) => refuses(self === session ? 'session' : 'local', key) || go());
  for (const key of ['localStorage', 'sessionStorage'] as const) {
    let proxy: Storage | undefined;
    watch(realm, key, (go) => {
      if (proxy) return proxy;
      const storage = go() as Storage;
      if (key === 'sessionStorage') session = storage;
      const set = (target: Storage, name: string | symbol, value: unknown): boolean => {
        target.setItem(String(name), String(value));
        return true;
      };
      // An assignment to a named property is no call that could be hooked; through this it becomes one.
      proxy = new Proxy(storage, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name);
          return typeof value === 'function' ? value.bind(target) : value;
        },
        set,
        defineProperty: (target, name, { value }) => set(target, name, value),
      });
      return proxy;
    });
  }
  const database: Hook = (go, [name]) => (refuses('indexed-db', name) ? refusal() : go());
  watch(realm.IDBFactory.prototype, 'open', database);
  watch(realm.CacheStorage?.prototype, 'open', async (go, [name]) => (refuses('cache', name) ? refusal() : go()));
  watch(realm.ServiceWorkerContainer?.prototype, 'register', async (go, [address]) =>
    refuses('service-worker', new URL(String(address), realm.document.baseURI).pathname) ? refusal() : go(),
  );
}
