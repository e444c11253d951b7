// A ledger in a temporary folder.

import { join } from 'node:path';
import { createFolders } from '@candor/testkit';
import { afterAll } from 'vitest';
import type { Ledger } from '../src/ledger.ts';
import { openLedger } from '../src/open-ledger.ts';
import { options } from './sample-records.ts';

export { choice, keys, now, options, origin, publication, signer } from './sample-records.ts';

const folders = createFolders();
afterAll(folders.remove);

export function temporaryFile(): string {
  return join(folders.create(), 'log.sqlite');
}

export async function sampleLedger(file: string = temporaryFile()): Promise<{ readonly ledger: Ledger; readonly file: string }> {
  return { ledger: await openLedger({ ...options, file }), file };
}
