// The key of a site's ledger: made once, kept beside the data, and pinned in the declaration that is served.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Declaration, Identified } from '@candor/core';
import { identifyDeclaration } from '@candor/core';
import type { Signer } from '@candor/ledger';
import { CliError, hasCode, reasonOf } from './errors.ts';

/** The ledger's signing seed, 32 bytes: made once, readable by its owner only. Throws CLI_FILE. */
export async function readSeed(dataDirectory: string): Promise<Uint8Array> {
  const file = join(dataDirectory, 'ledger.seed');
  try {
    await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
    return await readFile(file).then(
      (known) => new Uint8Array(known),
      (cause: unknown) => makeSeed(file, cause),
    );
  } catch (cause) {
    const hint = 'Name a folder of your own with --data; whoever loses the seed cannot sign the same log again';
    throw new CliError('CLI_FILE', `"${file}" cannot be used: ${reasonOf(cause)}`, hint);
  }
}

// Only where there was none: a seed that cannot be read must not be replaced.
async function makeSeed(file: string, cause: unknown): Promise<Uint8Array> {
  if (!hasCode(cause, 'ENOENT')) throw cause;
  const seed = new Uint8Array(randomBytes(32));
  await writeFile(file, seed, { mode: 0o600, flag: 'wx' });
  return seed;
}

/** The name under which a site's ledger signs. */
export function ledgerOrigin(declaration: Declaration): string {
  return declaration.log?.origin ?? `${declaration.site.hosts[0]}${declaration.site.prefix}/log`;
}

/** The declaration with this ledger's key pinned, where it pins none: receipts can then be proved from it. */
export function pinKey(declaration: Declaration, signer: Signer): Identified {
  const log = { origin: signer.origin, keys: [signer.verifierKey] };
  const pinned: Declaration = declaration.log === undefined ? { ...declaration, log } : declaration;
  return { declaration: pinned, id: identifyDeclaration(pinned) };
}

/** Whether receipts under this key can be proved from the declaration. */
export function isPinned(declaration: Declaration, signer: Signer): boolean {
  return declaration.log?.keys.includes(signer.verifierKey) === true;
}
