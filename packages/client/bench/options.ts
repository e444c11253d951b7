// What the command line says.
import { parseArgs } from 'node:util';

/** How a run is made. */
export type Options = {
  readonly rounds: number;
  readonly traceRounds: number;
  readonly seed: number;
  readonly out: string | null;
  /** Entries whose name holds one of these words; baselines always run. Empty means all. */
  readonly only: readonly string[];
};

export const usage = `Usage: npm run bench -w client -- [options]

  --rounds N     paired loads of every entry (30)
  --traces N     paired loads under a trace (a sixth of the rounds, at least 2)
  --seed N       order of the entries and resampling (1)
  --only WORDS   entries whose name holds one of these words, with commas between them
  --out FILE     writes everything that was measured as JSON
  --help         this text

Peers are installed by name into a temporary folder. With CANDOR_BENCH_PEERS=FOLDER that folder is used and kept.
`;

function parseCount(text: string | undefined, fallback: number): number | null {
  if (text === undefined) return fallback;
  const count = Number(text);
  return Number.isSafeInteger(count) && count > 0 ? count : null;
}

/** Reads the options; `help` where they were asked for, null where they cannot be read. */
export function readOptions(args: readonly string[]): Options | 'help' | null {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args: [...args],
      options: { rounds: text, traces: text, seed: text, only: text, out: text, help: { type: 'boolean' } },
    });
    if (values.help === true) return 'help';
    const rounds = parseCount(values.rounds, 30);
    const traceRounds = parseCount(values.traces, Math.max(2, Math.ceil((rounds ?? 0) / 6)));
    const seed = parseCount(values.seed, 1);
    if (rounds === null || traceRounds === null || seed === null) return null;
    const only = (values.only ?? '').split(',').filter((word) => word !== '');
    return { rounds, traceRounds, seed, out: values.out ?? null, only };
  } catch {
    return null;
  }
}
