// Requests and their Set-Cookie lines as the driver sees them: every page, frame, worker and redirect hop of the visitor.

import type { RequestUse } from '@candor/core';
import { scanCookieHeader } from '@candor/core';
import type { BrowserContext, Request, Response } from 'playwright-core';
import { within } from '../within.ts';
import { nameOfLine, withoutValue } from './cookie-line.ts';
import type { Sending } from './find-leaks.ts';
import type { CookieWrite, Moment, SentRequest, TagSeen } from './observation.ts';
import { requestFacts, withoutFragment } from './request-facts.ts';
import { digestOfTag } from './tag-digest.ts';
import type { Answered } from './tell-requests.ts';

/** What went over the wire in one state, and whether it is quiet. */
export interface NetworkLog {
  /** Milliseconds since a request was sent or answered; 0 while one has no response. Streams are left out. */
  quietFor(): number;
  /** Takes a request for ended that the driver will tell no end of: one redirected to where the browser did not go. */
  abandon(method: string, url: string): void;
  /** Waits for header reads under way (at most `ms` milliseconds) and returns everything seen. */
  read(ms: number): Promise<Traffic>;
}

/** Everything seen. `sendings` hold what was sent as it was sent: in memory only, for one question. */
export type Traffic = {
  readonly requests: readonly SentRequest[];
  readonly writes: readonly CookieWrite[];
  readonly sendings: readonly Sending[];
  readonly answers: readonly Answered[];
  readonly tags: readonly TagSeen[];
};

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

type Draft = {
  readonly moment: Moment;
  readonly request: Request;
  cookies: readonly string[];
  referer: string | null;
  body: string;
  sentTag: string | null;
  status: number | null;
  blocked: boolean;
  mime: string;
  bytes: number | null;
  tag: string | null;
};

// What is looked through for values; who sends more says it in the beginning as well.
const longestBody = 64 * 1024;
const mostBodies = 8 * 1024 * 1024;

/** Listens to a context; `now` stamps what arrives. */
export function createNetworkLog(context: BrowserContext, now: () => Moment): NetworkLog {
  const drafts = new Map<Request, Draft>();
  const writes: CookieWrite[] = [];
  const open = new Set<Request>();
  const reading = new Map<Promise<void>, Request>();
  let bodies = 0;
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
    const body = bodies < mostBodies ? bodyOf(request) : '';
    bodies += body.length;
    const draft = draftOf(request, now(), body);
    drafts.set(request, draft);
    if (!streams.has(request.resourceType())) open.add(request);
    follow(request, readHeaders(draft));
  });
  context.on('response', (response) => {
    close(response.request());
    const draft = drafts.get(response.request());
    if (draft === undefined) return;
    draft.status = response.status();
    const headers = response.headers();
    draft.mime = headers['content-type'] ?? '';
    draft.tag = headers['etag'] ?? null;
    follow(response.request(), readWrites(response, { draft, moment: now(), writes }));
  });
  context.on('requestfailed', (request) => {
    close(request);
    const draft = drafts.get(request);
    if (draft !== undefined && draft.status === null) draft.blocked = keptBack.test(request.failure()?.errorText ?? '');
  });
  context.on('requestfinished', (request) => {
    close(request);
    const draft = drafts.get(request);
    if (draft !== undefined && request.resourceType() === 'image') follow(request, readSize(draft));
  });

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
      const all = [...drafts.values()].map((draft) => ({ draft, request: finish(draft) }));
      return {
        requests: all.map(({ request }) => request),
        writes: writes.toSorted((a, b) => a.moment.at - b.moment.at),
        sendings: all.filter(({ request }) => !request.blocked).map(({ draft }) => sendingOf(draft)),
        answers: all.map(({ draft: { request: asked, mime, bytes }, request }) => ({ request, kind: asked.resourceType(), mime, bytes })),
        tags: all.flatMap(({ draft }) => tagsOf(draft)),
      };
    },
  };
}

function draftOf(request: Request, moment: Moment, body: string): Draft {
  const unknown = { status: null, blocked: false, mime: '', bytes: null, tag: null } as const;
  return { moment, request, cookies: [], referer: null, body, sentTag: null, ...unknown };
}

function bodyOf(request: Request): string {
  return request.method() === 'GET' ? '' : (request.postDataBuffer()?.subarray(0, longestBody).toString('utf8') ?? '');
}

async function readHeaders(draft: Draft): Promise<void> {
  const { cookie, referer, 'if-none-match': tag } = await draft.request.allHeaders();
  if (cookie !== undefined) draft.cookies = scanCookieHeader(cookie).map(({ name }) => name);
  draft.referer = referer ?? null;
  draft.sentTag = tag ?? null;
}

async function readSize(draft: Draft): Promise<void> {
  if (draft.bytes === null) draft.bytes = (await draft.request.sizes()).responseBodySize;
}

type Target = { readonly draft: Draft; readonly moment: Moment; readonly writes: CookieWrite[] };

async function readWrites(response: Response, { draft, moment, writes }: Target): Promise<void> {
  const headers = await response.headersArray();
  const lines = headers.filter((header) => header.name.toLowerCase() === 'set-cookie').map((header) => withoutValue(header.value));
  if (lines.length === 0) return;
  await readHeaders(draft);
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

function sendingOf({ moment, request, referer, body }: Draft): Sending {
  return { moment, url: withoutFragment(request.url()), referer, body, isSocket: false, initiator: null };
}

// A document is made anew for everybody, and its tag with it.
function tagsOf({ moment, request, tag, sentTag }: Draft): readonly TagSeen[] {
  if (request.resourceType() === 'document') return [];
  const seen = (text: string | null, isBack: boolean): readonly TagSeen[] =>
    text === null ? [] : [{ moment, url: withoutFragment(request.url()), digest: digestOfTag(text), isBack }];
  return [...seen(sentTag, true), ...seen(tag, false)];
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
