// Where the three pieces go: one first in <head>, one first in <body>, one before </body>. Told by the tags of a document as they come.
import type { TagName } from './tag-names.ts';

/**
 * What goes in: `head` first in the head, `top` first in the body, `tail` last in it. With `afterMeta` the head piece waits for
 * leading <meta> tags, so that a <meta charset> stays within the first 1024 bytes.
 */
export type HtmlParts = { readonly head: Uint8Array; readonly top: Uint8Array; readonly tail: Uint8Array; readonly afterMeta: boolean };

/** Puts one piece at an offset. Offsets never fall. */
export type Insert = (at: number, bytes: Uint8Array) => void;

/** Listens to a scan and puts the pieces in. `finish` places what is left at the end. */
export type Placer = {
  wantsText(): boolean;
  /** Whether tags that mean nothing by themselves are still of interest: they begin a body. */
  wantsAll(): boolean;
  text(at: number): void;
  open(name: TagName, at: number): void;
  opened(name: TagName, end: number): void;
  close(name: TagName, at: number): void;
  finish(at: number): void;
};

/** Start tags that do not begin the body by themselves (HTML, "in head" and "after head"). */
const BEFORE_BODY: ReadonlySet<TagName> = new Set<TagName>([
  'html',
  'head',
  'base',
  'basefont',
  'bgsound',
  'link',
  'meta',
  'noframes',
  'noscript',
  'script',
  'style',
  'template',
  'title',
]);

/** Placed in their order and once each; in a document of frames, which has no body, only the head piece. */
export function createPlacer(parts: HtmlParts, insert: Insert): Placer {
  let head: 'before' | 'metas' | 'done' = 'before';
  let headClosed = false;
  let body: 'before' | 'opening' | 'begun' | 'frames' = 'before';
  let tailDone = false;
  let templates = 0;
  const waitsForBody = (): boolean => body === 'before' && templates === 0;
  const placeHead = (at: number): void => {
    if (head !== 'done') insert(at, parts.head);
    head = 'done';
  };
  const placeTop = (at: number): void => {
    placeHead(at);
    if (body === 'before' || body === 'opening') {
      insert(at, parts.top);
      body = 'begun';
    }
  };
  const placeTail = (at: number): void => {
    placeTop(at);
    if (!tailDone && body !== 'frames') insert(at, parts.tail);
    tailDone = true;
  };
  const leadsToHead = (name: TagName): boolean => (head === 'before' ? name === 'html' || name === 'head' : name === 'meta');
  const meetBody = (name: TagName, at: number): void => {
    if (name === 'body') body = 'opening';
    else if (name === 'frameset') body = 'frames';
    // After </head> a <noscript> begins the body.
    else if (!BEFORE_BODY.has(name) || (name === 'noscript' && headClosed)) placeTop(at);
  };
  const leave = (name: TagName, at: number): void => {
    if (name === 'head') headClosed = true;
    if (name === 'br' && waitsForBody()) placeTop(at);
    if (name === 'body' || name === 'html') placeTail(at);
  };
  return {
    finish: placeTail,
    wantsText: () => head !== 'done' || waitsForBody(),
    wantsAll: () => head !== 'done' || body === 'before',
    text: (at) => {
      placeHead(at);
      if (waitsForBody()) placeTop(at);
    },
    open: (name, at) => {
      if (head !== 'done' && !leadsToHead(name)) placeHead(at);
      if (waitsForBody()) meetBody(name, at);
      if (name === 'template') templates += 1;
      // Nothing after <plaintext> is markup.
      if (name === 'plaintext') placeTail(at);
    },
    opened: (name, end) => {
      if (body === 'opening' && name === 'body') placeTop(end);
      if (head !== 'before' || name !== 'head') return;
      if (parts.afterMeta) head = 'metas';
      else placeHead(end);
    },
    close: (name, at) => {
      placeHead(at);
      if (name === 'template') templates = Math.max(0, templates - 1);
      // Inside a template the notice would be inert.
      if (templates === 0) leave(name, at);
    },
  };
}
