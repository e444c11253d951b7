// The audit: a browser that stores what visitors' browsers store, the states, the rules, the report.
import type { Identified, ProfileId } from '@candor/core';
import { resolveConsent } from '@candor/core';
import { isCanaryAlive } from './browser/canary.ts';
import type { AuditBrowser, BrowserChoice } from './browser/open.ts';
import { openBrowser } from './browser/open.ts';
import type { AuditState } from './collect/observation.ts';
import { readUrl } from './collect/request-facts.ts';
import { AuditError } from './errors.ts';
import { measureGap } from './gap.ts';
import type { AuditProgress } from './progress.ts';
import type { Reason } from './reasons.ts';
import { renderReason } from './reasons.ts';
import { reportState } from './report/build-report.ts';
import type { AuditReport, BrowserReport } from './report/report.ts';
import { createJudge } from './rules/judge.ts';
import { judgeStates } from './rules/judge-states.ts';
import type { Settling } from './settle.ts';
import { defaultSettling } from './settle.ts';
import type { Plan, StateRun } from './states/plan.ts';
import { isOwnHost, mayInteractWith } from './states/plan.ts';
import { runStates } from './states/run-states.ts';
import type { Steps } from './steps.ts';

/** What to audit. `pages` is how many pages besides the home page (default 5); `states` defaults to all that can be exercised. */
export type AuditOptions = {
  readonly url: string;
  readonly declaration: Identified | null;
  readonly states?: readonly AuditState[];
  readonly profile?: ProfileId;
  readonly steps?: Steps;
  readonly pages?: number;
  readonly browser?: BrowserChoice;
  readonly onProgress?: (event: AuditProgress) => void;
  readonly interact?: boolean;
  /** How long pages are given to come to rest. */
  readonly settling?: Settling;
};

/**
 * Audits a site. What keeps it from seeing (no browser, an unreachable site) makes the report inconclusive and is in `reasons`;
 * it throws only an AuditError with AUDIT_BAD_URL.
 */
export async function runAudit(options: AuditOptions): Promise<AuditReport> {
  const home = readUrl(options.url);
  if (home === null || !/^https?:$/.test(home.protocol)) throw new AuditError('AUDIT_BAD_URL', { detail: `got "${options.url}"` });
  const startedAt = Date.now();
  const plannedHost = { home, declaration: options.declaration?.declaration ?? null };
  const nothing = { runs: [], browser: { version: null, source: null, sandbox: null, canary: null } } as const;
  if (!isOwnHost(plannedHost, home.hostname)) {
    const message = `The declaration is not for "${home.hostname}": audit one of its site.hosts, or declare this host`;
    return conclude(options, home, { ...nothing, startedAt, reasons: [{ code: 'AUDIT_HOST_NOT_DECLARED', message }] });
  }
  let browser: AuditBrowser;
  try {
    browser = typeof options.browser === 'object' && 'newContext' in options.browser ? options.browser : await openBrowser(options.browser);
  } catch (cause) {
    if (!(cause instanceof AuditError) || cause.code === 'AUDIT_BAD_URL') throw cause;
    return conclude(options, home, { ...nothing, startedAt, reasons: [{ code: cause.code, message: cause.message }] });
  }
  try {
    return await auditWith(browser, options, { home, startedAt });
  } finally {
    if (browser !== options.browser) await browser.close();
  }
}

type Start = { readonly home: URL; readonly startedAt: number };

async function auditWith(browser: AuditBrowser, options: AuditOptions, { home, startedAt }: Start): Promise<AuditReport> {
  options.onProgress?.({ kind: 'browser', version: browser.version, source: browser.source });
  const canary = await isCanaryAlive(browser).catch(() => false);
  const reasons: Reason[] = [];
  if (!canary) {
    reasons.push({
      code: 'AUDIT_CANARY_MISSING',
      message: 'This browser did not store a third-party cookie in the self-test: use another one',
    });
  }
  const runs = await runStates(planOf(browser, options, home), { asked: options.states, tell: (event) => options.onProgress?.(event) });
  if (runs.every((run) => run.evidence.requests.length === 0)) {
    reasons.push({ code: 'AUDIT_NO_EVIDENCE', message: `Nothing was requested from "${home.href}": there is nothing to judge` });
  }
  reasons.push(...runs.flatMap((run) => run.problems));
  const report: BrowserReport = { version: browser.version, source: browser.source, sandbox: browser.sandbox, canary };
  return conclude(options, home, { runs, browser: report, startedAt, reasons });
}

function planOf(browser: AuditBrowser, options: AuditOptions, home: URL): Plan {
  const declaration = options.declaration?.declaration ?? null;
  const profile = profileOf(options);
  const now = Math.floor(Date.now() / 1000);
  return {
    browser,
    home,
    declaration,
    asks: declaration !== null && resolveConsent(declaration, { profile, choice: null, gpc: false, now }).ask,
    mayInteract: options.interact === true || options.steps !== undefined || mayInteractWith(home),
    steps: options.steps ?? {},
    pages: Math.max(0, options.pages ?? 5),
    settling: options.settling ?? defaultSettling,
    onPage: (state, url, phase) => options.onProgress?.({ kind: 'page', state, phase, url }),
  };
}

function profileOf(options: AuditOptions): ProfileId {
  return options.profile ?? options.declaration?.declaration.profiles.default ?? 'eu-base';
}

type Outcome = {
  readonly runs: readonly StateRun[];
  readonly browser: BrowserReport;
  readonly startedAt: number;
  readonly reasons: readonly Reason[];
};

function conclude(options: AuditOptions, home: URL, { runs, browser, startedAt, reasons }: Outcome): AuditReport {
  const declaration = options.declaration?.declaration ?? null;
  const isOwn = (host: string): boolean => isOwnHost({ home, declaration }, host);
  const profile = profileOf(options);
  const judge = createJudge({ identified: options.declaration, home, profile, isOwnHost: isOwn, now: Math.floor(startedAt / 1000) });
  const judgement = judgeStates(judge, runs);
  const texts = [...new Set(reasons.map(renderReason))];
  return {
    v: 1,
    url: home.href,
    declaration: options.declaration?.id ?? null,
    startedAt: new Date(startedAt).toISOString(),
    durationMs: Date.now() - startedAt,
    profile,
    browser,
    states: runs.map((run) => reportState(run, { isOwnHost: isOwn, outOfReach: judgement.outOfReach.get(run.state) ?? [] })),
    findings: judgement.findings,
    gap: measureGap(declaration, runs, judgement),
    conclusion: judgement.findings.length > 0 ? 'findings' : texts.length > 0 ? 'inconclusive' : 'clean',
    reasons: texts,
  };
}
