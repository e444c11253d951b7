// Loads, interleaved: in each round every entry once for each case, in an order of the round's own.
import type { Random } from '@candor/testkit';
import { createRandom, shuffle } from '@candor/testkit';
import type { Case } from '../cases.ts';
import { documentCase, encodedCase, pageCase, smallCase } from '../cases.ts';
import type { Entry } from '../entry.ts';
import type { Load, Loader } from '../load/load.ts';
import type { Options } from '../options.ts';
import { firstLine } from '../peers/install.ts';
import { checkAnswer } from './answer.ts';

/** Many connections say what a request costs, one says how long it takes. */
export type Way = 'many' | 'one';

/** One load of one entry. Processor time in microseconds per request, times in microseconds. */
export type Sample = {
  readonly entry: string;
  readonly asked: Case['id'];
  readonly way: Way;
  readonly round: number;
  readonly cpu: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
};

/** What all measures are made with. */
export type Bench = { readonly loader: Loader; readonly options: Options; readonly say: (line: string) => void };

/** Everything the rounds gave. */
export type Measured = {
  readonly samples: readonly Sample[];
  /** Loads that were not kept, by their reasons. */
  readonly voided: readonly string[];
  /** Undeclared cookies that a guard's visitor got, in all answers that were looked at. */
  readonly leaked: readonly string[];
};

// Node's compilers go over a program for seconds: what is measured before that is they.
const WARM = 3;
const connections: { readonly [W in Way]: number } = { many: 32, one: 1 };
const leastBytes: { readonly [id in Case['id']]: number } = { small: 200, page: 65_536, document: 65_536, encoded: 10_000 };

/** Why a load says nothing, or null. */
export function spoils({ requests, bytes, failures }: Load, { id }: Pick<Case, 'id'>, lines: number): string | null {
  if (failures > 0) return `${failures} failures in ${requests} requests`;
  // A connection that got one answer and then waits is no failure to whoever counts answers.
  if (requests <= lines) return `${requests} answers on ${lines} connections: it stands still`;
  return bytes / requests < leastBytes[id] ? `${Math.round(bytes / requests)} bytes per answer` : null;
}

/** What failed its check is measured no more; what failed once under load only loses that load. */
type Record = { readonly samples: Sample[]; readonly voided: string[]; readonly leaked: string[]; readonly out: Set<string> };

const keyOf = (entry: Entry, asked: Case): string => `${entry.name}: ${asked.id}`;

async function checkAll({ say }: Bench, entries: readonly Entry[], record: Record): Promise<void> {
  for (const entry of entries) {
    for (const asked of new Set([...entry.loads, ...entry.lone])) {
      const { problems, leaked } = await checkAnswer(entry.running.port, asked, entry.expected);
      record.leaked.push(...leaked);
      for (const problem of [...problems, ...leaked.map((name) => `undeclared cookie "${name}"`)]) {
        record.voided.push(`${keyOf(entry, asked)}: ${problem}`);
        say(`WRONG ANSWER, NOT MEASURED ${keyOf(entry, asked)}: ${problem}`);
        record.out.add(keyOf(entry, asked));
      }
    }
  }
}

type Turn = { readonly entry: Entry; readonly asked: Case; readonly way: Way; readonly round: number };

async function loadOnce(bench: Bench, { entry, asked, way, round }: Turn): Promise<Sample | string> {
  const { running } = entry;
  const before = await running.usage();
  const { seconds: once } = bench.options;
  const shape = { connections: connections[way], seconds: round === 0 ? WARM * once : once };
  const load = await bench.loader.run({ port: running.port, path: asked.path, headers: asked.headers }, shape);
  const after = await running.usage();
  const spoilt = spoils(load, asked, shape.connections);
  if (spoilt !== null) return spoilt;
  const { p50, p99, requests, seconds } = load;
  const cpu = (after.cpu - before.cpu) / requests;
  return { entry: entry.name, asked: asked.id, way, round, cpu, perSecond: requests / seconds, p50, p99 };
}

async function take(bench: Bench, record: Record, turn: Turn): Promise<void> {
  const key = keyOf(turn.entry, turn.asked);
  if (record.out.has(key)) return;
  const sample = await loadOnce(bench, turn).catch(firstLine);
  if (typeof sample === 'string') {
    const line = `${key}: round ${turn.round}: ${sample}`;
    record.voided.push(line);
    bench.say(`VOID ${line}`);
  } else if (turn.round > 0) record.samples.push(sample);
}

/** The loads of one round: those that are compared stand beside each other. Lone requests take turns between their cases. */
function planRound(entries: readonly Entry[], round: number, random: Random): readonly Turn[] {
  const cases = [smallCase, pageCase, documentCase, encodedCase];
  const many = cases.flatMap((asked) =>
    shuffle(
      entries.filter(({ loads }) => loads.includes(asked)),
      random,
    ).map((entry): Turn => ({ entry, asked, way: 'many', round })),
  );
  const one =
    round === 0
      ? []
      : shuffle(entries, random).flatMap((entry): readonly Turn[] => {
          const asked = entry.lone[round % Math.max(1, entry.lone.length)];
          return asked === undefined ? [] : [{ entry, asked, way: 'one', round }];
        });
  return [...many, ...one];
}

/** Checks every answer, makes the rounds, checks again. The first round is longer, warms everybody up and is not kept. */
export async function measureRounds(bench: Bench, entries: readonly Entry[]): Promise<Measured> {
  const { options, say } = bench;
  const record: Record = { samples: [], voided: [], leaked: [], out: new Set() };
  const random = createRandom(options.seed);
  await checkAll(bench, entries, record);
  for (let round = 0; round <= options.rounds; round += 1) {
    for (const turn of planRound(entries, round, random)) await take(bench, record, turn);
    say(round === 0 ? 'warmed up' : `round ${round} of ${options.rounds}`);
  }
  await checkAll(bench, entries, record);
  return { samples: record.samples, voided: record.voided, leaked: record.leaked };
}
