// Everything that the pages of one site answer from. Made once at start, read by every route.
import type { Declaration, ProfileId } from '@candor/core';
import type { Ledger } from '@candor/ledger';
import type { Measure } from '@candor/measure';
import type { Attempts } from './accounts/attempts.ts';
import type { FirstOwner } from './accounts/first-owner.ts';
import type { Sessions } from './accounts/sessions.ts';
import type { AuditJobs } from './back/audit-jobs.ts';
import type { Store } from './drivers/store.ts';
import type { ReceiptVault } from './front/receipt-vault.ts';
import type { Tally } from './front/tally.ts';
import type { Stylesheet } from './page/stylesheet.ts';

/** One site and what it runs on. */
export type Site = {
  readonly declaration: Declaration;
  readonly declarationId: string;
  /** The declaration's prefix, without a slash at its end. */
  readonly prefix: string;
  readonly publicOrigin: string;
  readonly secure: boolean;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly ledger: Ledger;
  readonly measure: Measure | null;
  readonly store: Store;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly firstOwner: FirstOwner;
  readonly audits: AuditJobs;
  readonly receipts: ReceiptVault;
  readonly tally: Tally;
  readonly stylesheet: Stylesheet;
  readonly receiptPatience: number;
  readonly onFailure: (failure: unknown) => void;
};

/** The host that publications and choices name. */
export function siteName(site: Site): string {
  return site.declaration.site.hosts[0];
}

/** Every profile whose policy a visitor can be shown: the default and the offered ones, each once. */
export function profilesOf(declaration: Declaration): readonly ProfileId[] {
  return [...new Set([declaration.profiles.default, ...declaration.profiles.offered])];
}
