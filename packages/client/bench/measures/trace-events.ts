// Reads script time out of a trace of the browser.

/** An event of the trace, times in microseconds. */
export type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly documentLoaderURL?: string; readonly frames?: unknown } };
};

const counted = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile', 'v8.compileModule', 'v8.evaluateModule', 'RunMicrotasks']);

/** The length of the union of intervals, each `[from, to]`. */
export function unionLength(intervals: readonly (readonly [number, number])[]): number {
  let covered = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const [from, to] of [...intervals].sort(([a], [b]) => a - b)) {
    if (to <= end) continue;
    covered += to - Math.max(from, end);
    end = to;
  }
  return covered;
}

/** Script time on the main thread of the page at `url`, in milliseconds. Null where the trace does not show its navigation. */
export function scriptTime(events: readonly TraceEvent[], url: string): number | null {
  const start = events.find(({ name, args }) => name === 'navigationStart' && args?.data?.documentLoaderURL === url);
  if (start === undefined) return null;
  const own = events.filter(
    ({ name, ph, pid, tid, ts }) => counted.has(name) && ph === 'X' && pid === start.pid && tid === start.tid && ts >= start.ts,
  );
  return unionLength(own.map(({ ts, dur = 0 }) => [ts, ts + dur] as const)) / 1000;
}
