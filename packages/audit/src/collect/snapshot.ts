// What the browser holds at a moment: the jar of the whole visitor, and the stores of every origin with a frame on screen.
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { listStorage } from '../injected/list-storage.ts';
import { within } from '../within.ts';
import type { HeldCookie, HeldName, Moment, Snapshot, StoreKind } from './observation.ts';
import { callInPage } from './page-script.ts';

const patience = 3000;

/** Reads the jar and the stores; what does not answer in time is left out. */
export async function takeSnapshot(context: BrowserContext, moment: Moment): Promise<Snapshot> {
  const cookies = await within(readJar(context), patience, []);
  const names: HeldName[] = [];
  for (const page of context.pages()) names.push(...(await within(readStores(context, page), patience, [])));
  return { moment, cookies, names: unique(names) };
}

async function readJar(context: BrowserContext): Promise<readonly HeldCookie[]> {
  return (await context.cookies()).map((cookie) => ({
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

// Frames in a process of their own have a session of their own; the others are part of the page's.
async function readStores(context: BrowserContext, page: Page): Promise<readonly HeldName[]> {
  const names: HeldName[] = [];
  for (const target of [page, ...page.frames().filter((frame) => frame.parentFrame() !== null)]) {
    const session = await context.newCDPSession(target).catch(() => null);
    if (session === null) continue;
    names.push(...(await within(readSession(session), patience, [])));
    await within(session.detach(), patience, undefined);
  }
  return names;
}

type FrameTree = { readonly frame: { readonly id: string }; readonly childFrames?: readonly FrameTree[] };

async function readSession(session: CDPSession): Promise<readonly HeldName[]> {
  const { frameTree }: { frameTree: FrameTree } = await session.send('Page.getFrameTree');
  const names: HeldName[] = [];
  for (const frameId of idsOf(frameTree)) names.push(...(await within(readFrame(session, frameId), patience, [])));
  return names;
}

function idsOf(tree: FrameTree): readonly string[] {
  return [tree.frame.id, ...(tree.childFrames ?? []).flatMap(idsOf)];
}

async function readFrame(session: CDPSession, frameId: string): Promise<readonly HeldName[]> {
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId, worldName: 'candor' });
  const answer = await session.send('Runtime.evaluate', {
    expression: callInPage(listStorage),
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
  });
  // The isolated world is ours: the shape is what `listStorage` returns.
  const listed = answer.result.value as Awaited<ReturnType<typeof listStorage>> | undefined;
  if (listed === null || listed === undefined) return [];
  return listed.items.map(({ store, name }) => ({ store: store as StoreKind, origin: listed.origin, name }));
}

function unique(names: readonly HeldName[]): readonly HeldName[] {
  return [...new Map(names.map((name) => [JSON.stringify([name.store, name.origin, name.name]), name])).values()];
}
