// Runs one audit at a time, keeps its progress in memory and its result in the store, and publishes the report's hash.
import type { AuditProgress, AuditReport } from '@candor/audit';
import { sha256Hex } from '@candor/core';
import type { Ledger } from '@candor/ledger';
import type { Store } from '../drivers/store.ts';
import { PlatformError } from '../errors.ts';

const mostSteps = 400;

/** The running audit. `steps` are the progress events so far, oldest first. */
export type RunningAudit = { readonly id: number; readonly steps: readonly AuditProgress[] };

/** Audits of this site. */
export type AuditJobs = {
  /** Starts one and answers its number at once. Throws `PLATFORM_AUDIT_RUNNING`. */
  start(by: string): Promise<number>;
  running(): RunningAudit | null;
  /** Resolves when no audit runs. */
  settled(): Promise<void>;
  /** From here on a result that still comes in is thrown away. */
  stop(): Promise<void>;
};

/** What audits need. `now` is Unix seconds. */
export type AuditJobOptions = {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly site: string;
  /** Of the declaration that holds. */
  readonly declarationId: () => string;
  readonly run: (onProgress: (event: AuditProgress) => void) => Promise<AuditReport>;
  readonly now: () => number;
  readonly onFailure: (failure: unknown) => void;
};

/** No audit running. */
export function createAuditJobs(options: AuditJobOptions): AuditJobs {
  const { store, declarationId, now } = options;
  let current: { id: number; steps: AuditProgress[]; done: Promise<void> } | null = null;
  let starting = false;
  let stopped = false;

  const carryOut = async (id: number, by: string, steps: AuditProgress[]): Promise<void> => {
    try {
      const report = await options.run((event) => {
        if (steps.length < mostSteps) steps.push(event);
      });
      if (!stopped) await keep(options, { id, by, report });
    } catch (failure) {
      options.onFailure(failure);
      if (!stopped) await keepFailure(options, { id, by, failure }).catch(options.onFailure);
    } finally {
      current = null;
    }
  };

  return {
    async start(by) {
      if (current !== null || starting || stopped) throw new PlatformError('PLATFORM_AUDIT_RUNNING');
      starting = true;
      try {
        const id = await store.audits.start({ at: now(), by, declaration: declarationId() });
        const steps: AuditProgress[] = [];
        current = { id, steps, done: Promise.resolve() };
        current.done = carryOut(id, by, steps);
        return id;
      } finally {
        starting = false;
      }
    },
    running: () => (current === null ? null : { id: current.id, steps: current.steps }),
    settled: async () => {
      await current?.done;
    },
    async stop() {
      stopped = true;
      await store.audits.interruptRunning(now());
    },
  };
}

async function keep(
  { store, ledger, site, declarationId, now, onFailure }: AuditJobOptions,
  job: { id: number; by: string; report: AuditReport },
): Promise<void> {
  const text = JSON.stringify(job.report);
  const hash = sha256Hex(text);
  const at = now();
  // A ledger that fails costs the publication, not the result.
  const ledgerIndex = await ledger.publish({ kind: 'audit', site, declaration: declarationId(), hash, at }).then(
    (receipt) => receipt.index,
    (failure: unknown) => {
      onFailure(failure);
      return null;
    },
  );
  await store.audits.finish(job.id, { at, report: text, hash, ledgerIndex });
  await store.deeds.add({ at, account: job.by, action: 'audit-finished', detail: `${job.id}: ${job.report.conclusion}` });
}

async function keepFailure({ store, now }: AuditJobOptions, job: { id: number; by: string; failure: unknown }): Promise<void> {
  const failure = describe(job.failure);
  await store.audits.fail(job.id, { at: now(), failure });
  await store.deeds.add({ at: now(), account: job.by, action: 'audit-failed', detail: `${job.id}: ${failure}` });
}

// Code and message of a coded error; never a stack.
function describe(failure: unknown): string {
  if (!(failure instanceof Error)) return 'Unknown failure';
  const code = 'code' in failure && typeof failure.code === 'string' ? `${failure.code}: ` : '';
  return `${code}${failure.message}`.slice(0, 500);
}
