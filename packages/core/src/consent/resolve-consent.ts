// The state machine: basis of the profile × answer × Global Privacy Control × revision × time → allowed, why, and whether to ask.
// docs/truth-table.md is generated from it.

import { basisFor } from '../declaration/profile-rules.ts';
import type { Basis, Declaration, ProfileId } from '../declaration/types.ts';
import type { ConsentTerms } from './terms.ts';
import { compileTerms } from './terms.ts';
import type { Answer, Choice, ConsentReason, ConsentState, PurposeDecision, PurposeState } from './types.ts';

type PurposeTerms = ConsentTerms['purposes'][string];
type Circumstances = Pick<ConsentTerms, 'gpc' | 'choiceLife' | 'askAgainAfter'> & { readonly now: number };

/** What is left of an answer today. `why` is set where a grant or a refusal came to an end. */
type Standing = { readonly state: PurposeState; readonly ask: boolean; readonly why?: 'revised' | 'expired' };

/** How far ahead of our clock a grant may lie (seconds): two servers a day apart do not undo each other's choices. */
const clockTolerance = 86_400;

/** The consent state of a visitor. `now` is Unix seconds; `gpc` is whether the request or the browser carried the signal. */
export function resolveConsent(
  declaration: Declaration,
  options: { readonly profile: ProfileId; readonly choice: Choice | null; readonly gpc: boolean; readonly now: number },
): ConsentState {
  return resolveTerms(compileTerms(declaration, options.profile), options);
}

/** The same from terms that were compiled before. */
export function resolveTerms(
  terms: ConsentTerms,
  { choice, gpc, now }: { readonly choice: Choice | null; readonly gpc: boolean; readonly now: number },
): ConsentState {
  const { choiceLife, askAgainAfter } = terms;
  // Without the signal it does what it does where it is only recorded: nothing.
  const circumstances: Circumstances = { gpc: gpc ? terms.gpc : 'record-only', choiceLife, askAgainAfter, now };
  const decisions = Object.entries(terms.purposes).map(
    ([id, purpose]) => [id, decidePurpose(purpose.basis, standingOf(choice, purpose, circumstances), circumstances)] as const,
  );
  return { profile: terms.profile, gpc, purposes: Object.fromEntries(decisions), ask: decisions.some(([, decision]) => decision.ask) };
}

/** The most restrictive state, for when a fault keeps us from deciding: what is exempt runs, nothing else does, nothing is asked. */
export function failClosedConsent(declaration: Declaration | null, profile: ProfileId): ConsentState {
  const purposes = Object.entries(declaration?.purposes ?? {}).map(([id, purpose]) => {
    const exempt = declaration !== null && basisFor(declaration, purpose, profile).kind === 'exempt';
    return [id, decided('unset', exempt, exempt ? 'exempt' : 'fail-closed')] as const;
  });
  return { profile, gpc: false, purposes: Object.fromEntries(purposes), ask: false };
}

function standingOf(choice: Choice | null, purpose: PurposeTerms, circumstances: Circumstances): Standing {
  const answer = choice !== null && Object.hasOwn(choice.answers, purpose.number) ? choice.answers[purpose.number] : undefined;
  if (choice === null || answer === undefined) return { state: 'unset', ask: true };
  const age = circumstances.now - (answer.at ?? choice.at);
  const standing =
    answer.state === 'granted'
      ? grantStanding(answer, purpose, age, circumstances)
      : refusalStanding(answer, purpose.basis === 'consent', age, circumstances);
  return choice.conflicting === true ? { ...standing, ask: false } : standing;
}

// A grant is for one meaning of the purpose and for one life. Under a newer revision than ours (a declaration was rolled back)
// it does not count either, but that is our doing and no reason to ask.
function grantStanding(answer: Answer, purpose: PurposeTerms, age: number, { choiceLife }: Circumstances): Standing {
  if (age >= choiceLife || age < -clockTolerance) return { state: 'unset', ask: true, why: 'expired' };
  if (answer.revision !== purpose.revision) return { state: 'unset', ask: answer.revision < purpose.revision, why: 'revised' };
  return { state: 'granted', ask: false };
}

// A refusal holds under every revision. To what runs unasked it holds for as long as it is held at all; a question may come back
// after a while, and the refusal stands until the choice itself has ended.
function refusalStanding(answer: Answer, asked: boolean, age: number, { choiceLife, askAgainAfter }: Circumstances): Standing {
  if (!asked || age < askAgainAfter) return { state: answer.state, ask: false };
  return age < choiceLife ? { state: answer.state, ask: true } : { state: 'unset', ask: true, why: 'expired' };
}

function decidePurpose(basis: Basis['kind'], standing: Standing, circumstances: Circumstances): PurposeDecision {
  if (basis === 'exempt') return decided('unset', true, 'exempt');
  return basis === 'consent' ? decideAsked(standing, circumstances) : decideUnasked(basis, standing, circumstances);
}

function decideAsked({ state, ask, why }: Standing, { gpc }: Circumstances): PurposeDecision {
  if (state === 'granted') return decided('granted', true, 'granted');
  // The signal answers for the visitor: no pop-up asks to undo it. A choice made in the preference centre still overrides it.
  const silent = gpc === 'deny-unless-chosen';
  if (state !== 'unset') return decided(state, false, state, ask && !silent);
  return silent ? decided('unset', false, 'gpc-off') : decided('unset', false, why ?? 'default-off', ask);
}

function decideUnasked(kind: 'objectable' | 'opt-out' | 'notice', { state }: Standing, { gpc }: Circumstances): PurposeDecision {
  if (state !== 'unset') return decided(state, state === 'granted', state);
  const off = gpc === 'deny-unless-chosen' || (gpc === 'opt-out' && kind !== 'notice');
  return decided('unset', !off, off ? 'gpc-off' : 'default-on');
}

function decided(state: PurposeState, allowed: boolean, reason: ConsentReason, ask = false): PurposeDecision {
  return { state, allowed, reason, ask };
}
