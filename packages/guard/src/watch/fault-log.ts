// Faults the guard works around: counted, told by the health page, never a reason to fail a response.
import type { Fault } from '../contract.ts';

/** Stable codes of faults and what they mean for visitors. */
export const FAULTS = {
  DECLARATION_MISSING: 'No valid declaration: every tracker is dropped',
  DECIDER_FAILED: 'A decider threw: the most restrictive answer was given',
  NOTICE_FAILED: 'The notice could not be rendered: pages go out without it, and nothing is granted',
  SCRIPT_KEPT_OUT:
    'A Content-Security-Policy of the site keeps the script of the notice out: the question works as a form, nothing is held back in the page',
  STYLES_KEPT_OUT: 'A Content-Security-Policy of the site keeps the styles of the notice out',
  FRONT_OFFICE_FAILED: 'The front office did not answer: choices cannot be changed, stored ones hold',
  PAGE_VIEW_FAILED: 'A page view could not be counted',
  REPORT_FAILED: 'A report could not be handed on',
  UPSTREAM_FAILED: 'The site did not answer, or not as HTTP has it',
  UPSTREAM_LATE: 'The site took too long to answer',
} as const;

/** A stable code of a fault. */
export type FaultCode = keyof typeof FAULTS;

/** Counts faults by code. */
export type FaultLog = { record(code: FaultCode): void; list(): readonly Fault[] };

/** An empty log. */
export function createFaultLog(): FaultLog {
  const counts = new Map<FaultCode, number>();
  return {
    record: (code) => void counts.set(code, (counts.get(code) ?? 0) + 1),
    list: () => [...counts].map(([code, count]) => ({ code, message: FAULTS[code], count })),
  };
}

/** Runs a step; a throw is recorded and answered with the fallback. */
export function withFallback<T>(log: FaultLog, code: FaultCode, step: () => T, fallback: () => T): T {
  try {
    return step();
  } catch {
    log.record(code);
    return fallback();
  }
}
