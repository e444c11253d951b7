// Counting, writing, asking: the lifetime of one site's measurement.
import type { Identified } from '@candor/core';
import type { DayCounter } from './day-counter.ts';
import { createDayCounter } from './day-counter.ts';
import type { Dimension, MeasuredView } from './dimension.ts';
import { dimensions, readDimension } from './dimension.ts';
import { MeasureError } from './errors.ts';
import type { LocalDay } from './local-day.ts';
import { formatDay, localDayOf, parseDay } from './local-day.ts';
import type { Statistics } from './statistics.ts';
import { compileStatistics, daysOf, thresholdOf } from './statistics.ts';
import type { CountDelta, CountStore, KeyStart } from './store.ts';
import { isProgram } from './user-agent.ts';
import type { VisitorKey } from './visitor-key.ts';
import { createVisitorKey, keyLength } from './visitor-key.ts';

/** `now` is Unix seconds, `random` gives secret bytes. `flushEvery` is milliseconds between writes, 5,000 if absent, 0 for none. */
export type MeasureOptions = {
  readonly declaration: Identified;
  readonly store: CountStore;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly flushEvery?: number;
};

/** Counts page views of one site. Failures are `MeasureError`s; `count` never fails. */
export type Measure = {
  /** Counts a view that may be counted: consent, objection and signals are decided before. */
  count(view: MeasuredView): void;
  /** Writes what is new. */
  flush(): Promise<void>;
  /** The released numbers of two days and those between, such as `{from: '2026-11-01', to: '2026-11-23'}`. */
  statistics(query: { readonly from: string; readonly to: string }): Promise<Statistics>;
  /** Writes what is left and forgets the key. */
  close(): Promise<void>;
};

type Running = { readonly key: VisitorKey; readonly counter: DayCounter };

const secondsPerDay = 86_400;

/** A measure on a store, which it closes at the end. */
export function createMeasure(options: MeasureOptions): Measure {
  const { declaration } = options.declaration;
  const { site, measurement } = declaration;
  // Which profile a visitor has was decided before: here only a site that counts under none of them is left out.
  const counts = Object.values(measurement?.tier ?? {}).some((tier) => tier !== 'none');
  const counted: readonly Dimension[] = dimensions.filter((dimension) => measurement?.dimensions.includes(dimension));
  const k = thresholdOf(declaration);
  let today: LocalDay = localDayOf(options.now(), site.timeZone);
  let running: Running | null = null;
  let unwritten: CountDelta[] = [];
  let keyStarts: KeyStart[] = [];
  let writing: Promise<void> = Promise.resolve();
  let pruneDue = true;
  let closed = false;

  const endDay = (): void => {
    unwritten.push(...(running?.counter.take() ?? []));
    running?.key.destroy();
    running = null;
  };
  // A clock that goes back does not bring yesterday's key back: the day only ever moves on.
  const turnDay = (): void => {
    if (options.now() < today.until) return;
    endDay();
    today = localDayOf(options.now(), site.timeZone);
    pruneDue = true;
  };
  const begin = (): Running => {
    keyStarts.push({ day: today.day, at: Math.floor(options.now()) });
    return { key: createVisitorKey(options.random(keyLength)), counter: createDayCounter(today.day, k) };
  };
  const write = async (): Promise<void> => {
    turnDay();
    unwritten.push(...(running?.counter.take() ?? []));
    const deltas = unwritten;
    const starts = keyStarts;
    unwritten = [];
    keyStarts = [];
    try {
      if (deltas.length + starts.length > 0) await options.store.add(deltas, starts);
    } catch (reason) {
      unwritten = [...deltas, ...unwritten];
      keyStarts = [...starts, ...keyStarts];
      throw reason;
    }
    if (pruneDue && measurement !== undefined) await options.store.prune(dayBefore(today.day, measurement.retentionDays));
    pruneDue = false;
  };
  // One write after another: what a failed one gives back must be there for the next, and for the last at close.
  const flush = (): Promise<void> => {
    const next = writing.then(write, write);
    writing = next.catch(() => {});
    return next;
  };
  const timer = setTimer(options.flushEvery ?? 5000, flush);

  return {
    count: (view) => {
      if (closed || !counts || isProgram(view.userAgent)) return;
      turnDay();
      running ??= begin();
      const visitor = running.key.visitorOf(site.hosts[0], view.remoteAddress, view.userAgent);
      running.counter.add(
        visitor,
        counted.map((dimension) => [dimension, readDimension(dimension, view, site.hosts)]),
      );
    },
    flush: async () => {
      if (closed) throw new MeasureError('MEASURE_CLOSED');
      await flush();
    },
    statistics: async ({ from, to }) => {
      if (closed) throw new MeasureError('MEASURE_CLOSED');
      const days = daysOf(from, to);
      if (days === null) throw new MeasureError('MEASURE_QUERY_INVALID');
      await flush();
      const input = { counts: await options.store.readCounts(from, to), keyStarts: await options.store.readKeyStarts(from, to) };
      return compileStatistics(options.declaration, days, { from, to, today: today.day, ...input });
    },
    close: async () => {
      if (closed) return;
      closed = true;
      clearInterval(timer);
      endDay();
      try {
        await flush();
      } finally {
        await options.store.close();
      }
    },
  };
}

// A failed write is tried again by the next one, and told to whoever calls flush or statistics.
function setTimer(milliseconds: number, flush: () => Promise<void>): NodeJS.Timeout | undefined {
  if (milliseconds <= 0) return undefined;
  return setInterval(() => void flush().catch(() => {}), milliseconds).unref();
}

function dayBefore(day: string, days: number): string {
  return formatDay((parseDay(day) ?? 0) - days * secondsPerDay);
}
