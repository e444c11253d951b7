// Where the three pieces go: one first in <head>, one first in <body>, one before </body>. Told by the tags of a document as they come.
import type { HtmlSink } from './scan.ts';

/**
 * What goes in: `head` first in the head, `top` first in the body, `tail` last in it. With `afterMeta` the head piece waits for
 * leading <meta> tags, so that a <meta charset> stays within the first 1024 bytes.
 */
export type HtmlParts = { readonly head: Uint8Array; readonly top: Uint8Array; readonly tail: Uint8Array; readonly afterMeta: boolean };

/** One piece and the offset it goes to. */
export type Insertion = { readonly at: number; readonly bytes: Uint8Array };

/** Listens to a scan and says what goes where. `take` empties the list; `finish` places what is left at the end. */
export type Placer = { readonly sink: HtmlSink; take(): readonly Insertion[]; finish(at: number): void };

/** Start tags that do not begin the body by themselves (HTML, "in head" and "after head"). */
const BEFORE_BODY: ReadonlySet<string> = new Set([
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
export function createPlacer(parts: HtmlParts): Placer {
  const insertions: Insertion[] = [];
  let head: 'before' | 'metas' | 'done' = 'before';
  let headClosed = false;
  let body: 'before' | 'opening' | 'begun' | 'frames' = 'before';
  let tailDone = false;
  let templates = 0;
  const waitsForBody = (): boolean => body === 'before' && templates === 0;
  const placeHead = (at: number): void => {
    if (head !== 'done') insertions.push({ at, bytes: parts.head });
    head = 'done';
  };
  const placeTop = (at: number): void => {
    placeHead(at);
    if (body === 'before' || body === 'opening') {
      insertions.push({ at, bytes: parts.top });
      body = 'begun';
    }
  };
  const placeTail = (at: number): void => {
    placeTop(at);
    if (!tailDone && body !== 'frames') insertions.push({ at, bytes: parts.tail });
    tailDone = true;
  };
  const leadsToHead = (name: string): boolean => (head === 'before' ? name === 'html' || name === 'head' : name === 'meta');
  const meetBody = (name: string, at: number): void => {
    if (name === 'body') body = 'opening';
    else if (name === 'frameset') body = 'frames';
    // After </head> a <noscript> begins the body.
    else if (!BEFORE_BODY.has(name) || (name === 'noscript' && headClosed)) placeTop(at);
  };
  const leave = (name: string, at: number): void => {
    if (name === 'head') headClosed = true;
    if (name === 'br' && waitsForBody()) placeTop(at);
    if (name === 'body' || name === 'html') placeTail(at);
  };
  return {
    take: () => insertions.splice(0),
    finish: placeTail,
    sink: {
      wantsText: () => head !== 'done' || waitsForBody(),
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
    },
  };
}
