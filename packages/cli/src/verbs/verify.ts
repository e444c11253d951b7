// `candor verify`: checks a receipt offline, against pinned keys.
import { readFile } from 'node:fs/promises';
import type { Issue } from '@candor/core';
import { verifyReceipt } from '@candor/ledger';
import { CliError } from '../errors.ts';
import { findDeclarationFile, requireDeclaration } from '../load-declaration.ts';
import type { Verb } from '../verb.ts';
import { textOf } from '../verb.ts';

type Pinned = { readonly keys: readonly string[]; readonly by: string };

async function keysIn(file: string | undefined): Promise<Pinned | null> {
  const found = await findDeclarationFile(file).catch(() => null);
  if (found === null) return null;
  const { declaration } = await requireDeclaration(found);
  const keys = declaration.log?.keys ?? [];
  return keys.length === 0 ? null : { keys, by: found };
}

// A key that comes with the receipt proves nothing: it is named, or it stands in a declaration that the reader has.
async function pinnedKeys(key: string | undefined, declarationFile: string | undefined): Promise<Pinned> {
  if (key !== undefined) return { keys: [key], by: '--key' };
  const pinned =
    declarationFile === undefined ? ((await keysIn(undefined)) ?? (await keysIn('data/declaration.json'))) : await keysIn(declarationFile);
  if (pinned !== null) return pinned;
  const where = declarationFile === undefined ? 'No declaration here' : `"${declarationFile}"`;
  throw new CliError(
    'CLI_USAGE',
    `${where} pins no key, so nothing can be proved by it`,
    'Name a key you trust with --key, or a declaration with `log.keys`',
  );
}

async function readReceipt(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CliError('CLI_FILE', `"${file}" cannot be read`, 'Name the receipt file that the site gave you');
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new CliError('CLI_FILE', `"${file}" is not JSON`, 'A receipt is the JSON file that the site gave you, unchanged');
  }
}

/** The verb `verify`. */
export const verifyVerb: Verb = {
  usage: 'candor verify RECEIPT [--key VERIFIER-KEY | --declaration FILE] [--json]',
  details: [
    '--key          a signed-note verifier key that you trust',
    '--declaration  the declaration whose `log.keys` pin the ledger; without either, the usual file here or data/declaration.json',
    '',
    'Exit: 0 proved · 1 not proved, with the reason · 2 bad usage or input',
  ].join('\n'),
  options: { key: { type: 'string' }, declaration: { type: 'string' } },
  takes: [1, 1],
  run: async ({ values, positionals, terminal }) => {
    const receipt = await readReceipt(positionals[0] ?? '');
    const { keys, by } = await pinnedKeys(textOf(values, 'key'), textOf(values, 'declaration'));
    const verified = verifyReceipt(receipt, { keys });
    if (values['json'] === true) terminal.out(JSON.stringify(verified, null, 2));
    else if (verified.ok) terminal.out(`ok: the receipt is in the log, under a key pinned by ${by}`);
    else for (const { code, message } of verified.issues as readonly Issue[]) terminal.out(`not proved: ${code}: ${message}`);
    return verified.ok ? 0 : 1;
  },
};
