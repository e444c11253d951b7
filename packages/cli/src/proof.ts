// Proves a receipt or a whole log, and tells what was proved in words.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '@candor/core';
import { fail, succeed } from '@candor/core';
import type { LedgerRecord, VerifiedLog, VerifiedReceipt } from '@candor/ledger';
import { openLogSource, verifyLog, verifyReceipt } from '@candor/ledger';
import { isThere, readHead, readJsonFile } from './files.ts';

/** What was proved, as it is and in lines for a person. */
export type Proof = { readonly value: VerifiedReceipt | VerifiedLog; readonly lines: readonly string[] };

const sqliteMagic = 'SQLite format 3\u0000';

/** The log at this path: a ledger's SQLite file, a folder of tiles, or a data folder with a ledger in it. Null: not a log. Throws CLI_FILE. */
export async function findLog(path: string): Promise<string | null> {
  const isFolder = await stat(path).then(
    (kind) => kind.isDirectory(),
    () => false,
  );
  if (isFolder) {
    const ledger = join(path, 'ledger.sqlite');
    return (await isThere(ledger)) ? ledger : path;
  }
  const { bytes } = await readHead(path, sqliteMagic.length);
  return new TextDecoder('latin1').decode(bytes) === sqliteMagic ? path : null;
}

/** Proves a receipt from its JSON file. Throws CLI_FILE. */
export async function proveReceipt(file: string, keys: readonly string[]): Promise<Result<Proof>> {
  const receipt = await readJsonFile(
    file,
    'Name a receipt, which is the JSON that the site gave, unchanged; or the file or folder of a log',
  );
  const verified = verifyReceipt(receipt, { keys });
  if (!verified.ok) return verified;
  const { record, index, size, origin } = verified.value;
  return succeed({
    value: verified.value,
    lines: [`ok: the receipt is entry ${index} of the log "${origin}", which had ${size} then`, ...tellRecord(record)],
  });
}

/** Proves a whole log from its entries; `checkpoints` are signed notes that were kept outside it. */
export async function proveLog(path: string, keys: readonly string[], checkpoints: readonly string[]): Promise<Result<Proof>> {
  const source = await openLogSource(path);
  try {
    const verified = await verifyLog(source, { keys, checkpoints });
    return verified.ok ? succeed({ value: verified.value, lines: tellLog(verified.value) }) : fail(...verified.issues);
  } finally {
    await source.close();
  }
}

function tellLog({ origin, size, root, checkpoints, records, erased }: VerifiedLog): readonly string[] {
  const kept = records === null ? [] : [`  records      ${records} kept, ${erased ?? 0} erased`];
  return [
    `ok: the log "${origin}" holds: every entry leads to every checkpoint`,
    `  entries      ${size}`,
    ...kept,
    `  checkpoints  ${checkpoints}`,
    `  root         ${root}`,
  ];
}

const when = (at: number): string => new Date(at * 1000).toISOString().replace('.000Z', 'Z');

function tellRecord(record: LedgerRecord): readonly string[] {
  const common = [`  site         ${record.site}`, `  when         ${when(record.at)}`, `  declaration  ${record.declaration}`];
  if (record.kind === 'erased') return [`  what         ${record.count} records were erased`, ...common];
  if (record.kind !== 'choice') return [`  what         the ${record.kind} was published (${record.hash})`, ...common];
  const answers = Object.entries(record.answers).map(([purpose, { state }]) => `purpose ${purpose} ${state}`);
  return [
    `  what         a choice: ${answers.length === 0 ? 'no purpose answered' : answers.join(', ')}`,
    ...common,
    `  notice       ${record.notice} (${record.language}, ${record.profile}, by ${record.way}${record.gpc ? ', with GPC' : ''})`,
  ];
}
