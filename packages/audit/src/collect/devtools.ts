// What only the browser's own protocol tells: why a request was sent, which cookies were refused and why, cookies on responses
// that the page never got to see, and on WebSocket handshakes.
import type { CDPSession } from 'playwright-core';
import { nameOfLine, withoutValue } from './cookie-line.ts';
import type { CookieWrite, Initiator, Moment, RefusedCookie, SentRequest } from './observation.ts';
import { requestFacts } from './request-facts.ts';

/** What a protocol session adds to a state's evidence. */
export type DevtoolsNotes = {
  /** Initiators by `METHOD URL`, in the order in which the requests were sent. */
  readonly initiators: Map<string, Initiator[]>;
  readonly refused: RefusedCookie[];
  readonly writes: CookieWrite[];
  readonly sockets: SentRequest[];
};

/** Empty notes. */
export function createDevtoolsNotes(): DevtoolsNotes {
  return { initiators: new Map(), refused: [], writes: [], sockets: [] };
}

type Hop = { readonly url: string; readonly method: string; readonly initiator: Initiator | null };

// A request and its redirects share one id, and their headers come on another channel than the rest: the nth set of headers
// belongs to the nth hop, whichever arrives first.
type Chain = { readonly hops: Hop[]; readonly held: ReadonlySet<string>[]; answered: number };

/** Listens on a session and fills `notes`; `now` stamps what arrives. */
export async function listenToDevtools(session: CDPSession, notes: DevtoolsNotes, now: () => Moment): Promise<void> {
  const chains = new Map<string, Chain>();
  const chainOf = (id: string): Chain => {
    const chain = chains.get(id) ?? { hops: [], held: [], answered: 0 };
    chains.set(id, chain);
    return chain;
  };
  session.on('Network.requestWillBeSent', (event) => {
    const { url, method } = event.request;
    const initiator = readInitiator(event.initiator);
    notes.initiators.set(`${method} ${url}`, [...(notes.initiators.get(`${method} ${url}`) ?? []), initiator]);
    chainOf(event.requestId).hops.push({ url, method, initiator });
  });
  session.on('Network.requestWillBeSentExtraInfo', (event) => {
    const sent = event.associatedCookies.filter((one) => one.blockedReasons.length === 0);
    chainOf(event.requestId).held.push(new Set(sent.map((one) => one.cookie.name)));
  });
  session.on('Network.webSocketCreated', (event) => {
    const initiator = readInitiator(event.initiator);
    const { url } = event;
    chainOf(event.requestId).hops.push({ url, method: 'GET', initiator });
    notes.sockets.push({
      moment: now(),
      url,
      method: 'GET',
      as: 'connect',
      redirectedFrom: null,
      initiator,
      cookies: [],
      status: null,
      blocked: false,
    });
  });
  session.on('Network.webSocketHandshakeResponseReceived', (event) => {
    const chain = chainOf(event.requestId);
    const { headers, status } = event.response;
    if (chain.answered === 0) noteWrites(notes, { chain, headers, status, moment: now() });
  });
  session.on('Network.responseReceivedExtraInfo', (event) => {
    const chain = chainOf(event.requestId);
    const moment = now();
    const url = chain.hops[chain.answered]?.url ?? '';
    for (const one of event.blockedCookies) {
      notes.refused.push({ moment, name: nameOfLine(withoutValue(one.cookieLine)), url, reasons: one.blockedReasons });
    }
    const refused = new Set(event.blockedCookies.map((one) => one.cookieLine));
    noteWrites(notes, { chain, headers: event.headers, status: event.statusCode, moment, refused });
    chain.answered += 1;
  });
  await session.send('Network.enable');
}

type Noted = {
  readonly chain: Chain;
  readonly headers: { readonly [name: string]: string };
  readonly status: number;
  readonly moment: Moment;
  readonly refused?: ReadonlySet<string>;
};

function noteWrites(notes: DevtoolsNotes, { chain, headers, status, moment, refused }: Noted): void {
  const hop = chain.hops[chain.answered];
  if (hop === undefined) return;
  for (const [name, value] of Object.entries(headers)) {
    if (name.toLowerCase() !== 'set-cookie') continue;
    for (const line of value.split('\n')) {
      if (refused?.has(line) === true) continue;
      const bare = withoutValue(line);
      notes.writes.push({
        moment,
        api: 'set-cookie',
        line: bare,
        setter: { kind: 'http-response', url: hop.url, method: hop.method, status, redirectTo: null, initiator: hop.initiator },
        request: requestFacts(hop.url, hop.method),
        held: chain.held[chain.answered]?.has(nameOfLine(bare)) === true,
      });
    }
  }
}

type ProtocolFrame = { readonly url: string; readonly lineNumber: number; readonly columnNumber: number };
type ProtocolStack = { readonly callFrames: readonly ProtocolFrame[]; readonly parent?: ProtocolStack };
type ProtocolInitiator = {
  readonly type: string;
  readonly url?: string;
  readonly lineNumber?: number;
  readonly columnNumber?: number;
  readonly stack?: ProtocolStack;
};

// The protocol counts lines and columns from 0.
function readInitiator(initiator: ProtocolInitiator | undefined): Initiator {
  if (initiator === undefined) return { kind: 'other', url: null, place: null };
  const frame = firstFrame(initiator.stack);
  if (frame !== null) {
    return { kind: initiator.type, url: frame.url, place: { url: frame.url, line: frame.lineNumber + 1, column: frame.columnNumber + 1 } };
  }
  const url = initiator.url ?? null;
  if (url === null || initiator.lineNumber === undefined) return { kind: initiator.type, url, place: null };
  return { kind: initiator.type, url, place: { url, line: initiator.lineNumber + 1, column: (initiator.columnNumber ?? 0) + 1 } };
}

function firstFrame(stack: ProtocolStack | undefined): ProtocolFrame | null {
  for (let current = stack; current !== undefined; current = current.parent) {
    const found = current.callFrames.find((frame) => frame.url !== '');
    if (found !== undefined) return found;
  }
  return null;
}
