// What travels into a page: the rules that bind there, the visitor's consent, and where the rest is. Plain JSON, and as little as can be.
import type { ConsentState } from '../consent/types.ts';
import type { Declaration } from '../declaration/types.ts';
import type { Enforcement } from '../enforce/types.ts';
import { compilePageRules } from './page-rules.ts';

/** The few words that a script in the page says, in the visitor's language, as a file of their own that is loaded when something is said. */
export type PageWords = {
  readonly allow: string;
  readonly saved: string;
  readonly failed: string;
  readonly receipt: string;
  readonly close: string;
  /** That the signal is honoured; empty where it changes nothing. */
  readonly gpc: string;
  /** What waits for a yes, by purpose id. */
  readonly purposes: { readonly [id: string]: string };
  /** Address of the styles of the preference centre. */
  readonly preferencesStyles: string;
};

/** Addresses on the site's own origin: the second part of the script, and its words as JSON (`PageWords`). */
export type PageFiles = { readonly more: string; readonly words: string };

/** The data block `#candor-state`. */
export type PageState = PageFiles & {
  readonly enforcement: Enforcement;
  readonly consent: ConsentState;
  readonly onGrant: 'live' | 'reload';
  readonly onWithdraw: 'sweep' | 'reload';
  /** The page is the same for everybody: `consent` is closed, and what holds for this visitor is to be asked for. */
  readonly shared?: true;
  /** Inline scripts that other scripts insert: none run, those with a nonce do, or whether they do is left to the page's policy. */
  readonly inline: 'none' | 'nonce' | 'any';
  /** Settings of the signals that follow from consent, by their id in `signals.projections`; absent where there are none. */
  readonly projections?: { readonly [id: string]: unknown };
};

/**
 * What holds now: the part that may change while a page is open. A page that is shared is also told where the words for this visitor
 * are, and the markup of the question for them, where it is to be put and is not the one that the page holds.
 */
export type PageConsent = Pick<PageState, 'consent'> & Partial<Pick<PageFiles, 'words'>> & { readonly question?: string };

export type PageStateOptions = {
  readonly enforcement: Enforcement;
  readonly consent: ConsentState;
  readonly files: PageFiles;
  readonly projections: NonNullable<PageState['projections']>;
  readonly shared?: true;
};

/** The state of one page for one visitor. */
export function compilePageState({ notice, scripts }: Declaration, options: PageStateOptions): PageState {
  const { enforcement, consent, files, projections, shared } = options;
  const { onGrant, onWithdraw } = notice;
  const { more, words } = files;
  const state = { enforcement: compilePageRules(enforcement), consent, onGrant, onWithdraw };
  const complete: PageState = { ...state, ...(shared && { shared }), inline: inlineRule(scripts), more, words };
  return Object.keys(projections).length === 0 ? complete : { ...complete, projections };
}

/** The part of the state that a choice changes. */
export function compilePageConsent(consent: ConsentState, shared: Omit<PageConsent, 'consent'> = {}): PageConsent {
  return { consent, ...shared };
}

// By declared hash the browser decides: a script cannot know the hash of another before it would have run.
function inlineRule({ inline, hashes }: Declaration['scripts']): PageState['inline'] {
  if (inline === 'origin-nonce') return 'nonce';
  return inline === 'hashes' && hashes.length === 0 ? 'none' : 'any';
}
