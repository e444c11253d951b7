// Faults the guard works around: counted, told by the health page and the log, never a reason to fail a response.

/** A fault the guard works around, by its stable code. `count` since start. */
export type Fault = { readonly code: string; readonly message: string; readonly count: number };

/** Stable codes of faults and what they mean for visitors. */
export const FAULTS = {
  DECLARATION_MISSING: 'No valid declaration: every tracker is dropped',
  DECLARATION_REJECTED: 'A new declaration cannot be put to use: the one before it holds',
  DECIDER_FAILED: 'A decider threw: the most restrictive answer was given',
  NOTICE_FAILED: 'The notice could not be rendered: pages go out without it, and nothing is granted',
  SCRIPT_KEPT_OUT:
    'A Content-Security-Policy of the site keeps the script of the notice out: the question works as a form, nothing is held back in the page',
  STYLES_KEPT_OUT: 'A Content-Security-Policy of the site keeps the styles of the notice out',
  FRONT_OFFICE_FAILED: 'The front office did not answer: choices cannot be changed, stored ones hold',
  LEDGER_FAILED: 'The ledger did not record something: choices hold, their receipts are missing',
  PAGE_VIEW_FAILED: 'A page view could not be counted',
  REPORT_FAILED: 'A report could not be handed on',
  UPSTREAM_FAILED: 'The site did not answer, or not as HTTP has it',
  UPSTREAM_LATE: 'The site took too long to answer',
} as const;

/** A stable code of a fault. */
export type FaultCode = keyof typeof FAULTS;

/** A fault and when it was met, first and last: Unix seconds. */
export type DatedFault = Fault & { readonly code: FaultCode; readonly since: number; readonly last: number };

/** Counts faults by code. */
export type FaultLog = {
  record(code: FaultCode): void;
  /** The reason is gone: from here on it is not said any more. */
  clear(code: FaultCode): void;
  list(): readonly DatedFault[];
};

/** What a log is kept with. `tell` hears of a fault when it is first met, and then at most once a minute while it goes on. */
export type FaultPorts = { readonly now: () => number; readonly tell: (fault: DatedFault) => void };

type Counted = { count: number; readonly since: number; last: number; told: number };

const TOLD_AGAIN_AFTER = 60;

const NOBODY: FaultPorts = { now: () => 0, tell: () => undefined };

/** An empty log. Neither a clock nor a listener that fails keeps it from counting. */
export function createFaultLog({ now, tell }: FaultPorts = NOBODY): FaultLog {
  const faults = new Map<FaultCode, Counted>();
  let last = 0;
  const time = (): number => {
    try {
      last = now();
    } catch {
      // The last time that it told is the best there is.
    }
    return last;
  };
  const dated = (code: FaultCode, { count, since, last }: Counted): DatedFault => ({ code, message: FAULTS[code], count, since, last });
  return {
    record: (code) => {
      const at = time();
      const before = faults.get(code);
      const fault = before ?? { count: 0, since: at, last: at, told: at };
      fault.count += 1;
      fault.last = at;
      faults.set(code, fault);
      if (before !== undefined && at - fault.told < TOLD_AGAIN_AFTER) return;
      fault.told = at;
      tell(dated(code, fault));
    },
    clear: (code) => void faults.delete(code),
    list: () => [...faults].map(([code, fault]) => dated(code, fault)),
  };
}

/** Keeps what is met while something is tried. `settle` gives it on to the log, as everything after it goes there at once. */
export function createTrial(log: FaultLog): { readonly faults: FaultLog; readonly met: () => readonly FaultCode[]; settle(): void } {
  const met: FaultCode[] = [];
  let tried = false;
  return {
    faults: { ...log, record: (code) => (tried ? log.record(code) : void met.push(code)) },
    met: () => met,
    settle: () => {
      tried = true;
      for (const code of met) log.record(code);
    },
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
