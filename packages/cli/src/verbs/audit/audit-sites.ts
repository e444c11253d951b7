// Many sites, one after another. What fails at one is that one's row in the table at the end, and the others are still visited.
import { join } from 'node:path';
import type { AuditReport, Severity } from '@candor/audit';
import { severities, visible } from '@candor/audit';
import { writeText } from '../../files.ts';
import type { FailureReport } from '../../report-failure.ts';
import { reportFailure } from '../../report-failure.ts';
import type { Terminal } from '../../terminal.ts';
import type { VerbValues } from '../../verb.ts';
import { toJson } from '../../verb.ts';
import { auditSite } from './audit-site.ts';
import type { Asked } from './options.ts';
import { prepare } from './options.ts';
import type { ListedSite } from './read-sites.ts';

/** How one site of a run went. */
export type Row = { readonly url: string; readonly exit: number } & (
  | { readonly report: AuditReport }
  | { readonly error: Omit<FailureReport, 'exit'> }
);

/** Audits all sites, prints and keeps the table; answers with the worst exit code. */
export async function auditSites(sites: readonly ListedSite[], values: VerbValues, { asked, terminal }: Run): Promise<number> {
  const rows: Row[] = [];
  const folders = foldersFor(sites);
  for (const [at, site] of sites.entries()) {
    terminal.progress(`[${at + 1}/${sites.length}] ${site.url}`);
    const out = asked.out === undefined ? undefined : join(asked.out, folders[at] ?? String(at));
    rows.push(await auditListed(site, { ...values, ...site }, { asked: { ...asked, out }, terminal }));
  }
  const summary = { v: 1, exit: worstOf(rows), sites: rows };
  const table = renderSites(rows);
  if (asked.out !== undefined) {
    await writeText(join(asked.out, 'sites.json'), toJson(summary));
    await writeText(join(asked.out, 'sites.txt'), table);
  }
  terminal.out(asked.printed === 'json' ? toJson(summary) : table);
  return summary.exit;
}

type Run = { readonly asked: Asked; readonly terminal: Terminal };

async function auditListed(site: ListedSite, values: VerbValues, { asked, terminal }: Run): Promise<Row> {
  try {
    const prepared = await prepare(values);
    const { told, exit } = await auditSite({ url: site.url, prepared, out: asked.out, baseline: site.baseline }, asked, terminal);
    return { url: site.url, exit, report: told.report };
  } catch (cause) {
    const { exit, lines: _lines, ...error } = reportFailure(cause, { debug: false });
    return { url: site.url, exit, error };
  }
}

// A breach that was found weighs more than an input that was wrong, and that more than a site that could not be seen.
const order: readonly number[] = [1, 2, 3];

function worstOf(rows: readonly Row[]): number {
  return order.find((exit) => rows.some((row) => row.exit === exit)) ?? 0;
}

/** A folder for each site, from its host and path; told apart by a number where two would be the same. */
export function foldersFor(sites: readonly Pick<ListedSite, 'url'>[]): readonly string[] {
  const names = sites.map(({ url }) => {
    const { host, pathname } = new URL(url);
    return (
      `${host}${pathname}`
        .toLowerCase()
        .replace(/[^a-z0-9.-]+/g, '-')
        .replace(/^[-.]+|[-.]+$/g, '')
        .slice(0, 80) || 'site'
    );
  });
  return names.map((name, at) => {
    const before = names.slice(0, at).filter((other) => other === name).length;
    return before === 0 ? name : `${name}-${before + 1}`;
  });
}

/** The table: a line for each site, what kept one from being seen below it, and a count at the end. */
export function renderSites(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.url,
    'report' in row ? row.report.conclusion : 'failed',
    'report' in row ? findingsOf(row.report) : '',
    String(row.exit),
  ]);
  const table = [['site', 'conclusion', 'findings', 'exit'], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const lines = table.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const told = rows.map(reasonsOf);
  const [head = '', ...body] = lines;
  return [head, ...body.flatMap((line, at) => [line, ...(told[at] ?? [])]), '', countRows(rows)].join('\n');
}

function findingsOf({ findings }: AuditReport): string {
  const counted = findings.filter(({ acceptance }) => acceptance?.status !== 'holds');
  const number = (severity: Severity): number => counted.filter((finding) => finding.severity === severity).length;
  const parts = severities
    .toReversed()
    .filter((severity) => number(severity) > 0)
    .map((severity) => `${number(severity)} ${severity}`);
  const accepted = findings.length - counted.length;
  return [...parts, ...(accepted === 0 ? [] : [`${accepted} accepted`])].join(', ');
}

function reasonsOf(row: Row): readonly string[] {
  const told = 'report' in row ? row.report.reasons : [`${row.error.code}: ${row.error.message}`];
  return told.map((reason) => `    ${visible(reason)}`);
}

function countRows(rows: readonly Row[]): string {
  const number = (name: string): number => rows.filter((row) => ('report' in row ? row.report.conclusion : 'failed') === name).length;
  const parts = [
    [number('clean'), 'clean'],
    [number('findings'), 'with findings'],
    [number('inconclusive'), 'inconclusive'],
    [number('failed'), 'failed'],
  ] as const;
  return `${rows.length} ${rows.length === 1 ? 'site' : 'sites'}: ${parts
    .filter(([many]) => many > 0)
    .map(([many, name]) => `${many} ${name}`)
    .join(', ')}`;
}
