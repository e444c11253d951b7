// `candor verify`: checks a receipt offline, against pinned keys.
import { readFile } from 'node:fs/promises';
import type { Issue } from '@candor/core';
import { verifyReceipt } from '@candor/ledger';
import { CliError } from '../errors.ts';
import { findDeclarationFile, requireDeclaration } from '../load-declaration.ts';
import type { Verb } from '../verb.ts';
import { textOf } from '../verb.ts';

async function pinnedKeys(key: string | undefined, declarationFile: string | undefined): Promise<readonly string[]> {
  if (key !== undefined) return [key];
  const { declaration } = await requireDeclaration(await findDeclarationFile(declarationFile));
  const keys = declaration.log?.keys ?? [];
  if (keys.length === 0) {
    throw new CliError(
      'CLI_USAGE',
      'The declaration pins no key, so no receipt can be proved by it',
      'Name a key you trust with --key, or pin the ledger’s in `log.keys`',
    );
  }
  return keys;
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
  name: 'verify',
  usage: 'candor verify RECEIPT [--key VERIFIER-KEY | --declaration FILE] [--json]',
  summary: 'Proves a receipt offline, against pinned keys',
  details: [
    '--key          a signed-note verifier key that you trust',
    '--declaration  the declaration whose `log.keys` pin the ledger; without either, the usual file here',
    '',
    'Exit: 0 proved · 1 not proved, with the reason · 2 bad usage or input',
  ].join('\n'),
  options: { key: { type: 'string' }, declaration: { type: 'string' } },
  takes: [1, 1],
  run: async ({ values, positionals, terminal }) => {
    const receipt = await readReceipt(positionals[0] ?? '');
    const keys = await pinnedKeys(textOf(values, 'key'), textOf(values, 'declaration'));
    const verified = verifyReceipt(receipt, { keys });
    if (values['json'] === true) terminal.out(JSON.stringify(verified, null, 2));
    else if (verified.ok) terminal.out('ok: the receipt is in the log under a pinned key');
    else for (const { code, message } of verified.issues as readonly Issue[]) terminal.out(`not proved: ${code}: ${message}`);
    return verified.ok ? 0 : 1;
  },
};
