// Reads a page and its frames over the browser's protocol, where the page's own code does not reach.
import type { CDPSession, Frame, Page } from 'playwright-core';
import { within } from '../within.ts';
import type { Captured } from './captured.ts';
import { styleNames } from './captured.ts';
import type { Capture } from './join-documents.ts';
import { joinDocuments } from './join-documents.ts';
import type { Box } from './question.ts';
import type { Sight } from './sight.ts';

// A page may be made of millions of nodes; a question is not.
const mostNodes = 400_000;

const sessions = new WeakMap<Page | Frame, Promise<CDPSession>>();

/** A session with a page, or with a frame that has a process of its own. It is kept as long as they are. */
export function sessionOf(target: Page | Frame): Promise<CDPSession> {
  const known = sessions.get(target);
  if (known !== undefined) return known;
  const context = 'frames' in target ? target.context() : target.page().context();
  const opened = context.newCDPSession(target).then(async (session) => {
    session.on('close', () => sessions.delete(target));
    await session.send('DOM.enable');
    return session;
  });
  sessions.set(target, opened);
  return opened;
}

/** What is on the page now; null where it does not answer within `patience` milliseconds or is too large to be read. */
export async function readSight(page: Page, patience: number): Promise<Sight | null> {
  return await within(read(page), patience, null);
}

async function read(page: Page): Promise<Sight | null> {
  const session = await sessionOf(page);
  const { nodes } = await session.send('Memory.getDOMCounters');
  if (nodes > mostNodes) return null;
  const { cssLayoutViewport } = await session.send('Page.getLayoutMetrics');
  const viewport = { width: cssLayoutViewport.clientWidth, height: cssLayoutViewport.clientHeight };
  const own: Capture = { frame: null, origin: null, seen: await capture(session) };
  const others = await Promise.all(page.frames().map((frame) => captureApart(page, frame)));
  return joinDocuments([own, ...others.filter((one) => one !== null)], viewport);
}

function capture(session: CDPSession): Promise<Captured> {
  return session.send('DOMSnapshot.captureSnapshot', {
    computedStyles: [...styleNames],
    includePaintOrder: true,
    includeDOMRects: true,
  });
}

// A frame in a process of its own has a session of its own; all others are part of their page's.
async function captureApart(page: Page, frame: Frame): Promise<Capture | null> {
  if (frame.parentFrame() === null) return null;
  try {
    const session = await sessionOf(frame);
    const box = await frameBox(page, frame);
    return box === null ? null : { frame, origin: box, seen: await capture(session) };
  } catch {
    sessions.delete(frame);
    return null;
  }
}

/** Where a frame in a process of its own lies in the viewport of its page. */
export async function frameBox(page: Page, frame: Frame): Promise<Box | null> {
  const element = await frame.frameElement();
  const box = await within(element.boundingBox(), 2000, null);
  await element.dispose();
  return page.isClosed() ? null : box;
}
