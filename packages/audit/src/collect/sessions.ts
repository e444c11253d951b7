// The protocol sessions of a visitor: one for each page, and one for each frame that has a process of its own.
import type { BrowserContext, CDPSession, Frame, Page } from 'playwright-core';

/** Opens sessions as pages and frames come and forgets them as they go. */
export interface Sessions {
  /** Resolves once a page's session listens. */
  ready(page: Page): Promise<void>;
  /** Those of pages that are still open. */
  all(): readonly CDPSession[];
}

/** Starts following a context; `listen` is called once for each session. */
export function followSessions(context: BrowserContext, listen: (session: CDPSession) => Promise<void>): Sessions {
  const open = new Map<Page | Frame, CDPSession>();
  const pages = new Map<Page, Promise<void>>();

  async function follow(target: Page | Frame): Promise<void> {
    if (open.has(target)) return;
    const session = await context.newCDPSession(target);
    const forget = (): void => {
      if (open.get(target) === session) open.delete(target);
    };
    open.set(target, session);
    session.on('close', forget);
    if ('frames' in target) target.on('close', forget);
    await listen(session);
  }

  context.on('page', (page) => {
    pages.set(
      page,
      follow(page).catch(() => undefined),
    );
    page.on('framenavigated', (frame) => {
      // Succeeds only for a frame in a process of its own; the page's session covers the rest.
      if (frame.parentFrame() !== null) follow(frame).catch(() => undefined);
    });
    page.on('framedetached', (frame) => open.delete(frame));
  });
  return {
    ready: async (page) => await pages.get(page),
    all: () => [...open.values()],
  };
}
