// Random bytes come in as an argument, so that tests can repeat them.
import { randomBytes } from 'node:crypto';

/** As many random bytes as asked for. */
export type Random = (bytes: number) => Uint8Array;

/** The machine's own. */
export const systemRandom: Random = (bytes) => Uint8Array.from(randomBytes(bytes));
