// The one place where the guard asks core, and where a throw there becomes the most restrictive answer instead of a failed response.
import type {
  Choice,
  ConsentState,
  CookiePair,
  CspPair,
  Declaration,
  Enforcement,
  ProfileId,
  Question,
  RequestFacts,
  Verdict,
} from '@candor/core';
import {
  compileCsp,
  compileEnforcement,
  compileNotice,
  compilePageConsent,
  compilePageState,
  compilePermissionsPolicy,
  decide,
  expiryLines,
  failClosedConsent,
  failClosedEnforcement,
  isForeignRecord,
  resolveConsent,
  scanCookieName,
} from '@candor/core';
import type { Deciders, FilterOptions, GuardModes } from './contract.ts';
import type { HeaderList } from './header-list.ts';
import { createPolicies, createResolver, remember } from './memory.ts';
import { areAll, modesOf } from './modes.ts';
import type { ClientScripts } from './page/client-scripts.ts';
import { prepareScripts } from './page/client-scripts.ts';
import type { SharedPages } from './page/shared-pages.ts';
import { createSharedPages } from './page/shared-pages.ts';
import type { Foreign } from './request/switching.ts';
import { adoptionHeaders, readForeign } from './request/switching.ts';
import { FAIL_CLOSED_CSP } from './response/content-security-policy.ts';
import type { Circumstances, Ruling } from './rulings.ts';
import { createRulings } from './rulings.ts';
import type { FaultLog } from './watch/fault-log.ts';
import { withFallback } from './watch/fault-log.ts';

const DEFAULT_PREFIX = '/cookies';

/** Names unknown to the declaration are expired by enumeration; this many lines a response, the rest on the next one. */
const UNKNOWN_BUDGET = 32;

/** A visitor as far as consent goes. */
export type ConsentInput = { readonly profile: ProfileId; readonly choice: Choice | null; readonly gpc: boolean };

/** What is to be expired: names the visitor holds; while withdrawing also declared names of other paths. `round` rises with every request. */
export type ExpiryCase = {
  readonly heldNames: readonly string[];
  readonly request: RequestFacts;
  readonly withdrawing: boolean;
  readonly round: number;
};

/** Cookies that may hold the records of another tool, and whose they are. */
export type ForeignRecords = { readonly cookies: readonly CookiePair[]; readonly request: RequestFacts; readonly profile: ProfileId };

/** Answers of core that never throw. */
export type Judge = {
  readonly rules: Enforcement;
  /** What each layer does with the answers. */
  readonly modes: GuardModes;
  /** Where the front office lives, also when there is no usable declaration. */
  readonly prefix: string;
  readonly declaration: Declaration | null;
  readonly scripts: ClientScripts;
  /** For whoever has no profile of their own; without a usable declaration the opt-in one. */
  readonly defaultProfile: ProfileId;
  consentOf(input: ConsentInput): ConsentState;
  /** What holds for everybody: nothing granted. For answers that a shared cache may hold. */
  closedConsent(profile: ProfileId): ConsentState;
  /** Pages that a shared cache may hold; null where none are declared. */
  readonly shared: SharedPages | null;
  verdictOf(consent: ConsentState, question: Question): Verdict;
  /** The verdict about a Set-Cookie line, and the name that a browser reads from it. */
  rulingOf(line: string, at: Circumstances): Ruling;
  /** The verdict about a pair of a Cookie header. */
  verdictOfHeld(consent: ConsentState, name: string, request: RequestFacts): Verdict;
  expiry(consent: ConsentState, expiry: ExpiryCase): readonly string[];
  csp(consent: ConsentState, nonce: string | null): CspPair;
  /** The Permissions-Policy of every document. */
  readonly permissions: string;
  /** What another tool's records among these cookies are worth; null where there are none. */
  foreign(records: ForeignRecords): Foreign | null;
  /** What makes an adopted choice one of ours on a response; nothing for null. */
  adoption(foreign: Foreign | null, profile: ProfileId): HeaderList;
  readonly deciders: Deciders;
};

const NO_LINES: readonly string[] = [];
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

/** A declaration that does not compile may still say where the front office is. */
function prefixOf(declaration: Declaration | undefined, rules: Enforcement): string {
  const stated: unknown = rules.prefix === '' ? declaration?.site?.prefix : rules.prefix;
  return typeof stated === 'string' && stated.startsWith('/') && stated.length > 1 ? stated : DEFAULT_PREFIX;
}

