// Every way past the page's script that we know: tried unguarded, against the script alone, and behind the guard.
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allProbes, egressVectors, writePaths } from './probes/all.ts';
import { kinds } from './probes/kinds.ts';
import type { Outcome, Probe } from './probes/probe.ts';
import { runProbes } from './probes/run.ts';
import type { ProbeStand, Setting } from './probes/stand.ts';
import { startProbeStand } from './probes/stand.ts';
import type { Outcomes } from './probes/table.ts';
import { count, renderBypasses, renderOutcomes } from './probes/table.ts';
import { openTestBrowser } from './stand.ts';

/** A headless browser fetches no icons and connects to nobody ahead of a request: these are tried all the same. */
const idleInHeadless = ['link-icon', 'link-preconnect', 'link-preconnect-later'];

let browser: Browser;
let closeBrowser: () => Promise<void>;
let stand: ProbeStand;
const outcomes: { [S in Setting]: Outcomes } = { bare: new Map(), alone: new Map(), guarded: new Map() };

beforeAll(async () => {
  ({ browser, close: closeBrowser } = await openTestBrowser());
  stand = await startProbeStand();
  for (const setting of ['bare', 'alone', 'guarded'] as const) outcomes[setting] = await runProbes(browser, stand, setting, allProbes);
  console.log(renderOutcomes(allProbes, outcomes));
}, 300_000);
afterAll(async () => {
  await stand?.close();
  await closeBrowser?.();
});

const isProven = ({ id }: Probe): boolean => outcomes.bare.get(id) === 'through';
const proven = (probes: readonly Probe[]): readonly Probe[] => probes.filter(isProven);
const found = (setting: Setting, probes: readonly Probe[]): { readonly [id: string]: Outcome | undefined } =>
  Object.fromEntries(probes.map(({ id }) => [id, outcomes[setting].get(id)]));
const expected = (setting: 'alone' | 'guarded', probes: readonly Probe[]): { readonly [id: string]: Outcome } =>
  Object.fromEntries(probes.map((probe) => [probe.id, probe[setting]]));
const passing = (setting: Setting, probes: readonly Probe[]): readonly string[] =>
  probes.flatMap(({ id }) => (outcomes[setting].get(id) === 'through' ? [id] : []));

test('B1 every probe works where nothing is in its way; what does not is not counted', () => {
  const idle = allProbes.filter((probe) => !isProven(probe)).map(({ id }) => id);
  if (idle.length > 0) console.warn(`NOT COUNTED, since this browser does nothing then: ${idle.join(', ')}`);
  expect(idle.filter((id) => !idleInHeadless.includes(id))).toEqual([]);
  expect(new Set(allProbes.map(({ id }) => id)).size).toBe(allProbes.length);
  expect(proven(kinds)).toHaveLength(11);
  expect(proven(writePaths).length).toBeGreaterThanOrEqual(30);
  expect(proven(egressVectors).length).toBeGreaterThanOrEqual(40);
});

test('B2 of eleven kinds the script alone stops ten, and removes what a response has set', () => {
  expect(found('alone', kinds)).toEqual(expected('alone', kinds));
  expect(count(kinds, outcomes.alone)).toEqual({ stopped: 10, purged: 1, through: 0 });
});

test('B3 of the ways to write, the script alone stops or removes all but what it cannot see and what a tab keeps', () => {
  expect(found('alone', writePaths)).toEqual(expected('alone', writePaths));
  expect(passing('alone', writePaths)).toEqual(['fetch-response', 'web-socket-response', 'window-name', 'history-state']);
  const { stopped, purged, through } = count(proven(writePaths), outcomes.alone);
  console.log(`Ways to write, script alone: ${stopped} stopped, ${purged} removed, ${through} through, of ${proven(writePaths).length}`);
  expect((stopped + purged) / proven(writePaths).length).toBeGreaterThan(0.85);
});

test('B4 of the ways to send, the script alone stops those by which things are loaded', () => {
  expect(found('alone', proven(egressVectors))).toEqual(expected('alone', proven(egressVectors)));
  const { stopped, through } = count(proven(egressVectors), outcomes.alone);
  console.log(`Ways to send, script alone: ${stopped} stopped, ${through} through, of ${proven(egressVectors).length}`);
});

test('B5 with the guard nothing undeclared stays on the device but what a tab keeps for itself', () => {
  expect(found('guarded', [...kinds, ...writePaths])).toEqual(expected('guarded', [...kinds, ...writePaths]));
  expect(passing('guarded', [...kinds, ...writePaths])).toEqual(['window-name', 'history-state']);
});

test('B6 with the guard nothing reaches a host that is not declared but by leaving the page and by what no policy binds', () => {
  expect(found('guarded', proven(egressVectors))).toEqual(expected('guarded', proven(egressVectors)));
  expect(passing('guarded', proven(egressVectors)).filter((id) => !idleInHeadless.includes(id))).toEqual([
    'speculation-rules',
    'web-rtc',
    'location',
    'window-open-address',
    'meta-refresh',
    'same-origin',
  ]);
});

test('B7 what the script alone does not stop is written down, with what closes it', () => {
  const spec = readFileSync(new URL('../packages/client/SPEC.md', import.meta.url), 'utf8');
  const flat = (text: string): string => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');
  const table = renderBypasses(allProbes);
  expect(flat(spec).includes(table), `packages/client/SPEC.md has to have this table:\n${table}`).toBe(true);
  const unexplained = allProbes.filter(({ alone, closedBy }) => alone !== 'stopped' && closedBy === undefined);
  expect(unexplained.map(({ id }) => id)).toEqual([]);
});
