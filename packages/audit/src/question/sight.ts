// A page and its frames as plain data: what is drawn where, and what can be read. Everything else works on this.
import type { Frame } from 'playwright-core';
import type { Box } from './question.ts';

/** What the browser computed for an element that is drawn. */
export type SeenStyle = {
  readonly position: string;
  readonly cursor: string;
  readonly pointerEvents: string;
  readonly zIndex: string;
  readonly color: string;
  readonly background: string;
  readonly border: string;
  readonly fontSize: string;
  readonly fontWeight: string;
  readonly textDecoration: string;
  /** Its clip path. */
  readonly cutBy: string;
};

/** An element or a text. Frames and shadow roots are not seams: a frame's document is a child of the element that shows it. */
export type SeenNode = {
  readonly index: number;
  /** -1 for the page itself. */
  readonly parent: number;
  readonly children: readonly number[];
  /** In lower case; `#text` for texts. */
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Of a text. */
  readonly text: string;
  /** What is drawn of it in the viewport's coordinates, cut where it is clipped; null where nothing is. */
  readonly box: Box | null;
  readonly style: SeenStyle | null;
  /** Whether a part of it is on the screen now, without scrolling. */
  readonly isShown: boolean;
  /** From 0 to 1, with that of what it is in. */
  readonly opacity: number;
  readonly isInert: boolean;
  /** Drawn later, lies above. */
  readonly paintOrder: number;
  readonly hears: boolean;
  readonly isChecked: boolean;
  readonly value: string;
  readonly document: number;
  readonly backendNodeId: number;
};

/** Everything that was seen at one moment. */
export type Sight = {
  readonly nodes: readonly SeenNode[];
  readonly viewport: { readonly width: number; readonly height: number };
  readonly documents: readonly { readonly url: string; readonly frame: Frame | null }[];
};

/** Whether a visitor sees an element: drawn, larger than a few pixels, not transparent, and within reach of scrolling. */
export function isVisible(node: SeenNode, sight: Sight): boolean {
  const { box } = node;
  if (box === null || node.opacity < 0.1 || box.width < 4 || box.height < 4) return false;
  if (box.x + box.width <= 2 || box.x >= Math.max(sight.viewport.width, 320) - 2) return false;
  // What is fixed off the screen cannot be scrolled to; what is further down in a fixed box that scrolls can.
  const layer = lineage(node, sight).find(({ style }) => style?.position === 'fixed')?.box;
  return !layer || (layer.y < sight.viewport.height - 2 && layer.y + layer.height > 2);
}

/** The node and all it is in, from the inside. */
export function lineage(node: SeenNode, sight: Sight): readonly SeenNode[] {
  const line: SeenNode[] = [];
  for (let at: SeenNode | undefined = node; at !== undefined; at = sight.nodes[at.parent]) line.push(at);
  return line;
}

/** What a visitor reads in an element, at most `most` letters; texts that are not drawn are left out. */
export function readText(node: SeenNode, sight: Sight, most = 4000): string {
  const parts: string[] = [];
  let length = 0;
  const pending = [node.index];
  while (pending.length > 0 && length < most) {
    const at = sight.nodes[pending.pop() ?? -1];
    if (at === undefined) continue;
    if (at.tag === '#text' && at.box !== null && at.opacity >= 0.1) {
      parts.push(at.text);
      length += at.text.length;
    } else if (isBlock(at)) parts.push(' ');
    for (let last = at.children.length - 1; last >= 0; last -= 1) pending.push(at.children[last] ?? -1);
  }
  return parts.join('').replace(/\s+/g, ' ').trim().slice(0, most);
}

const inline = new Set(['a', 'b', 'strong', 'em', 'i', 'span', 'font', 'u', 'mark', 'small', 'abbr']);

function isBlock({ tag }: SeenNode): boolean {
  return !inline.has(tag) && tag !== '#text';
}

/** How much of the viewport a box covers, from 0 to 1. */
export function coverOf(box: Box, { viewport }: Sight): number {
  const width = Math.min(viewport.width, box.x + box.width) - Math.max(0, box.x);
  const height = Math.min(viewport.height, box.y + box.height) - Math.max(0, box.y);
  return Math.max(0, width) * Math.max(0, height) === 0 ? 0 : (width * height) / (viewport.width * viewport.height);
}
