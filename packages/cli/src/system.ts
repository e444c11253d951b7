// Wires the rooms into one running system: ledger, measurement, platform and guard around one declaration and one upstream.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { AuditProgress, AuditReport, Steps } from '@candor/audit';
import { clientAssets } from '@candor/client';
import type { Identified } from '@candor/core';
import type { Guard, GuardLogEntry, GuardOptions, Region, Reloaded } from '@candor/guard';
import { createGuard } from '@candor/guard';
import type { Ledger, Signer } from '@candor/ledger';
import { createSigner, openLedger } from '@candor/ledger';
import type { Measure } from '@candor/measure';
import { createMeasure, openCountStore } from '@candor/measure';
import type { Platform } from '@candor/platform';
import { createPlatform } from '@candor/platform';
import type { Closers } from './closers.ts';
import { createClosers } from './closers.ts';
import { CliError, codeOf, messageOf } from './errors.ts';
import { writeText } from './files.ts';
import { ledgerOrigin, pinKey, readSeed } from './seed.ts';

/** What a system is made of. `listen` opens the guard's door and answers how visitors reach it, as `http://host:port`. */
export type SystemOptions = {
  readonly declaration: Identified;
  readonly upstream: string;
  readonly dataDirectory: string;
  readonly mode: GuardOptions['mode'];
  readonly listen: (guard: Guard) => Promise<{ readonly publicOrigin: string }>;
  /** True behind a proxy of one's own, whose X-Forwarded headers are believed. */
  readonly trustForwarded?: boolean;
  /** Which header says the region; without it everybody gets the declaration's default profile. */
  readonly region?: Region | null;
  /** Told what happens to the guard. */
  readonly onLog?: (entry: GuardLogEntry) => void;
  /** Told of what failed and no visitor saw why. Default: one line on standard error. */
  readonly onFailure?: (failure: unknown) => void;
  /** Who shows it may read the numbers; without one, this machine and its network. */
  readonly metricsToken?: string;
  readonly steps?: Steps;
  /** Told of every step of every audit. */
  readonly onAudit?: (event: AuditProgress) => void;
};

/** A running system. */
export type System = {
  readonly declaration: Identified;
  readonly guard: Guard;
  readonly platform: Platform;
  readonly ledger: Ledger;
  readonly signer: Signer;
  readonly publicOrigin: string;
  /** Audits the site as the back office does: the result is kept, published in the ledger, and the answer. */
  readonly audit: (by: string) => Promise<AuditReport>;
  /** Puts another declaration in the place of the one that holds, in guard, pages and log; counting goes on by the one at the start. */
  readonly reload: (declaration: Identified) => Promise<Reloaded>;
  /** Lets what is under way end for `grace` milliseconds, none where nothing is said. */
  readonly close: (options?: { readonly grace?: number }) => Promise<void>;
};

/** Unix seconds. */
export const now = (): number => Math.floor(Date.now() / 1000);

/** Browsers report only where somebody listens; what they say is in the guard's own summary. */
export const hearReports = (): void => {};

/** Random bytes of the operating system. */
export const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));

/** Opens everything and listens; closes what it opened if a later part fails. */
export async function startSystem(options: SystemOptions): Promise<System> {
  const closers = createClosers();
  try {
    return await assemble(options, closers);
  } catch (cause) {
    await closers.close();
    throw cause;
  }
}

