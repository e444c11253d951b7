// One visitor under observation: joins the driver's events, the protocol's notes, the in-page recorder and the snapshots.
import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { recordSetters } from '../injected/record-setters.ts';
import type { DevtoolsNotes } from './devtools.ts';
import { createDevtoolsNotes, listenToDevtools } from './devtools.ts';
import type { NetworkLog } from './network.ts';
import { createNetworkLog } from './network.ts';
import type { AuditState, CookieWrite, Evidence, Moment, Phase, SentRequest, Snapshot, StorageWrite } from './observation.ts';
import { callInPage } from './page-script.ts';
import { readScriptWrite, recorderName } from './script-writes.ts';
import { takeSnapshot } from './snapshot.ts';

/** Observes a context from before its first page until `evidence` is read. */
export interface Recorder {
  readonly network: NetworkLog;
  /** Opens a page that is observed from its first request on. */
  openPage(): Promise<Page>;
  /** Says what the visitor has answered from now on. */
  enter(phase: Phase): void;
  /** Says which page is being opened. */
  turnTo(page: string): void;
  now(): Moment;
  snapshot(): Promise<void>;
  evidence(): Promise<Evidence>;
}

/** Starts observing; call it before the context opens a page. */
export async function createRecorder(context: BrowserContext, state: AuditState): Promise<Recorder> {
  let phase: Phase = 'unasked';
  let page = 'about:blank';
  const now = (): Moment => ({ state, phase, page, at: Date.now() });
  const cookieWrites: CookieWrite[] = [];
  const storageWrites: StorageWrite[] = [];
  const snapshots: Snapshot[] = [];
  const notes = createDevtoolsNotes();
  const network = createNetworkLog(context, now);
  const token = randomUUID();

  context.on('console', (message) => {
    const write = readScriptWrite(message.text(), token, now());
    if (write === null) return;
    if ('line' in write) cookieWrites.push(write);
    else storageWrites.push(write);
  });
  const listening = new Map<Page, Promise<void>>();
  context.on('page', (opened) => {
    listening.set(
      opened,
      listenToPage(context, opened, { notes, now }).catch(() => undefined),
    );
  });
  await context.addInitScript({ content: `${callInPage(recordSetters, token)}\n//# sourceURL=${recorderName}` });

  return {
    network,
    openPage: async () => {
      const opened = await context.newPage();
      await listening.get(opened);
      return opened;
    },
    enter: (next) => {
      phase = next;
    },
    turnTo: (next) => {
      page = next;
    },
    now,
    snapshot: async () => {
      snapshots.push(await takeSnapshot(context, now()));
    },
    evidence: async () => {
      const seen = await network.read(2000);
      return {
        cookieWrites: joinWrites([...cookieWrites, ...seen.writes], notes),
        storageWrites,
        snapshots,
        requests: joinInitiators([...seen.requests, ...notes.sockets], notes),
        refused: notes.refused,
      };
    },
  };
}

type Listening = { readonly notes: DevtoolsNotes; readonly now: () => Moment };

async function listenToPage(context: BrowserContext, page: Page, { notes, now }: Listening): Promise<void> {
  await listenToDevtools(await context.newCDPSession(page), notes, now);
  page.on('framenavigated', (frame) => {
    if (frame.parentFrame() === null) return;
    // Succeeds only for a frame in a process of its own; the page's session covers the rest.
    context
      .newCDPSession(frame)
      .then((session) => listenToDevtools(session, notes, now))
      .catch(() => undefined);
  });
}

// The driver says most about a response; the protocol also sees those that the page was not allowed to read.
function joinWrites(seen: readonly CookieWrite[], notes: DevtoolsNotes): readonly CookieWrite[] {
  const key = (write: CookieWrite): string => `${write.line}\n${'url' in write.setter ? write.setter.url : ''}`;
  const known = new Set(seen.map((write) => write.line));
  const initiatorOf = new Map(
    notes.writes.map((write) => [key(write), write.setter.kind === 'http-response' ? write.setter.initiator : null] as const),
  );
  const full = seen.map((write): CookieWrite => {
    if (write.setter.kind !== 'http-response') return write;
    return { ...write, setter: { ...write.setter, initiator: initiatorOf.get(key(write)) ?? null } };
  });
  return [...full, ...notes.writes.filter((write) => !known.has(write.line))].toSorted((a, b) => a.moment.at - b.moment.at);
}

function joinInitiators(requests: readonly SentRequest[], notes: DevtoolsNotes): readonly SentRequest[] {
  const taken = new Map<string, number>();
  return requests
    .map((request): SentRequest => {
      const key = `${request.method} ${request.url}`;
      const index = taken.get(key) ?? 0;
      taken.set(key, index + 1);
      const initiators = notes.initiators.get(key) ?? [];
      return { ...request, initiator: request.initiator ?? initiators[index] ?? initiators.at(-1) ?? null };
    })
    .toSorted((a, b) => a.moment.at - b.moment.at);
}
