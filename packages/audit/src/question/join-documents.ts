// Joins the documents of a page into one tree, and works out where each node is drawn and how much of it can be seen.
import type { Frame } from 'playwright-core';
import type { Captured, CapturedDocument } from './captured.ts';
import { styleNames } from './captured.ts';
import type { Box } from './question.ts';
import type { SeenNode, SeenStyle, Sight } from './sight.ts';

/** What one session saw, and where its frame lies in the viewport (null: nowhere, it is the page). */
export type Capture = { readonly frame: Frame | null; readonly origin: Box | null; readonly seen: Captured };

type Mutable = { -readonly [Key in keyof SeenNode]: SeenNode[Key] } & { children: number[] };

// What a node hands down to those in it. `clip` cuts what moves with it, `outer` what is placed against something further out.
type Handed = {
  readonly clip: Box;
  readonly outer: Box;
  readonly view: Box;
  readonly opacity: number;
  readonly isInert: boolean;
  readonly isCut: boolean;
};

type Place = { readonly x: number; readonly y: number; readonly parent: number; readonly handed: Handed };

const everywhere: Box = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };

/** One tree of all documents; documents of other processes hang under the frame that lies where they do. */
export function joinDocuments(captures: readonly Capture[], viewport: Sight['viewport']): Sight {
  const nodes: Mutable[] = [];
  const documents: { url: string; frame: Frame | null }[] = [];
  const handed: Handed[] = [];
  const start: Handed = {
    clip: everywhere,
    outer: everywhere,
    view: { x: 0, y: 0, ...viewport },
    opacity: 1,
    isInert: false,
    isCut: false,
  };

  function addDocument(capture: Capture, number: number, place: Place): void {
    const document = capture.seen.documents[number];
    if (document === undefined) return;
    documents.push({ url: capture.seen.strings[document.documentURL] ?? '', frame: capture.frame });
    const reader = createReader(document, capture.seen.strings);
    const base = nodes.length;
    for (let index = 0; index < reader.length; index += 1) {
      const above = reader.parentOf(index);
      const parent = above < 0 ? place.parent : base + above;
      const given = above < 0 ? place.handed : (handed[parent] ?? start);
      const drawn = reader.drawn(index, { x: place.x, y: place.y });
      handed.push(handDown(drawn, given));
      nodes.push({
        ...reader.node(index),
        ...seen(drawn, given),
        index: base + index,
        parent,
        children: [],
        document: documents.length - 1,
      });
      nodes[parent]?.children.push(base + index);
    }
    for (const [index, content] of reader.contents) {
      const inner = reader.drawn(index, { x: place.x, y: place.y });
      const held = handed[base + index];
      if (inner !== null && held !== undefined) addDocument(capture, content, placeOf(inner, base + index, held));
    }
  }

  function placeOf(drawn: Drawn, parent: number, held: Handed): Place {
    const view = cut(held.view, drawn.box);
    return { x: drawn.box.x + drawn.inset.x, y: drawn.box.y + drawn.inset.y, parent, handed: { ...held, outer: held.clip, view } };
  }

  for (const capture of captures) {
    const at = capture.origin;
    const owner = at === null ? undefined : nodes.find(({ tag, box }) => tag === 'iframe' && box !== null && isNear(box, at));
    const held = owner === undefined ? start : (handed[owner.index] ?? start);
    addDocument(capture, 0, { x: at?.x ?? 0, y: at?.y ?? 0, parent: owner?.index ?? -1, handed: held });
  }
  return { nodes, viewport, documents };
}

function isNear(one: Box, other: Box): boolean {
  return Math.abs(one.x - other.x) < 12 && Math.abs(one.y - other.y) < 12;
}

type Drawn = {
  readonly box: Box;
  readonly inset: { readonly x: number; readonly y: number };
  readonly style: SeenStyle;
  readonly isText: boolean;
  readonly opacity: number;
  readonly isHidden: boolean;
  readonly isInert: boolean;
  readonly cuts: 'all' | 'view' | 'none';
  readonly paintOrder: number;
};

