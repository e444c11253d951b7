// Signs checkpoints. The caller keeps the seed; it is apart from the store, so that the store alone can forge nothing.
import { encodeUtf8 } from '@candor/core';
import { signingKeyOf } from './ed25519.ts';
import { LedgerError } from './errors.ts';
import { formatSignature } from './signed-note.ts';
import { isKeyName, verifierKeyOf } from './verifier-key.ts';

/** Signs as one log. `verifierKey` is what a declaration pins; `sign` makes a signed note of a text that ends in a newline. */
export type Signer = { readonly origin: string; readonly verifierKey: string; readonly sign: (text: string) => string };

/** The signer of an origin and a secret 32-byte seed. Throws `LEDGER_SEED_INVALID` or `LEDGER_ORIGIN_INVALID`. */
export function createSigner(options: { readonly origin: string; readonly seed: Uint8Array }): Signer {
  if (!isKeyName(options.origin)) throw new LedgerError('LEDGER_ORIGIN_INVALID');
  const secret = signingKeyOf(options.seed);
  const key = verifierKeyOf(options.origin, secret.publicKey);
  return {
    origin: options.origin,
    verifierKey: key.text,
    sign: (text) => `${text}\n${formatSignature(key, secret.sign(encodeUtf8(text)))}`,
  };
}
