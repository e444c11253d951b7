// Starts everything that is measured. What cannot be started is named and left out.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentCase, encodedCase, pageCase, smallCase } from './cases.ts';
import type { Upstream } from './entries/entry.ts';
import type { Entry } from './entry.ts';
import { compressedPage, page, small } from './origin/content.ts';
import { renderOriginConf, renderProxyConf } from './origin/nginx-conf.ts';
import type { Peer } from './peers/all.ts';
import type { Installed } from './peers/install.ts';
import { firstLine } from './peers/install.ts';
import { startNginx } from './processes/nginx.ts';
import { startProgram } from './processes/node-program.ts';
import type { Running } from './processes/running.ts';

/** Where things are, and how to have them closed at the end. */
export type Stage = {
  readonly folder: string;
  readonly programs: string;
  readonly nginx: string | null;
  readonly say: (line: string) => void;
  readonly onClose: (close: () => Promise<void>) => void;
};

/** Starts one, to be closed at the end. */
async function keep({ onClose }: Stage, starting: Promise<Running>): Promise<Running> {
  const running = await starting;
  onClose(running.close);
  return running;
}

const nowhere: Upstream = { host: '127.0.0.1', port: 0 };
const both = [smallCase, pageCase] as const;

/** The site: nginx where it is there, else Node. */
export async function enterSite(stage: Stage): Promise<Entry> {
  const { folder, programs, nginx } = stage;
  const rest = { name: 'direct', kind: 'direct', expected: 'unchanged', loads: [], lone: both } as const;
  if (nginx === null) {
    const running = await keep(stage, startProgram({ folder: programs, name: 'origin', upstream: nowhere }));
    return { ...rest, version: process.version, running };
  }
  const home = join(folder, 'site');
  const files = { 'small.json': small, 'page.html': page, 'page-gz.html': compressedPage };
  await mkdir(join(home, 'site'), { recursive: true });
  for (const [name, body] of Object.entries(files)) await writeFile(join(home, 'site', name), body);
  return { ...rest, version: nginx, running: await keep(stage, startNginx(home, renderOriginConf)) };
}

/** nginx as a proxy, where it is there. */
async function enterNginx(stage: Stage, { port }: Upstream): Promise<readonly Entry[]> {
  const { folder, nginx } = stage;
  if (nginx === null) return [];
  const home = join(folder, 'proxy');
  await mkdir(home, { recursive: true });
  const running = await keep(
    stage,
    startNginx(home, (place) => renderProxyConf(place, port)),
  );
  return [{ name: 'nginx', kind: 'nginx', version: nginx, running, expected: 'unchanged', loads: both, lone: both }];
}

/** The guard, and what it is held against. */
async function enterOwn(stage: Stage, upstream: Upstream): Promise<readonly Entry[]> {
  const start = (name: string): Promise<Running> => keep(stage, startProgram({ folder: stage.programs, name, upstream }));
  const version = process.version;
  return [
    {
      ...{ name: 'dispatch', kind: 'floor', version, expected: 'unchanged', running: await start('dispatch') },
      ...{ loads: [...both, documentCase], lone: both },
    },
    { name: 'recode', kind: 'recode', version, expected: 'decoded alike', running: await start('recode'), loads: [encodedCase], lone: [] },
    {
      ...{ name: 'guard', kind: 'guard', version, expected: 'guarded', running: await start('guard') },
      ...{ loads: [...both, documentCase, encodedCase], lone: both },
    },
  ];
}

async function enterPeer(stage: Stage, upstream: Upstream, peer: Peer, version: string): Promise<readonly Entry[]> {
  try {
    const running = await keep(stage, startProgram({ folder: stage.programs, name: peer.program, upstream }));
    return [{ name: peer.name, kind: 'peer', version, running, expected: 'unchanged', loads: both, lone: both }];
  } catch (cause) {
    stage.say(`LEFT OUT ${peer.name}: ${firstLine(cause)}`);
    return [];
  }
}

/** Everything that stands in front of the site. */
export async function enterProxies(stage: Stage, site: Entry, installed: Installed, peers: readonly Peer[]): Promise<readonly Entry[]> {
  const upstream = { host: '127.0.0.1', port: site.running.port };
  const entries = [...(await enterNginx(stage, upstream)), ...(await enterOwn(stage, upstream))];
  for (const peer of peers) {
    const [main] = peer.packages;
    const version = main === undefined ? process.version : await installed.version(main);
    if (version === null) stage.say(`LEFT OUT ${peer.name}: it could not be installed`);
    else entries.push(...(await enterPeer(stage, upstream, peer, version)));
  }
  return entries;
}
