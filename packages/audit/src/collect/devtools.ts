// What only the browser's own protocol tells: why a request was sent, which cookies were refused and why, cookies on responses
// that the page never got to see and on WebSocket handshakes, and names that a script stored without calling anything.
import type { CDPSession } from 'playwright-core';
import type { Sending } from './find-leaks.ts';
import type { Answer, Hop, HopLog } from './hop-log.ts';
import { createHopLog } from './hop-log.ts';
import { readInitiator } from './initiator.ts';
import type { Initiator, Moment, SentRequest } from './observation.ts';

/** A name that appeared in, or changed in, web storage. */
export type StoredNote = { readonly moment: Moment; readonly store: 'local' | 'session'; readonly origin: string; readonly name: string };

/** What protocol sessions add to a state's evidence. */
export type DevtoolsNotes = {
  /** Initiators by `METHOD URL`, in the order in which the requests were sent. */
  readonly initiators: Map<string, Initiator[]>;
  readonly hops: HopLog;
  readonly sockets: SentRequest[];
  readonly stored: StoredNote[];
  /** What was sent over WebSockets. */
  readonly frames: Sending[];
  /** Keys of names that the visitor brings along into another tab: their next appearance is nobody's write. */
  readonly carried: Set<string>;
};

/** Empty notes. */
export function createDevtoolsNotes(): DevtoolsNotes {
  return { initiators: new Map(), hops: createHopLog(), sockets: [], stored: [], frames: [], carried: new Set() };
}

/** What tells one stored name of a tab from another. */
export function carriedKey(origin: string, name: string): string {
  return JSON.stringify([origin, name]);
}

/** Where to note, the clock, and who hears of a request that will get no end of its own. */
export type Listening = {
  readonly notes: DevtoolsNotes;
  readonly now: () => Moment;
  readonly onAbandoned: (hop: Hop) => void;
};

/** Listens on a session and fills `notes`; resolves once nothing is missed any more. */
export async function listenToDevtools(session: CDPSession, listening: Listening): Promise<void> {
  listenToRequests(session, listening);
  listenToHeaders(session, listening);
  listenToSockets(session, listening);
  listenToStorage(session, listening);
  await Promise.all([session.send('Network.enable'), session.send('DOMStorage.enable')]);
}

// A response that was received and not handed on: its headers are told all the same.
const keptFromPage = /BLOCKED_BY_(ORB|RESPONSE)/;

function listenToRequests(session: CDPSession, { notes, onAbandoned }: Listening): void {
  session.on('Network.requestWillBeSent', (event) => {
    const { url, method } = event.request;
    const initiator = readInitiator(event.initiator);
    notes.initiators.set(`${method} ${url}`, [...(notes.initiators.get(`${method} ${url}`) ?? []), initiator]);
    const previous = event.redirectResponse === undefined ? null : event.redirectHasExtraInfo;
    const abandoned = notes.hops.sent(event.requestId, { url, method, initiator }, previous);
    if (abandoned !== null) onAbandoned(abandoned);
  });
  // From memory: what is said about its headers afterwards is said of those that came when it was first loaded.
  session.on('Network.requestServedFromCache', (event) => notes.hops.announced(event.requestId, false));
  session.on('Network.responseReceived', (event) => notes.hops.announced(event.requestId, event.hasExtraInfo));
  session.on('Network.loadingFailed', (event) => {
    if (event.corsErrorStatus !== undefined || keptFromPage.test(event.errorText)) notes.hops.withheld(event.requestId);
  });
}

function listenToHeaders(session: CDPSession, { notes, now }: Listening): void {
  session.on('Network.requestWillBeSentExtraInfo', (event) => {
    const sent = event.associatedCookies.filter((one) => one.blockedReasons.length === 0);
    notes.hops.carried(event.requestId, new Set(sent.map((one) => one.cookie.name)));
  });
  session.on('Network.responseReceivedExtraInfo', (event) => {
    const refused = event.blockedCookies.map((one) => ({ line: one.cookieLine, reasons: one.blockedReasons }));
    const answer: Answer = { moment: now(), status: event.statusCode, headers: event.headers, refused };
    notes.hops.answered(event.requestId, answer);
  });
}

// What is looked through of one frame, and how many frames of a visit.
const longestFrame = 16 * 1024;
const mostFrames = 500;

function listenToSockets(session: CDPSession, { notes, now }: Listening): void {
  const addresses = new Map<string, string>();
  session.on('Network.webSocketFrameSent', (event) => {
    const url = addresses.get(event.requestId);
    if (url === undefined || notes.frames.length >= mostFrames) return;
    const body = event.response.payloadData.slice(0, longestFrame);
    notes.frames.push({ moment: now(), url, referer: null, body, isSocket: true, initiator: null });
  });
  session.on('Network.webSocketCreated', (event) => {
    const initiator = readInitiator(event.initiator);
    const { url } = event;
    addresses.set(event.requestId, url);
    notes.hops.sent(event.requestId, { url, method: 'GET', initiator }, null);
    const nothing = { redirectedFrom: null, cookies: [], status: null, blocked: false } as const;
    notes.sockets.push({ ...nothing, moment: now(), url, method: 'GET', as: 'connect', initiator });
  });
  session.on('Network.webSocketHandshakeResponseReceived', (event) => {
    const { headers, status } = event.response;
    notes.hops.shookHands(event.requestId, { moment: now(), status, headers, refused: [] });
  });
}

type StorageId = { readonly securityOrigin?: string; readonly storageKey?: string; readonly isLocalStorage: boolean };

function listenToStorage(session: CDPSession, { notes, now }: Listening): void {
  const note = ({ storageId, key }: { readonly storageId: StorageId; readonly key: string }): void => {
    const { isLocalStorage, securityOrigin, storageKey } = storageId;
    // A storage key is an origin, then what it is partitioned by.
    const origin = securityOrigin ?? (storageKey ?? '').split('^')[0] ?? '';
    const bare = origin.replace(/\/$/, '');
    if (!isLocalStorage && notes.carried.delete(carriedKey(bare, key))) return;
    notes.stored.push({ moment: now(), store: isLocalStorage ? 'local' : 'session', origin: bare, name: key });
  };
  session.on('DOMStorage.domStorageItemAdded', note);
  session.on('DOMStorage.domStorageItemUpdated', note);
}
