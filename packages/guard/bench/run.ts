// The bench: puts the guard and other proxies in front of one and the same site, measures, prints the tables, and exits with 1 where a bar
// is not reached.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge } from './bars.ts';
import { smallCase } from './cases.ts';
import type { Stage } from './enter.ts';
import { enterProxies, enterSite } from './enter.ts';
import type { Entry } from './entry.ts';
import { readFigures } from './figures.ts';
import { chooseLoader, findWrk } from './load/load.ts';
import { measureHostile } from './measures/hostile.ts';
import type { Idle } from './measures/idle.ts';
import { measureIdle } from './measures/idle.ts';
import { measureParsers } from './measures/parsers.ts';
import type { Bench } from './measures/rounds.ts';
import { measureRounds } from './measures/rounds.ts';
import { soak } from './measures/soak.ts';
import type { Options } from './options.ts';
import { readOptions, usage } from './options.ts';
import { parserPackages, peers } from './peers/all.ts';
import { firstLine, installPeers } from './peers/install.ts';
import { bundlePrograms } from './processes/bundle.ts';
import { findNginx } from './processes/nginx.ts';
import { startProgram } from './processes/node-program.ts';
import type { Running } from './processes/running.ts';
import type { Results } from './results.ts';
import { renderBars, renderTables } from './table.ts';

const started = Date.now();
// Progress goes to standard error, so that the tables can be kept by themselves.
const say = (line: string): void => console.error(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${line}`);

/** What a step gives, or null and a word about why not: what failed takes nothing else with it. */
async function attempt<T>(what: string, step: () => Promise<T>): Promise<T | null> {
  try {
    return await step();
  } catch (cause) {
    say(`NOT MEASURED ${what}: ${firstLine(cause)}`);
    return null;
  }
}

/** What memory a guard takes that does nothing else: with connections held open, then under load that goes on. */
async function measureMemory(
  { programs, onClose }: Stage,
  bench: Bench,
  entries: readonly Entry[],
): Promise<Pick<Results, 'idle' | 'soak'>> {
  const { options, loader } = bench;
  const idle: Idle[] = [];
  for (const { name, kind, running } of entries) if (kind === 'nginx') idle.push(await measureIdle(name, running, options.idle));
  const site = entries.find(({ kind }) => kind === 'direct');
  const upstream = { host: '127.0.0.1', port: site?.running.port ?? 0 };
  const guard = await startProgram({ folder: programs, name: 'guard', upstream, flags: ['--expose-gc'] });
  onClose(guard.close);
  // A warm process, with little garbage in whose place connections could be put unseen.
  await loader.run({ ...smallCase, port: guard.port }, { connections: 1, seconds: 2 });
  idle.push(await measureIdle('guard', guard, options.idle));
  return { idle, soak: options.soak === 0 ? null : await soak(bench, guard) };
}

function report(results: Results, options: Options): { readonly text: string; readonly failed: boolean; readonly judged: unknown } {
  const figures = readFigures(results.measured.samples, options.seed);
  const judged = judge(results, figures);
  const base = results.entries.some(({ kind }) => kind === 'nginx') ? 'nginx' : 'dispatch';
  const missed = judged.filter(({ met }) => !met);
  const { voided } = results.measured;
  const verdict = missed.length === 0 ? 'PASS: every bar is reached' : missed.map(({ label }) => `FAIL ${label}`).join('\n');
  const losses = voided.length === 0 ? [] : [`${voided.length} loads were not kept`];
  return {
    text: [renderTables(results, figures, base), renderBars(judged), ...losses, verdict].join('\n\n'),
    failed: missed.length > 0,
    judged,
  };
}

async function openStage(onClose: Stage['onClose'], programs: string): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'candor-bench-'));
  onClose(() => rm(folder, { recursive: true, force: true }));
  return { folder, programs, nginx: await findNginx(), say, onClose };
}

async function run(options: Options, onClose: Stage['onClose']): Promise<number> {
  const wanted = peers.filter(({ name }) => options.only.length === 0 || options.only.some((word) => name.includes(word)));
  const cannon = (await findWrk()) === null ? ['autocannon'] : [];
  const installed = await installPeers([...wanted.flatMap(({ packages }) => packages), ...parserPackages, ...cannon], say);
  onClose(installed.remove);
  const programs = await bundlePrograms(
    installed.folder,
    wanted.map(({ program }) => program),
  );
  const stage = await openStage(onClose, programs);
  const loader = await chooseLoader(installed.modules);
  const site = await enterSite(stage);
  const origin = stage.nginx === null ? 'Node, since nginx is not on this machine' : `nginx ${stage.nginx}`;
  say(`load: ${loader.name}; site: ${origin}; Node ${process.version}; ${cpus().length} processors`);
  const entries = [site, ...(await enterProxies(stage, site, installed, wanted))];
  for (const { name, version } of entries) say(`${name} ${version}`);
  const bench = { loader, options, say };
  const measured = await measureRounds(bench, entries);
  const parsed = await attempt('parsers', () => measureParsers(programs, say));
  const before = (port: number): Promise<Running> =>
    startProgram({ folder: programs, name: 'guard', upstream: { host: '127.0.0.1', port } });
  const hostile = await attempt('hostile routes', () => measureHostile(before));
  for (const line of hostile?.leaked ?? []) say(`LEAKED ${line}`);
  for (const id of hostile?.missing ?? []) say(`NOT PASSED ON, declared cookie of hostile route ${id}`);
  const memory = (await attempt('memory', () => measureMemory(stage, bench, entries))) ?? { idle: [], soak: null };
  const named = entries.map(({ name, kind, version }) => ({ name, kind, version }));
  const results: Results = { entries: named, measured, parsed, hostile, ...memory, soaked: options.soak > 0 };
  const { text, failed, judged } = report(results, options);
  console.log(`\n${text}`);
  const surroundings = { node: process.version, load: loader.name, site: origin, processors: cpus().map(({ model }) => model) };
  if (options.out !== null) await writeFile(options.out, JSON.stringify({ ...surroundings, options, judged, ...results }, null, 1));
  return failed ? 1 : 0;
}

type Closer = () => Promise<void>;

async function closeAll(closers: Closer[]): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null || options === 'help') {
    console.log(usage);
    return options === null ? 2 : 0;
  }
  const closers: Closer[] = [];
  const stop = (): void => void closeAll(closers).finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    return await run(options, (close) => void closers.push(close));
  } catch (cause) {
    say(`NOT MEASURED: ${firstLine(cause)}`);
    return 1;
  } finally {
    await closeAll(closers);
  }
}

process.exitCode = await main(process.argv.slice(2));
