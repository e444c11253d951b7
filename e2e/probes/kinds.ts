// The eleven kinds of things that consent tools are compared by, tried by a script at run time.
import type { Probe } from './probe.ts';

/** A script that is known to track everywhere: the one address outside of the loopback, answered at the edge of the browser. */
export const knownTracker = 'https://www.google-analytics.com/analytics.js';

/** Script, inline script, frame, image, fetch, XHR, beacon, known tracker, cookie, storage, and a response's own cookie. */
export const kinds: readonly Probe[] = [
  {
    id: 'kind-script',
    what: 'a script element is inserted',
    run: ({ at }) => document.body.append(Object.assign(document.createElement('script'), { src: at })),
    alone: 'stopped',
    guarded: 'stopped',
  },
  {
    id: 'kind-inline',
    what: 'an inline script is inserted, and writes',
    run: () =>
      document.body.append(Object.assign(document.createElement('script'), { textContent: "history.replaceState('k_inline', '')" })),
    leaves: 'history:k_inline',
    alone: 'stopped',
    guarded: 'stopped',
  },
  {
    id: 'kind-iframe',
    what: 'a frame is inserted',
    run: ({ at }) => document.body.append(Object.assign(document.createElement('iframe'), { src: at })),
    alone: 'stopped',
    guarded: 'stopped',
  },
  {
    id: 'kind-image',
    what: 'an image is made',
    run: ({ at }) => {
      new Image().src = at;
    },
    alone: 'stopped',
    guarded: 'stopped',
  },
  {
    id: 'kind-fetch',
    what: 'fetch',
    run: ({ at }) => fetch(at, { mode: 'no-cors' }),
    alone: 'stopped',
    guarded: 'stopped',
  },
  {
    id: 'kind-xhr',
    what: 'XMLHttpRequest',
    run: ({ at }) => {
      const request = new XMLHttpRequest();
      request.open('GET', at);
      request.send();
    },
    alone: 'stopped',
    guarded: 'stopped',
  },
  {
    id: 'kind-beacon',
    what: 'sendBeacon',
    run: ({ at }) => navigator.sendBeacon(at, 'x'),
    alone: 'stopped',
    guarded: 'stopped',
  },
  {
    id: 'kind-known-tracker',
    what: 'the script of a known tracker is inserted',
    run: `({ at }) => document.body.append(Object.assign(document.createElement('script'), { src: '${knownTracker}?' + at }))`,
    alone: 'stopped',
    guarded: 'stopped',
  },
  {
    id: 'kind-cookie',
    what: 'document.cookie',
    run: () => {
      document.cookie = 'k_cookie=1; path=/; max-age=86400';
    },
    leaves: 'cookie:k_cookie',
    alone: 'stopped',
    guarded: 'stopped',
  },
  {
    id: 'kind-storage',
    what: 'localStorage.setItem',
    run: () => localStorage.setItem('k_storage', '1'),
    leaves: 'local:k_storage',
    alone: 'stopped',
    guarded: 'stopped',
  },
  {
    id: 'kind-set-cookie',
    what: 'a response of the site sets a cookie',
    run: () => fetch('/set-cookie/k_header'),
    leaves: 'cookie:k_header',
    alone: 'purged',
    guarded: 'stopped',
    closedBy: 'the sweep; the guard drops the line (G10), HttpOnly ones too',
  },
];
