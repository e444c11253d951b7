// Runs in every frame before the page's own code and reports who sets cookies and storage: names, never values. It keeps its own
// copies of what it needs, leaves no global, and says what it saw through a console function it took before the page could.
// It only attributes: what is stored is read from the browser, so a page that gets around it hides an author, not a fact.

/** Installs the recorder; `token` marks its messages. */
export function recordSetters(token: string): void {
  const say = console.debug.bind(console);
  const apply = Reflect.apply;
  const define = Reflect.defineProperty;
  const describe = Reflect.getOwnPropertyDescriptor;
  const NativeError = Error as ErrorConstructor & { stackTraceLimit?: unknown };
  const NativeProxy = Proxy;
  const text = String;
  const host = globalThis;
  const cut = Function.prototype.call.bind(String.prototype.slice) as (value: string, from: number, to?: number) => string;
  const find = Function.prototype.call.bind(String.prototype.indexOf) as (value: string, part: string) => number;
  let left = 500;

  function stackOf(): string {
    const limit = NativeError.stackTraceLimit;
    const prepare = describe(NativeError, 'prepareStackTrace');
    try {
      NativeError.stackTraceLimit = 20;
      if (prepare !== undefined) define(NativeError, 'prepareStackTrace', { value: undefined, configurable: true, writable: true });
      return new NativeError().stack ?? '';
    } catch {
      return '';
    } finally {
      NativeError.stackTraceLimit = limit;
      if (prepare !== undefined) define(NativeError, 'prepareStackTrace', prepare);
    }
  }

  function report(api: string, name: string): void {
    if (left <= 0) return;
    left -= 1;
    try {
      say(`${token}\u0001${api}\u0001${host.origin}\u0001${host.location.href}\u0001${stackOf()}\u0001${cut(name, 0, 2000)}`);
    } catch {
      // Reporting must never be seen by the page.
    }
  }

  // `name=value; attributes` without the value.
  function withoutValue(line: string): string {
    const end = find(line, ';');
    const pair = end < 0 ? line : cut(line, 0, end);
    const equals = find(pair, '=');
    return `${equals < 0 ? '' : cut(pair, 0, equals)}=${end < 0 ? '' : cut(line, end)}`;
  }

  type Native = (this: unknown, ...values: unknown[]) => unknown;

  // The wrapped function keeps its name, length and native text.
  function watch(native: Native, before: (self: unknown, values: unknown[]) => void): Native {
    return new NativeProxy(native, {
      apply(target, self, values: unknown[]) {
        try {
          before(self, values);
        } catch {
          // As above: a hostile argument is the native function's business.
        }
        return apply(target, self, values);
      },
    });
  }

  function watchMethod(holder: object | undefined, name: string, before: (self: unknown, values: unknown[]) => void): void {
    const found = holder === undefined ? undefined : describe(holder, name);
    if (holder === undefined || found === undefined || typeof found.value !== 'function') return;
    define(holder, name, { ...found, value: watch(found.value as Native, before) });
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
      report('document.cookie', withoutValue(values[0] as string));
    });
    define(Document.prototype, 'cookie', { ...cookie, set } as PropertyDescriptor);
  }
  const optional = host as {
    CookieStore?: { prototype: object };
    CacheStorage?: { prototype: object };
    ServiceWorkerContainer?: { prototype: object };
  };
  watchMethod(optional.CookieStore?.prototype, 'set', (_self, values) => report('cookieStore', cookieStoreLine(values)));
  watchMethod(Storage.prototype, 'setItem', (self, values) => report(storeOf(self), text(values[0])));
  watchMethod(IDBFactory.prototype, 'open', (_self, values) => report('indexed-db', text(values[0])));
  watchMethod(optional.CacheStorage?.prototype, 'open', (_self, values) => report('cache', text(values[0])));
  watchMethod(optional.ServiceWorkerContainer?.prototype, 'register', (_self, values) =>
    report('service-worker', new URL(text(values[0]), host.location.href).pathname),
  );
}
