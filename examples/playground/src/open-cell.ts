// One cell as it runs: the real guard with everything behind it, in front of the small site. Started when somebody first comes.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { clientAssets } from '@candor/client';
import type { Identified } from '@candor/core';
import { createGuard } from '@candor/guard';
import { now, random, startSystem } from 'candor/system';
import type { Cell } from './cell.ts';
import { hostOf } from './cell.ts';
import { declarationFor } from './declaration.ts';

/** A running cell. `port` is its guard's own. */
export type OpenCell = { readonly identified: Identified; readonly port: number; readonly close: () => Promise<void> };

/** Where the site is, where a cell may keep its records, and the port that visitors come to. */
export type CellOptions = { readonly upstream: string; readonly folder: string; readonly publicPort: number };

/** Opens a cell. One whose server fails has a guard, and behind it a front office that answers nothing but 500. */
export async function openCell(cell: Cell, options: CellOptions): Promise<OpenCell> {
  return cell.state === 'failing' ? openFailing(cell, options) : openWhole(cell, options);
}

async function openFailing(cell: Cell, { upstream }: CellOptions): Promise<OpenCell> {
  const identified = declarationFor(cell);
  const guard = createGuard({
    declaration: identified,
    upstream,
    mode: 'enforce',
    client: clientAssets,
    random,
    now,
    frontOffice: async () => new Response('This server fails, as asked', { status: 500 }),
  });
  const { port } = await guard.listen({ host: '127.0.0.1', port: 0 });
  return { identified, port, close: () => guard.close() };
}

async function openWhole(cell: Cell, { upstream, folder, publicPort }: CellOptions): Promise<OpenCell> {
  const host = hostOf(cell);
  const dataDirectory = join(folder, host);
  await mkdir(dataDirectory, { recursive: true });
  const listening = { port: 0 };
  const system = await startSystem({
    declaration: declarationFor(cell),
    upstream,
    dataDirectory,
    mode: 'enforce',
    listen: async (guard) => {
      listening.port = (await guard.listen({ host: '127.0.0.1', port: 0 })).port;
      return { publicOrigin: `http://${host}:${publicPort}` };
    },
  });
  return { identified: system.declaration, port: listening.port, close: system.close };
}
