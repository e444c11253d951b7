// What the browser holds at a moment: the jar of the whole visitor, and the stores of every origin with a frame on screen.
import type { BrowserContext, CDPSession } from 'playwright-core';
import type { StoredList } from '../injected/list-storage.ts';
import { listStorage } from '../injected/list-storage.ts';
import { within } from '../within.ts';
import { askFrame, readFrameIds } from './isolated-world.ts';
import type { HeldCookie, HeldName, Moment, Snapshot, StoreKind, TabName } from './observation.ts';
import { callInPage } from './page-script.ts';
import { readUrl } from './request-facts.ts';
import type { Vault } from './vault.ts';

/** A snapshot, and whether everything that is there answered in time. */
export type Reading = { readonly snapshot: Snapshot; readonly complete: boolean; readonly tabNames: readonly TabName[] };

/** What to read, where values are kept, and how long to wait for each part (milliseconds). */
export type SnapshotOptions = {
  readonly sessions: readonly CDPSession[];
  readonly moment: Moment;
  readonly vault: Vault;
  readonly patience: number;
};

/** Reads the jar and the stores; null where the jar did not answer, since an unread jar is not an empty one. */
export async function takeSnapshot(context: BrowserContext, options: SnapshotOptions): Promise<Reading | null> {
  const { sessions, moment, vault, patience } = options;
  const [cookies, ...stores] = await Promise.all([
    within(readJar(context, vault), patience, null),
    ...sessions.map((session) => readStores(session, patience)),
  ]);
  if (cookies === null) return null;
  const answers = stores.flat();
  const lists = answers.flatMap((answer) => answer ?? []);
  for (const { origin, values } of lists) keepValues(vault, origin, values);
  const names = lists.flatMap(({ origin, items }) => items.map(({ store, name }) => ({ store: store as StoreKind, origin, name })));
  const tabNames = lists.filter(({ tabName }) => tabName !== '').map(({ origin, tabName }) => ({ moment, origin, length: tabName.length }));
  return { snapshot: { moment, cookies, names: unique(names) }, complete: !answers.includes(null), tabNames };
}

function keepValues(vault: Vault, origin: string, values: StoredList['values']): void {
  const host = readUrl(origin)?.hostname ?? '';
  for (const { store, name, value } of values) {
    vault.keep({ owner: { kind: store === 'session' ? 'session' : 'local', name, host }, value });
  }
}

async function readJar(context: BrowserContext, vault: Vault): Promise<readonly HeldCookie[]> {
  const held = await context.cookies();
  for (const { name, domain, value } of held) vault.keep({ owner: { kind: 'cookie', name, host: domain.replace(/^\./, '') }, value });
  return held.map((cookie) => ({
    name: cookie.name,
    domain: cookie.domain,
    path: cookie.path,
    partition: cookie.partitionKey ?? null,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: cookie.sameSite === 'Strict' ? 'strict' : cookie.sameSite === 'None' ? 'none' : 'lax',
    expires: cookie.expires < 0 ? null : cookie.expires,
  }));
}

// Frames in a process of their own have a session of their own; the others are part of the page's. Null for a frame that did not
// answer; a page or frame that went away while it was asked has nothing to say.
async function readStores(session: CDPSession, patience: number): Promise<readonly (readonly StoredList[] | null)[]> {
  const ids = await within(orNothing(readFrameIds(session)), patience, null);
  if (ids === null) return [null];
  return await Promise.all(ids.map((id) => within(orNothing(readFrame(session, id)), patience, null)));
}

function orNothing<T>(work: Promise<readonly T[]>): Promise<readonly T[]> {
  return work.catch(() => []);
}

async function readFrame(session: CDPSession, frameId: string): Promise<readonly StoredList[]> {
  // The isolated world is ours: the shape is what `listStorage` returns.
  const listed = (await askFrame(session, frameId, callInPage(listStorage))) as StoredList | null | undefined;
  return listed === null || listed === undefined ? [] : [listed];
}

function unique(names: readonly HeldName[]): readonly HeldName[] {
  return [...new Map(names.map((name) => [JSON.stringify([name.store, name.origin, name.name]), name])).values()];
}
