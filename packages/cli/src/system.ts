// Wires the rooms into one running system: ledger, measurement, platform and guard around one declaration and one upstream.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditProgress, AuditReport, Steps } from '@candor/audit';
import { runAudit } from '@candor/audit';
import { clientAsset } from '@candor/client';
import type { Declaration, Identified } from '@candor/core';
import { identifyDeclaration } from '@candor/core';
import type { Guard } from '@candor/guard';
import { createGuard } from '@candor/guard';
import type { Ledger, Signer } from '@candor/ledger';
import { createSigner, openLedger } from '@candor/ledger';
import { createMeasure, openCountStore } from '@candor/measure';
import type { Platform } from '@candor/platform';
import { createPlatform } from '@candor/platform';
import { CliError } from './errors.ts';

/** What a system is made of. `publicOrigin` is how visitors reach the guard, for example `http://portal.localhost:4400`. */
export type SystemOptions = {
  readonly declaration: Identified;
  readonly upstream: string;
  readonly dataDirectory: string;
  readonly mode: 'observe' | 'enforce';
  readonly steps?: Steps;
  /** Told of every step of every audit. */
  readonly onAudit?: (event: AuditProgress) => void;
};

/** A running system; `listen` first, then `openPlatform` with the address visitors use. */
export type System = {
  readonly declaration: Identified;
  readonly guard: Guard;
  readonly platform: Platform;
  readonly ledger: Ledger;
  readonly signer: Signer;
  /** Audits the site as the back office does: the result is kept, published in the ledger, and the answer. */
  readonly audit: (by: string) => Promise<AuditReport>;
  readonly close: () => Promise<void>;
};

const now = (): number => Math.floor(Date.now() / 1000);
const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));

/** The ledger's signing seed: made once, readable by its owner only. */
export async function readSeed(dataDirectory: string): Promise<Uint8Array> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const file = join(dataDirectory, 'ledger.seed');
  const known = await readFile(file).catch(() => undefined);
  if (known !== undefined) return new Uint8Array(known);
  const seed = random(32);
  await writeFile(file, seed, { mode: 0o600, flag: 'wx' });
  return seed;
}

/** The declaration with this ledger's key pinned, where the declaration pins none: receipts can then be proved from it. */
export function pinKey(declaration: Declaration, signer: Signer, origin: string): Identified {
  const pinned: Declaration = declaration.log === undefined ? { ...declaration, log: { origin, keys: [signer.verifierKey] } } : declaration;
  return { declaration: pinned, id: identifyDeclaration(pinned) };
}

/** The name under which a site's ledger signs. */
export function ledgerOrigin(declaration: Declaration): string {
  return declaration.log?.origin ?? `${declaration.site.hosts[0]}${declaration.site.prefix}/log`;
}

/** Opens everything and listens; closes what it opened if a later part fails. */
export async function startSystem(
  options: SystemOptions & { readonly listen: (guard: Guard) => Promise<{ readonly publicOrigin: string }> },
): Promise<System> {
  const origin = ledgerOrigin(options.declaration.declaration);
  const signer = createSigner({ origin, seed: await readSeed(options.dataDirectory) });
  const declaration = pinKey(options.declaration.declaration, signer, origin);
  // What receipts are proved against: the declaration as it is served, with the ledger's key in it.
  await writeFile(join(options.dataDirectory, 'declaration.json'), `${JSON.stringify(declaration.declaration, null, 2)}\n`);
  const ledger = await openLedger({ file: join(options.dataDirectory, 'ledger.sqlite'), origin, signer, now, random });
  const store =
    declaration.declaration.measurement === undefined ? null : await openCountStore({ file: join(options.dataDirectory, 'counts.sqlite') });
  const measure = store === null ? null : createMeasure({ declaration, store, now, random });
  const holder: { platform?: Platform } = {};
  const guard = createGuard({
    declaration,
    upstream: options.upstream,
    mode: options.mode,
    clientAsset,
    random,
    now,
    frontOffice: async (request, context) => {
      if (holder.platform === undefined) return new Response('Starting', { status: 503 });
      return holder.platform.frontOffice(request, context);
    },
    ...(measure === null ? {} : { onPageView: (view) => measure.count(view) }),
  });
  const { publicOrigin } = await options.listen(guard);
  const last: { report?: AuditReport } = {};
  const visit = async (onProgress: (event: AuditProgress) => void): Promise<AuditReport> => {
    last.report = await runAudit({
      url: `${publicOrigin}/`,
      declaration,
      ...(options.steps === undefined ? {} : { steps: options.steps }),
      onProgress: (event) => {
        onProgress(event);
        options.onAudit?.(event);
      },
    });
    return last.report;
  };
  const platform = await createPlatform({
    declaration,
    dataDirectory: options.dataDirectory,
    ledger,
    measure,
    runAudit: visit,
    now,
    random,
    secureCookies: true,
    publicOrigin,
  });
  holder.platform = platform;
  const audit = async (by: string): Promise<AuditReport> => {
    delete last.report;
    await platform.audit(by);
    if (last.report === undefined)
      throw new CliError('CLI_UNREACHABLE', 'The audit ended without a report', 'Look at the failure on standard error');
    return last.report;
  };
  const close = async (): Promise<void> => {
    await guard.close();
    await platform.close();
    await measure?.close();
    await ledger.close();
  };
  return { declaration, guard, platform, ledger, signer, audit, close };
}
