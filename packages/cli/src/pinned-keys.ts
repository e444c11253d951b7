// Which ledger keys the reader trusts. A key that comes with a receipt proves nothing: it is named, or it stands in a
// declaration that the reader has.
import { CliError } from './errors.ts';
import { isThere } from './files.ts';
import { findUsualFile } from './find-declaration.ts';
import { requireDeclaration, showPath } from './load-declaration.ts';

/** Verifier keys, and who pins them. */
export type PinnedKeys = { readonly keys: readonly string[]; readonly by: string };

// Where `guard` and `serve` keep the declaration as it is served.
const servedDeclaration = 'data/declaration.json';

async function keysIn(file: string): Promise<PinnedKeys | null> {
  const { declaration } = await requireDeclaration(file);
  const keys = declaration.log?.keys ?? [];
  return keys.length === 0 ? null : { keys, by: showPath(file) };
}

/** The keys named, those of the declaration named, or those of the usual files here. Throws CLI_USAGE where nothing pins a key. */
export async function findPinnedKeys(options: {
  readonly key: string | undefined;
  readonly declaration: string | undefined;
}): Promise<PinnedKeys> {
  if (options.key !== undefined) return { keys: [options.key], by: '--key' };
  const named = options.declaration;
  const usual = named ?? (await findUsualFile());
  const pinned = usual === null ? null : await keysIn(usual);
  if (pinned !== null) return pinned;
  const served = named === undefined && (await isThere(servedDeclaration)) ? await keysIn(servedDeclaration) : null;
  if (served !== null) return served;
  throw new CliError(
    'CLI_USAGE',
    usual === null
      ? 'Nothing here pins a key, so nothing can be proved'
      : `"${showPath(usual)}" pins no key, so nothing can be proved by it`,
    'Name a key you trust with --key, or a declaration that has log.keys with --declaration',
  );
}
