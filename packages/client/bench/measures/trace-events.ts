// Reads script time out of a trace of the browser.

/** An event of the trace, times in microseconds; `tdur` is the processor's part of `dur`. */
export type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly documentLoaderURL?: string; readonly frames?: unknown } };
};

const counted = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile', 'v8.compileModule', 'v8.evaluateModule', 'RunMicrotasks']);

/**
 * The time that the processor spent in events, each with what lies in it counted once. Where the trace has only the time on the
 * clock, that is taken: it also holds what other programs did meanwhile.
 */
export function outermostTime(events: readonly TraceEvent[]): number {
  let time = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const { ts, dur = 0, tdur = dur } of [...events].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    if (ts < end) continue;
    time += tdur;
    end = ts + dur;
  }
  return time;
}

/** Script time on the main thread of the page at `url`, in milliseconds. Null where the trace does not show its navigation. */
export function scriptTime(events: readonly TraceEvent[], url: string): number | null {
  const start = events.find(({ name, args }) => name === 'navigationStart' && args?.data?.documentLoaderURL === url);
  if (start === undefined) return null;
  const own = events.filter(
    ({ name, ph, pid, tid, ts }) => counted.has(name) && ph === 'X' && pid === start.pid && tid === start.tid && ts >= start.ts,
  );
  return outermostTime(own) / 1000;
}
