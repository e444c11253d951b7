// The page's own functions as they were before any other script ran. Everything here goes through these, so that a page that
// replaces them later changes nothing in what the guard's script does.

type CookieAccess = { readonly read: () => string; readonly write: (line: string) => void };

/** What this script uses of its page. `now` is Unix seconds. */
export type Env = {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  readonly location: Location;
  readonly cookie: CookieAccess;
  readonly setItem: Storage['setItem'];
  readonly removeItem: Storage['removeItem'];
  readonly keyAt: Storage['key'];
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly stack: () => string;
};

function captureCookie(document: Document): CookieAccess {
  const descriptor = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  const { get, set } = descriptor ?? {};
  return { read: () => String(get?.call(document) ?? ''), write: (line) => void set?.call(document, line) };
}

/** Who asked: the innermost frames, those of this script among them. */
function currentStack(): string {
  return (new Error().stack ?? '').split('\n').slice(1, 12).join('\n');
}

/** Captures once, as the first script of the page. */
export function captureEnv(window: Window & typeof globalThis): Env {
  const { document, location } = window;
  const clock = window.Date.now.bind(window.Date);
  const { setItem, removeItem, key } = Storage.prototype;
  return {
    window,
    document,
    location,
    cookie: captureCookie(document),
    setItem,
    removeItem,
    keyAt: key,
    fetch: window.fetch.bind(window),
    now: () => Math.floor(clock() / 1000),
    stack: currentStack,
  };
}

/** The store behind a name, or null where the browser denies it. */
export function openStorage(env: Env, store: 'local' | 'session'): Storage | null {
  try {
    return store === 'local' ? env.window.localStorage : env.window.sessionStorage;
  } catch {
    return null;
  }
}
