// What the command line says.
import { parseArgs } from 'node:util';

/** How a run is made. */
export type Options = {
  readonly rounds: number;
  /** How long one load lasts. */
  readonly seconds: number;
  readonly seed: number;
  /** Minutes under load whose memory is watched; 0: not watched. */
  readonly soak: number;
  /** Connections that are held open with nothing to do; 0: none. */
  readonly idle: number;
  readonly out: string | null;
  /** Peers whose name holds one of these words; nginx, the dispatch and the guard always run. Empty means all. */
  readonly only: readonly string[];
};

export const usage = `Usage: npm run bench -w guard -- [options]

  --rounds N       rounds that are kept, each with every entry once (15)
  --seconds N      length of one load (1)
  --only WORDS     peers whose name holds one of these words, with commas between them; "none" leaves all out
  --soak MINUTES   then watch the guard's memory under load for so long (0)
  --idle N         connections held open with nothing to do (2000)
  --seed N         order of the entries and resampling (1)
  --out FILE       writes everything that was measured as JSON
  --help           this text

Peers are installed by name into a temporary folder. With CANDOR_BENCH_PEERS=FOLDER that folder is used and kept.
`;

function parseCount(text: string | undefined, fallback: number, least = 1): number | null {
  if (text === undefined) return fallback;
  const count = Number(text);
  return text.trim() !== '' && Number.isSafeInteger(count) && count >= least ? count : null;
}

/** Reads the options; `help` where they were asked for, null where they cannot be read. */
export function readOptions(args: readonly string[]): Options | 'help' | null {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...{ rounds: text, seconds: text, seed: text, soak: text, idle: text, only: text, out: text },
        help: { type: 'boolean' },
      },
    });
    if (values.help === true) return 'help';
    const rounds = parseCount(values.rounds, 15);
    const seconds = parseCount(values.seconds, 1);
    const seed = parseCount(values.seed, 1);
    const soak = parseCount(values.soak, 0, 0);
    const idle = parseCount(values.idle, 2000, 0);
    if (rounds === null || seconds === null || seed === null || soak === null || idle === null) return null;
    const only = (values.only ?? '').split(',').filter((word) => word !== '');
    return { rounds, seconds, seed, soak, idle, out: values.out ?? null, only };
  } catch {
    return null;
  }
}
