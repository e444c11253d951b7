// Scripts of the pages, as text: each write tells the server's log of itself in the same breath.
import type { Cookie, Stored, Visit } from './site.ts';
import { attributesOf, cookieLine } from './things.ts';
import type { CorpusAct, CorpusPhase, CorpusSetter } from './truth.ts';

/** Where pages tell of themselves; no part of what a site does. */
export const CORPUS_LOG_PATH = '/__log';

/** A write's circumstances: whose phase, and whose hand. `own` false: no page, so that telling is a fetch. */
export type WriteOptions = { readonly phase?: CorpusPhase; readonly by?: CorpusSetter; readonly value?: string };

type Told = { readonly kind: 'stored' | 'removed' | 'refused' | 'did' } & Readonly<Record<string, unknown>>;

const quote = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The statement that tells the log. Workers have no beacon. */
export function tell(phase: CorpusPhase, deed: Told, inWorker = false): string {
  // What a page tells may arrive after what the server did later: it says when it was.
  const body = `'{"at":' + Date.now() + ',' + ${quote(JSON.stringify({ phase, deed }).slice(1))}`;
  return inWorker
    ? `fetch('${CORPUS_LOG_PATH}', { method: 'POST', body: ${body}, keepalive: true });`
    : `navigator.sendBeacon('${CORPUS_LOG_PATH}', ${body});`;
}

/** Tells of something that is no write. */
export function tellAct(visit: Visit, act: CorpusAct, phase: CorpusPhase = visit.phase): string {
  return tell(phase, { kind: 'did', act });
}

const isWorker = (by: CorpusSetter): boolean => by === 'worker' || by === 'service-worker';

/** Writes a cookie with `document.cookie`, of `target` where another window's is borrowed. */
export function writeCookie(visit: Visit, cookie: Cookie, { phase = visit.phase, by = 'script', value }: WriteOptions = {}): string {
  const told =
    cookie.refusedBy === undefined
      ? tell(phase, { kind: 'stored', store: 'cookie', name: cookie.name, by, cookie: attributesOf(cookie) })
      : tell(phase, { kind: 'refused', name: cookie.name });
  return `document.cookie = ${quote(cookieLine(cookie, cookie.value ?? value ?? visit.fresh()))}; ${told}`;
}

/** Writes a cookie with `cookieStore.set`, in a page or a worker. An expression that is a promise. */
export function setInCookieStore(visit: Visit, cookie: Cookie, { phase = visit.phase, by = 'cookie-store' }: WriteOptions = {}): string {
  const expires = cookie.seconds === null ? '' : `, expires: Date.now() + ${cookie.seconds * 1000}`;
  const told = tell(phase, { kind: 'stored', store: 'cookie', name: cookie.name, by, cookie: attributesOf(cookie) }, isWorker(by));
  return `cookieStore.set({ name: ${quote(cookie.name)}, value: ${quote(visit.fresh())}${expires} }).then(() => { ${told} })`;
}

const writers: { readonly [store in Stored['store']]: (name: string, value: string) => string } = {
  local: (name, value) => `Promise.resolve(localStorage.setItem(${name}, ${value}))`,
  session: (name, value) => `Promise.resolve(sessionStorage.setItem(${name}, ${value}))`,
  'indexed-db': (name, value) => `new Promise((done) => { const open = indexedDB.open(${name}, 1);
open.onupgradeneeded = () => open.result.createObjectStore('visits').put(${value}, 'id'); open.onsuccess = () => { open.result.close(); done(); }; })`,
  cache: (name, value) => `caches.open(${name}).then((cache) => cache.put('/kept', new Response(${value})))`,
  opfs: (name) => `navigator.storage.getDirectory().then((folder) => folder.getFileHandle(${name}, { create: true }))`,
  'service-worker': (name) => `navigator.serviceWorker.register(${name}).then(() => navigator.serviceWorker.ready)`,
  'window-name': (_name, value) => `Promise.resolve(window.name = ${value})`,
};

/** Writes to any other store. An expression that is a promise. */
export function writeStore(visit: Visit, item: Stored, { phase = visit.phase, by = 'script', value }: WriteOptions = {}): string {
  const told = tell(phase, { kind: 'stored', store: item.store, name: item.name, by }, isWorker(by));
  return `${writers[item.store](quote(item.name), quote(value ?? visit.fresh()))}.then(() => { ${told} })`;
}

const droppers: { readonly [store in Stored['store']]: (name: string) => string } = {
  local: (name) => `Promise.resolve(localStorage.removeItem(${name}))`,
  session: (name) => `Promise.resolve(sessionStorage.removeItem(${name}))`,
  'indexed-db': (name) =>
    `new Promise((done) => { const gone = indexedDB.deleteDatabase(${name}); gone.onsuccess = done; gone.onblocked = done; })`,
  cache: (name) => `caches.delete(${name})`,
  opfs: (name) => `navigator.storage.getDirectory().then((folder) => folder.removeEntry(${name})).catch(() => {})`,
  'service-worker': () => `navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((one) => one.unregister())))`,
  'window-name': () => `Promise.resolve(window.name = '')`,
};

/** Takes a name out of its store. An expression that is a promise. */
export function dropStore(phase: CorpusPhase, item: Stored): string {
  return `${droppers[item.store](quote(item.name))}.then(() => { ${tell(phase, { kind: 'removed', store: item.store, name: item.name })} })`;
}

/** Takes a script's cookie back. */
export function dropCookie(visit: Visit, cookie: Cookie, phase: CorpusPhase = visit.phase): string {
  const told = tell(phase, { kind: 'removed', store: 'cookie', name: cookie.name, cookie: attributesOf(cookie) });
  return `document.cookie = ${quote(cookieLine(cookie, '', 0))}; ${told}`;
}

/** Sends the visitor's answer, sweeping first, and shows the page again. A statement that defines `answer(choice)`. */
export function answerScript(sweeps: readonly Stored[]): string {
  const sweep = (phase: CorpusPhase): string => `() => Promise.all([${sweeps.map((item) => dropStore(phase, item)).join(', ')}])`;
  return `const sweep = { no: ${sweep('rejected')}, back: ${sweep('withdrawn')} };
const answer = (choice) => Promise.resolve(sweep[choice]?.())
  .then(() => fetch('/cookies/choice', { method: 'POST', body: choice })).then(() => location.reload());`;
}
