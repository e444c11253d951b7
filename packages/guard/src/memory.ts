// What need not be worked out again for every message: pure answers, kept for as long as they are the same, and never too many.
import type {
  Choice,
  ConsentState,
  CspPair,
  Declaration,
  decide,
  Enforcement,
  ProfileId,
  Question,
  resolveConsent,
  Verdict,
} from '@candor/core';

const MOST = 4096;
const LONGEST = 256;
const LONGEST_LINE = 1024;

/** The same function with its answers kept. What is asked comes from outside: long questions are not kept, and many start anew. */
export function remember<Key extends string, Answer extends NonNullable<unknown> | null>(work: (key: Key) => Answer): (key: Key) => Answer {
  const kept = new Map<Key, Answer>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const answer = work(key);
    if (kept.size >= MOST) kept.clear();
    if (key.length <= LONGEST) kept.set(key, answer);
    return answer;
  };
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
  const unchosen = new Map<string, Answered>();
  return (declaration, { profile, choice, gpc }) => {
    const now = clock();
    const key = `${profile} ${gpc}`;
    const known = choice === null ? unchosen.get(key) : byChoice.get(choice);
    if (known !== undefined && known.now === now && known.gpc === gpc && known.profile === profile) return known.state;
    const state = resolve(declaration, { profile, choice, gpc, now });
    const answered: Answered = { profile, gpc, now, state };
    if (choice === null) unchosen.set(key, answered);
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
    let key = '';
    for (const id of Object.keys(consent.purposes)) if (consent.purposes[id]?.allowed === true) key += `${id} `;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const pair = compile(declaration, consent, nonce);
    if (kept.size >= MOST) kept.clear();
    kept.set(key, pair);
    return pair;
  };
}

type Line = Extract<Question, { readonly kind: 'set-cookie' }>;

/** A name that nothing but itself binds: not empty, and not one of those whose first characters ask for attributes. */
function hasPlainName(line: string, end: number): boolean {
  const equals = line.indexOf('=');
  const first = line.charCodeAt(0);
  return equals > 0 && equals < end && first !== 0x20 && first !== 0x09 && !line.startsWith('__');
}

/** Verdicts about lines whose name nobody declared. */
export type Strangers = {
  /** The verdict about a line of this name where it is known by now. */
  recall(name: string, line: string, now: number): Verdict | null;
  decide(name: string, rules: Enforcement, consent: ConsentState, question: Line): Verdict;
};

type Met = { readonly attributes: string; readonly now: number; readonly verdict: Verdict };

/**
 * `decide` about lines whose name nobody declared. Nothing of a visitor matters then, nor does a value that is short: what is set
 * under one name with the same attributes as the last time has the same verdict for a second. Names that are bound by their prefix,
 * and none at all, are asked about.
 */
export function createStrangers(ask: typeof decide): Strangers {
  const met = new Map<string, Met>();
  return {
    recall: (name, line, now) => {
      const last = met.get(name);
      if (last === undefined || last.now !== now || line.length > LONGEST_LINE || !line.endsWith(last.attributes)) return null;
      return line.indexOf(';') === line.length - last.attributes.length ? last.verdict : null;
    },
    decide: (name, rules, consent, question) => {
      const { line, now } = question;
      const verdict = ask(rules, consent, question);
      const end = line.indexOf(';');
      if (line.length > LONGEST_LINE || end < 0 || !hasPlainName(line, end)) return verdict;
      if (met.size >= MOST) met.clear();
      met.set(name, { attributes: line.slice(end), now, verdict });
      return verdict;
    },
  };
}
