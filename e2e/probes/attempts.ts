// One attempt for each hook of the page's first script, as the first script of a page makes it.

/** What an attempt is given: an address, a name to store, and elements that a parser made where nothing loads. */
export type Means = { readonly at: string; readonly name: string; readonly inert: (markup: string) => Element };

/** One attempt, and the kind under which it is listed. A function of its own, so that a stack could name it. */
export type Attempt = {
  readonly id: string;
  readonly kind: 'request' | 'storage' | 'script-cookie' | 'inline';
  readonly run: (means: Means) => unknown;
};

const pointing: readonly Attempt[] = [
  { id: 'script-src', kind: 'request', run: ({ at }) => Object.assign(document.createElement('script'), { src: at }) },
  { id: 'img-src', kind: 'request', run: ({ at }) => Object.assign(new Image(), { src: at }) },
  { id: 'img-srcset', kind: 'request', run: ({ at }) => Object.assign(new Image(), { srcset: `${at} 2x` }) },
  { id: 'frame-src', kind: 'request', run: ({ at }) => Object.assign(document.createElement('iframe'), { src: at }) },
  { id: 'frame-srcdoc', kind: 'request', run: ({ at }) => Object.assign(document.createElement('iframe'), { srcdoc: `<img src=${at}>` }) },
  { id: 'object-data', kind: 'request', run: ({ at }) => Object.assign(document.createElement('object'), { data: at }) },
  { id: 'poster', kind: 'request', run: ({ at }) => Object.assign(document.createElement('video'), { poster: at }) },
  { id: 'link-href', kind: 'request', run: ({ at }) => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: at }) },
  { id: 'set-attribute', kind: 'request', run: ({ at }) => document.createElement('script').setAttribute('SRC', at) },
  { id: 'set-attribute-ns', kind: 'request', run: ({ at }) => document.createElement('img').setAttributeNS(null, 'src', at) },
];

const inserting: readonly Attempt[] = [
  { id: 'append-child', kind: 'request', run: ({ at, inert }) => document.head.appendChild(inert(`<script src=${at}>`)) },
  { id: 'append', kind: 'request', run: ({ at, inert }) => document.head.append(inert(`<img src=${at}>`)) },
  { id: 'prepend', kind: 'request', run: ({ at, inert }) => document.head.prepend(inert(`<img src=${at}>`)) },
  { id: 'before', kind: 'request', run: ({ at, inert }) => document.head.firstElementChild?.before(inert(`<img src=${at}>`)) },
  { id: 'after', kind: 'request', run: ({ at, inert }) => document.head.lastElementChild?.after(inert(`<img src=${at}>`)) },
  { id: 'insert-before', kind: 'request', run: ({ at, inert }) => document.head.insertBefore(inert(`<img src=${at}>`), null) },
  {
    id: 'insert-adjacent',
    kind: 'request',
    run: ({ at, inert }) => document.head.insertAdjacentElement('beforeend', inert(`<img src=${at}>`)),
  },
  {
    id: 'replace-child',
    kind: 'request',
    run: ({ at, inert }) => document.head.replaceChild(inert(`<img src=${at}>`), document.head.appendChild(document.createElement('i'))),
  },
  {
    id: 'replace-with',
    kind: 'request',
    run: ({ at, inert }) => document.head.appendChild(document.createElement('i')).replaceWith(inert(`<img src=${at}>`)),
  },
  {
    id: 'replace-children',
    kind: 'request',
    run: ({ at, inert }) => document.head.appendChild(document.createElement('i')).replaceChildren(inert(`<img src=${at}>`)),
  },
  {
    id: 'insert-node',
    kind: 'request',
    run: ({ at, inert }) => {
      const range = document.createRange();
      range.selectNodeContents(document.head);
      range.insertNode(inert(`<img src=${at}>`));
    },
  },
  {
    id: 'fragment',
    kind: 'request',
    run: ({ at, inert }) => {
      const fragment = document.createDocumentFragment();
      fragment.append(inert(`<img src=${at}>`));
      document.head.append(fragment);
    },
  },
  {
    id: 'inline',
    kind: 'inline',
    run: () => document.head.append(Object.assign(document.createElement('script'), { text: 'window.inlineRan = true' })),
  },
];

