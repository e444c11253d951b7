// The page's own functions as they were before any other script ran. What this script does goes through these, so that a page that
// replaces them later changes nothing in it.

/** A window with its constructors. */
export type Realm = Window & typeof globalThis;

/** What this script uses of its page. `now` is Unix seconds. */
export type Env = {
  readonly window: Realm;
  readonly document: Document;
  readonly location: Location;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly readCookies: () => string;
  readonly writeCookie: (line: string) => void;
};

/** Captures once, as the first script of the page. */
export function captureEnv(window: Realm): Env {
  const { document, location, fetch } = window;
  const clock = window.Date.now;
  const cookie = Object.getOwnPropertyDescriptor(window.Document.prototype, 'cookie');
  return {
    window,
    document,
    location,
    fetch: fetch.bind(window),
    now: () => Math.floor(clock() / 1000),
    readCookies: () => cookie?.get?.call(document) ?? '',
    writeCookie: (line) => cookie?.set?.call(document, line),
  };
}
