// The only file of the room that touches node:crypto, and the only one that holds the day's key.
import { createHmac } from 'node:crypto';

/** Tells visitors of one day apart. `destroy` overwrites the key: from then on nobody can say who was who. */
export type VisitorKey = {
  readonly visitorOf: (site: string, remoteAddress: string, userAgent: string) => string;
  readonly destroy: () => void;
};

/** Bytes of a key. */
export const keyLength = 32;

/** A key of these 32 random bytes, which it keeps and at the end overwrites. */
export function createVisitorKey(bytes: Uint8Array): VisitorKey {
  return {
    // Lengths go in first, so that no two triples are one message. 128 bits suffice to tell a day's visitors apart.
    visitorOf: (site, remoteAddress, userAgent) =>
      createHmac('sha256', bytes)
        .update(`${site.length},${remoteAddress.length},${userAgent.length};${site}${remoteAddress}${userAgent}`)
        .digest('base64')
        .slice(0, 22),
    destroy: () => {
      bytes.fill(0);
    },
  };
}
