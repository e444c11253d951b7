// Ways in which a script of the page, or what it fetches, puts a cookie onto the device.
import type { Probe } from './probe.ts';

const stopped = { alone: 'stopped', guarded: 'stopped' } as const;
const purged = { alone: 'purged', guarded: 'purged' } as const;
const swept = 'the sweep; the guard lets no such cookie reach the site (G5) and expires it (G12)';

/** Cookies by the page's own realm, by other realms, by workers, and by responses. */
export const cookieWrites: readonly Probe[] = [
  {
    id: 'cookie-direct',
    what: '`document.cookie`',
    run: () => {
      document.cookie = 'w_direct=1; path=/';
    },
    leaves: 'cookie:w_direct',
    ...stopped,
  },
  {
    id: 'cookie-descriptor',
    what: 'the setter taken from `Document.prototype`',
    run: () => Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.set?.call(document, 'w_descriptor=1; path=/'),
    leaves: 'cookie:w_descriptor',
    ...stopped,
  },
  {
    id: 'cookie-redefined',
    what: 'the property of `Document.prototype` deleted, and put onto the document itself',
    run: () => {
      const before = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') ?? {};
      delete (Document.prototype as Partial<Document>).cookie;
      Object.defineProperty(document, 'cookie', before);
      document.cookie = 'w_redefined=1; path=/';
    },
    leaves: 'cookie:w_redefined',
    ...stopped,
  },
  {
    id: 'cookie-store',
    what: '`cookieStore.set`',
    run: () => cookieStore.set('w_store', '1'),
    leaves: 'cookie:w_store',
    ...stopped,
  },
  {
    id: 'frame-document',
    what: '`contentDocument` of an inserted frame',
    run: () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      if (frame.contentDocument) frame.contentDocument.cookie = 'w_frame=1; path=/';
    },
    leaves: 'cookie:w_frame',
    ...stopped,
  },
  {
    id: 'frame-borrowed-setter',
    what: "the setter of a frame's realm, called on this document",
    run: () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const realm = frame.contentWindow as (Window & typeof globalThis) | null;
      if (realm) Object.getOwnPropertyDescriptor(realm.Document.prototype, 'cookie')?.set?.call(document, 'w_borrowed=1; path=/');
    },
    leaves: 'cookie:w_borrowed',
    ...stopped,
  },
  {
    id: 'frame-srcdoc-script',
    what: 'a script inside `srcdoc`',
    run: async ({ settled }) => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<script>document.cookie = "w_srcdoc=1; path=/"</script>';
      document.body.append(frame);
      await settled(frame);
    },
    leaves: 'cookie:w_srcdoc',
    ...stopped,
  },
  {
    id: 'frame-not-found',
    what: '`contentDocument` of a frame with an error page of the site, once it is loaded',
    run: async ({ settled }) => {
      const frame = document.createElement('iframe');
      frame.src = '/nothing-there';
      document.body.append(frame);
      await settled(frame);
      if (frame.contentDocument) frame.contentDocument.cookie = 'w_404=1; path=/';
    },
    leaves: 'cookie:w_404',
    ...stopped,
  },
  {
    id: 'window-open',
    what: 'the document of an opened window',
    run: () => {
      const opened = window.open('');
      if (opened === null) return;
      opened.document.cookie = 'w_open=1; path=/';
      // Writing waits for nothing, and goes with a window that closes: reading waits until what was written is stored.
      void opened.document.cookie;
      opened.close();
    },
    leaves: 'cookie:w_open',
    ...stopped,
  },
  {
    id: 'frame-javascript-url',
    what: 'a frame pointed at a `javascript:` address',
    run: async ({ settled }) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.src = 'javascript:void(document.cookie="w_js=1; path=/")';
      await settled(frame);
    },
    leaves: 'cookie:w_js',
    ...stopped,
  },
  {
    id: 'frame-by-number',
    what: '`window[0].document`, of a frame that stands in the markup',
    markup: '<iframe title="empty"></iframe>',
    run: () => {
      const inner = window[0];
      if (inner) inner.document.cookie = 'w_number=1; path=/';
    },
    leaves: 'cookie:w_number',
    ...purged,
    closedBy: swept,
  },
  {
    id: 'frame-by-markup',
    what: '`window[n].document`, of a frame written with `innerHTML`',
    run: () => {
      const box = document.body.appendChild(document.createElement('div'));
      box.innerHTML = '<iframe></iframe>';
      const inner = window[window.length - 1];
      if (inner) inner.document.cookie = 'w_markup=1; path=/';
    },
    leaves: 'cookie:w_markup',
    ...stopped,
  },
  {
    id: 'frame-navigated-by-number',
    what: '`window[n].document`, of a frame that has been navigated twice since',
    run: async ({ settled }) => {
      const frame = document.createElement('iframe');
      frame.src = '/nothing-there';
      document.body.append(frame);
      await settled(frame);
      // The first page of a frame keeps the window of the empty one.
      frame.src = '/nothing-else';
      await settled(frame);
      const inner = window[window.length - 1];
      if (inner) inner.document.cookie = 'w_navigated=1; path=/';
    },
    leaves: 'cookie:w_navigated',
    alone: 'purged',
    guarded: 'stopped',
    closedBy: swept,
  },
  {
    id: 'object-document',
    what: '`contentDocument` of an `<object>`',
    run: async ({ settled }) => {
      const object = document.createElement('object');
      object.type = 'text/html';
      object.data = '/nothing-there.html';
      document.body.append(object);
      await settled(object);
      if (object.contentDocument) object.contentDocument.cookie = 'w_object=1; path=/';
    },
    leaves: 'cookie:w_object',
    ...stopped,
  },
  {
    id: 'frame-cookie-store',
    what: '`cookieStore.set` of a frame',
    run: async () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      await (frame.contentWindow as (Window & typeof globalThis) | null)?.cookieStore.set('w_frame_store', '1');
    },
    leaves: 'cookie:w_frame_store',
    ...stopped,
  },
  {
    id: 'worker-cookie-store',
    what: '`cookieStore.set` in a service worker',
    run: async () => {
      await navigator.serviceWorker.register('/worker/cookie-store.js?service', { scope: '/elsewhere/' });
      const [registration] = await navigator.serviceWorker.getRegistrations();
      const worker = registration?.installing ?? registration?.waiting ?? registration?.active;
      await new Promise((resolve) => {
        if (!worker || worker.state === 'activated') resolve(null);
        worker?.addEventListener('statechange', () => worker.state === 'activated' && resolve(null));
      });
    },
    leaves: 'cookie:w_worker_store',
    ...stopped,
  },
  {
    id: 'fetch-response',
    what: 'the response to a `fetch`, HttpOnly',
    run: () => fetch('/set-cookie/w_fetch?http-only'),
    leaves: 'cookie:w_fetch',
    alone: 'through',
    guarded: 'stopped',
    closedBy: 'the guard drops the line (G10)',
  },
  {
    id: 'image-response',
    what: 'the response to an image',
    run: ({ settled }) => settled(Object.assign(new Image(), { src: '/set-cookie/w_image' })),
    leaves: 'cookie:w_image',
    alone: 'purged',
    guarded: 'stopped',
    closedBy: 'the sweep; the guard drops the line (G10)',
  },
  {
    id: 'web-socket-response',
    what: 'the 101 that opens a WebSocket, HttpOnly',
    run: ({ settled }) => settled(new WebSocket(`ws://${location.host}/socket/w_socket`)),
    leaves: 'cookie:w_socket',
    alone: 'through',
    guarded: 'stopped',
    closedBy: 'the guard drops the line (G10, G20)',
  },
  {
    id: 'frame-deeper-path',
    what: 'a cookie of a deeper path, by a frame that stands in the markup',
    markup: '<iframe title="empty"></iframe>',
    run: () => {
      const inner = window[0];
      if (inner) inner.document.cookie = 'w_deep=1; path=/deep/x';
    },
    leaves: 'cookie:w_deep',
    next: '/deep/x/y',
    ...purged,
    closedBy: 'the sweep of a page under that path; the guard lets no such cookie reach the site (G5) and expires it there (G12)',
  },
];
