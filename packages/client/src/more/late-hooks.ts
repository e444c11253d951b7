// Hooks that a page can be without until it is there: what no policy of a page binds, and frames that have become other pages.
import type { Page } from '../page.ts';

/** Installs them in the window of the page. */
export function hookLate({ env: { window, document }, asker: { mayLoad } }: Page): void {
  // Reading its window is what hooks a frame.
  const hookFrame = ({ target }: { readonly target: unknown }): unknown => (target as Partial<HTMLIFrameElement>).contentWindow;
  document.addEventListener('load', hookFrame, true);
  for (const target of document.querySelectorAll('iframe,object')) hookFrame({ target });
  const native = window.RTCPeerConnection;
  if (!native) return;
  // A server that helps two devices to find each other hears of both: `stun:host:port` is a host as in any other address.
  const mayAsk = ({ urls }: RTCIceServer): boolean => [urls].flat().every((url) => mayLoad(url.replace(/^\w+:/, '//'), 'connect'));
  window.RTCPeerConnection = native.prototype.constructor = new Proxy(native, {
    construct: (target, [given]: [RTCConfiguration?], made) =>
      Reflect.construct(target, [given && { ...given, iceServers: given.iceServers?.filter(mayAsk) }], made),
  });
}
