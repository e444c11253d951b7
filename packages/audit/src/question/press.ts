// Presses a control as a hand does: at a point on the screen that really belongs to it.
import type { CDPSession, Page } from 'playwright-core';
import { pause } from '../settle.ts';
import { createDeadline } from '../within.ts';
import type { Handle } from './question.ts';
import { lineage } from './sight.ts';
import { frameBox, readSight, sessionOf } from './snapshot.ts';

/** How a press ended. `covered`: something else lies over the control wherever it was tried. `gone`: it is not there any more. */
export type Press = 'pressed' | 'covered' | 'gone';

type Point = { readonly x: number; readonly y: number };
type Quad = readonly number[];

// Something that slides in is waited for until it rests.
const restPatience = 1500;
const restless = 60;
const sightPatience = 4000;

/** Scrolls to an element, waits until it rests, and presses it where nothing else lies over it. */
export async function press(page: Page, handle: Handle): Promise<Press> {
  const session = await sessionOf(handle.frame ?? page);
  try {
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: handle.backendNodeId });
  } catch {
    return 'gone';
  }
  const quad = await restingQuad(session, handle.backendNodeId);
  if (quad === null) return 'gone';
  for (const point of pointsOn(quad)) {
    const hit = await tryPoint(page, { session, handle, point });
    if (hit === 'gone') return 'gone';
    if (hit === 'other') continue;
    const offset = handle.frame === null ? { x: 0, y: 0 } : await frameBox(page, handle.frame);
    if (offset === null) return 'gone';
    await page.mouse.click(point.x + offset.x, point.y + offset.y);
    return 'pressed';
  }
  return 'covered';
}

async function restingQuad(session: CDPSession, backendNodeId: number): Promise<Quad | null> {
  const end = createDeadline(restPatience);
  let last: Quad | null = await readQuad(session, backendNodeId);
  while (!end.passed()) {
    await pause(restless);
    const next = await readQuad(session, backendNodeId);
    if (next !== null && last !== null && next.every((value, index) => Math.abs(value - (last?.[index] ?? 0)) < 1)) return next;
    last = next;
  }
  return last;
}

// Of a link that is broken over lines the largest piece.
async function readQuad(session: CDPSession, backendNodeId: number): Promise<Quad | null> {
  try {
    const { quads } = await session.send('DOM.getContentQuads', { backendNodeId });
    return quads.toSorted((a, b) => areaOf(b) - areaOf(a))[0] ?? null;
  } catch {
    return null;
  }
}

function areaOf(quad: Quad): number {
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quad;
  return Math.abs((x3 - x1) * (y3 - y1));
}

// The middle first, then points towards the corners.
function pointsOn(quad: Quad): readonly Point[] {
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quad;
  const at = (across: number, down: number): Point => ({ x: x1 + (x3 - x1) * across, y: y1 + (y3 - y1) * down });
  return [at(0.5, 0.5), at(0.25, 0.5), at(0.75, 0.5), at(0.12, 0.25), at(0.88, 0.75), at(0.5, 0.2), at(0.5, 0.8)];
}

type Aim = { readonly session: CDPSession; readonly handle: Handle; readonly point: Point };

type Hit = 'own' | 'other' | 'gone';

async function tryPoint(page: Page, { session, handle, point }: Aim): Promise<Hit> {
  try {
    const { cssLayoutViewport } = await session.send('Page.getLayoutMetrics');
    const { pageX, pageY, clientWidth, clientHeight } = cssLayoutViewport;
    if (point.x < 0 || point.y < 0 || point.x >= clientWidth || point.y >= clientHeight) return 'other';
    const at = { x: Math.round(point.x + pageX), y: Math.round(point.y + pageY) };
    const { backendNodeId } = await session.send('DOM.getNodeForLocation', { ...at, includeUserAgentShadowDOM: false });
    return backendNodeId === handle.backendNodeId ? 'own' : await relate(page, backendNodeId, handle);
  } catch {
    return 'other';
  }
}

// The point may hit a text or picture in the control, a label around it, or what fills its slot.
async function relate(page: Page, backendNodeId: number, handle: Handle): Promise<Hit> {
  const sight = await readSight(page, sightPatience);
  if (sight === null) return 'other';
  const ofSession = sight.nodes.filter((node) => (sight.documents[node.document]?.frame ?? null) === handle.frame);
  const hit = ofSession.find((node) => node.backendNodeId === backendNodeId);
  const target = ofSession.find((node) => node.backendNodeId === handle.backendNodeId);
  if (target === undefined) return 'gone';
  if (hit === undefined) return 'other';
  const hitLine = lineage(hit, sight);
  if (hitLine.includes(target)) return 'own';
  // A control that is drawn by its label, or whose host is what the page listens to.
  const targetLine = lineage(target, sight);
  if (hitLine.some((node) => node.tag === 'label' && targetLine.includes(node))) return 'own';
  const host = targetLine.find(({ tag }) => tag.includes('-'));
  return host !== undefined && hitLine.includes(host) && target.children.length <= 1 ? 'own' : 'other';
}
