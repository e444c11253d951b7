// A page may hang whatever is asked of it, so everything asked of a page has an end.

/** Resolves to the promise's value, or to `fallback` when it rejects or takes longer than `ms` milliseconds. */
export async function within<T, F>(promise: Promise<T>, ms: number, fallback: F): Promise<T | F> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<F>((resolve) => {
    timer = setTimeout(() => resolve(fallback), Math.max(0, ms));
  });
  try {
    return await Promise.race([promise.catch(() => fallback), end]);
  } finally {
    clearTimeout(timer);
  }
}

/** A point in time that work must not pass. */
export type Deadline = { left(): number; passed(): boolean };

/** A deadline `ms` milliseconds from now, on the monotonic clock. */
export function createDeadline(ms: number): Deadline {
  const end = performance.now() + ms;
  return { left: () => Math.max(0, end - performance.now()), passed: () => performance.now() >= end };
}
