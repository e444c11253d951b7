// One site: audited, held against what is known of it, kept, and told to whoever wants to hear of a change.
import type { AuditReport, Baseline } from '@candor/audit';
import { applyBaseline, countByPreset, diffReports, exitCodeFor, keepHistory, runAudit } from '@candor/audit';
import { progressLine } from '../../audit-progress.ts';
import type { Terminal } from '../../terminal.ts';
import { readAgainst, readBaseline, readBaselineIfAny, readLast, renewBaseline } from './earlier.ts';
import type { Told } from './formats.ts';
import { declarationText, keepTold } from './formats.ts';
import { notifyOfChange } from './notify.ts';
import type { Acceptance, Asked, Prepared } from './options.ts';

/** What is known of a site besides its declaration; `out` is its own folder. */
export type Site = {
  readonly url: string;
  readonly prepared: Prepared;
  readonly out: string | undefined;
  readonly against?: string | undefined;
  readonly baseline?: string | undefined;
  readonly acceptance?: Acceptance | null;
};

/** An audit that was made, and the exit code it means. */
export type Audited = { readonly told: Told; readonly exit: 0 | 1 | 3 };

/** Audits one site. Every file is read before the browser starts; throws CLI_FILE. */
export async function auditSite(site: Site, asked: Asked, terminal: Terminal): Promise<Audited> {
  const { url, prepared, out } = site;
  const against = site.against === undefined ? null : await readAgainst(site.against, url);
  const last = against ?? (out === undefined ? null : await readLast(out, url));
  const baseline = await baselineOf(site);
  const declaration = await declarationText(prepared.file);
  const seen = await runAudit({ ...prepared.options, url, onProgress: (event) => tellProgress(event, terminal) });
  const found = prepared.preset === null ? seen : countByPreset(seen, prepared.preset);
  const report = await judge(last === null ? found : keepHistory(last, found), baseline, site);
  const diff = against === null ? undefined : diffReports(against, report);
  const told: Told = { report, diff, failOn: asked.failOn, declaration };
  if (out !== undefined) await keepTold(told, out, asked.kept);
  if (asked.notify !== undefined) await notifyOfChange(asked.notify, { before: last, after: report }, terminal);
  return { told, exit: exitCodeFor(report, asked.failOn) };
}

function tellProgress(event: Parameters<typeof progressLine>[0], terminal: Terminal): void {
  const line = progressLine(event);
  if (line !== null) terminal.progress(line);
}

async function baselineOf({ baseline, acceptance }: Site): Promise<Baseline | null> {
  if (baseline === undefined) return null;
  return acceptance == null ? readBaseline(baseline) : readBaselineIfAny(baseline);
}

async function judge(report: AuditReport, baseline: Baseline | null, { baseline: file, acceptance }: Site): Promise<AuditReport> {
  if (baseline === null || file === undefined) return report;
  const now = Date.now();
  const applied = applyBaseline(report, baseline, now);
  return acceptance == null ? applied : renewBaseline(applied, { file, earlier: baseline, acceptance, now });
}
