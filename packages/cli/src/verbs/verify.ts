// `candor verify`: checks a receipt or a whole log offline, against pinned keys.
import type { Issue } from '@candor/core';
import { CliError } from '../errors.ts';
import { readHead } from '../files.ts';
import { findPinnedKeys } from '../pinned-keys.ts';
import { findLog, proveLog, proveReceipt } from '../proof.ts';
import type { Verb, VerbInput } from '../verb.ts';
import { textOf, toJson } from '../verb.ts';

function tellIssues(issues: readonly Issue[], by: string): readonly string[] {
  return [
    ...issues.flatMap(({ code, message, path, hint }) => [
      `not proved: ${code}: ${message}${path === '' ? '' : ` (at ${path})`}`,
      ...(hint === undefined ? [] : [`  ${hint}`]),
    ]),
    `  keys pinned by ${by}`,
  ];
}

async function readCheckpoint(file: string | undefined): Promise<readonly string[]> {
  if (file === undefined) return [];
  const { bytes } = await readHead(file, 64 * 1024);
  return [new TextDecoder().decode(bytes)];
}

async function verify({ values, positionals, terminal }: VerbInput): Promise<number> {
  const path = positionals[0] ?? '';
  const log = await findLog(path);
  const checkpoint = textOf(values, 'checkpoint');
  if (log === null && checkpoint !== undefined)
    throw new CliError('CLI_USAGE', 'A kept checkpoint is compared with a log, and this is no log', 'Leave --checkpoint out for a receipt');
  const { keys, by } = await findPinnedKeys({ key: textOf(values, 'key'), declaration: textOf(values, 'declaration') });
  const proved = log === null ? await proveReceipt(path, keys) : await proveLog(log, keys, await readCheckpoint(checkpoint));
  if (values['json'] === true) terminal.out(toJson(proved.ok ? { ok: true, value: proved.value.value, by } : { ...proved, by }));
  else terminal.out((proved.ok ? [...proved.value.lines, `  key          pinned by ${by}`] : tellIssues(proved.issues, by)).join('\n'));
  return proved.ok ? 0 : 1;
}

/** The verb `verify`. */
export const verifyVerb: Verb = {
  takes: 'RECEIPT|LOG',
  count: [1, 1],
  json: 'What was proved, or the issues, as JSON',
  options: {
    key: { type: 'string', value: 'KEY', says: 'A verifier key that you trust' },
    declaration: { type: 'string', value: 'FILE', says: 'A declaration that you trust, whose log.keys pin the ledger' },
    checkpoint: { type: 'string', value: 'FILE', says: 'A checkpoint that you kept: shows whether a log was rewritten since' },
  },
  notes: [
    'RECEIPT is the JSON that a site gave a visitor. LOG is a ledger’s SQLite file, a folder of tiles, or the data folder of a guard.',
    'Without --key and --declaration: the usual file here, or data/declaration.json.',
  ],
  exits: { 0: 'Proved', 1: 'Not proved, with the reason', 2: 'Bad usage or input' },
  run: verify,
};
