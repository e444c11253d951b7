// The one place where the guard asks core, and where a throw there becomes the most restrictive answer instead of a failed response.
import type { Choice, ConsentState, CspPair, Declaration, Enforcement, ProfileId, Question, RequestFacts, Verdict } from '@candor/core';
import {
  compileCsp,
  compileEnforcement,
  compileNotice,
  decide,
  expiryLines,
  failClosedConsent,
  failClosedEnforcement,
  filterCookieHeader,
  resolveConsent,
  sweepPlan,
} from '@candor/core';
import { FAIL_CLOSED_CSP } from './content-security-policy.ts';
import type { Deciders, GuardOptions } from './contract.ts';
import type { FaultLog } from './fault-log.ts';
import { withFallback } from './fault-log.ts';

/** The cookie that holds a choice. It is never expired by the guard: a choice survives every fault. */
export const CHOICE_COOKIE = 'cookies_preferences';

/** Names unknown to the declaration are expired by enumeration; this many lines a response, the rest on the next one. */
const UNKNOWN_BUDGET = 32;

/** A visitor as far as consent goes. */
export type ConsentInput = { readonly profile: ProfileId; readonly choice: Choice | null; readonly gpc: boolean };

/** Answers of core that never throw. */
export type Judge = {
  readonly rules: Enforcement;
  readonly declaration: Declaration | null;
  consentOf(input: ConsentInput): ConsentState;
  /** What holds for everybody: nothing granted. For answers that a shared cache may hold. */
  closedConsent(profile: ProfileId): ConsentState;
  verdictOf(consent: ConsentState, question: Question): Verdict;
  cookieHeader(consent: ConsentState, header: string, request: RequestFacts): ReturnType<typeof filterCookieHeader>;
  expiry(consent: ConsentState, heldNames: readonly string[], request: RequestFacts): readonly string[];
  csp(consent: ConsentState, nonce: string | null): CspPair;
  readonly deciders: Deciders;
};

const DROP: Verdict = { outcome: 'drop', code: 'DROP_UNDECLARED', tracker: null };

type Compiled = { readonly rules: Enforcement; readonly declaration: Declaration | null };

function compileRules(declaration: Declaration | null, faults: FaultLog): Compiled {
  const closed: Compiled = { rules: failClosedEnforcement([]), declaration: null };
  if (declaration !== null)
    return withFallback<Compiled>(
      faults,
      'DECLARATION_MISSING',
      () => ({ rules: compileEnforcement(declaration), declaration }),
      () => closed,
    );
  faults.record('DECLARATION_MISSING');
  return closed;
}

/** Compiles the declaration once. Without one, or with one that does not compile, everything is decided fail-closed. */
export function createJudge(options: GuardOptions, faults: FaultLog): Judge {
  const deciders: Deciders = {
    decide,
    filterCookieHeader,
    expiryLines,
    compileCsp,
    resolveConsent,
    sweepPlan,
    compileNotice,
    ...options.deciders,
  };
  const { rules, declaration } = compileRules(options.declaration?.declaration ?? null, faults);
  const safely = <T>(step: () => T, fallback: () => T): T => withFallback(faults, 'DECIDER_FAILED', step, fallback);
  const closedConsent = (profile: ProfileId): ConsentState => failClosedConsent(declaration, profile);
  const hashes = [options.clientAsset.sha256];
  return {
    rules,
    declaration,
    deciders,
    closedConsent,
    consentOf: ({ profile, choice, gpc }) =>
      declaration === null
        ? closedConsent(profile)
        : safely(
            () => deciders.resolveConsent(declaration, { profile, choice, gpc, now: options.now() }),
            () => closedConsent(profile),
          ),
    verdictOf: (consent, question) =>
      safely(
        () => deciders.decide(rules, consent, question),
        () => DROP,
      ),
    cookieHeader: (consent, header, request) =>
      safely(
        () => deciders.filterCookieHeader(rules, consent, header, request),
        () => ({ header: null, removed: [] }),
      ),
    expiry: (consent, heldNames, request) => {
      const names = heldNames.filter((name) => name !== CHOICE_COOKIE);
      return names.length === 0
        ? []
        : safely(
            () => deciders.expiryLines(rules, consent, { heldNames: names, request, unknownBudget: UNKNOWN_BUDGET }),
            () => [],
          );
    },
    csp: (consent, nonce) =>
      declaration === null
        ? FAIL_CLOSED_CSP
        : safely(
            () => deciders.compileCsp(declaration, consent, { hashes, ...(nonce === null ? {} : { nonce }) }),
            () => FAIL_CLOSED_CSP,
          ),
  };
}
