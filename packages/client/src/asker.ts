// The one question, put from inside the page, and the memory of what was refused here.
import type { ConsentState, Question, RequestFacts, Verdict } from '@candor/core';
import { decide } from '@candor/core';
import type { Env } from './env.ts';
import type { Consented, PageState } from './page-state.ts';

/** One thing a script tried and was refused. `at` is Unix seconds; no values. */
export type Blocked = {
  readonly kind: Question['kind'];
  readonly name: string;
  readonly code: string;
  readonly at: number;
  readonly stack: string;
};

/** Asks with the consent of the moment. */
export type Asker = {
  readonly state: PageState;
  consent(): ConsentState;
  /** Takes over another consent, as the guard gave it. */
  update(consented: Consented): void;
  request(): RequestFacts;
  /** The verdict; a throw is a no. */
  ask(question: Question): Verdict;
  /** The verdict, and a line in `blocked` when it is a no. */
  refuses(question: Question, name: string): boolean;
  remember(question: Question, name: string, verdict: Verdict): void;
  readonly blocked: readonly Blocked[];
};

const KEPT = 200;
const NO: Verdict = { outcome: 'drop', code: 'DROP_UNDECLARED', tracker: null };

/** Starts with the state of the page. */
export function createAsker(env: Env, state: PageState): Asker {
  const blocked: Blocked[] = [];
  let consent = state.consent;
  const ask = (question: Question): Verdict => {
    try {
      return decide(state.enforcement, consent, question);
    } catch {
      return NO;
    }
  };
  const remember = (question: Question, name: string, { code }: Verdict): void => {
    const stack = env.stack();
    const known = blocked.some((before) => before.kind === question.kind && before.name === name && before.stack === stack);
    if (!known && blocked.length < KEPT) blocked.push({ kind: question.kind, name, code, at: env.now(), stack });
  };
  return {
    state,
    blocked,
    ask,
    remember,
    consent: () => consent,
    update: (consented) => {
      consent = consented.consent;
    },
    request: () => ({ host: env.location.hostname, path: env.location.pathname, method: 'GET', secure: env.window.isSecureContext }),
    refuses: (question, name) => {
      const verdict = ask(question);
      if (verdict.outcome !== 'drop') return false;
      remember(question, name, verdict);
      return true;
    },
  };
}
