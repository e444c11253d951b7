// What need not be worked out again for every message: pure answers, kept for as long as they are the same, and never too many.
import type { Choice, ConsentState, CspPair, Declaration, ProfileId, resolveConsent } from '@candor/core';

/** As many answers of one kind are kept; what is asked comes from outside, and one more begins anew. */
export const KEPT = 4096;
const LONGEST = 256;

/** The same function with its answers kept. What is asked comes from outside: long questions are not kept, and many start anew. */
export function remember<Key extends string, Answer extends NonNullable<unknown> | null>(work: (key: Key) => Answer): (key: Key) => Answer {
  const kept = new Map<Key, Answer>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const answer = work(key);
    if (kept.size >= KEPT) kept.clear();
    if (key.length <= LONGEST) kept.set(key, answer);
    return answer;
  };
}

const granted = new WeakMap<ConsentState, string>();

/** What a visitor allows, as text: whatever is decided about cookies, requests and policies follows from this and nothing else of them. */
export function grantsOf(consent: ConsentState): string {
  const known = granted.get(consent);
  if (known !== undefined) return known;
  let grants = '';
  for (const id of Object.keys(consent.purposes)) if (consent.purposes[id]?.allowed === true) grants += `${id} `;
  granted.set(consent, grants);
  return grants;
}

/** A visitor as far as consent goes. */
type Asked = { readonly profile: ProfileId; readonly choice: Choice | null; readonly gpc: boolean };
type Answered = { readonly profile: ProfileId; readonly gpc: boolean; readonly now: number; readonly state: ConsentState };

/** `resolveConsent` at this moment: one message asks several times, and visitors without a choice ask the same. */
export function createResolver(
  resolve: typeof resolveConsent,
  clock: () => number,
): (declaration: Declaration, asked: Asked) => ConsentState {
  const byChoice = new WeakMap<Choice, Answered>();
  const unchosen = { with: new Map<ProfileId, Answered>(), without: new Map<ProfileId, Answered>() };
  return (declaration, { profile, choice, gpc }) => {
    const now = clock();
    const same = gpc ? unchosen.with : unchosen.without;
    const known = choice === null ? same.get(profile) : byChoice.get(choice);
    if (known !== undefined && known.now === now && known.gpc === gpc && known.profile === profile) return known.state;
    const state = resolve(declaration, { profile, choice, gpc, now });
    const answered: Answered = { profile, gpc, now, state };
    if (choice === null) same.set(profile, answered);
    else byChoice.set(choice, answered);
    return state;
  };
}

type Compile = (declaration: Declaration, consent: ConsentState, nonce: string | null) => CspPair;

/** Policies follow from which purposes are allowed and from nothing else of a visitor; a nonce is good for one page. */
export function createPolicies(compile: Compile): Compile {
  const kept = new Map<string, CspPair>();
  return (declaration, consent, nonce) => {
    if (nonce !== null) return compile(declaration, consent, nonce);
    const key = grantsOf(consent);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const pair = compile(declaration, consent, nonce);
    if (kept.size >= KEPT) kept.clear();
    kept.set(key, pair);
    return pair;
  };
}
