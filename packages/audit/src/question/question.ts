// What a question about consent is, as plain data: its box, its controls and its toggles.
import type { Frame } from 'playwright-core';

/** What pressing a control does. `acknowledge` ("Got it") counts as accepting; `way-back` leads to an answer given before. */
export type Deed = 'accept' | 'reject' | 'preferences' | 'save' | 'acknowledge' | 'close' | 'withdraw' | 'way-back';

/** A rectangle in CSS pixels of the viewport. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** How a control looks, as the browser computed it. `opacity` is that of the control on the page, from 0 to 1. */
export type ControlStyle = {
  readonly color: string;
  readonly background: string;
  readonly border: string;
  readonly fontSize: string;
  readonly fontWeight: string;
  readonly opacity: number;
  readonly textDecoration: string;
};

/** Where an element is, for whoever presses it: its number in the browser, and the frame that has a process of its own (else null). */
export type Handle = { readonly backendNodeId: number; readonly frame: Frame | null };

/** Something to press. `by` says how its deed is known: our hook, its words, or only its place; `submits` that it sends a form. */
export type Control = {
  readonly deed: Deed;
  readonly label: string;
  readonly by: 'hook' | 'words' | 'place';
  readonly submits: boolean;
  readonly role: 'button' | 'link' | 'text' | 'input';
  readonly box: Box;
  readonly style: ControlStyle;
  readonly isInView: boolean;
  readonly handle: Handle;
};

/** A switch, checkbox or radio button. `purposeLike` says that it stands for something asked, not for something else. */
export type Toggle = {
  readonly label: string;
  readonly isOn: boolean;
  readonly isLocked: boolean;
  readonly purposeLike: boolean;
  /** The name of the group of which one is on at a time; null for a switch of its own. */
  readonly group: string | null;
  /** Whether choosing it says no. */
  readonly saysNo: boolean;
  readonly box: Box;
  readonly handle: Handle;
};

/** A question about consent as a visitor sees it. `text` has at most 4000 characters, `coversPage` is a share of the viewport. */
export type Question = {
  readonly kind: 'banner' | 'dialog' | 'form' | 'page';
  readonly language: string | null;
  readonly text: string;
  readonly box: Box;
  /** The address of the document that holds it. */
  readonly frame: string;
  readonly isModal: boolean;
  readonly coversPage: number;
  readonly controls: readonly Control[];
  readonly toggles: readonly Toggle[];
};
