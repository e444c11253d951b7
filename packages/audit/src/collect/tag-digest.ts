// ETags may be identifiers, so they are told as digests under a key that this process makes up and forgets.
import { createHmac, randomBytes } from 'node:crypto';

const key = randomBytes(32);

/** A short digest that is equal for equal tags within this process, and says nothing anywhere else. */
export function digestOfTag(tag: string): string {
  return createHmac('sha256', key).update(tag).digest('hex').slice(0, 16);
}