const writing: readonly Attempt[] = [
  { id: 'inner-html', kind: 'request', run: ({ at }) => Object.assign(document.createElement('div'), { innerHTML: `<img src=${at}>` }) },
  {
    id: 'outer-html',
    kind: 'request',
    run: ({ at }) => {
      document.head.appendChild(document.createElement('i')).outerHTML = `<img src=${at}>`;
    },
  },
  {
    id: 'adjacent-html',
    kind: 'request',
    run: ({ at }) => document.createElement('div').insertAdjacentHTML('beforeend', `<img src=${at}>`),
  },
  { id: 'html-unsafe', kind: 'request', run: ({ at }) => document.createElement('div').setHTMLUnsafe(`<img src=${at}>`) },
  { id: 'contextual', kind: 'request', run: ({ at }) => document.createRange().createContextualFragment(`<img src=${at}>`) },
  {
    id: 'shadow-html',
    kind: 'request',
    run: ({ at }) => Object.assign(document.createElement('div').attachShadow({ mode: 'open' }), { innerHTML: `<img src=${at}>` }),
  },
  { id: 'document-write', kind: 'request', run: ({ at }) => document.write(`<link rel=stylesheet href=${at}>`) },
];

const asking: readonly Attempt[] = [
  { id: 'fetch', kind: 'request', run: ({ at }) => fetch(at) },
  { id: 'fetch-request', kind: 'request', run: ({ at }) => fetch(new Request(at)) },
  { id: 'xhr', kind: 'request', run: ({ at }) => new XMLHttpRequest().open('GET', at) },
  { id: 'beacon', kind: 'request', run: ({ at }) => navigator.sendBeacon(at) },
  { id: 'web-socket', kind: 'request', run: ({ at }) => new WebSocket(at.replace('http', 'ws')) },
  { id: 'event-source', kind: 'request', run: ({ at }) => new EventSource(at) },
  { id: 'worker', kind: 'request', run: ({ at }) => new Worker(at) },
  { id: 'shared-worker', kind: 'request', run: ({ at }) => new SharedWorker(at) },
];

const storing: readonly Attempt[] = [
  {
    id: 'cookie',
    kind: 'script-cookie',
    run: ({ name }) => {
      document.cookie = `${name}=secret`;
    },
  },
  { id: 'cookie-store', kind: 'script-cookie', run: ({ name }) => cookieStore.set(name, 'secret') },
  { id: 'local', kind: 'storage', run: ({ name }) => localStorage.setItem(name, 'secret') },
  { id: 'session', kind: 'storage', run: ({ name }) => sessionStorage.setItem(name, 'secret') },
  { id: 'database', kind: 'storage', run: ({ name }) => indexedDB.open(name) },
  { id: 'cache', kind: 'storage', run: ({ name }) => caches.open(name) },
  { id: 'service-worker', kind: 'storage', run: ({ name }) => navigator.serviceWorker.register(`/${name}`) },
];

/** All of them. */
export const attempts: readonly Attempt[] = [...pointing, ...inserting, ...writing, ...asking, ...storing];

/** A script that makes all of them. It is told its own name, which goes into every address and name. */
export function renderAttempts(script: string, origin: string): string {
  const inert = "const inert = (markup) => new DOMParser().parseFromString(markup, 'text/html').querySelector('img,script');";
  const calls = attempts.map(({ id, run }) => {
    const means = `{ at: '${origin}/${script}/${id}', name: '${script}-${id}', inert }`;
    return `try { Promise.resolve((${String(run)})(${means})).catch(() => {}); } catch {}`;
  });
  return `{ const __name = (value) => value;\n${inert}\n${calls.join('\n')}\n}`;
}
