// The forms in which an audit is printed and kept.
import { join } from 'node:path';
import type { AuditReport, ReportDiff, SarifOptions, Severity } from '@candor/audit';
import { renderAuditHtml, renderAuditJson, renderAuditJunit, renderAuditMarkdown, renderAuditSarif, renderAuditText } from '@candor/audit';
import { CliError } from '../../errors.ts';
import { readHead, writeText } from '../../files.ts';
import { showPath } from '../../load-declaration.ts';

/** An audit as it is told: the report, what changed since an earlier one, and the file that declares. */
export type Told = {
  readonly report: AuditReport;
  readonly diff: ReportDiff | undefined;
  readonly failOn: Severity | 'never';
  readonly declaration: SarifOptions['declaration'];
};

type Form = { readonly file: string; readonly render: (told: Told, color: boolean) => string };

/** The name of a form. */
export type Format = 'text' | 'json' | 'sarif' | 'junit' | 'md' | 'html';

const forms: { readonly [F in Format]: Form } = {
  text: { file: 'audit.txt', render: ({ report, diff }, color) => renderAuditText(report, { color, ...withDiff(diff) }) },
  json: { file: 'audit.json', render: ({ report }) => renderAuditJson(report) },
  sarif: {
    file: 'audit.sarif',
    render: ({ report, diff, declaration }) =>
      renderAuditSarif(report, { ...withDiff(diff), ...(declaration === undefined ? {} : { declaration }) }),
  },
  junit: { file: 'audit.junit.xml', render: ({ report, failOn }) => renderAuditJunit(report, { failOn }) },
  md: { file: 'audit.md', render: ({ report, diff }) => renderAuditMarkdown(report, withDiff(diff)) },
  html: { file: 'audit.html', render: ({ report, diff }) => renderAuditHtml(report, withDiff(diff)) },
};

const isFormat = (name: string): name is Format => Object.hasOwn(forms, name);

/** All forms with the file each is kept in. */
export const formatFiles: readonly (readonly [name: string, file: string])[] = Object.entries(forms).map(([name, { file }]) => [
  name,
  file,
]);

function withDiff(diff: ReportDiff | undefined): { readonly diff?: ReportDiff } {
  return diff === undefined ? {} : { diff };
}

/** What is printed and what is kept, from a list with commas; throws CLI_USAGE. Text and JSON are kept in any case. */
export function formatsOf(list: string | undefined, json: boolean): { readonly printed: Format; readonly kept: readonly Format[] } {
  const names = list?.split(',').map((name) => name.trim()) ?? [];
  const unknown = names.find((name) => !isFormat(name));
  if (unknown !== undefined)
    throw new CliError('CLI_USAGE', `There is no format "${unknown}"`, `Formats: ${Object.keys(forms).join(', ')}`);
  const kept = [...new Set(names.filter(isFormat))];
  const [only] = kept;
  return { printed: json ? 'json' : kept.length === 1 && only !== undefined ? only : 'text', kept };
}

/** An audit in one form. */
export function renderTold(told: Told, format: Format, color: boolean): string {
  return forms[format].render(told, color);
}

/** Keeps an audit in a folder: text, JSON and what else was asked for. */
export async function keepTold(told: Told, folder: string, kept: readonly Format[]): Promise<void> {
  for (const format of new Set<Format>(['json', 'text', ...kept])) {
    await writeText(join(folder, forms[format].file), renderTold(told, format, false));
  }
}

const longestDeclaration = 1024 * 1024;

/** The declaration's file as SARIF names and reads it. */
export async function declarationText(file: string | null): Promise<SarifOptions['declaration']> {
  if (file === null) return undefined;
  const { bytes } = await readHead(file, longestDeclaration);
  return { file: showPath(file).replaceAll('\\', '/'), text: new TextDecoder().decode(bytes) };
}
