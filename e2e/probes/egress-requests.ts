// Ways to the tracker by what scripts call, by styles, by workers, and by leaving the page.
import type { Probe } from './probe.ts';
import { siteNonce } from './probe.ts';

const stopped = { alone: 'stopped', guarded: 'stopped' } as const;
const through = { alone: 'through', guarded: 'stopped' } as const;
const leaving = { alone: 'through', guarded: 'through' } as const;

/** Requests, styles, workers, and navigations. */
export const requestEgress: readonly Probe[] = [
  { id: 'fetch-keepalive', what: '`fetch` with `keepalive`', run: ({ at }) => fetch(at, { mode: 'no-cors', keepalive: true }), ...stopped },
  {
    id: 'fetch-borrowed',
    what: '`fetch` of an inserted frame',
    run: ({ at }) => document.body.appendChild(document.createElement('iframe')).contentWindow?.fetch(at, { mode: 'no-cors' }),
    ...stopped,
  },
  {
    id: 'fetch-frame-by-number',
    what: '`fetch` of a frame that stands in the markup, by its number',
    markup: '<iframe title="empty"></iframe>',
    run: ({ at }) => window[0]?.fetch(at, { mode: 'no-cors' }),
    ...through,
    closedBy: '`connect-src`',
  },
  {
    id: 'fetch-later',
    what: '`fetchLater`',
    run: ({ at }) => (window as unknown as { fetchLater(url: string, options: object): unknown }).fetchLater(at, { activateAfter: 0 }),
    ...through,
    closedBy: '`connect-src`',
  },
  {
    id: 'xhr-post',
    what: '`XMLHttpRequest`, POST',
    run: ({ at }) => {
      const request = new XMLHttpRequest();
      request.open('POST', at);
      request.send('x');
    },
    ...stopped,
  },
  { id: 'beacon', what: '`sendBeacon`', run: ({ at }) => Navigator.prototype.sendBeacon.call(navigator, at, 'x'), ...stopped },
  { id: 'event-source', what: '`EventSource`', run: ({ at }) => void new EventSource(at), ...stopped },
  { id: 'web-socket', what: '`WebSocket`', run: ({ at }) => void new WebSocket(at.replace('http', 'ws')), ...stopped },
  {
    id: 'link-ping',
    what: 'the `ping` of a link that is clicked',
    run: ({ at }) => {
      const link = document.body.appendChild(document.createElement('a'));
      link.href = '#there';
      link.ping = at;
      link.click();
    },
    ...through,
    closedBy: '`connect-src`',
  },
  {
    id: 'form-post',
    what: 'a form sent into a frame',
    run: ({ at }) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.name = 'into';
      const form = Object.assign(document.createElement('form'), { method: 'post', action: at, target: 'into' });
      document.body.append(form);
      form.submit();
    },
    ...through,
    closedBy: '`form-action`, `frame-src`',
  },
  {
    id: 'style-element',
    what: '`url()` in a `<style>`',
    run: ({ at }) => {
      document.head.appendChild(document.createElement('style')).textContent = `body{background:url("${at}")}`;
    },
    ...through,
    closedBy: '`img-src`',
  },
  {
    id: 'style-property',
    what: '`url()` in a property of a style',
    run: ({ at }) => {
      document.body.style.backgroundImage = `url("${at}")`;
    },
    ...through,
    closedBy: '`img-src`',
  },
  {
    id: 'style-import',
    what: '`@import`',
    run: ({ at }) => {
      document.head.appendChild(document.createElement('style')).textContent = `@import "${at}";`;
    },
    ...through,
    closedBy: '`style-src`',
  },
  {
    id: 'font-face-rule',
    what: '`@font-face`',
    run: ({ at }) => {
      document.head.appendChild(document.createElement('style')).textContent =
        `@font-face{font-family:p;src:url("${at}")}body{font-family:p}`;
    },
    ...through,
    closedBy: '`font-src`',
  },
  {
    id: 'font-face',
    what: '`FontFace`',
    run: ({ at }) => new FontFace('p', `url("${at}")`).load(),
    ...through,
    closedBy: '`font-src`',
  },
  {
    id: 'worker',
    what: 'a worker of the site',
    run: ({ at }) => void new Worker(`/worker/fetch.js?${at}`),
    ...through,
    closedBy: '`connect-src` on the response with the worker (G16)',
  },
  {
    id: 'worker-blob',
    what: 'a worker made of a blob',
    run: ({ at }) => {
      const code = `fetch(${JSON.stringify(at)}, { mode: 'no-cors' })`;
      return void new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    },
    ...through,
    closedBy: '`connect-src`, which such a worker inherits',
  },
  {
    id: 'service-worker',
    what: 'a service worker',
    run: ({ at }) => navigator.serviceWorker.register(`/worker/fetch.js?${at}`, { scope: '/elsewhere/' }),
    ...stopped,
  },
  {
    id: 'worklet',
    what: 'a module for a worklet',
    run: ({ at }) => new OfflineAudioContext(1, 1, 44_100).audioWorklet.addModule(at),
    ...through,
    closedBy: '`script-src`',
  },
  {
    id: 'speculation-rules',
    what: "speculation rules with the site's own nonce",
    policy: `script-src 'nonce-${siteNonce}' 'self'`,
    run: ({ at }) => {
      const script = document.createElement('script');
      script.type = 'speculationrules';
      script.nonce = document.currentScript?.nonce ?? '';
      script.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [at], eagerness: 'immediate' }] });
      document.body.append(script);
    },
    ...leaving,
    closedBy: 'nothing where the site runs inline scripts by its own nonce; by hash they do not run',
  },
  {
    id: 'web-rtc',
    what: 'a STUN server of a peer connection',
    run: async ({ datagrams }) => {
      const peers = new RTCPeerConnection({ iceServers: [{ urls: `stun:${datagrams}` }] });
      peers.createDataChannel('x');
      await peers.setLocalDescription(await peers.createOffer());
    },
    ...leaving,
    closedBy: 'the script once its second part is there (B11); before that nothing, since no browser holds it to a policy',
  },
  {
    id: 'location',
    what: '`location.href =`',
    run: ({ at }) => {
      location.href = at;
    },
    ...leaving,
    closedBy: 'nothing: a page may be left',
  },
  {
    id: 'window-open-address',
    what: '`window.open(address)`',
    run: ({ at }) => void window.open(at),
    ...leaving,
    closedBy: 'nothing: a page may be left',
  },
  {
    id: 'meta-refresh',
    what: 'an inserted `<meta http-equiv="refresh">`',
    run: ({ at }) => {
      const refresh = document.createElement('meta');
      refresh.httpEquiv = 'refresh';
      refresh.content = `0;url=${at}`;
      document.head.append(refresh);
    },
    ...leaving,
    closedBy: 'nothing: a page may be left',
  },
  {
    id: 'same-origin',
    what: "a collector at the site's own address",
    run: ({ collect }) => fetch(collect),
    ...leaving,
    closedBy: 'its declaration as a request with a path: then its purpose decides; the server behind it belongs to the site',
  },
];
