// The first owner comes in by one link, printed where the platform was started: whoever can read that may own it.
import { encodeBase64Url, sha256Hex } from '@candor/core';
import type { Account, AccountStore } from '../drivers/account-store.ts';

/** The link while there is no owner. The token is in memory for the life of this process, and as a hash in the store. */
export type FirstOwner = {
  link(): Promise<string | null>;
  accepts(token: string): Promise<boolean>;
  claim(claim: { token: string; name: string; password: string }): Promise<Account | null>;
};

/** What the first owner's link needs; `page` is the absolute address that takes `?token=`. */
export type FirstOwnerOptions = {
  readonly store: AccountStore;
  readonly page: string;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
};

/** A new link replaces the one of an earlier start. */
export function createFirstOwner({ store, page, now, random }: FirstOwnerOptions): FirstOwner {
  let token: string | null = null;
  return {
    async link() {
      if ((await store.count()) > 0) return null;
      if (token === null) {
        token = encodeBase64Url(random(32));
        await store.replaceOwnerLink(sha256Hex(token), now());
      }
      return `${page}?token=${token}`;
    },
    accepts: (given) => store.holdsOwnerLink(sha256Hex(given)),
    claim: ({ token: given, name, password }) => store.claimOwnership({ tokenHash: sha256Hex(given), name, password, at: now() }),
  };
}
