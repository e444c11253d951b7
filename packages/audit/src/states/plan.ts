// What every state of one audit shares: the site, the declaration, the limits, and the pages that the first visit found.
import type { Declaration } from '@candor/core';
import { matchHost } from '@candor/core';
import { getDomain } from 'tldts';
import type { AuditBrowser } from '../browser/open.ts';
import type { AuditState, Evidence, Phase } from '../collect/observation.ts';
import { isLoopback } from '../collect/request-facts.ts';
import type { Reason } from '../reasons.ts';
import type { Settling } from '../settle.ts';
import type { Steps } from '../steps.ts';
import type { PageVisit } from './visitor.ts';

/** One audit's plan. `asks` says that the declaration has something to ask a visitor for; `mayInteract` that forms may be sent. */
export type Plan = {
  readonly browser: AuditBrowser;
  readonly home: URL;
  readonly declaration: Declaration | null;
  readonly asks: boolean;
  readonly mayInteract: boolean;
  readonly steps: Steps;
  /** How many pages besides the home page. */
  readonly pages: number;
  readonly settling: Settling;
  readonly onPage: (state: AuditState, url: string, phase: Phase) => void;
};

/** What a state came to: `note` says why it was not exercised, or what of it could not be. */
export type StateVerdict = { readonly status: StateRun['status']; readonly note: string | null };

/** How a state ended. */
export type StateRun = {
  readonly state: AuditState;
  readonly status: 'exercised' | 'not-exercised' | 'incomplete';
  /** Why it was not exercised, or what of it could not be. */
  readonly note: string | null;
  readonly problems: readonly Reason[];
  readonly visits: readonly PageVisit[];
  readonly evidence: Evidence;
  readonly durationMs: number;
};

/** Whether a host is the site's own: declared, or of the same registrable domain where nothing is declared. */
export function isOwnHost(plan: Pick<Plan, 'home' | 'declaration'>, host: string): boolean {
  if (plan.declaration !== null) return plan.declaration.site.hosts.some((pattern) => matchHost(pattern, host));
  if (host === plan.home.hostname) return true;
  const own = getDomain(plan.home.hostname, { allowPrivateDomains: true });
  return own !== null && own === getDomain(host, { allowPrivateDomains: true });
}

/** Whether forms may be sent without being asked to: only to this machine. */
export function mayInteractWith(url: URL): boolean {
  return isLoopback(url.hostname);
}

/** Milliseconds one state may take. */
export function budgetOf(plan: Plan, rounds: number): number {
  return 30_000 + rounds * (plan.pages + 1) * 6000;
}
