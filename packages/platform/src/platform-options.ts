// What the platform is given and what it gives back.
import type { AuditProgress, AuditReport } from '@candor/audit';
import type { Identified } from '@candor/core';
import type { GuardContext } from '@candor/guard';
import type { Ledger } from '@candor/ledger';
import type { Measure } from '@candor/measure';

/** Ports and settings. `now` is Unix seconds; `publicOrigin` is `scheme://host[:port]` without a slash at its end. */
export type PlatformOptions = {
  readonly declaration: Identified;
  /** Holds `platform.sqlite`; made if missing. */
  readonly dataDirectory: string;
  readonly ledger: Ledger;
  readonly measure: Measure | null;
  readonly runAudit: (onProgress: (event: AuditProgress) => void) => Promise<AuditReport>;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** Whether our own cookies carry `Secure`. */
  readonly secureCookies: boolean;
  readonly publicOrigin: string;
  /** Milliseconds after which a choice no longer waits for its receipt; 2000 where nothing is said. */
  readonly receiptPatience?: number;
  /** Told of every failure that a visitor sees as 500 or 503, or does not see at all. Default: one line on standard error. */
  readonly onFailure?: (failure: unknown) => void;
};

/** The running application. `frontOffice` answers everything under the declaration's prefix, the back office included. */
export type Platform = {
  frontOffice(request: Request, context: GuardContext): Promise<Response>;
  /** The link that makes the first owner, while there is none. */
  firstOwnerLink(): Promise<string | null>;
  /** Runs one audit and resolves when its result is kept and published; `by` is who asked. Throws `PLATFORM_AUDIT_RUNNING`. */
  audit(by: string): Promise<void>;
  /** From now on another declaration is shown, chosen under and published; what is being answered ends under the one before. */
  reload(declaration: Identified): Promise<void>;
  close(): Promise<void>;
};
