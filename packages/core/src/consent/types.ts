// What a visitor chose and what follows from it. The cookie holds a Choice; every decision starts from a ConsentState.
import type { ProfileId } from '../declaration/types.ts';

/** A visitor's state per purpose. `objected` is the no to something that ran without being asked for. */
export type PurposeState = 'unset' | 'granted' | 'denied' | 'objected';

/**
 * One recorded answer: the state and the purpose's revision it was given under.
 * `at` (Unix seconds) is there only where it differs from the choice's: a later action on other purposes does not renew this answer.
 */
export type Answer = { readonly state: Exclude<PurposeState, 'unset'>; readonly revision: number; readonly at?: number };

/** What `cookies_preferences` holds: answers by purpose number, when (Unix seconds), and the first 12 hex digits of the declaration's id. */
export type Choice = {
  readonly answers: { readonly [purposeNumber: number]: Answer };
  readonly at: number;
  readonly declaration: string;
  /** Read from several cookies that differ: no question is put again for what they answer. Never written. */
  readonly conflicting?: true;
};

/** Why a purpose may or may not run. */
export type ConsentReason =
  | 'exempt'
  | 'granted'
  | 'denied'
  | 'objected'
  | 'default-on'
  | 'default-off'
  | 'gpc-off'
  | 'revised'
  | 'expired'
  | 'fail-closed';

/** One purpose, decided. `ask`: the notice should put the question. */
export type PurposeDecision = {
  readonly state: PurposeState;
  readonly allowed: boolean;
  readonly reason: ConsentReason;
  readonly ask: boolean;
};

/** Everything the deciders need to know of a visitor, as plain data. */
export type ConsentState = {
  readonly profile: ProfileId;
  readonly gpc: boolean;
  readonly purposes: { readonly [purposeId: string]: PurposeDecision };
  /** True when at least one purpose should be asked for now: the notice is shown. */
  readonly ask: boolean;
};

/** What a visitor can do at the notice, the preference centre or by a form POST. */
export type ConsentAction =
  | { readonly do: 'accept-all' }
  | { readonly do: 'reject-all' }
  | { readonly do: 'save'; readonly grants: readonly string[] }
  /** A yes to what is named and to nothing else: the button in an embed's place. The open question stays open. */
  | { readonly do: 'grant'; readonly purposes: readonly string[] }
  | { readonly do: 'withdraw'; readonly purposes: readonly string[] | 'all' }
  | { readonly do: 'object'; readonly purposes: readonly string[] | 'all' }
  | { readonly do: 'forget' };