async function assemble(options: SystemOptions, closers: Closers): Promise<System> {
  const { dataDirectory } = options;
  const origin = ledgerOrigin(options.declaration.declaration);
  const signer = createSigner({ origin, seed: await readSeed(dataDirectory) });
  const declaration = pinKey(options.declaration.declaration, signer);
  await writeServed(dataDirectory, declaration);
  const ledger = await openLedger({ file: join(dataDirectory, 'ledger.sqlite'), origin, signer, now, random });
  closers.add(() => ledger.close());
  const measure = await openMeasure(declaration, dataDirectory);
  if (measure !== null) closers.add(() => measure.close());
  const holder: { platform?: Platform } = {};
  const guard = openGuard(options, { declaration, measure, holder });
  closers.add(() => guard.close());
  const { publicOrigin } = await options.listen(guard);
  const current = { declaration };
  const visits = createVisits({
    ...options,
    get declaration() {
      return current.declaration;
    },
    publicOrigin,
  });
  const onFailure = (failure: unknown): void => {
    if (codeOf(failure).includes('LEDGER')) guard.recordFault('LEDGER_FAILED');
    (options.onFailure ?? printFailure)(failure);
  };
  const platform = await createPlatform({
    declaration,
    dataDirectory,
    ledger,
    measure,
    runAudit: visits.run,
    now,
    random,
    secureCookies: true,
    publicOrigin,
    onFailure,
  });
  closers.add(() => platform.close());
  holder.platform = platform;
  const audit = (by: string): Promise<AuditReport> => visits.take(() => platform.audit(by));
  // The door closes first, so that nothing comes in while the rest closes.
  const close: System['close'] = async (end = {}) => {
    await guard.close(end);
    await closers.close();
  };
  const reload = async (changed: Identified): Promise<Reloaded> => {
    const next = pinKey(changed.declaration, signer);
    const outcome = guard.reload(next);
    if (outcome !== 'reloaded') return outcome;
    current.declaration = next;
    await writeServed(dataDirectory, next);
    await platform.reload(next).catch(onFailure);
    return outcome;
  };
  return { declaration, guard, platform, ledger, signer, publicOrigin, audit, reload, close };
}

// What receipts are proved against: the declaration as it is served, with the ledger's key in it.
async function writeServed(dataDirectory: string, { declaration }: Identified): Promise<void> {
  await writeText(join(dataDirectory, 'declaration.json'), JSON.stringify(declaration, null, 2));
}

// Code and message only: a stack may hold what a visitor sent.
function printFailure(failure: unknown): void {
  process.stderr.write(`candor platform: ${codeOf(failure)}: ${messageOf(failure)}\n`);
}

async function openMeasure(declaration: Identified, dataDirectory: string): Promise<Measure | null> {
  if (declaration.declaration.measurement === undefined) return null;
  const store = await openCountStore({ file: join(dataDirectory, 'counts.sqlite') });
  return createMeasure({ declaration, store, now, random });
}

type GuardParts = { readonly declaration: Identified; readonly measure: Measure | null; readonly holder: { readonly platform?: Platform } };

function openGuard(options: SystemOptions, { declaration, measure, holder }: GuardParts): Guard {
  return createGuard({
    declaration,
    upstream: options.upstream,
    mode: options.mode,
    client: clientAssets,
    random,
    now,
    onReport: hearReports,
    // The platform needs the address that the guard listens on, so the door is open a moment earlier.
    frontOffice: async (request, context) =>
      holder.platform === undefined ? new Response('Starting', { status: 503 }) : holder.platform.frontOffice(request, context),
    ...(measure === null ? {} : { onPageView: (view) => measure.count(view) }),
    ...(options.trustForwarded === true ? { trustForwarded: true } : {}),
    ...(options.region ? { region: options.region } : {}),
    ...(options.onLog === undefined ? {} : { onLog: options.onLog }),
    ...(options.metricsToken === undefined ? {} : { metricsToken: options.metricsToken }),
  });
}

type Visits = {
  readonly run: (onProgress: (event: AuditProgress) => void) => Promise<AuditReport>;
  readonly take: (start: () => Promise<void>) => Promise<AuditReport>;
};

// The platform keeps reports to itself; whoever asks for an audit here gets the one it made.
function createVisits(options: Pick<SystemOptions, 'steps' | 'onAudit' | 'declaration'> & { readonly publicOrigin: string }): Visits {
  const last: { report?: AuditReport } = {};
  const run: Visits['run'] = async (onProgress) => {
    // The browser's driver is large, and most systems start without an audit.
    const { runAudit } = await import('@candor/audit');
    last.report = await runAudit({
      url: `${options.publicOrigin}/`,
      declaration: options.declaration,
      ...(options.steps === undefined ? {} : { steps: options.steps }),
      onProgress: (event) => {
        onProgress(event);
        options.onAudit?.(event);
      },
    });
    return last.report;
  };
  const take: Visits['take'] = async (start) => {
    delete last.report;
    await start();
    if (last.report !== undefined) return last.report;
    throw new CliError('CLI_UNREACHABLE', 'The audit ended without a report', 'The line above on standard error says why');
  };
  return { run, take };
}
