// `candor audit`: visits a site in a real browser and holds what happened against the declaration.
import { join } from 'node:path';
import type { AuditOptions, AuditReport, AuditState, Severity } from '@candor/audit';
import { exitCodeFor, renderAuditText, runAudit, severities } from '@candor/audit';
import type { Identified } from '@candor/core';
import { auditStates, progressLine, stateNames } from '../audit-progress.ts';
import { CliError } from '../errors.ts';
import { writeText } from '../files.ts';
import { findUsualFile } from '../find-declaration.ts';
import { requireDeclaration } from '../load-declaration.ts';
import { parseProfile } from '../profile.ts';
import { readSteps } from '../read-steps.ts';
import type { Verb, VerbInput, VerbValues } from '../verb.ts';
import { textOf, toJson } from '../verb.ts';

const isState = (name: string): name is AuditState => auditStates.includes(name);

function statesOf(text: string | undefined): readonly AuditState[] | undefined {
  const names = text?.split(',').map((name) => name.trim());
  const unknown = names?.find((name) => !isState(name));
  if (unknown !== undefined) throw new CliError('CLI_USAGE', `There is no state "${unknown}"`, `States: ${auditStates.join(', ')}`);
  return names?.filter(isState);
}

function failOnOf(text: string | undefined): Severity | 'never' {
  if (text === undefined || text === 'never') return text ?? 'low';
  const found = severities.find((severity) => severity === text);
  if (found !== undefined) return found;
  throw new CliError('CLI_USAGE', `There is no severity "${text}"`, `Severities: ${severities.join(', ')}, or never`);
}

function pagesOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const pages = Number(text);
  if (/^\d+$/.test(text) && pages > 0 && pages <= 500) return pages;
  throw new CliError('CLI_USAGE', `"${text}" is not a number of pages`, 'Give a whole number from 1 to 500');
}

function wantsJson(values: VerbValues): boolean {
  const format = textOf(values, 'format') ?? (values['json'] === true ? 'json' : 'text');
  if (format === 'text' || format === 'json') return format === 'json';
  throw new CliError('CLI_USAGE', `There is no format "${format}"`, 'Formats: text, json');
}

function checkUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href;
  throw new CliError('CLI_USAGE', `"${text}" is not the address of a site`, 'Give all of it, for example https://example.org');
}

async function declarationOf(named: string | undefined): Promise<Identified | null> {
  const file = named ?? (await findUsualFile());
  return file === null ? null : requireDeclaration(file);
}

async function optionsOf(values: VerbValues): Promise<Omit<AuditOptions, 'url'>> {
  const profile = parseProfile(textOf(values, 'profile'));
  const states = statesOf(textOf(values, 'states'));
  const pages = pagesOf(textOf(values, 'pages'));
  const stepsFile = textOf(values, 'steps');
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(states === undefined ? {} : { states }),
    ...(pages === undefined ? {} : { pages }),
    ...(stepsFile === undefined ? {} : { steps: await readSteps(stepsFile) }),
    ...(values['interact'] === true ? { interact: true } : {}),
    declaration: await declarationOf(textOf(values, 'declaration')),
  };
}

async function keep(report: AuditReport, folder: string): Promise<void> {
  await writeText(join(folder, 'audit.json'), toJson(report));
  await writeText(join(folder, 'audit.txt'), renderAuditText(report, { color: false }));
}

async function audit({ values, positionals, terminal }: VerbInput): Promise<number> {
  const url = checkUrl(positionals[0] ?? '');
  const failOn = failOnOf(textOf(values, 'fail-on'));
  const asJson = wantsJson(values);
  const out = textOf(values, 'out');
  const options = await optionsOf(values);
  const report = await runAudit({
    ...options,
    url,
    onProgress: (event) => {
      const line = progressLine(event);
      if (line !== null) terminal.progress(line);
    },
  });
  terminal.out(asJson ? toJson(report) : renderAuditText(report, { color: terminal.color }).trimEnd());
  if (out !== undefined) await keep(report, out);
  return exitCodeFor(report, failOn);
}

/** The verb `audit`. */
export const auditVerb: Verb = {
  takes: 'URL',
  count: [1, 1],
  json: 'The report as JSON, the same as --format json',
  options: {
    declaration: { type: 'string', value: 'FILE', says: 'What to hold the site against; without it the usual file here, or none' },
    states: { type: 'string', value: 'LIST', says: 'Visits to make, with commas; without it all. S0 is always made' },
    profile: { type: 'string', value: 'PROFILE', says: 'The region whose rules count; without it the declaration’s default' },
    pages: { type: 'string', value: 'NUMBER', says: 'Pages to visit besides the first; without it 5' },
    steps: { type: 'string', value: 'FILE', says: 'JSON with the steps of log-in, language choice or an action' },
    interact: { type: 'boolean', says: 'May type and submit on a site that is not on this machine' },
    out: { type: 'string', value: 'FOLDER', says: 'Where to keep audit.json and audit.txt' },
    format: { type: 'string', value: 'FORMAT', says: 'text or json; without it text' },
    'fail-on': { type: 'string', value: 'SEVERITY', says: `Least severity that fails: ${severities.join(', ')} or never; without it low` },
  },
  notes: ['States', ...auditStates.filter(isState).map((state) => `  ${state.padEnd(8)}  ${stateNames[state]}`)],
  exits: {
    0: 'Clean',
    1: 'Findings',
    2: 'Bad usage or input',
    3: 'Inconclusive: unreachable, no browser, or something required could not be seen',
  },
  run: audit,
};
