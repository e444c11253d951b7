// Ways in which a script of the page keeps something on the device besides cookies.
import type { Probe } from './probe.ts';

const stopped = { alone: 'stopped', guarded: 'stopped' } as const;
const purged = { alone: 'purged', guarded: 'purged' } as const;

/** Web storage, databases, caches, files, and what a tab keeps. */
export const storeWrites: readonly Probe[] = [
  {
    id: 'local-set-item',
    what: '`localStorage.setItem`',
    run: () => localStorage.setItem('w_item', '1'),
    leaves: 'local:w_item',
    ...stopped,
  },
  {
    id: 'local-named',
    what: '`localStorage.x =`',
    run: () => {
      localStorage['w_named'] = '1';
    },
    leaves: 'local:w_named',
    ...purged,
    closedBy: 'the sweep',
  },
  {
    id: 'local-defined',
    what: '`Object.defineProperty(localStorage, …)`',
    run: () => Object.defineProperty(localStorage, 'w_defined', { value: '1' }),
    leaves: 'local:w_defined',
    ...purged,
    closedBy: 'the sweep',
  },
  {
    id: 'frame-local',
    what: "a frame's `localStorage`",
    run: () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.contentWindow?.localStorage.setItem('w_frame_local', '1');
    },
    leaves: 'local:w_frame_local',
    ...stopped,
  },
  {
    id: 'session-set-item',
    what: '`sessionStorage.setItem`',
    run: () => sessionStorage.setItem('w_session', '1'),
    leaves: 'session:w_session',
    ...stopped,
  },
  {
    id: 'session-named',
    what: '`sessionStorage.x =`',
    run: () => {
      sessionStorage['w_session_named'] = '1';
    },
    leaves: 'session:w_session_named',
    ...purged,
    closedBy: 'the sweep',
  },
  {
    id: 'database',
    what: '`indexedDB.open`',
    run: ({ settled }) => {
      const request = indexedDB.open('w_database');
      request.onsuccess = () => request.result.close();
      return settled(request);
    },
    leaves: 'indexed-db:w_database',
    ...stopped,
  },
  {
    id: 'worker-database',
    what: '`indexedDB.open` in a worker',
    run: async ({ settled }) => {
      const channel = new BroadcastChannel('probe');
      new Worker('/worker/database.js');
      channel.onmessage = () => channel.dispatchEvent(new Event('load'));
      await settled(channel);
    },
    leaves: 'indexed-db:w_worker_database',
    ...purged,
    closedBy: 'the sweep',
  },
  {
    id: 'cache',
    what: '`caches.open`',
    run: () => caches.open('w_cache'),
    leaves: 'cache:w_cache',
    ...stopped,
  },
  {
    id: 'frame-cache',
    what: '`caches.open` of a frame that stands in the markup, by its number',
    markup: '<iframe title="empty"></iframe>',
    run: () => (window[0] as (Window & typeof globalThis) | undefined)?.caches.open('w_frame_cache'),
    leaves: 'cache:w_frame_cache',
    ...purged,
    closedBy: 'the sweep',
  },
  {
    id: 'files',
    what: 'a file in the origin private file system',
    run: async () => {
      const root = await navigator.storage.getDirectory();
      await root.getFileHandle('w_file', { create: true });
    },
    leaves: 'opfs:w_file',
    ...purged,
    closedBy: 'the sweep',
  },
  {
    id: 'window-name',
    what: '`window.name`',
    run: () => {
      window.name = 'w_window';
    },
    leaves: 'window:w_window',
    alone: 'through',
    guarded: 'through',
    closedBy: 'nothing: it lasts as long as the tab, and does not reach the site',
  },
  {
    id: 'history-state',
    what: '`history.state`',
    run: () => history.replaceState('w_history', ''),
    leaves: 'history:w_history',
    alone: 'through',
    guarded: 'through',
    closedBy: 'nothing: it lasts as long as the entry in the history of the tab, and does not reach the site',
  },
];