/** Compiles the declaration once. Without one, or with one that does not compile, everything is decided fail-closed. */
export function createJudge(options: FilterOptions, faults: FaultLog): Judge {
  const deciders: Deciders = {
    decide,
    expiryLines,
    compileCsp,
    resolveConsent,
    compileNotice,
    compilePageState,
    compilePageConsent,
    ...options.deciders,
  };
  const { rules, declaration } = compileRules(options.declaration?.declaration ?? null, faults);
  const safely = <T>(step: () => T, fallback: () => T): T => withFallback(faults, 'DECIDER_FAILED', step, fallback);
  const closedConsent = remember((profile: ProfileId): ConsentState => failClosedConsent(declaration, profile));
  const rulings = createRulings(rules, deciders);
  const prefix = prefixOf(options.declaration?.declaration, rules);
  const scripts = prepareScripts(options.client, prefix, declaration);
  const hashes = scripts.inPage.map(({ sha256 }) => sha256);
  const modes = modesOf(options.mode);
  // Not `report-to`: browsers read its endpoints over TLS only, and where it stands they no longer read this.
  const reportTo = options.onReport === undefined && modes.csp === 'enforce' ? '' : `; report-uri ${prefix}/api/report`;
  const reported = ({ hosts, scripts }: CspPair): CspPair => ({ hosts: hosts + reportTo, scripts: scripts + reportTo });
  const resolve = createResolver(deciders.resolveConsent, options.now);
  const compile = (declaration: Declaration, consent: ConsentState, nonce: string | null): CspPair =>
    reported(deciders.compileCsp(declaration, consent, { hashes, ...(nonce === null ? {} : { nonce }) }));
  const policies = createPolicies(compile);
  return {
    rules,
    modes,
    prefix,
    declaration,
    scripts,
    defaultProfile: declaration?.profiles.default ?? 'eu-base',
    deciders,
    closedConsent,
    // What is the same for everybody takes every layer.
    shared: safely(
      () => (areAll(modes, 'enforce') ? createSharedPages(declaration, prefix, (live, consent) => compile(live, consent, null)) : null),
      () => null,
    ),
    permissions: safely(
      () => compilePermissionsPolicy(declaration),
      () => compilePermissionsPolicy(null),
    ),
    consentOf: ({ profile, choice, gpc }) =>
      declaration === null
        ? closedConsent(profile)
        : safely(
            () => resolve(declaration, { profile, choice, gpc }),
            () => closedConsent(profile),
          ),
    verdictOf: (consent, question) =>
      safely(
        () => deciders.decide(rules, consent, question),
        () => DROP,
      ),
    rulingOf: (line, at) => {
      try {
        const expected = rulings.expected(line, at);
        if (expected !== null) return expected;
        return rulings.setting(scanCookieName(line), line, at);
      } catch {
        faults.record('DECIDER_FAILED');
        return { name: scanCookieName(line), verdict: DROP };
      }
    },
    verdictOfHeld: (consent, name, request) => {
      try {
        return rulings.sending(consent, name, request);
      } catch {
        faults.record('DECIDER_FAILED');
        return DROP;
      }
    },
    expiry: (consent, { heldNames: held, request, withdrawing, round }) => {
      try {
        const heldNames = held.filter((name) => rulings.ends(consent, name, request));
        if (heldNames.length === 0 && !withdrawing) return NO_LINES;
        return deciders.expiryLines(rules, consent, { heldNames, request, withdrawing, round, unknownBudget: UNKNOWN_BUDGET });
      } catch {
        faults.record('DECIDER_FAILED');
        return NO_LINES;
      }
    },
    foreign: ({ cookies, request, profile }) => {
      if (declaration === null || !cookies.some(({ name }) => isForeignRecord(name))) return null;
      const closed = closedConsent(profile);
      const isDeclared = (name: string): boolean =>
        deciders.decide(rules, closed, { kind: 'cookie', name, request }).code !== 'DROP_UNDECLARED';
      const declarationId = options.declaration?.id ?? '';
      return safely(
        () => readForeign({ declaration, declarationId, cookies, host: request.host, profile, now: options.now(), isDeclared }),
        () => null,
      );
    },
    adoption: (foreign, profile) =>
      declaration === null || foreign === null
        ? []
        : safely(
            () => adoptionHeaders(foreign, { declaration, profile, now: options.now() }),
            () => [],
          ),
    csp: (consent, nonce) =>
      declaration === null
        ? FAIL_CLOSED_CSP
        : safely(
            () => policies(declaration, consent, nonce),
            () => FAIL_CLOSED_CSP,
          ),
  };
}
