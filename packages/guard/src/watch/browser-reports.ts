// What browsers report of pages, as hosts and words that the declaration lacks. Anybody can send a report: few a minute are taken, few
// hosts are kept, and nothing but a host, a directive and a path is read out of one.
import type { RequestUse } from '@candor/core';
import { matchHost } from '@candor/core';
import type { Observation } from '../contract.ts';
import { firstOf } from '../header-list.ts';
import type { Judge } from '../judge.ts';
import type { BrowserReport } from '../office/csp-reports.ts';
import { createMinuteLimit } from '../office/csp-reports.ts';
import type { Visit } from '../request/visit.ts';
import type { Observations } from './observations.ts';

/** Takes reports. */
export type BrowserReports = {
  /** Whether pages are to ask for reports: not where there is nothing to compare with, and not while too many come. */
  areWanted(): boolean;
  /** Whether one more message may be read this minute. */
  mayTake(): boolean;
  observe(visit: Visit, report: BrowserReport): void;
};

const PER_MINUTE = 120;
const HOSTS_KEPT = 100;

/** Directives of our policies, and what is loaded under them. Under `null` nothing can be declared. */
const USES: ReadonlyMap<string, RequestUse | null> = new Map<string, RequestUse | null>([
  ['script-src', 'script'],
  ['script-src-elem', 'script'],
  ['script-src-attr', null],
  ['style-src', 'style'],
  ['style-src-elem', 'style'],
  ['style-src-attr', null],
  ['img-src', 'image'],
  ['frame-src', 'frame'],
  ['connect-src', 'connect'],
  ['font-src', 'font'],
  ['media-src', 'media'],
  ['worker-src', 'worker'],
  ['manifest-src', null],
  ['object-src', null],
  ['form-action', null],
  ['base-uri', null],
]);

/** What is blocked without being anybody's host. */
const WORDS: ReadonlySet<string> = new Set(['inline', 'eval', 'wasm-eval', 'data', 'blob']);

/** A policy speaks of hosts, never of paths: a declared host that it blocked was not allowed for this visitor. */
function codeOf({ rules }: Judge, host: string, use: RequestUse | null): Observation['code'] {
  const meant = rules.trackers.flatMap((rule) =>
    rule.kind === 'request' && rule.match.hosts.some((pattern) => matchHost(pattern, host)) ? [rule] : [],
  );
  if (use !== null && meant.some(({ as }) => as.includes(use))) return 'DROP_REFUSED';
  return meant.length > 0 ? 'DROP_SCOPE' : 'DROP_UNDECLARED';
}

/** A page of another host is none of ours, nor what it has a browser send; what an extension does in a page is not the site's. */
function isOurs(visit: Visit, { host, fromExtension }: BrowserReport): boolean {
  const from = firstOf(visit.headers, 'sec-fetch-site') ?? 'same-origin';
  return host === visit.facts.host && from === 'same-origin' && !fromExtension;
}

/** Nothing taken yet. */
export function createBrowserReports(judge: Judge, observations: Observations, now: () => number): BrowserReports {
  const limit = createMinuteLimit(PER_MINUTE);
  const hosts = new Set<string>();
  const isKept = (host: string): boolean => {
    if (hosts.size < HOSTS_KEPT) hosts.add(host);
    return hosts.has(host);
  };
  return {
    areWanted: () => judge.declaration !== null && limit.isOpen(now()),
    mayTake: () => limit.take(now()),
    observe: (visit, browserReport) => {
      const { page, directive, blocked } = browserReport.report;
      const use = USES.get(directive);
      if (use === undefined || !isOurs(visit, browserReport)) return;
      if (WORDS.has(blocked)) {
        observations.record({ kind: 'request', name: blocked, code: 'DROP_UNDECLARED', page, directive }, null);
        return;
      }
      // Our policy of scripts says nothing of hosts that our policy of hosts does not say too.
      if (browserReport.ofScripts || !URL.canParse(blocked)) return;
      const { hostname: name } = new URL(blocked);
      if (name === '' || judge.rules.siteHosts.some((pattern) => matchHost(pattern, name))) return;
      if (!isKept(name)) return observations.lose();
      const question = use === null ? null : ({ kind: 'request', url: blocked, as: use, method: 'GET' } as const);
      observations.record({ kind: 'request', name, code: codeOf(judge, name, use), page, directive }, question);
    },
  };
}
