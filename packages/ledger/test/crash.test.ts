import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openLogSource } from '../src/log-source.ts';
import type { Receipt } from '../src/receipt.ts';
import { verifyReceipt } from '../src/receipt.ts';
import { verifyLog } from '../src/verify-log.ts';
import { keys, sampleLedger, temporaryFile } from './sample.ts';

const script = fileURLToPath(new URL('./crash-child.ts', import.meta.url));

/** Lets a child append until it has acknowledged `count` receipts, kills it with SIGKILL, and gives every receipt it printed in full. */
async function appendAndKill(file: string, count: number): Promise<readonly Receipt[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=@candor/source', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const text = await readUntil(child, count);
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}

async function readUntil(child: ChildProcess, count: number): Promise<string> {
  let text = '';
  child.stdout?.setEncoding('utf8');
  const ended = once(child, 'close');
  child.stdout?.on('data', (part: string) => {
    text += part;
    if (text.split('\n').length > count) child.kill('SIGKILL');
  });
  const [, signal] = await ended;
  expect(signal).toBe('SIGKILL');
  return text;
}

test('L15 after kill -9 no acknowledged receipt is lost and the log verifies, three times over', async () => {
  const file = temporaryFile();
  const receipts: Receipt[] = [];
  for (const count of [1, 60, 150]) {
    receipts.push(...(await appendAndKill(file, count)));
    const source = await openLogSource(file);
    const verified = await verifyLog(source, { keys, checkpoints: receipts.map(({ proof }) => proof.slice(proof.indexOf('\n\n') + 2)) });
    expect(verified.ok ? [] : verified.issues).toEqual([]);
    if (!verified.ok) return;
    expect(verified.value.records).toBe(verified.value.size);
    expect(verified.value.size).toBeGreaterThanOrEqual(receipts.length);
    const stored = new Map(
      (await source.records?.(0, verified.value.size))?.map((record) => [record.index, Buffer.from(record.salt).toString('hex')]),
    );
    for (const receipt of receipts) {
      expect(stored.get(receipt.index)).toBe(receipt.salt);
      expect(verifyReceipt(receipt, { keys }).ok).toBe(true);
    }
    await source.close();
  }
  const { ledger } = await sampleLedger(file);
  expect(await ledger.size()).toBeGreaterThanOrEqual(receipts.length);
  await ledger.close();
}, 90_000);
