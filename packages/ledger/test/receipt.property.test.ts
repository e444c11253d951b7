import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyReceipt } from '../src/receipt.ts';
import { choice, keys, publication, sampleLedger } from './sample.ts';

const { ledger } = await sampleLedger();
await Promise.all(Array.from({ length: 10 }, () => ledger.recordChoice(choice())));
const receipts = [await ledger.recordChoice(choice()), await ledger.publish(publication), await ledger.erase(3)];
await ledger.close();

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

// What means the same receipt may verify: other JSON for the same value. Anything else may not.
function mayVerify(original: unknown, text: string): boolean {
  const changed = parse(text);
  if (changed === null || isDeepStrictEqual(changed.value, original)) return true;
  return !verifyReceipt(changed.value, { keys }).ok;
}

test('L25 no receipt verifies with any one character replaced, at any place', () => {
  for (const receipt of receipts) {
    const text = JSON.stringify(receipt);
    const original = JSON.parse(text);
    expect(verifyReceipt(original, { keys }).ok).toBe(true);
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      for (const other of [code ^ 1, code ^ 32, 48 + ((code + 1) % 10)]) {
        const changed = text.slice(0, at) + String.fromCharCode(other) + text.slice(at + 1);
        expect({ at, changed, ok: mayVerify(original, changed) }).toEqual({ at, changed, ok: true });
      }
    }
  }
});

test('L25 no receipt verifies with characters taken out, put in or swapped', () => {
  const edit = fc.tuple(fc.constantFrom(...receipts), fc.nat(), fc.nat(3), fc.string({ maxLength: 3 }));
  fc.assert(
    fc.property(edit, ([receipt, place, cut, insert]) => {
      const text = JSON.stringify(receipt);
      const at = place % text.length;
      expect(mayVerify(JSON.parse(text), text.slice(0, at) + insert + text.slice(at + cut))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('L25 parts of two receipts do not make a third', () => {
  for (const one of receipts) {
    for (const two of receipts) {
      for (const part of ['record', 'salt', 'index', 'proof'] as const) {
        if (one !== two) expect(verifyReceipt({ ...one, [part]: two[part] }, { keys }).ok).toBe(false);
      }
    }
  }
});
