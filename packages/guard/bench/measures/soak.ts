// Memory under load that goes on: measured each ten seconds, without what is garbage.
import { median } from '@candor/testkit';
import { documentCase, smallCase } from '../cases.ts';
import type { Running } from '../processes/running.ts';
import type { Bench } from './rounds.ts';
import { spoils } from './rounds.ts';
import { slopeOf } from './slope.ts';

/** One look. `at` is seconds since the load began; memory in bytes. */
export type Look = { readonly at: number; readonly resident: number; readonly heap: number };

/** What a soak found. Growth is that of the last two thirds: the fitted rise in bytes, over that time. */
export type Soak = {
  readonly looks: readonly Look[];
  readonly requests: number;
  readonly failures: number;
  readonly heap: number;
  readonly heapGrowth: number;
  readonly residentGrowth: number;
};

const LOOK_EACH = 10;
const CONNECTIONS = 32;

function growth(looks: readonly Look[], pick: (look: Look) => number): number {
  const settled = looks.slice(Math.floor(looks.length / 3));
  const [first, last] = [settled[0], settled.at(-1)];
  if (first === undefined || last === undefined) return Number.NaN;
  return slopeOf(settled.map((look) => ({ at: look.at, value: pick(look) }))) * (last.at - first.at);
}

/** What the looks say. */
export function summariseLooks(looks: readonly Look[]): Pick<Soak, 'heap' | 'heapGrowth' | 'residentGrowth'> {
  return {
    heap: median(looks.map(({ heap }) => heap)),
    heapGrowth: growth(looks, ({ heap }) => heap),
    residentGrowth: growth(looks, ({ resident }) => resident),
  };
}

/** Loads for so many minutes, small answers and pages in turns. */
export async function soak({ loader, options, say }: Bench, running: Running): Promise<Soak> {
  const looks: Look[] = [];
  let requests = 0;
  let failures = 0;
  const began = Date.now();
  while (Date.now() - began < options.soak * 60_000) {
    const asked = looks.length % 2 === 0 ? smallCase : documentCase;
    const target = { port: running.port, path: asked.path, headers: asked.headers };
    const load = await loader.run(target, { connections: CONNECTIONS, seconds: LOOK_EACH });
    const spoilt = spoils(load, asked, CONNECTIONS);
    if (spoilt !== null) say(`SOAK: ${spoilt}`);
    requests += load.requests;
    failures += load.failures;
    const { resident, heap } = await running.usage(true);
    looks.push({ at: (Date.now() - began) / 1000, resident, heap });
    say(
      `soak: ${Math.round((Date.now() - began) / 1000)} s, resident ${Math.round(resident / 1024)} KiB, heap ${Math.round(heap / 1024)} KiB`,
    );
  }
  return { looks, requests, failures, ...summariseLooks(looks) };
}
