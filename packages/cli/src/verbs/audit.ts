// `candor audit`: visits a site in a real browser and holds what happened against the declaration.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditReport, AuditState, Severity, Steps } from '@candor/audit';
import { exitCodeFor, renderAuditText, runAudit, severities } from '@candor/audit';
import type { Identified } from '@candor/core';
import { auditStates, progressLine } from '../audit-progress.ts';
import { CliError } from '../errors.ts';
import { findDeclarationFile, requireDeclaration } from '../load-declaration.ts';
import { isProfileId } from '../profile.ts';
import { readSteps } from '../read-steps.ts';
import type { Verb, VerbValues } from '../verb.ts';
import { textOf } from '../verb.ts';

function statesOf(text: string | undefined): readonly AuditState[] | undefined {
  if (text === undefined) return undefined;
  const isState = (name: string): name is AuditState => auditStates.includes(name);
  const names = text.split(',');
  const unknown = names.find((name) => !isState(name));
  if (unknown !== undefined) throw new CliError('CLI_USAGE', `There is no state "${unknown}"`, `States: ${auditStates.join(', ')}`);
  return names.filter(isState);
}

function severityOf(text: string | undefined): Severity {
  if (text === undefined) return 'low';
  const found = severities.find((severity) => severity === text);
  if (found === undefined) throw new CliError('CLI_USAGE', `There is no severity "${text}"`, `Severities: ${severities.join(', ')}`);
  return found;
}

async function stepsOf(file: string | undefined): Promise<Steps | undefined> {
  return file === undefined ? undefined : readSteps(file);
}

async function declarationOf(named: string | undefined): Promise<Identified | null> {
  if (named !== undefined) return requireDeclaration(named);
  const found = await findDeclarationFile(undefined).catch(() => undefined);
  return found === undefined ? null : requireDeclaration(found);
}

function pagesOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const pages = Number(text);
  if (Number.isInteger(pages) && pages > 0 && pages <= 500) return pages;
  throw new CliError('CLI_USAGE', `"${text}" is not a number of pages`, 'Give a whole number from 1 to 500');
}

function checkUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href;
  throw new CliError('CLI_USAGE', `"${text}" is not an address of a site`, 'Give a whole address, for example https://example.org');
}

async function write(report: AuditReport, text: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'audit.json'), `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(join(out, 'audit.txt'), `${text}\n`);
}

async function optionsOf(values: VerbValues): Promise<Omit<Parameters<typeof runAudit>[0], 'url'>> {
  const profile = textOf(values, 'profile');
  if (profile !== undefined && !isProfileId(profile))
    throw new CliError('CLI_USAGE', `There is no profile "${profile}"`, 'For example eu-base, fr, us-ca');
  const states = statesOf(textOf(values, 'states'));
  const pages = pagesOf(textOf(values, 'pages'));
  const steps = await stepsOf(textOf(values, 'steps'));
  return {
    declaration: await declarationOf(textOf(values, 'declaration')),
    ...(profile === undefined ? {} : { profile }),
    ...(states === undefined ? {} : { states }),
    ...(pages === undefined ? {} : { pages }),
    ...(steps === undefined ? {} : { steps }),
    ...(values['interact'] === true ? { interact: true } : {}),
  };
}

/** The verb `audit`. */
export const auditVerb: Verb = {
  usage:
    'candor audit URL [--declaration F] [--states S0,S2] [--profile fr] [--pages N] [--steps F] [--interact] [--out DIR] [--format text|json] [--fail-on high]',
  details: [
    '--declaration  the file to hold the site against; without it the usual file here, or none',
    '--states       S0 first visit, S1 accept, S2 reject, S3 accept then withdraw, S9 logged in, language',
    '--steps        JSON with the steps of log-in and language choice',
    '--interact     may type and submit on a site that is not on this machine',
    '--out          a folder for audit.json and audit.txt',
    '--fail-on      least severity that fails: info, low, medium, high, critical; without it low',
    '',
    'Exit: 0 clean · 1 findings · 3 inconclusive (unreachable, no browser, no evidence) · 2 bad usage or input',
  ].join('\n'),
  options: {
    declaration: { type: 'string' },
    states: { type: 'string' },
    profile: { type: 'string' },
    pages: { type: 'string' },
    steps: { type: 'string' },
    interact: { type: 'boolean' },
    out: { type: 'string' },
    format: { type: 'string' },
    'fail-on': { type: 'string' },
  },
  takes: [1, 1],
  run: async ({ values, positionals, terminal }) => {
    const url = checkUrl(positionals[0] ?? '');
    const failOn = severityOf(textOf(values, 'fail-on'));
    const options = await optionsOf(values);
    const report = await runAudit({
      ...options,
      url,
      onProgress: (event) => {
        const line = progressLine(event);
        if (line !== null) terminal.progress(line);
      },
    });
    const text = renderAuditText(report, { color: terminal.color });
    const wantsJson = values['json'] === true || textOf(values, 'format') === 'json';
    terminal.out(wantsJson ? JSON.stringify(report, null, 2) : text);
    const out = textOf(values, 'out');
    if (out !== undefined) await write(report, renderAuditText(report, { color: false }), out);
    return exitCodeFor(report, failOn);
  },
};
