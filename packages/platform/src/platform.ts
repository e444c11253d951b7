// Opens everything one site runs on, publishes what it says, and answers from then on.
import type { Identified } from '@candor/core';
import { createAttempts } from './accounts/attempts.ts';
import { createFirstOwner } from './accounts/first-owner.ts';
import { createSessions } from './accounts/sessions.ts';
import { createApplication } from './application.ts';
import { createAuditJobs } from './back/audit-jobs.ts';
import { removeExpired } from './back/retention.ts';
import { openStore } from './drivers/store.ts';
import { publishDeclaration, rememberNotices } from './front/publish.ts';
import { createReceiptVault } from './front/receipt-vault.ts';
import { createTally } from './front/tally.ts';
import { noticeStyles, policyStylesText } from './page/core-styles.ts';
import { createStylesheet } from './page/stylesheet.ts';
import type { Platform, PlatformOptions } from './platform-options.ts';
import type { Site } from './site.ts';

const defaultPatience = 2000;

/** Opens the store, publishes the declaration and its policies, and answers for a site. Throws `PLATFORM_STORE`. */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const current = { declaration: options.declaration };
  let site = openSite(options, () => current.declaration.id);
  await site.store.audits.interruptRunning(site.now());
  await removeExpired(site.store, site.now(), site.declaration.site.timeZone);
  await rememberNotices(site);
  await publishDeclaration(site);
  let application = createApplication(site);
  let closed = false;
  return {
    frontOffice: (request, context) => application(request, context),
    firstOwnerLink: () => site.firstOwner.link(),
    async audit(by) {
      await site.audits.start(by);
      await site.audits.settled();
    },
    async reload(declaration) {
      const next = { ...site, ...declaredIn(declaration) };
      // Words that are shown have to be known before they are answered to.
      await rememberNotices(next);
      current.declaration = declaration;
      site = next;
      application = createApplication(next);
      await publishDeclaration(next);
    },
    async close() {
      if (closed) return;
      closed = true;
      await site.audits.stop();
      await site.store.close();
    },
  };
}

/** What of a site follows from its declaration and may change while it runs. */
function declaredIn({ declaration, id }: Identified): Pick<Site, 'declaration' | 'declarationId' | 'stylesheet'> {
  return { declaration, declarationId: id, stylesheet: createStylesheet(policyStylesText(), noticeStyles(declaration.notice.theme)) };
}

function openSite(options: PlatformOptions, declarationId: () => string): Site {
  const { declaration } = options.declaration;
  const { ledger, now, random, publicOrigin } = options;
  const prefix = declaration.site.prefix.replace(/\/+$/, '');
  const store = openStore(options.dataDirectory);
  const onFailure = options.onFailure ?? reportFailure;
  const secure = options.secureCookies;
  const office = `${prefix}/admin`;
  return {
    ...declaredIn(options.declaration),
    prefix,
    publicOrigin,
    secure,
    now,
    random,
    ledger,
    measure: options.measure,
    store,
    sessions: createSessions({ store: store.sessions, path: office, secure, now, random }),
    attempts: createAttempts(now),
    firstOwner: createFirstOwner({ store: store.accounts, page: `${publicOrigin}${office}/first-owner`, now, random }),
    audits: createAuditJobs({ store, ledger, site: declaration.site.hosts[0], declarationId, run: options.runAudit, now, onFailure }),
    receipts: createReceiptVault(now, random),
    tally: createTally(),
    receiptPatience: options.receiptPatience ?? defaultPatience,
    onFailure,
  };
}

// Code and message only: a stack may hold what a visitor sent.
function reportFailure(failure: unknown): void {
  const code = failure instanceof Error && 'code' in failure ? String(failure.code) : 'PLATFORM_INTERNAL';
  const message = failure instanceof Error ? failure.message : String(failure);
  process.stderr.write(`candor platform: ${code}: ${message}\n`);
}
