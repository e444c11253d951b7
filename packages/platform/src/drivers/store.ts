// The platform's one store: everything it keeps on disk is behind these six interfaces.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PlatformError } from '../errors.ts';
import type { AccountStore } from './account-store.ts';
import { createAccountStore } from './account-store.ts';
import type { AuditStore } from './audit-store.ts';
import { createAuditStore } from './audit-store.ts';
import type { ChoiceCountStore } from './choice-count-store.ts';
import { createChoiceCountStore } from './choice-count-store.ts';
import type { DeedStore } from './deed-store.ts';
import { createDeedStore } from './deed-store.ts';
import type { PublicationStore } from './publication-store.ts';
import { createPublicationStore } from './publication-store.ts';
import type { SessionStore } from './session-store.ts';
import { createSessionStore } from './session-store.ts';
import { openConnection } from './sqlite.ts';

/** All that the platform keeps. */
export type Store = {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly audits: AuditStore;
  readonly deeds: DeedStore;
  readonly choiceCounts: ChoiceCountStore;
  readonly publications: PublicationStore;
  close(): Promise<void>;
};

/** Opens `platform.sqlite` in a directory, which is made if it is missing. Throws `PLATFORM_STORE`. */
export function openStore(directory: string): Store {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (cause) {
    throw new PlatformError('PLATFORM_STORE', { cause, detail: `The data directory "${directory}" cannot be made or opened` });
  }
  const db = openConnection(join(directory, 'platform.sqlite'));
  return {
    accounts: createAccountStore(db),
    sessions: createSessionStore(db),
    audits: createAuditStore(db),
    deeds: createDeedStore(db),
    choiceCounts: createChoiceCountStore(db),
    publications: createPublicationStore(db),
    close: () => db.destroy(),
  };
}
