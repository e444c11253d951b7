// What the tests record, and the options they open a ledger with: a clock that stands still. Also used outside the test runner.
import { randomBytes } from 'node:crypto';
import type { ChoiceRecord, Publication } from '../src/record.ts';
import type { Signer } from '../src/signer.ts';
import { createSigner } from '../src/signer.ts';

export const now = 1_790_000_123;
export const origin = 'example.org/cookies/log';
export const signer: Signer = createSigner({ origin, seed: new Uint8Array(32).fill(1) });
export const keys: readonly string[] = [signer.verifierKey];
export const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
export const options = { origin, signer, now: () => now, random };

export function choice(change: Partial<ChoiceRecord> = {}): ChoiceRecord {
  return {
    kind: 'choice',
    site: 'example.org',
    declaration: 'a'.repeat(64),
    notice: 'b'.repeat(64),
    language: 'en',
    profile: 'eu-base',
    way: 'banner',
    gpc: false,
    answers: { 1: { state: 'granted', revision: 1 }, 2: { state: 'denied', revision: 3 } },
    at: now,
    ...change,
  };
}

export const publication: Publication = {
  kind: 'policy',
  site: 'example.org',
  declaration: 'a'.repeat(64),
  hash: 'c'.repeat(64),
  language: 'en',
  at: now,
};
