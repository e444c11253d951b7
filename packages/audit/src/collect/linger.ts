// What appears late: on scroll, on mouse, after seconds, on leaving. Seconds pass in virtual time, which uses the page up: timers,
// clicks and pictures hang on it from then on.
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { sayGoodbye } from '../injected/say-goodbye.ts';
import { scrollThrough } from '../injected/scroll-through.ts';
import { pause } from '../settle.ts';
import { createDeadline, within } from '../within.ts';
import { callInTop } from './isolated-world.ts';
import { callInPage } from './page-script.ts';

/** What lingering needs: whether the network is quiet, what to do in the end, and how long all of it may take (milliseconds). */
export type Lingering = { readonly quietFor: () => number; readonly look: () => Promise<unknown>; readonly most: number };

// Fifteen seconds: what a tag manager or a chat waits for. In steps, so that what one timer fetches can start the next.
const steps: readonly number[] = [500, 1500, 2000, 3000, 4000, 4000];

// A page whose clock stands still answers nothing that takes a turn, so it goes on a little while somebody looks.
const lookingStep = 50;

// A step of a page that does little takes some 15 ms.
const stepPatience = 800;

// What was fetched comes at once on a quiet network; nobody waits for streams.
const quiet = 40;

/** Moves the mouse, scrolls, lets 15 seconds go by, tells the page that it is left, and looks. False where the page did not play along. */
export async function linger(page: Page, { quietFor, look, most }: Lingering): Promise<boolean> {
  const end = createDeadline(most);
  const calm = async (): Promise<void> => {
    while (quietFor() < quiet && !end.passed()) await pause(10);
  };
  const moved = await within(moveAbout(page), Math.min(end.left(), 2500), null);
  if (moved === null) return false;
  await calm();
  const sessions = await openSessions(page);
  try {
    for (const step of steps) {
      if (end.passed()) return false;
      const passed = await within(Promise.all(sessions.map((session) => advance(session, step))), stepPatience, null);
      if (passed === null) return false;
      await calm();
    }
    await within(page.evaluate(callInPage(sayGoodbye)), stepPatience, null);
    await within(Promise.all(sessions.map((session) => advance(session, lookingStep))), stepPatience, null);
    await calm();
    let looked = false;
    const looking = look().finally(() => {
      looked = true;
    });
    while (!looked && !end.passed()) {
      await within(Promise.race([looking, ...sessions.map((session) => advance(session, lookingStep))]), stepPatience, null);
    }
    return looked;
  } finally {
    await within(Promise.all(sessions.map((session) => session.detach())), 500, null);
  }
}

async function moveAbout(page: Page): Promise<true> {
  await page.mouse.move(220, 180);
  await page.mouse.move(420, 320);
  await callInTop(page, scrollThrough);
  return true;
}

// Frames in a process of their own have a clock of their own; asking for a session of any other frame fails.
async function openSessions(page: Page): Promise<readonly CDPSession[]> {
  const context: BrowserContext = page.context();
  const frames = page.frames().filter((frame) => frame.parentFrame() !== null);
  const opened = await Promise.all(
    [page, ...frames.slice(0, 20)].map((target) => within(context.newCDPSession(target), stepPatience, null)),
  );
  return opened.filter((session) => session !== null);
}

async function advance(session: CDPSession, budget: number): Promise<void> {
  const expired = new Promise<void>((resolve) => {
    session.once('Emulation.virtualTimeBudgetExpired', () => resolve());
  });
  await session.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget, maxVirtualTimeTaskStarvationCount: 10_000 });
  await expired;
}
