// What an audit is held against: an earlier report, and a baseline of accepted findings.
import { join } from 'node:path';
import type { AuditReport, Baseline } from '@candor/audit';
import { applyBaseline, parseBaseline, parseReport, renderBaseline } from '@candor/audit';
import type { Result } from '@candor/core';
import { CliError } from '../../errors.ts';
import { isThere, readJsonFile, writeText } from '../../files.ts';
import type { Acceptance } from './options.ts';

/** Reads the report named with --against; throws CLI_FILE where it is none, or another site's. */
export async function readAgainst(file: string, url: string): Promise<AuditReport> {
  const what = 'Name the JSON report of an earlier audit, such as audit.json in the folder of --out';
  const report = orThrow(parseReport(await readJsonFile(file, what)), `"${file}" is no report of an audit`, what);
  const [then, now] = [new URL(report.url).hostname, new URL(url).hostname];
  if (then === now) return report;
  throw new CliError('CLI_FILE', `"${file}" is an audit of "${then}", and this is one of "${now}"`, 'Compare audits of the same site');
}

/** The last report that a folder keeps of a site; null where there is none that can be read: it is about to be replaced. */
export async function readLast(folder: string, url: string): Promise<AuditReport | null> {
  const file = join(folder, 'audit.json');
  return (await isThere(file)) ? readAgainst(file, url).catch(() => null) : null;
}

/** Reads a baseline; throws CLI_FILE. */
export async function readBaseline(file: string): Promise<Baseline> {
  const what = 'A baseline is written with --update-baseline';
  return orThrow(parseBaseline(await readJsonFile(file, what)), `"${file}" is no baseline`, what);
}

function orThrow<T>(parsed: Result<T>, complaint: string, hint: string): T {
  if (parsed.ok) return parsed.value;
  const [issue] = parsed.issues;
  const where = issue?.path ? ` at ${issue.path}` : '';
  throw new CliError('CLI_FILE', `${complaint}${where}: ${issue?.message} (${issue?.code})`, hint);
}

/** Reads a baseline that may not be there yet, because it is about to be written. */
export async function readBaselineIfAny(file: string): Promise<Baseline> {
  return (await isThere(file)) ? readBaseline(file) : { v: 1, accepted: [] };
}

/** Writes the baseline that accepts what the report found, and gives the report as that baseline leaves it. */
export async function renewBaseline(
  report: AuditReport,
  options: { readonly file: string; readonly earlier: Baseline; readonly acceptance: Acceptance; readonly now: number },
): Promise<AuditReport> {
  const { file, earlier, acceptance, now } = options;
  const text = renderBaseline(report, { ...acceptance, earlier });
  await writeText(file, text);
  return applyBaseline(report, await readBaseline(file), now);
}
