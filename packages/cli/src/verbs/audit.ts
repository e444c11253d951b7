// `candor audit`: visits a site, or many, in a real browser and holds what happened against the declaration.
import { presets, severities } from '@candor/audit';
import { auditStates, stateNames } from '../audit-progress.ts';
import { CliError } from '../errors.ts';
import type { Verb, VerbInput, VerbValues } from '../verb.ts';
import { textOf } from '../verb.ts';
import { auditSite } from './audit/audit-site.ts';
import { auditSites } from './audit/audit-sites.ts';
import { formatFiles, renderTold } from './audit/formats.ts';
import { acceptanceOf, askedOf, checkUrl, prepare } from './audit/options.ts';
import { readSites } from './audit/read-sites.ts';

async function audit({ values, positionals, terminal }: VerbInput): Promise<number> {
  const [named] = positionals;
  const sites = textOf(values, 'sites');
  if (sites !== undefined) return auditMany(sites, { values, positionals, terminal });
  if (named === undefined) throw new CliError('CLI_USAGE', 'No site is named', 'Give its address, or a file of addresses with --sites');
  const url = checkUrl(named);
  const asked = askedOf(values);
  const acceptance = acceptanceOf(values, Date.now());
  const prepared = await prepare(values);
  const [against, baseline] = [textOf(values, 'against'), textOf(values, 'baseline')];
  const { told, exit } = await auditSite({ url, prepared, out: asked.out, against, baseline, acceptance }, asked, terminal);
  terminal.out(renderTold(told, asked.printed, terminal.color).trimEnd());
  return exit;
}

// What belongs to one site stands with that site in the file.
const perSite: readonly string[] = ['against', 'baseline', 'update-baseline', 'reason', 'expires'];

async function auditMany(file: string, { values, positionals, terminal }: VerbInput): Promise<number> {
  if (positionals.length > 0) throw new CliError('CLI_USAGE', 'A site and a file of sites are both named', 'Give one of them');
  const misplaced = perSite.find((name) => values[name] !== undefined);
  if (misplaced !== undefined) {
    throw new CliError(
      'CLI_USAGE',
      `"--${misplaced}" belongs to one site, and --sites names many`,
      'Name a baseline beside its site in the file',
    );
  }
  const asked = askedOf(forTable(values));
  const listed = await readSites(file);
  return auditSites(listed, values, { asked, terminal });
}

// One table is printed, as text or JSON; every other form is a file for each site.
function forTable(values: VerbValues): VerbValues {
  const format = textOf(values, 'format');
  return format === undefined || format === 'json' ? values : { ...values, format: `text,${format}` };
}

/** The verb `audit`. */
export const auditVerb: Verb = {
  takes: '[URL]',
  count: [0, 1],
  json: 'The report as JSON, the same as --format json',
  options: {
    declaration: { type: 'string', value: 'FILE', says: 'What to hold the site against; without it the usual file here, or none' },
    states: { type: 'string', value: 'LIST', says: 'Visits to make, with commas; without it the usual ones. S0 is always made' },
    preset: { type: 'string', value: 'PRESET', says: 'Which rules count and what is visited for that; without it every rule' },
    profile: { type: 'string', value: 'PROFILE', says: 'The region whose rules count; without it the declaration’s default' },
    pages: { type: 'string', value: 'NUMBER', says: 'Pages to visit besides the first; without it 5' },
    steps: { type: 'string', value: 'FILE', says: 'JSON with the steps of log-in, language choice or an action' },
    interact: { type: 'boolean', says: 'May type and submit on a site that is not on this machine' },
    sites: { type: 'string', value: 'FILE', says: 'Many sites, one address per line or JSON; one table at the end' },
    format: { type: 'string', value: 'LIST', says: `${formatFiles.map(([name]) => name).join(', ')}; without it text. Several need --out` },
    out: { type: 'string', value: 'FOLDER', says: 'Where to keep audit.json, audit.txt and the formats asked for' },
    'fail-on': { type: 'string', value: 'SEVERITY', says: `Least severity that fails: ${severities.join(', ')} or never; without it low` },
    against: { type: 'string', value: 'REPORT', says: 'An earlier audit.json: what is new, gone, still there, not looked for' },
    baseline: { type: 'string', value: 'FILE', says: 'Findings that are accepted until a day, and do not count until then' },
    'update-baseline': { type: 'boolean', says: 'Accepts what is found now: writes the baseline, with --reason' },
    reason: { type: 'string', value: 'TEXT', says: 'Why that is accepted, and who agreed' },
    expires: { type: 'string', value: 'DAY', says: 'The last day it is, as 2027-01-31; without it 90 days from now' },
    notify: { type: 'string', value: 'URL', says: 'Told by POST when the conclusion is another than last time, or findings are new' },
  },
  notes: [
    'States',
    ...auditStates.map((state) => `  ${state.padEnd(8)}  ${stateNames[state]}`),
    '',
    'Presets',
    ...presets.map(({ id, title }) => `  ${id.padEnd(11)}  ${title}`),
    '',
    'Files in the folder of --out',
    ...formatFiles.map(([name, file]) => `  ${name.padEnd(8)}  ${file}`),
  ],
  exits: {
    0: 'Clean, or nothing that counts',
    1: 'Findings',
    2: 'Bad usage or input',
    3: 'Inconclusive: unreachable, no browser, or something required could not be seen',
  },
  run: audit,
};
