import { expect, test } from 'vitest';
import { verifyReceipt } from '../src/receipt.ts';
import { createSigner } from '../src/signer.ts';
import { choice, keys, origin, sampleLedger, signer } from './sample.ts';

const { ledger } = await sampleLedger();
await Promise.all([ledger.recordChoice(choice()), ledger.recordChoice(choice())]);
const receipt = JSON.parse(JSON.stringify(await ledger.recordChoice(choice({ language: 'fr' }))));
await ledger.close();

function codeOf(value: unknown, pinned: readonly string[] = keys): string | undefined {
  const verified = verifyReceipt(value, { keys: pinned });
  return verified.ok ? 'ok' : verified.issues[0]?.code;
}

test('L24 a receipt read back from JSON verifies, and says what, where and by whom', () => {
  const verified = verifyReceipt(receipt, { keys });
  expect(verified).toMatchObject({
    ok: true,
    value: { record: choice({ language: 'fr' }), index: 2, size: 3, origin, key: signer.verifierKey },
  });
  expect(verified.ok && verified.value.root).toMatch(/^[0-9a-f]{64}$/);
});

test('L26 a receipt under a key that is not pinned proves nothing', () => {
  const other = createSigner({ origin, seed: new Uint8Array(32).fill(2) });
  expect(codeOf(receipt, [other.verifierKey])).toBe('LEDGER_KEY_NOT_PINNED');
  expect(codeOf(receipt, [])).toBe('LEDGER_KEY_NOT_PINNED');
  expect(codeOf(receipt, [other.verifierKey, signer.verifierKey])).toBe('ok');
  expect(codeOf(receipt, ['no key', signer.verifierKey])).toBe('LEDGER_KEY_MALFORMED');
});

test('L26 a key under another name does not vouch for this origin', () => {
  const named = createSigner({ origin: 'example.net/log', seed: new Uint8Array(32).fill(1) });
  expect(codeOf(receipt, [named.verifierKey])).toBe('LEDGER_KEY_NOT_PINNED');
});

test('L24 each part that does not fit has its reason', async () => {
  const proof: string = receipt.proof;
  expect(codeOf({ ...receipt, record: choice() })).toBe('LEDGER_NOT_INCLUDED');
  expect(codeOf({ ...receipt, record: { ...receipt.record, at: receipt.record.at + 1 } })).toBe('LEDGER_NOT_INCLUDED');
  expect(codeOf({ ...receipt, record: { ...receipt.record, email: 'x' } })).toBe('LEDGER_RECORD_INVALID');
  expect(codeOf({ ...receipt, salt: '0'.repeat(64) })).toBe('LEDGER_NOT_INCLUDED');
  expect(codeOf({ ...receipt, salt: receipt.salt.slice(2) })).toBe('LEDGER_RECEIPT_MALFORMED');
  expect(codeOf({ ...receipt, index: 1 })).toBe('LEDGER_NOT_INCLUDED');
  expect(codeOf({ ...receipt, index: 1, proof: proof.replace('index 2', 'index 1') })).toBe('LEDGER_NOT_INCLUDED');
  expect(codeOf({ ...receipt, index: 3, proof: proof.replace('index 2', 'index 3') })).toBe('LEDGER_NOT_INCLUDED');
  expect(codeOf({ ...receipt, proof: proof.replace('\n3\n', '\n4\n') })).toBe('LEDGER_SIGNATURE_WRONG');
  expect(codeOf({ ...receipt, proof: proof.replace('tlog', 'log') })).toBe('LEDGER_PROOF_MALFORMED');
  expect(codeOf({ ...receipt, proof: `${proof}\n` })).toBe('LEDGER_NOTE_MALFORMED');
  expect(codeOf({ ...receipt, v: 2 })).toBe('LEDGER_RECEIPT_MALFORMED');
  expect(codeOf({ ...receipt, note: '' })).toBe('LEDGER_RECEIPT_MALFORMED');
  for (const value of [null, undefined, [], 'receipt', 7, {}, JSON.stringify(receipt)])
    expect(codeOf(value)).toBe('LEDGER_RECEIPT_MALFORMED');
});

test('L24 a signed text that is no checkpoint is refused', () => {
  const note = signer.sign('hello\n');
  expect(codeOf({ ...receipt, proof: `c2sp.org/tlog-proof@v1\nindex 2\n\n${note}` })).toBe('LEDGER_CHECKPOINT_MALFORMED');
});
