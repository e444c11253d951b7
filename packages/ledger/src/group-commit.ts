// One writer, many callers: whatever waits when the writer is free goes into one transaction, so that a sync is shared.
import { LedgerError } from './errors.ts';

/** A queue in front of a writer. `submit` resolves with the job's own result; `close` finishes what waits and refuses the rest. */
export type GroupCommit<Job, Done> = { readonly submit: (job: Job) => Promise<Done>; readonly close: () => Promise<void> };

type Waiting<Job, Done> = { readonly job: Job; readonly resolve: (done: Done) => void; readonly reject: (reason: unknown) => void };

/** `write` takes jobs in order and gives one result for each; when it rejects, every job of the group does. */
export function createGroupCommit<Job, Done>(options: {
  readonly write: (jobs: readonly Job[]) => Promise<readonly Done[]>;
  /** Whether a job must have a transaction to itself. */
  readonly isAlone: (job: Job) => boolean;
  readonly limit: number;
}): GroupCommit<Job, Done> {
  let waiting: Waiting<Job, Done>[] = [];
  let running: Promise<void> | null = null;
  let closed = false;

  const takeGroup = (): readonly Waiting<Job, Done>[] => {
    const alone = waiting.findIndex(({ job }) => options.isAlone(job));
    const end = alone === 0 ? 1 : Math.min(alone < 0 ? waiting.length : alone, options.limit);
    const group = waiting.slice(0, end);
    waiting = waiting.slice(end);
    return group;
  };

  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      // A turn of the event loop, so that requests that arrived during the last sync join this group.
      await new Promise((resolve) => setImmediate(resolve));
      await settle(takeGroup(), options.write);
    }
    running = null;
  };

  return {
    submit: (job) =>
      new Promise<Done>((resolve, reject) => {
        if (closed) return reject(new LedgerError('LEDGER_CLOSED'));
        waiting.push({ job, resolve, reject });
        running ??= run();
      }),
    close: async () => {
      closed = true;
      await running;
    },
  };
}

async function settle<Job, Done>(
  group: readonly Waiting<Job, Done>[],
  write: (jobs: readonly Job[]) => Promise<readonly Done[]>,
): Promise<void> {
  try {
    const results = await write(group.map(({ job }) => job));
    for (const [index, { resolve, reject }] of group.entries()) {
      const result = results[index];
      if (result === undefined) reject(new LedgerError('LEDGER_STORE_FAILED'));
      else resolve(result);
    }
  } catch (reason) {
    for (const { reject } of group) reject(reason);
  }
}
