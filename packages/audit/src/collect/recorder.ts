// One visitor under observation: joins the driver's events, the protocol's notes, the in-page recorder and the snapshots.
import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { recordProbes } from '../injected/record-probes.ts';
import { recordSetters } from '../injected/record-setters.ts';
import { makeRecorderKit } from '../injected/recorder-kit.ts';
import type { Settling } from '../settle.ts';
import { pause, settle } from '../settle.ts';
import { createDeadline } from '../within.ts';
import { carriedKey, createDevtoolsNotes, listenToDevtools } from './devtools.ts';
import { findLeaks } from './find-leaks.ts';
import { joinInitiators, joinStored, joinWrites, withCauses } from './join-notes.ts';
import { linger } from './linger.ts';
import { createNetworkLog } from './network.ts';
import type { AuditState, CookieWrite, Evidence, Moment, Phase, Snapshot, StorageWrite, TabName } from './observation.ts';
import { callInPage, callWithKit } from './page-script.ts';
import { feelPulse } from './pulse.ts';
import { readScriptWrite, recorderName } from './script-writes.ts';
import { followSessions } from './sessions.ts';
import { takeSnapshot } from './snapshot.ts';
import type { Probe } from './tell-fingerprints.ts';
import { readProbe, tellFingerprints } from './tell-fingerprints.ts';
import { tellBeacons, tellBounces, tellDecorations } from './tell-requests.ts';
import type { Secret } from './vault.ts';
import { createVault } from './vault.ts';

/** Observes a context from before its first page until `evidence` is read. */
export interface Recorder {
  /** Opens a page that is observed from its first request on. */
  openPage(): Promise<Page>;
  /** Says what the visitor has answered from now on. */
  enter(phase: Phase): void;
  /** Says which page is being opened. */
  turnTo(page: string): void;
  now(): Moment;
  /**
   * Waits until the network is quiet and, unless `blind`, the pages took their turn, so that what they did has been told. False when
   * the ceiling ended it.
   */
  rest(settling: Settling, options?: { readonly blind: boolean }): Promise<boolean>;
  /** Scrolls, moves the mouse, lets seconds go by, and reads what the browser holds, in at most `most` milliseconds. The page is used up. */
  linger(page: Page, most: number): Promise<boolean>;
  /** Keeps a value to look for in what is sent to others. */
  keep(secret: Secret): void;
  /** Names of session storage that the visitor brings along into another tab. */
  carry(origin: string, names: readonly string[]): void;
  /** Reads what the browser holds; false where a part of it did not answer within `patience` milliseconds. */
  snapshot(patience: number): Promise<boolean>;
  evidence(): Promise<Evidence>;
}

// How long to wait for headers that were announced, and for those that the driver is still reading.
const headerPatience = 1500;
const readingPatience = 5000;
const lingerPatience = 1500;

// A log-in may open one, and that one another.
const mostWindows = 3;

/** Starts observing; call it before the context opens a page. */
export async function createRecorder(context: BrowserContext, state: AuditState): Promise<Recorder> {
  let phase: Phase = 'unasked';
  let page = 'about:blank';
  const now = (): Moment => ({ state, phase, page, at: Date.now() });
  const cookieWrites: CookieWrite[] = [];
  const storageWrites: StorageWrite[] = [];
  const snapshots: Snapshot[] = [];
  const tabNames: TabName[] = [];
  const probes: Probe[] = [];
  const vault = createVault();
  const notes = createDevtoolsNotes();
  const network = createNetworkLog(context, now);
  const token = randomUUID();

  context.on('console', (message) => {
    const probe = readProbe(message.text(), token, now());
    if (probe !== null) probes.push(probe);
    const write = probe === null ? readScriptWrite(message.text(), token, now()) : null;
    if (write === null) return;
    if ('line' in write) cookieWrites.push(write);
    else storageWrites.push(write);
  });
  context.on('page', (opened) => void limitWindow(opened));
  const sessions = followSessions(context, (session) =>
    listenToDevtools(session, { notes, now, onAbandoned: ({ method, url }) => network.abandon(method, url) }),
  );
  await context.addInitScript({
    content: `${callWithKit(callInPage(makeRecorderKit, token, recorderName), [recordSetters, recordProbes])}\n//# sourceURL=${recorderName}`,
  });

  // What a window asks for when it opens is seen; a flood of them is not kept.
  let windows = 0;
  async function limitWindow(opened: Page): Promise<void> {
    if ((await opened.opener().catch(() => null)) === null) return;
    windows += 1;
    opened.once('close', () => {
      windows -= 1;
    });
    if (windows > mostWindows) await opened.close().catch(() => undefined);
  }

  // A cookie's author may be told after everything else: the headers come on a channel of their own.
  async function awaitHeaders(): Promise<void> {
    const end = createDeadline(headerPatience);
    while (notes.hops.owed() > 0 && !end.passed()) await pause(10);
    notes.hops.forgive();
  }

  async function snapshot(patience: number): Promise<boolean> {
    const reading = await takeSnapshot(context, { sessions: sessions.all(), moment: now(), vault, patience });
    if (reading !== null) {
      snapshots.push(reading.snapshot);
      tabNames.push(...reading.tabNames);
    }
    return reading?.complete === true;
  }

  return {
    openPage: async () => {
      const opened = await context.newPage();
      await sessions.ready(opened);
      return opened;
    },
    enter: (next) => {
      phase = next;
    },
    turnTo: (next) => {
      page = next;
    },
    now,
    rest: async (settling, options = { blind: false }) => {
      const rested = await settle(network, settling, options.blind ? null : () => feelPulse(sessions.all()));
      await awaitHeaders();
      return rested;
    },
    linger: (target, most) => linger(target, { quietFor: network.quietFor, look: () => snapshot(lingerPatience), most }),
    keep: vault.keep,
    carry: (origin, names) => {
      for (const name of names) notes.carried.add(carriedKey(origin, name));
    },
    snapshot,
    evidence: async () => {
      await awaitHeaders();
      const seen = await network.read(readingPatience);
      const { writes, refused } = notes.hops.read();
      const written = joinWrites([...cookieWrites, ...seen.writes], writes);
      const requests = joinInitiators([...seen.requests, ...notes.sockets], notes);
      return {
        cookieWrites: written,
        storageWrites: joinStored(storageWrites, notes.stored),
        snapshots,
        requests,
        refused,
        leaks: findLeaks(vault.read(), withCauses([...seen.sendings, ...notes.frames], requests)),
        bounces: tellBounces(requests, written),
        decorations: tellDecorations(requests),
        beacons: tellBeacons(seen.answers),
        tags: seen.tags,
        fingerprints: tellFingerprints(probes),
        tabNames,
      };
    },
  };
}
