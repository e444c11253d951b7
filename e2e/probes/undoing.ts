// Ways to what a hook stands before: its owner, other realms, and what is made by it. Each would work if something native were left there.
import type { Probe } from './probe.ts';

const ends = { alone: 'stopped', guarded: 'stopped' } as const;

/** Sends, by roundabout ways. */
export const undoing: readonly Probe[] = [
  {
    id: 'undo-frame-fetch',
    what: "a frame's `fetch`, called on this window",
    run: ({ at }) => (document.body.appendChild(document.createElement('iframe')).contentWindow ?? window).fetch.call(window, at),
    ...ends,
  },
  {
    id: 'undo-frame-request',
    what: "a frame's XMLHttpRequest",
    run: ({ at }) => {
      const { contentWindow } = document.body.appendChild(document.createElement('iframe'));
      const request = new (contentWindow as Window & typeof globalThis).XMLHttpRequest();
      request.open('GET', at);
      request.send();
    },
    ...ends,
  },
  {
    id: 'undo-frame-image',
    what: "a frame's `Image`",
    run: ({ at }) => {
      const { contentWindow } = document.body.appendChild(document.createElement('iframe'));
      new (contentWindow as Window & typeof globalThis).Image().src = at;
    },
    ...ends,
  },
  {
    id: 'undo-frame-setter',
    what: "a frame's setter for images, called on an image of this page",
    run: ({ at }) => {
      const { contentDocument } = document.body.appendChild(document.createElement('iframe'));
      const prototype: object = Object.getPrototypeOf(contentDocument?.createElement('img'));
      Object.getOwnPropertyDescriptor(prototype, 'src')?.set?.call(new Image(), at);
    },
    ...ends,
  },
  {
    id: 'undo-frame-item',
    what: "a frame's `setItem`, called on this page's storage",
    run: () => {
      const { contentWindow } = document.body.appendChild(document.createElement('iframe'));
      (contentWindow as Window & typeof globalThis).Storage.prototype.setItem.call(localStorage, 'u_item', '1');
    },
    leaves: 'local:u_item',
    ...ends,
  },
  {
    id: 'undo-frame-database',
    what: "a frame's `indexedDB.open`, called on this page's databases",
    run: ({ settled }) => {
      const { contentWindow } = document.body.appendChild(document.createElement('iframe'));
      const request = (contentWindow as Window & typeof globalThis).IDBFactory.prototype.open.call(indexedDB, 'u_database');
      return settled(request);
    },
    leaves: 'indexed-db:u_database',
    ...ends,
  },
  {
    id: 'undo-frame-in-frame',
    what: "`fetch` of a frame's frame",
    run: ({ at }) => {
      const { contentDocument } = document.body.appendChild(document.createElement('iframe'));
      const inner = contentDocument?.body.appendChild(contentDocument.createElement('iframe'));
      return inner?.contentWindow?.fetch(at);
    },
    ...ends,
  },
  {
    id: 'undo-frame-by-markup',
    what: '`fetch` of a frame written beside something, by its number',
    run: ({ at }) => {
      document.body.insertAdjacentHTML('beforeend', '<p><iframe></iframe></p>');
      return window[window.length - 1]?.fetch(at);
    },
    ...ends,
  },
  {
    id: 'undo-frame-in-place',
    what: '`fetch` of a frame written in the place of something, by its number',
    run: ({ at }) => {
      document.body.appendChild(document.createElement('i')).outerHTML = '<iframe></iframe>';
      return window[window.length - 1]?.fetch(at);
    },
    ...ends,
  },
  {
    id: 'undo-frame-in-shadow',
    what: '`fetch` of a frame in a shadow root, by its number',
    run: ({ at }) => {
      const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
      root.innerHTML = '<iframe></iframe>';
      return window[window.length - 1]?.fetch(at) ?? root.querySelector('iframe')?.contentWindow?.fetch(at);
    },
    ...ends,
  },
  {
    id: 'undo-frame-in-fragment',
    what: '`fetch` of a frame that came with a fragment, by its number',
    run: ({ at }) => {
      const fragment = document.createDocumentFragment();
      fragment.append(document.createElement('p'));
      fragment.firstElementChild?.append(document.createElement('iframe'));
      document.body.append(fragment);
      return window[window.length - 1]?.fetch(at);
    },
    ...ends,
  },
  {
    id: 'undo-opened-window',
    what: '`fetch` of an opened window',
    run: ({ at }) => window.open('about:blank')?.fetch(at),
    ...ends,
  },
  {
    id: 'undo-constructor-of-socket',
    what: 'the constructor that sockets name as theirs',
    run: ({ at }) => void Reflect.construct(WebSocket.prototype.constructor, [at.replace('http', 'ws')]),
    ...ends,
  },
  {
    id: 'undo-constructor-of-events',
    what: 'the constructor that sources of events name as theirs',
    run: ({ at }) => void Reflect.construct(EventSource.prototype.constructor, [at]),
    ...ends,
  },
  {
    id: 'undo-derived-socket',
    what: 'a class derived from WebSocket',
    run: ({ at }) => {
      class Own extends WebSocket {}
      return void new Own(at.replace('http', 'ws'));
    },
    ...ends,
  },
  {
    id: 'undo-reflect',
    what: '`fetch` through `Reflect.apply`',
    run: ({ at }) => Reflect.apply(window.fetch, window, [at, undefined]),
    ...ends,
  },
  { id: 'undo-bound', what: '`fetch`, bound', run: ({ at }) => fetch.bind(window)(at), ...ends },
  {
    id: 'undo-wrapped',
    what: 'what another script has wrapped before',
    run: ({ at }) => {
      const before: (address: string) => Promise<Response> = window.fetch;
      Object.assign(window, { fetch: (address: string) => before(address) });
      return window.fetch(at);
    },
    ...ends,
  },
  {
    id: 'undo-own-prototype',
    what: 'the setter for images, on an image with another prototype',
    run: ({ at }) => {
      const image = new Image();
      Object.setPrototypeOf(image, HTMLElement.prototype);
      Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')?.set?.call(image, at);
    },
    ...ends,
  },
];
