// Passwords at rest are argon2id (19 MiB, two passes, one lane: OWASP's first recommendation). This file alone sees them plain.
import { hash, verify } from '@node-rs/argon2';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
// A hash of nothing that anybody knows: an unknown name costs the same work as a wrong password.
let decoy: Promise<string> | null = null;

/** Shortest password that is taken, in characters; longest, in bytes, so that nobody makes us hash megabytes. */
export const passwordLimits: { readonly shortest: number; readonly longest: number } = { shortest: 12, longest: 1024 };

/** The argon2id string of a password, its salt included. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Whether a password belongs to the stored hash. With null it does the same work and answers false. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('no account has this one', cost);
  const right = await verify(stored ?? (await decoy), password.slice(0, passwordLimits.longest));
  return right && stored !== null;
}
