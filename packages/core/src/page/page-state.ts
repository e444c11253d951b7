// What travels into a page: the rules that bind there, the visitor's consent, and where the rest is. Plain JSON.
import type { ConsentState } from '../consent/types.ts';
import type { Declaration } from '../declaration/types.ts';
import type { SweepPlan } from '../enforce/sweep-plan.ts';
import { sweepPlan } from '../enforce/sweep-plan.ts';
import type { Enforcement } from '../enforce/types.ts';

/** The few words that a script in the page says, in the visitor's language; `purposes` says what waits for a yes, by purpose id. */
export type PageWords = {
  readonly allow: string;
  readonly saved: string;
  readonly failed: string;
  readonly receipt: string;
  readonly close: string;
  readonly purposes: { readonly [id: string]: string };
};

/** A file of the site's own origin: its address, and its SHA-256 in base64. */
export type PageFile = { readonly src: string; readonly sha256: string };

/** What the page loads when it needs it: the second part of the script, and the styles of the preference centre. */
export type PageFiles = { readonly more: PageFile; readonly preferencesStyles: string };

/** The data block `#candor-state`. */
export type PageState = {
  readonly enforcement: Enforcement;
  readonly consent: ConsentState;
  readonly sweep: SweepPlan;
  readonly prefix: string;
  readonly onGrant: 'live' | 'reload';
  readonly onWithdraw: 'sweep' | 'reload';
  readonly words: PageWords;
  readonly files: PageFiles;
  /** Settings of the signals that follow from consent, by their id in `signals.projections`. */
  readonly projections: { readonly [id: string]: unknown };
};

/** What the front office says after a choice: the part that may change while a page is open. */
export type PageConsent = Pick<PageState, 'consent' | 'sweep'>;

export type PageStateOptions = {
  readonly enforcement: Enforcement;
  readonly consent: ConsentState;
  readonly words: PageWords;
  readonly files: PageFiles;
  readonly projections: PageState['projections'];
};

/** The state of one page for one visitor. */
export function compilePageState({ notice, site }: Declaration, options: PageStateOptions): PageState {
  const { enforcement, consent, words, files, projections } = options;
  const { onGrant, onWithdraw } = notice;
  return { ...compilePageConsent(enforcement, consent), enforcement, prefix: site.prefix, onGrant, onWithdraw, words, files, projections };
}

/** The part of the state that a choice changes. */
export function compilePageConsent(enforcement: Enforcement, consent: ConsentState): PageConsent {
  return { consent, sweep: sweepPlan(enforcement, consent) };
}
