// Runs every measure of every entry. A measure that fails is named and leaves the others alone.
import type { Random } from '@candor/testkit';
import { createRandom, shuffle } from '@candor/testkit';
import type { Entry, Site } from './entry.ts';
import { measureAccess } from './measures/access.ts';
import { measureBehaviour } from './measures/behaviour.ts';
import { measureBytes } from './measures/bytes.ts';
import type { Load } from './measures/load.ts';
import { measureLoad } from './measures/load.ts';
import type { Traced } from './measures/trace.ts';
import { measureTrace } from './measures/trace.ts';
import { measureUndeclared } from './measures/undeclared.ts';
import { measureWithdrawal } from './measures/withdrawal.ts';
import type { Options } from './options.ts';
import { firstLine } from './peers/install.ts';
import type { Result } from './results.ts';
import type { OtherSites } from './sites.ts';
import type { Visitors } from './visits.ts';

/** What all measures are made with. */
export type Bench = {
  readonly visitors: Visitors;
  readonly others: OtherSites;
  readonly options: Options;
  readonly say: (line: string) => void;
};

type Record = { readonly entry: Entry; readonly loads: Load[]; readonly traced: Traced[]; readonly failures: string[] };

/** An entry that fails this often is measured no more, so that one peer does not eat the time of all. */
const TOO_OFTEN = 3;

async function attempt<T>(bench: Bench, record: Record, what: string, step: () => Promise<T>): Promise<T | undefined> {
  try {
    return await step();
  } catch (cause) {
    const line = `${record.entry.name}: ${what}: ${firstLine(cause)}`;
    record.failures.push(line);
    bench.say(`FAILED ${line}`);
    return undefined;
  }
}

type Open = readonly (readonly [Record, Site])[];

/** Runs a step for every entry that still works, in an order of this round's own. */
async function eachOnce(open: Open, random: Random, step: (record: Record, site: Site) => Promise<void>): Promise<void> {
  for (const [record, site] of shuffle(open, random)) if (record.failures.length < TOO_OFTEN) await step(record, site);
}

/** Paired loads: in each round every entry once. The first round warms servers and files, and is not kept. */
async function loadRounds(bench: Bench, open: Open): Promise<void> {
  const { options, visitors, say } = bench;
  const random = createRandom(options.seed);
  for (let round = 0; round <= options.rounds; round += 1) {
    const deed = round % 2 === 1 ? 'accept' : 'reject';
    await eachOnce(open, random, async (record, site) => {
      const load = await attempt(bench, record, `load ${round}`, () => measureLoad(visitors, record.entry, site, { round, deed }));
      if (load !== undefined && round > 0) record.loads.push(load);
    });
    if (round % 5 === 0) say(`loads: ${round} of ${options.rounds} rounds`);
  }
  for (let round = 1; round <= options.traceRounds; round += 1) {
    await eachOnce(open, random, async (record, site) => {
      const traced = await attempt(bench, record, `trace ${round}`, () => measureTrace(visitors, record.entry, site, round));
      if (traced !== undefined) record.traced.push(traced);
    });
  }
  say(`traces: ${options.traceRounds} rounds`);
}

function startResult({ entry: { name, kind, version }, loads, traced, failures }: Record): Result {
  return { name, kind, version, loads, traced, failures };
}

/** What an entry does, with its server and without. */
async function behave(bench: Bench, record: Record, site: Site): Promise<Result> {
  const { entry } = record;
  const { visitors, others } = bench;
  const { name, kind } = entry;
  const found = startResult(record);
  const bytes = await attempt(bench, record, 'bytes', () => measureBytes(visitors, entry, site));
  const sized = bytes === undefined ? found : { ...found, bytes };
  for (const path of bytes?.missing ?? []) bench.say(`NOT THERE ${name}: ${path}`);
  if (kind === 'baseline') return sized;
  const access = await attempt(bench, record, 'access', () => measureAccess(visitors, entry, site));
  const withdrawal = await attempt(bench, record, 'withdrawal', () => measureWithdrawal(visitors, entry, site));
  const traces = withdrawal?.left.length ?? 0;
  if (withdrawal !== undefined && withdrawal !== null && traces < 5) bench.say(`NOT LEFT ${name}: ${5 - traces} of 5 traces, after a yes`);
  // A peer has no server to be taken away.
  const alone = kind === 'peer' ? site : await attempt(bench, record, 'page alone', () => entry.open({ variant: 'base', alone: true }));
  const undeclared = alone && (await attempt(bench, record, 'undeclared', () => measureUndeclared(visitors, entry, alone, others)));
  const withdrawalAlone =
    alone === site
      ? withdrawal
      : alone && (await attempt(bench, record, 'withdrawal alone', () => measureWithdrawal(visitors, entry, alone)));
  if (alone !== site) await alone?.close();
  const behaviour = await attempt(bench, record, 'behaviour', () => behaveInVariants(visitors, entry, site));
  return {
    ...sized,
    ...(access === undefined ? {} : { access }),
    ...(withdrawal === undefined ? {} : { withdrawal }),
    ...(undeclared === undefined ? {} : { undeclared }),
    ...(withdrawalAlone === undefined ? {} : { withdrawalAlone }),
    ...(behaviour === undefined ? {} : { behaviour }),
  };
}

async function behaveInVariants(visitors: Visitors, entry: Entry, base: Site): ReturnType<typeof measureBehaviour> {
  const cosmetic = await entry.open({ variant: 'cosmetic', alone: false });
  try {
    const material = await entry.open({ variant: 'material', alone: false });
    try {
      return await measureBehaviour(visitors, entry, { base, cosmetic, material });
    } finally {
      await material.close();
    }
  } finally {
    await cosmetic.close();
  }
}

/** Measures all entries and closes what it opened. */
export async function measureAll(bench: Bench, entries: readonly Entry[]): Promise<readonly Result[]> {
  const records = entries.map((entry): Record => ({ entry, loads: [], traced: [], failures: [] }));
  const sites = new Map<Record, Site>();
  try {
    for (const record of records) {
      const site = await attempt(bench, record, 'open', () => record.entry.open({ variant: 'base', alone: false }));
      if (site !== undefined) sites.set(record, site);
    }
    await loadRounds(bench, [...sites]);
    const results: Result[] = [];
    for (const record of records) {
      const site = sites.get(record);
      bench.say(`behaviour: ${record.entry.name}`);
      // An entry that could not even be opened is still held to its bars.
      results.push(site === undefined ? startResult(record) : await behave(bench, record, site));
    }
    return results;
  } finally {
    for (const site of sites.values()) await site.close();
  }
}
