// Runs in every frame before the page's own code and reports who sets cookies and storage: names, never values. It only attributes: what is stored is read from the browser, so a page that gets around it hides an author, not a fact.

import type { Native, RecorderKit } from './recorder-kit.ts';

/** Installs the recorder. */
export function recordSetters({ report, watch, watchMember }: RecorderKit): void {
  const define = Reflect.defineProperty;
  const describe = Reflect.getOwnPropertyDescriptor;
  const text = String;
  const host = globalThis;
  const cut = Function.prototype.call.bind(String.prototype.slice) as (value: string, from: number, to?: number) => string;
  const find = Function.prototype.call.bind(String.prototype.indexOf) as (value: string, part: string) => number;
  let left = 500;

  function tell(api: string, name: string): void {
    if (left <= 0) return;
    left -= 1;
    report(api, host.origin, name);
  }

  // `name=value; attributes` without the value.
  function withoutValue(line: string): string {
    const end = find(line, ';');
    const pair = end < 0 ? line : cut(line, 0, end);
    const equals = find(pair, '=');
    return `${equals < 0 ? '' : cut(pair, 0, equals)}=${end < 0 ? '' : cut(line, end)}`;
  }

  function storeOf(self: unknown): string {
    try {
      return self === host.sessionStorage ? 'session' : 'local';
    } catch {
      return 'local';
    }
  }

  function cookieStoreLine(values: unknown[]): string {
    const first = values[0];
    if (typeof first !== 'object' || first === null) return `${text(first)}=; Path=/; Secure; SameSite=Strict`;
    const init = first as { name?: unknown; domain?: unknown; path?: unknown; partitioned?: unknown };
    const domain = init.domain === undefined || init.domain === null ? '' : `; Domain=${text(init.domain)}`;
    return `${text(init.name)}=; Path=${text(init.path ?? '/')}; Secure${domain}${init.partitioned === true ? '; Partitioned' : ''}`;
  }

  const cookie = describe(Document.prototype, 'cookie');
  if (cookie?.set !== undefined) {
    const set = watch(cookie.set as Native, (_self, values) => {
      // Converted once, so that a page's own conversion runs as often as it would without us.
      values[0] = text(values[0]);
      tell('document.cookie', withoutValue(values[0] as string));
    });
    define(Document.prototype, 'cookie', { ...cookie, set } as PropertyDescriptor);
  }
  const optional = host as {
    CookieStore?: { prototype: object };
    CacheStorage?: { prototype: object };
    ServiceWorkerContainer?: { prototype: object };
  };
  watchMember(optional.CookieStore?.prototype, 'set', (_self, values) => tell('cookieStore', cookieStoreLine(values)));
  watchMember(Storage.prototype, 'setItem', (self, values) => tell(storeOf(self), text(values[0])));
  watchMember(IDBFactory.prototype, 'open', (_self, values) => tell('indexed-db', text(values[0])));
  watchMember(optional.CacheStorage?.prototype, 'open', (_self, values) => tell('cache', text(values[0])));
  watchMember(optional.ServiceWorkerContainer?.prototype, 'register', (_self, values) =>
    tell('service-worker', new URL(text(values[0]), host.location.href).pathname),
  );
}