function handDown(drawn: Drawn | null, given: Handed): Handed {
  if (drawn === null || drawn.isText) return given;
  const placed = place(drawn, given);
  const clip = drawn.cuts === 'all' ? cut(placed, drawn.box) : placed;
  return {
    clip,
    outer: drawn.style.position === 'static' ? given.outer : clip,
    view: drawn.cuts === 'none' ? given.view : cut(given.view, drawn.box),
    opacity: given.opacity * drawn.opacity,
    isInert: given.isInert || drawn.isInert,
    isCut: given.isCut || /inset\((50|100)%|circle\(0(px|%)?[ )]/.test(drawn.style.cutBy),
  };
}

// What is fixed is cut by nothing around it, what is absolute only by what it is placed against.
function place(drawn: Drawn, given: Handed): Box {
  if (drawn.style.position === 'fixed') return everywhere;
  return drawn.style.position === 'absolute' ? given.outer : given.clip;
}

function seen(drawn: Drawn | null, given: Handed): Pick<SeenNode, 'box' | 'isShown' | 'style' | 'opacity' | 'isInert' | 'paintOrder'> {
  if (drawn === null) return { box: null, isShown: false, style: null, opacity: 0, isInert: given.isInert, paintOrder: 0 };
  const cutBox = cut(drawn.box, drawn.isText ? given.clip : place(drawn, given));
  const box = drawn.isHidden || given.isCut || isEmpty(cutBox) ? null : cutBox;
  const view = drawn.style.position === 'fixed' ? everywhere : given.view;
  return {
    box,
    isShown: box !== null && !isEmpty(cut(box, view)),
    style: drawn.style,
    opacity: given.opacity * (drawn.isText ? 1 : drawn.opacity),
    isInert: given.isInert || drawn.isInert,
    paintOrder: drawn.paintOrder,
  };
}

function isEmpty({ width, height }: Box): boolean {
  return width <= 0 || height <= 0;
}

function cut(box: Box, clip: Box): Box {
  const x = Math.max(box.x, clip.x);
  const y = Math.max(box.y, clip.y);
  return {
    x,
    y,
    width: Math.min(box.x + box.width, clip.x + clip.width) - x,
    height: Math.min(box.y + box.height, clip.y + clip.height) - y,
  };
}

type Column = 'text' | 'tag' | 'attributes' | 'hears' | 'isChecked' | 'value' | 'backendNodeId';

type Reader = {
  readonly length: number;
  readonly parentOf: (index: number) => number;
  readonly node: (index: number) => Pick<SeenNode, Column>;
  readonly drawn: (index: number, origin: { readonly x: number; readonly y: number }) => Drawn | null;
  /** Elements that show a document, and which. */
  readonly contents: readonly (readonly [number, number])[];
};

function createReader(document: CapturedDocument, strings: readonly string[]): Reader {
  const { nodes, layout } = document;
  const rows = new Map(layout.nodeIndex.map((node, row) => [node, row]));
  const hearing = new Set(nodes.isClickable?.index);
  const checked = new Set(nodes.inputChecked?.index);
  const values = new Map(nodes.inputValue?.index.map((node, at) => [node, nodes.inputValue?.value[at] ?? -1]));
  const word = (index: number | undefined): string => strings[index ?? -1] ?? '';
  const attributesOf = (index: number): ReadonlyMap<string, string> => readAttributes(nodes.attributes?.[index] ?? [], word);
  return {
    length: nodes.nodeName?.length ?? 0,
    parentOf: (index) => nodes.parentIndex?.[index] ?? -1,
    contents: (nodes.contentDocumentIndex?.index ?? []).map((node, at) => [node, nodes.contentDocumentIndex?.value[at] ?? -1] as const),
    node: (index) => ({
      tag: word(nodes.nodeName?.[index]).toLowerCase(),
      text: nodes.nodeType?.[index] === 3 ? word(nodes.nodeValue?.[index]) : '',
      attributes: attributesOf(index),
      hears: hearing.has(index),
      isChecked: checked.has(index),
      value: word(values.get(index)),
      backendNodeId: nodes.backendNodeId?.[index] ?? 0,
    }),
    drawn: (index, origin) => {
      const row = rows.get(index);
      if (row === undefined) return null;
      const [x = 0, y = 0, width = 0, height = 0] = layout.bounds[row] ?? [];
      const [left = 0, top = 0] = layout.clientRects?.[row] ?? [];
      const tag = word(nodes.nodeName?.[index]).toLowerCase();
      const style = readStyles(layout.styles[row] ?? [], word);
      return {
        ...drawnStyle(style, tag),
        box: { x: x - (document.scrollOffsetX ?? 0) + origin.x, y: y - (document.scrollOffsetY ?? 0) + origin.y, width, height },
        inset: { x: left, y: top },
        isText: nodes.nodeType?.[index] === 3,
        isInert: attributesOf(index).has('inert'),
        paintOrder: layout.paintOrders?.[row] ?? 0,
      };
    },
  };
}

function readAttributes(pairs: readonly number[], word: (index: number | undefined) => string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (let at = 0; at + 1 < pairs.length; at += 2) attributes.set(word(pairs[at]), word(pairs[at + 1]).slice(0, 2000));
  return attributes;
}

type StyleName = (typeof styleNames)[number];

function readStyles(row: readonly number[], word: (index: number | undefined) => string): (name: StyleName) => string {
  return (name) => word(row[styleNames.indexOf(name)]);
}

function drawnStyle(style: (name: StyleName) => string, tag: string): Pick<Drawn, 'style' | 'opacity' | 'isHidden' | 'cuts'> {
  const overflow = `${style('overflow-x')} ${style('overflow-y')}`;
  const isRoot = tag === 'html' || tag === 'body' || tag === '#document';
  return {
    opacity: Number(style('opacity') || '1'),
    isHidden: style('visibility') === 'hidden' || style('visibility') === 'collapse',
    cuts: isRoot || overflow === 'visible visible' || overflow === ' ' ? 'none' : /auto|scroll/.test(overflow) ? 'view' : 'all',
    style: {
      position: style('position'),
      cursor: style('cursor'),
      pointerEvents: style('pointer-events'),
      zIndex: style('z-index'),
      color: style('color'),
      background: style('background-color'),
      border: `${style('border-top-width')} ${style('border-top-style')} ${style('border-top-color')}`,
      fontSize: style('font-size'),
      fontWeight: style('font-weight'),
      textDecoration: style('text-decoration-line'),
      cutBy: style('clip-path'),
    },
  };
}
