import type { AuditBrowser } from '@candor/audit';
import { openBrowser } from '@candor/audit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Corpus, CorpusPhase, CorpusSite, RunningSite } from '../src/index.ts';
import { CORPUS_LOG_PATH, corpusSites, startCorpus, varySite } from '../src/index.ts';
import type { Journey, Visitor } from './sites/visitor.ts';
import { answer, findDifferences, findMissing, journeysOf, move, openVisitor } from './sites/visitor.ts';

const isFull = process.env['CANDOR_FULL'] === '1';
const only = process.env['CANDOR_SITES']?.split(',');

let browser: AuditBrowser;
let corpus: Corpus;

beforeAll(async () => {
  corpus = await startCorpus({
    sites: [...corpusSites, ...corpusSites.map((one) => varySite(one, 7))],
    peersFrom: process.env['CANDOR_PEERS'] ?? import.meta.url,
  });
  if (corpus.missingPeers.length > 0) console.warn(`Not installed, and therefore not visited: ${corpus.missingPeers.join(', ')}`);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await corpus?.close();
});

async function settle(
  visitor: Visitor,
  site: RunningSite,
  [phase, comes]: readonly [CorpusPhase, Journey['comes']],
): Promise<readonly string[]> {
  const agrees = async (): Promise<readonly string[]> => [
    ...findMissing(site, phase, comes).map((line) => `not in the log: ${line}`),
    ...(await findDifferences(visitor, site).catch((cause: unknown) => [String(cause)])),
  ];
  const all = await expect
    .poll(agrees, { timeout: 20_000, interval: 60 })
    .toEqual([])
    .then(
      () => [],
      () => agrees(),
    );
  return all.map((line) => `${site.id}, ${comes}, ${phase}: ${line}`);
}

async function travel(site: RunningSite, { answers, comes }: Journey): Promise<readonly string[]> {
  const context = await browser.newContext();
  site.reset();
  try {
    const visitor = await openVisitor(context, site, comes);
    await visitor.page.goto(site.url);
    await move(visitor, site, answers.includes('closed') ? [] : site.moves);
    const problems = [...(await settle(visitor, site, ['unasked', comes]))];
    for (const phase of answers) {
      if (problems.length > 0) break;
      await visitor.page.goto(site.url);
      await answer(visitor, site, phase);
      await move(visitor, site, site.moves);
      problems.push(...(await settle(visitor, site, [phase, comes])));
    }
    return problems;
  } catch (cause) {
    return [`${site.id}, ${comes}, ${answers.join()}: ${cause instanceof Error ? cause.message.slice(0, 300) : cause}`];
  } finally {
    await context.close();
  }
}

async function visit(sites: readonly RunningSite[]): Promise<readonly string[]> {
  const waiting = [...sites];
  const problems: string[] = [];
  const work = async (): Promise<void> => {
    for (let site = waiting.shift(); site !== undefined; site = waiting.shift()) {
      const begin = performance.now();
      for (const journey of journeysOf(site)) problems.push(...(await travel(site, journey)));
      if (process.env['CANDOR_TIMES']) console.log(site.id, Math.round(performance.now() - begin));
    }
  };
  await Promise.all(Array.from({ length: 6 }, work));
  return problems;
}

const chosen = (sites: readonly RunningSite[], every: number): readonly RunningSite[] =>
  only === undefined ? sites.filter((_site, at) => isFull || at % every === 0) : sites.filter(({ id }) => only.includes(id));

test('T30 every site keeps and asks exactly what the log of its server says', { timeout: 600_000 }, async () => {
  const sites = corpus.sites.filter(({ seed }) => seed === 0);
  expect(sites.length).toBeGreaterThanOrEqual(60);
  expect(await visit(chosen(sites, 12))).toEqual([]);
});

test('T31 a varied site does under other names what its log says', { timeout: 600_000 }, async () => {
  const sites = corpus.sites.filter(({ seed }) => seed !== 0);
  expect(await visit(chosen(sites, 40))).toEqual([]);
});

const page = (script: string): Pick<CorpusSite, 'build'> => ({
  build: () => ({ declares: [], routes: { '/': () => ({ page: { main: `<h1>Here</h1><script>${script}</script>` } }) } }),
});

test('T36 the script finds what a site did and did not tell, and what it told and did not do', async () => {
  const told = JSON.stringify({ phase: 'unasked', deed: { kind: 'stored', store: 'local', name: 'said', by: 'script' } });
  const lies: readonly CorpusSite[] = [
    { id: 'does-more', title: '', kinds: [], seed: 0, ...page("document.cookie = 'secret=1; path=/'; localStorage.done = 1;") },
    { id: 'says-more', title: '', kinds: [], seed: 0, ...page(`navigator.sendBeacon('${CORPUS_LOG_PATH}', '${told}');`) },
    {
      id: 'asks-more',
      title: '',
      kinds: [],
      seed: 0,
      ...page("new Image().src = 'http://elsewhere.localhost:' + location.port + '/x.gif';"),
    },
  ];
  const lying = await startCorpus({ sites: lies, peersFrom: null });
  try {
    const found = await Promise.all(
      lying.sites.map(async (site) => {
        const context = await browser.newContext();
        const visitor = await openVisitor(context, site, 'plain');
        await visitor.page.goto(site.url, { waitUntil: 'load' });
        await expect.poll(() => findDifferences(visitor, site)).not.toEqual([]);
        const differences = await findDifferences(visitor, site);
        await context.close();
        return differences;
      }),
    );
    expect(found).toEqual([
      ['only on the device: cookie secret does-more.localhost / (lax session)', 'only on the device: local done does-more.localhost'],
      ['only in the log: local said says-more.localhost'],
      ['only in the browser: request elsewhere.localhost /x.gif'],
    ]);
  } finally {
    await lying.close();
  }
});
