// Asks a frame from a world of our own, where the page's patches do not reach.
import type { CDPSession, Page } from 'playwright-core';
import { callInPage } from './page-script.ts';

type FrameTree = { readonly frame: { readonly id: string }; readonly childFrames?: readonly FrameTree[] };

/** The ids of a session's frames; the first is the one on top. */
export async function readFrameIds(session: CDPSession): Promise<readonly string[]> {
  const { frameTree }: { frameTree: FrameTree } = await session.send('Page.getFrameTree');
  return idsOf(frameTree);
}

function idsOf(tree: FrameTree): readonly string[] {
  return [tree.frame.id, ...(tree.childFrames ?? []).flatMap(idsOf)];
}

/** The value of an expression in a frame; promises are awaited. */
export async function askFrame(session: CDPSession, frameId: string, expression: string): Promise<unknown> {
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId, worldName: 'candor' });
  const answer = await session.send('Runtime.evaluate', {
    expression,
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
  });
  return answer.result.value;
}

/** What a function of `injected/` returns in the page's frame on top. Its type is what that function returns. */
export async function callInTop<T>(page: Page, fn: { toString(): string }, ...values: readonly unknown[]): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    const [top = ''] = await readFrameIds(session);
    return (await askFrame(session, top, callInPage(fn, ...values))) as T;
  } finally {
    await session.detach().catch(() => undefined);
  }
}
