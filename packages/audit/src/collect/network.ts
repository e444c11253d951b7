// Requests and their Set-Cookie lines as the driver sees them: every page, frame, worker and redirect hop of the visitor.

import type { RequestUse } from '@candor/core';
import { scanCookieHeader } from '@candor/core';
import type { BrowserContext, Request, Response } from 'playwright-core';
import { within } from '../within.ts';
import { nameOfLine, withoutValue } from './cookie-line.ts';
import type { CookieWrite, Moment, SentRequest } from './observation.ts';
import { requestFacts, withoutFragment } from './request-facts.ts';

/** What went over the wire in one state, and whether it is quiet. */
export interface NetworkLog {
  /** Milliseconds since a request was sent or answered; 0 while one has no response. Streams are left out. */
  quietFor(): number;
  /** Takes a request for ended that the driver will tell no end of: one redirected to where the browser did not go. */
  abandon(method: string, url: string): void;
  /** Waits for header reads under way (at most `ms` milliseconds) and returns everything seen. */
  read(ms: number): Promise<{ readonly requests: readonly SentRequest[]; readonly writes: readonly CookieWrite[] }>;
}

const uses: { readonly [resourceType: string]: RequestUse } = {
  stylesheet: 'style',
  image: 'image',
  media: 'media',
  texttrack: 'media',
  font: 'font',
  script: 'script',
};

// These stay open, or nobody waits for them.
const streams: ReadonlySet<string> = new Set(['eventsource', 'websocket', 'ping', 'media']);

// Words of the browser for requests that it did not send; a response that it did not hand on is another matter.
const keptBack = /^(csp|mixed-content|subresource-filter)$|ERR_BLOCKED_BY_(CSP|CLIENT)/;

type Draft = { readonly moment: Moment; readonly request: Request; cookies: readonly string[]; status: number | null; blocked: boolean };

/** Listens to a context; `now` stamps what arrives. */
export function createNetworkLog(context: BrowserContext, now: () => Moment): NetworkLog {
  const drafts = new Map<Request, Draft>();
  const writes: CookieWrite[] = [];
  const open = new Set<Request>();
  const reading = new Map<Promise<void>, Request>();
  let lastChange = performance.now();

  const follow = (request: Request, work: Promise<void>): void => {
    const tracked = work.catch(() => undefined).finally(() => reading.delete(tracked));
    reading.set(tracked, request);
  };
  const close = (request: Request): void => {
    if (open.delete(request)) lastChange = performance.now();
  };

  context.on('request', (request) => {
    lastChange = performance.now();
    const draft: Draft = { moment: now(), request, cookies: [], status: null, blocked: false };
    drafts.set(request, draft);
    if (!streams.has(request.resourceType())) open.add(request);
    follow(request, readCookies(draft));
  });
  context.on('response', (response) => {
    close(response.request());
    const draft = drafts.get(response.request());
    if (draft === undefined) return;
    draft.status = response.status();
    follow(response.request(), readWrites(response, { draft, moment: now(), writes }));
  });
  context.on('requestfailed', (request) => {
    close(request);
    const draft = drafts.get(request);
    if (draft !== undefined && draft.status === null) draft.blocked = keptBack.test(request.failure()?.errorText ?? '');
  });
  context.on('requestfinished', close);

  return {
    quietFor: () => (open.size > 0 ? 0 : performance.now() - lastChange),
    abandon: (method, url) => {
      const found = [...open].find((request) => request.method() === method && withoutFragment(request.url()) === withoutFragment(url));
      if (found === undefined) return;
      close(found);
      // The driver would wait for its headers for ever.
      for (const [work, request] of reading) if (request === found) reading.delete(work);
    },
    read: async (ms) => {
      await within(Promise.all(reading.keys()), ms, undefined);
      return { requests: [...drafts.values()].map(finish), writes: writes.toSorted((a, b) => a.moment.at - b.moment.at) };
    },
  };
}

async function readCookies(draft: Draft): Promise<void> {
  const header = (await draft.request.allHeaders())['cookie'];
  if (header !== undefined) draft.cookies = scanCookieHeader(header).map((cookie) => cookie.name);
}

type Target = { readonly draft: Draft; readonly moment: Moment; readonly writes: CookieWrite[] };

async function readWrites(response: Response, { draft, moment, writes }: Target): Promise<void> {
  const headers = await response.headersArray();
  const lines = headers.filter((header) => header.name.toLowerCase() === 'set-cookie').map((header) => withoutValue(header.value));
  if (lines.length === 0) return;
  await readCookies(draft);
  const method = draft.request.method();
  const location = headers.find((header) => header.name.toLowerCase() === 'location')?.value ?? null;
  const redirects = response.status() >= 300 && response.status() < 400;
  for (const line of lines) {
    writes.push({
      moment,
      api: 'set-cookie',
      line,
      setter: {
        kind: 'http-response',
        url: response.url(),
        method,
        status: response.status(),
        redirectTo: redirects ? location : null,
        initiator: null,
      },
      request: requestFacts(response.url(), method),
      held: draft.cookies.includes(nameOfLine(line)),
    });
  }
}

function finish(draft: Draft): SentRequest {
  const { request } = draft;
  return {
    moment: draft.moment,
    url: withoutFragment(request.url()),
    method: request.method(),
    as: useOf(request),
    redirectedFrom: request.redirectedFrom()?.url() ?? null,
    initiator: null,
    cookies: draft.cookies,
    status: draft.status,
    blocked: draft.blocked,
  };
}

function useOf(request: Request): SentRequest['as'] {
  if (request.resourceType() === 'document') return isTopFrame(request) ? 'document' : 'frame';
  return uses[request.resourceType()] ?? 'connect';
}

function isTopFrame(request: Request): boolean {
  try {
    return request.frame().parentFrame() === null;
  } catch {
    // A navigation whose page is not there yet.
    return request.isNavigationRequest();
  }
}
