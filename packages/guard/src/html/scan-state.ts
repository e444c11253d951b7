// What a scan knows of a document between two bytes, and whom it tells.
import type { Foreign } from './foreign.ts';
import { createForeign } from './foreign.ts';
import type { TagName } from './tag-names.ts';

/** A start tag from its `<` to the offset after its `>`, and whether it is an element of HTML. */
export type WholeTag = { readonly name: TagName; readonly at: number; readonly end: number; readonly isHtml: boolean };

/** What a scan reports. Offsets are those of the bytes that it was given last; a name without a meaning here is empty. */
export type HtmlListener = {
  wantsText(): boolean;
  /** Text that is more than white space begins here. Reported while `wantsText` is true. */
  text(at: number): void;
  /** Whether tags without a meaning here are reported too. */
  wantsAll(): boolean;
  /** A start tag; `at` is its `<`. */
  open(name: TagName, at: number): void;
  /** The same start tag is complete. */
  opened(tag: WholeTag): void;
  /** An end tag; `at` is its `<`. */
  close(name: TagName, at: number): void;
  /** What may be markup to others, as what stands for readers without scripts, piece by piece; and where it ends. */
  unscripted(from: number, to: number, unsure: boolean): void;
  unscriptedEnd(at: number): void;
};

/** Where a scan stands. `keep` is the offset from which bytes are to be given again, `resume` the one at which it goes on. */
export type Scan = {
  readonly listener: HtmlListener;
  readonly foreign: Foreign;
  /** Whether tags that load are wanted whole. */
  readonly reads: boolean;
  bytes: Uint8Array;
  /** Bytes of the document before these. */
  before: number;
  state: State;
  keep: number;
  resume: number;
  tagStart: number;
  name: TagName;
  /** The whole name in lower case, where foreign content is open. */
  word: string;
  closing: boolean;
  holds: boolean;
  part: number;
  selfClosing: boolean;
  raw: TagName;
  escape: 'none' | 'escaped' | 'double';
  dashes: number;
  /** The last three bytes of a comment or CDATA section, and how many there were. */
  last: number;
  read: number;
};

/** What the next byte belongs to. */
export type State = 'text' | 'open' | 'name' | 'tag' | 'raw' | 'comment' | 'bogus' | 'cdata' | 'plaintext';

/** Starts a scan of one document. */
export function beginScan(listener: HtmlListener, { reads, unsure }: { readonly reads: boolean; readonly unsure: boolean }): Scan {
  return {
    listener,
    foreign: createForeign(unsure),
    reads,
    bytes: new Uint8Array(0),
    before: 0,
    state: 'text',
    keep: 0,
    resume: 0,
    tagStart: 0,
    name: '',
    word: '',
    closing: false,
    holds: false,
    part: 0,
    selfClosing: false,
    raw: '',
    escape: 'none',
    dashes: 0,
    last: 0,
    read: 0,
  };
}

/** More is needed to decide what begins at this offset. */
export function wait(scan: Scan, at: number): number {
  scan.keep = at;
  scan.resume = at;
  return -1;
}
