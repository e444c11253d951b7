// The twin with its eight lies, audited twice: bare, with a banner and nothing that enforces it, and behind the guard.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditReport } from '@candor/audit';
import { runAudit } from '@candor/audit';
import { lieNames } from '../../examples/lying-portal/src/index.ts';
import { untilStopped } from '../../packages/cli/src/until-stopped.ts';
import type { DemoOptions } from './options.ts';
import { guardPortal, portalDeclaration, portalSteps, startPortal } from './portal.ts';
import type { Working } from './working.ts';
import { tryWorking } from './working.ts';

type Side = { readonly url: string; readonly report: AuditReport; readonly working: Working; readonly close: () => Promise<void> };

async function auditBare(): Promise<Side> {
  const portal = await startPortal({ port: 0, lies: lieNames, bare: true });
  const url = `http://portal.localhost:${portal.port}/`;
  const report = await runAudit({ url, declaration: portalDeclaration(), steps: await portalSteps() });
  return { url, report, working: await tryWorking(url), close: portal.close };
}

async function auditGuarded(port: number): Promise<Side> {
  const portal = await startPortal({ port: 0, lies: lieNames, bare: false });
  const dataDirectory = await mkdtemp(join(tmpdir(), 'candor-lying-'));
  const system = await guardPortal(portal, { port, dataDirectory });
  const url = `${system.publicOrigin}/`;
  const report = await system.audit('npm start');
  const close = async (): Promise<void> => {
    await system.close();
    await portal.close();
    await rm(dataDirectory, { recursive: true, force: true });
  };
  return { url, report, working: await tryWorking(url), close };
}

function column(title: string, { report, working }: Side): readonly string[] {
  return [
    title,
    `${report.findings.length} findings (${report.conclusion})`,
    ...report.findings.map(({ rule, item }) => `  ${rule}  ${item.name}`),
    ...Object.entries(working).map(([what, works]) => `${works ? 'works ' : 'BROKEN'}  ${what}`),
  ];
}

function sideBySide(left: readonly string[], right: readonly string[]): string {
  const width = Math.max(...left.map((line) => line.length)) + 4;
  const rows = Array.from(
    { length: Math.max(left.length, right.length) },
    (_, at) => `${(left[at] ?? '').padEnd(width)}${right[at] ?? ''}`,
  );
  return rows.join('\n').replaceAll(/ +$/gm, '');
}

/** Runs both audits and prints them beside each other; 0 when the bare twin has its eight findings and the guarded one none. */
export async function runLying({ port, once }: DemoOptions): Promise<number> {
  console.log(`The twin tells ${lieNames.length} lies: ${lieNames.join(', ')}`);
  console.log('Auditing it bare …');
  const bare = await auditBare();
  console.log('Auditing it behind the guard …');
  const guarded = await auditGuarded(port);
  console.log(`\n${sideBySide(column('Bare: a banner, nothing enforced', bare), column('Behind the guard', guarded))}\n`);
  if (!once) {
    console.log(`Look for yourself: bare ${bare.url} and guarded ${guarded.url}. Ctrl-C stops everything`);
    await untilStopped();
  }
  await bare.close();
  await guarded.close();
  const allWork = [bare, guarded].every(({ working }) => Object.values(working).every(Boolean));
  return bare.report.findings.length === lieNames.length && guarded.report.findings.length === 0 && allWork ? 0 : 1;
}
