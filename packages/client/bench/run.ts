// The bench: puts Candor and its peers on one page, measures, prints the tables, and exits with 1 where a bar is not reached.
import { writeFile } from 'node:fs/promises';
import type { Mode } from './bars.ts';
import { blankPage, staticBanner } from './entries/baselines.ts';
import { candorRendered } from './entries/candor-rendered.ts';
import { candorStatic } from './entries/candor-static.ts';
import type { Entry, Surroundings } from './entry.ts';
import { measureAll } from './measure-all.ts';
import type { Options } from './options.ts';
import { readOptions, usage } from './options.ts';
import { peers } from './peers/all.ts';
import type { Installed } from './peers/install.ts';
import { firstLine, installPeers } from './peers/install.ts';
import { enterPeer } from './peers/peer.ts';
import type { Result } from './results.ts';
import { summarise } from './results.ts';
import { startOtherSites } from './sites.ts';
import { judge, renderBars, renderTables } from './table.ts';
import { openVisitors } from './visits.ts';

const started = Date.now();
// Progress goes to standard error, so that the tables can be kept by themselves.
const say = (line: string): void => console.error(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${line}`);

async function enterPeers(surroundings: Surroundings, installed: Installed, wanted: typeof peers): Promise<readonly Entry[]> {
  const entered: Entry[] = [];
  for (const peer of wanted) {
    try {
      const version = await installed.version(peer.packages[0]);
      entered.push(await enterPeer(peer, { surroundings, read: installed.read, bundle: installed.bundle }, version));
      say(`${peer.name} ${version}`);
    } catch (cause) {
      say(`LEFT OUT ${peer.name}: ${firstLine(cause)}`);
    }
  }
  return entered;
}

async function enterCandor(surroundings: Surroundings): Promise<readonly Entry[]> {
  const inScript = await candorStatic(surroundings);
  if (typeof inScript === 'string') say(`LEFT OUT Candor, script tag: ${inScript}`);
  return [candorRendered(surroundings), ...(typeof inScript === 'string' ? [] : [inScript])];
}

const modeOf = ({ name }: Result): Mode => (name.includes('rendered') ? 'rendered' : 'script');

function report(results: readonly Result[], options: Options): { readonly text: string; readonly failed: boolean; readonly data: object } {
  const [alone, fixed] = results.filter(({ kind }) => kind === 'baseline');
  if (alone === undefined || fixed === undefined) return { text: 'The baselines could not be measured', failed: true, data: { results } };
  const measured = results.map((result) => ({ result, summary: summarise(result, { static: fixed, alone }, options.seed) }));
  const judged = measured.filter(({ result }) => result.kind === 'candor').flatMap((one) => judge(one, modeOf(one.result)));
  const rivals = measured.filter(({ result }) => result.kind === 'peer');
  const missed = judged
    .filter(({ met }) => !met)
    .map(({ bar, mode, limit, value }) => `FAIL ${mode}: ${bar}: ${value ?? 'not measured'}, bar ${limit}`);
  const verdict =
    missed.length === 0
      ? `Every bar of ${measured.filter(({ result }) => result.kind === 'candor').length} modes is reached`
      : missed.join('\n');
  return {
    text: [renderTables(measured), renderBars(judged, rivals), verdict].join('\n\n'),
    failed: missed.length > 0,
    data: { options, judged, measured },
  };
}

type Closer = () => Promise<void>;

async function run(options: Options, closers: Closer[]): Promise<number> {
  const isWanted = ({ name }: { readonly name: string }): boolean =>
    options.only.length === 0 || options.only.some((word) => name.includes(word));
  const wanted = peers.filter(isWanted);
  const others = await startOtherSites();
  closers.push(others.close);
  const names = wanted.flatMap(({ packages }) => packages);
  const installed = await installPeers(names, say);
  closers.push(installed.remove);
  const visitors = await openVisitors();
  closers.push(visitors.close);
  say(`Chromium ${visitors.version}, Node ${process.version}`);
  const { surroundings } = others;
  const candor = (await enterCandor(surroundings)).filter(isWanted);
  const rivals = await enterPeers(surroundings, installed, wanted);
  const entries = [blankPage(surroundings), staticBanner(surroundings), ...candor, ...rivals];
  const results = await measureAll({ visitors, others, options, say }, entries);
  const { text, failed, data } = report(results, options);
  console.log(`\n${text}`);
  if (options.out !== null)
    await writeFile(options.out, JSON.stringify({ chromium: visitors.version, node: process.version, ...data }, null, 1));
  return failed || (options.only.length === 0 && candor.length < 2) ? 1 : 0;
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null || options === 'help') {
    console.log(usage);
    return options === null ? 2 : 0;
  }
  const closers: Closer[] = [];
  try {
    return await run(options, closers);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

process.exitCode = await main(process.argv.slice(2));
