// What the page's other scripts see: `window.candor`.
import type { ConsentState, Question, VerdictCode } from '@candor/core';

/** One thing a script tried and was refused. `at` is Unix seconds; `name` has no value and no query. */
export type Blocked = {
  readonly kind: Question['kind'] | 'inline';
  readonly name: string;
  readonly code: VerdictCode;
  readonly at: number;
  readonly stack: string;
};

/** What a developer is told of a page: names and places, no values. */
export type DebugReport = {
  readonly declaration: string;
  readonly consent: ConsentState;
  readonly declared: readonly {
    readonly kind: string;
    readonly name: string;
    readonly purposes: readonly string[];
    readonly allowed: boolean;
  }[];
  readonly observed: readonly { readonly kind: 'cookie' | 'local' | 'session'; readonly name: string; readonly allowed: boolean }[];
  readonly blocked: readonly Blocked[];
};

/** Told what holds: at once, and whenever it changes. */
export type ChangeListener = (consent: ConsentState) => void;

/** Told what was refused: what was before, and whatever comes. */
export type BlockedListener = (entry: Blocked) => void;

/** `window.candor`. `PurposeId` may be narrowed to the purposes of a declaration. */
export type Candor<PurposeId extends string = string> = {
  /** Id of the declaration that this page was compiled from. */
  readonly declaration: string;
  /** Whether the trackers of a purpose may run now. */
  granted(purpose: PurposeId): boolean;
  /** Listens; a listener that comes late still hears what it missed. Gives the function that ends it. */
  on(event: 'change', listener: ChangeListener): () => void;
  on(event: 'blocked', listener: BlockedListener): () => void;
  /** Opens the preference centre. */
  open(): Promise<void>;
  /** What is declared here, what was seen and what was refused. */
  debug(): Promise<DebugReport>;
  readonly blocked: readonly Blocked[];
};
