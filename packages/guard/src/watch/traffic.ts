// Numbers of what goes through the guard. Labels are words of ours: no name, path or address of anybody is one, so that they stay few
// and say nothing of a visitor.
import type { ServerResponse } from 'node:http';
import type { VerdictCode } from '@candor/core';
import type { Observation } from '../contract.ts';
import type { OriginFailure } from '../origin/messages.ts';
import type { Family, Sample } from './metrics-text.ts';
import type { RequestKind, UnderWay, Underway } from './under-way.ts';
import { createUnderWay } from './under-way.ts';

/** Counts. */
export type Traffic = {
  /** Responses that have not ended. */
  readonly open: Pick<UnderWay, 'size'> & Iterable<ServerResponse>;
  begin(response: ServerResponse): Underway;
  /** A response that Node knows nothing of. */
  count(kind: RequestKind, status: number): void;
  dropped(kind: Observation['kind'], code: VerdictCode): void;
  expired(lines: number): void;
  reported(taken: boolean): void;
  siteFailed(reason: OriginFailure): void;
  families(): readonly Family[];
};

const CLASSES = ['none', '1xx', '2xx', '3xx', '4xx', '5xx'] as const;
/** Seconds. */
const BOUNDS: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function samplesOf(counts: ReadonlyMap<string, number>, names: readonly string[]): readonly Sample[] {
  return [...counts].map(([key, value]) => {
    const parts = key.split(' ');
    return { labels: Object.fromEntries(names.map((name, at) => [name, parts[at] ?? ''])), value };
  });
}

/** A histogram of seconds. */
function createTimes(): { add(seconds: number): void; samples(): readonly Sample[] } {
  const counts = [...BOUNDS, Number.POSITIVE_INFINITY].map(() => 0);
  let sum = 0;
  return {
    add: (seconds) => {
      sum += seconds;
      const found = BOUNDS.findIndex((bound) => seconds <= bound);
      const at = found < 0 ? BOUNDS.length : found;
      counts[at] = (counts[at] ?? 0) + 1;
    },
    samples: () => {
      let total = 0;
      const buckets = counts.map((count, at): Sample => {
        total += count;
        return { suffix: '_bucket', labels: { le: at === BOUNDS.length ? '+Inf' : String(BOUNDS[at]) }, value: total };
      });
      return [...buckets, { suffix: '_sum', value: sum }, { suffix: '_count', value: total }];
    },
  };
}

/** Everything zero. */
export function createTraffic(): Traffic {
  const open = createUnderWay();
  const requests = new Map<string, number>();
  const drops = new Map<Observation['kind'], Map<string, { count: number }>>();
  const failures = new Map<string, number>();
  const reports = new Map<string, number>();
  const times = createTimes();
  let expiries = 0;
  const count: Traffic['count'] = (kind, status) => increase(requests, `${kind} ${CLASSES[Math.floor(status / 100)] ?? 'none'}`);
  const counter = (name: string, help: string, samples: readonly Sample[]): Family => ({ name, help, type: 'counter', samples });
  return {
    open,
    begin: (response) => {
      const underway = open.begin(response);
      const started = performance.now();
      response.once('close', () => {
        open.end(underway);
        count(underway.kind, response.headersSent ? response.statusCode : 0);
        times.add((performance.now() - started) / 1000);
      });
      return underway;
    },
    count,
    dropped: (kind, code) => {
      const byCode = drops.get(kind) ?? new Map<string, { count: number }>();
      const dropped = byCode.get(code);
      if (dropped !== undefined) dropped.count += 1;
      else drops.set(kind, byCode.set(code, { count: 1 }));
    },
    expired: (lines) => {
      expiries += lines;
    },
    reported: (taken) => increase(reports, taken ? 'taken' : 'refused'),
    siteFailed: (reason) => increase(failures, reason),
    families: () => [
      counter(
        'candor_guard_requests_total',
        'Requests, by what was asked for and the class of the answer; none went away before it',
        samplesOf(requests, ['kind', 'class']),
      ),
      {
        name: 'candor_guard_response_seconds',
        help: 'From the head of a request to the end of its response',
        type: 'histogram',
        samples: times.samples(),
      },
      counter(
        'candor_guard_dropped_total',
        'What was dropped, or in observe mode would have been, by why',
        [...drops].flatMap(([kind, byCode]) => [...byCode].map(([code, { count: value }]) => ({ labels: { kind, code }, value }))),
      ),
      counter('candor_guard_expiry_lines_total', 'Set-Cookie lines that end a cookie', [{ value: expiries }]),
      counter('candor_guard_reports_total', 'Reports of browsers', samplesOf(reports, ['outcome'])),
      counter('candor_guard_site_failures_total', 'Requests that the site did not answer, by why', samplesOf(failures, ['reason'])),
    ],
  };
}
