// R-LIFE: a stored cookie that lives longer than declared.
import type { Life } from '@candor/core';

// Chromium keeps nothing longer, whatever was asked for.
const longestLife = 400 * 86_400;

/** The observed and declared life in seconds (null: a session) where the observed one is longer, else null. */
export function judgeLife(declared: Life, observed: number | null): { readonly observed: number; readonly declared: number | null } | null {
  if (observed === null) return null;
  if (declared.kind === 'session') return { observed, declared: null };
  const limit = Math.min(declared.max, longestLife);
  return observed > limit + toleranceOf(limit) ? { observed, declared: declared.max } : null;
}

// 1 % or an hour, whichever is more, for clocks that differ; but no short life may double by it.
function toleranceOf(limit: number): number {
  return Math.max(limit * 0.01, Math.min(3600, limit));
}
