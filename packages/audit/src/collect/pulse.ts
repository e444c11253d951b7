// Network silence alone does not say that a page is done: on a busy machine the page may not have had its turn yet.
import type { CDPSession } from 'playwright-core';
import { takeTurn } from '../injected/take-turn.ts';
import { askFrame, readFrameIds } from './isolated-world.ts';
import { callInPage } from './page-script.ts';

/** Whether every page behind these sessions is complete and took its turn. What they did before has been told by then. */
export async function feelPulse(sessions: readonly CDPSession[]): Promise<boolean> {
  const answers = await Promise.all(sessions.map((session) => takeTurnIn(session).catch(() => false)));
  return answers.every(Boolean);
}

async function takeTurnIn(session: CDPSession): Promise<boolean> {
  const [top] = await readFrameIds(session);
  return top !== undefined && (await askFrame(session, top, callInPage(takeTurn))) === true;
}
