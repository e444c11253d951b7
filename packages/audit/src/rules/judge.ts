// What the rules judge by: the declaration compiled, and what a visitor in each phase has allowed.
import type { Choice, ConsentState, Declaration, Enforcement, Identified, ProfileId, Question, Tracker, Verdict } from '@candor/core';
import { applyAction, compileEnforcement, decide, failClosedConsent, failClosedEnforcement, resolveConsent } from '@candor/core';
import type { Phase } from '../collect/observation.ts';

/** The bench that every rule sits on. */
export type Judge = {
  readonly declaration: Declaration | null;
  readonly enforcement: Enforcement;
  readonly home: URL;
  readonly profile: ProfileId;
  /** Whether a host is the site's own. */
  readonly isOwnHost: (host: string) => boolean;
  /** Whether the site can expire a cookie of this domain or clear this origin's storage. */
  readonly isWithinReach: (domain: string) => boolean;
  readonly trackerOf: (id: string | null) => Tracker | null;
  readonly consentIn: (phase: Phase) => readonly ConsentState[];
  /** The most lenient verdict of the phase: while an answer settles, what either state allows is allowed. */
  readonly verdictIn: (phase: Phase, question: Question) => Verdict;
  /** The bench for visitors in other circumstances. */
  readonly under: (circumstances: Circumstances) => Judge;
};

/** What is special about a visitor: the browser sends Global Privacy Control; a yes was given for these purposes only. */
export type Circumstances = { readonly gpc?: boolean; readonly only?: readonly string[] };

type Options = {
  readonly identified: Identified | null;
  readonly home: URL;
  readonly profile: ProfileId;
  readonly isOwnHost: (host: string) => boolean;
  readonly now: number;
};

/** Compiles a judge; `now` is Unix seconds. Without a declaration everything is undeclared. */
export function createJudge(options: Options, circumstances: Circumstances = {}): Judge {
  const { identified, home, profile, isOwnHost } = options;
  const declaration = identified?.declaration ?? null;
  const enforcement = declaration === null ? failClosedEnforcement([home.hostname]) : compileEnforcement(declaration);
  const consents = consentsOf(options, circumstances);
  const consentIn = (phase: Phase): readonly ConsentState[] => consents[phase];
  return {
    declaration,
    enforcement,
    home,
    profile,
    isOwnHost,
    isWithinReach: (domain) => isOwnHost(domain) || home.hostname === domain || home.hostname.endsWith(`.${domain}`),
    trackerOf: (id) =>
      id === null || declaration === null || !Object.hasOwn(declaration.trackers, id) ? null : (declaration.trackers[id] ?? null),
    consentIn,
    verdictIn: (phase, question) => mostLenient(consentIn(phase).map((consent) => decide(enforcement, consent, question))),
    under: (other) => createJudge(options, other),
  };
}

function mostLenient(verdicts: readonly Verdict[]): Verdict {
  const fallback: Verdict = { outcome: 'drop', code: 'DROP_UNDECLARED', tracker: null };
  return verdicts.find((verdict) => verdict.outcome !== 'drop') ?? verdicts.at(-1) ?? fallback;
}

type Consents = { readonly [P in Phase]: readonly ConsentState[] };

function consentsOf({ identified, profile, now }: Options, { gpc = false, only }: Circumstances): Consents {
  if (identified === null) {
    const closed = [failClosedConsent(null, profile)];
    return {
      unasked: closed,
      accepting: closed,
      accepted: closed,
      rejecting: closed,
      rejected: closed,
      withdrawing: closed,
      withdrawn: closed,
    };
  }
  const { declaration, id } = identified;
  const after = (choice: Choice | null, action: Parameters<typeof applyAction>[1]['action']): Choice | null =>
    applyAction(declaration, { declarationId: id, profile, choice, action, now });
  const resolve = (choice: Choice | null): ConsentState => resolveConsent(declaration, { profile, choice, gpc, now });
  const yes = after(null, only === undefined ? { do: 'accept-all' } : { do: 'save', grants: only });
  const unasked = resolve(null);
  const accepted = resolve(yes);
  const rejected = resolve(after(null, { do: 'reject-all' }));
  const withdrawn = resolve(after(yes, { do: 'withdraw', purposes: 'all' }));
  return {
    unasked: [unasked],
    accepting: [unasked, accepted],
    accepted: [accepted],
    rejecting: [unasked, rejected],
    rejected: [rejected],
    withdrawing: [accepted, withdrawn],
    withdrawn: [withdrawn],
  };
}
