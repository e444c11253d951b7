// The options of `candor audit`, read and refused before a browser starts.
import { resolve } from 'node:path';
import type { AuditOptions, AuditState, Preset, Severity, Steps } from '@candor/audit';
import { isDay, presets, severities } from '@candor/audit';
import { auditStates } from '../../audit-progress.ts';
import { CliError } from '../../errors.ts';
import { findUsualFile } from '../../find-declaration.ts';
import { requireDeclaration } from '../../load-declaration.ts';
import { parseProfile } from '../../profile.ts';
import { readSteps } from '../../read-steps.ts';
import type { VerbValues } from '../../verb.ts';
import { textOf } from '../../verb.ts';
import type { Format } from './formats.ts';
import { formatsOf } from './formats.ts';

/** What is asked of every audit of a run. `printed` goes to standard output, `kept` into the folder `out`. */
export type Asked = {
  readonly failOn: Severity | 'never';
  readonly printed: Format;
  readonly kept: readonly Format[];
  readonly out: string | undefined;
  readonly notify: URL | undefined;
};

/** What one audit is made with; `file` is its declaration's, absolute. */
export type Prepared = { readonly options: Omit<AuditOptions, 'url'>; readonly file: string | null; readonly preset: Preset | null };

/** Whether a name is one of a state. */
export const isState = (name: string): name is AuditState => auditStates.includes(name);

/** Reads what does not depend on a site; throws CLI_USAGE. */
export function askedOf(values: VerbValues): Asked {
  const out = textOf(values, 'out');
  const notify = notifyOf(textOf(values, 'notify'));
  const formats = formatsOf(textOf(values, 'format'), values['json'] === true);
  const others = formats.kept.filter((format) => format !== formats.printed);
  if (out === undefined && others.length > 0) {
    throw new CliError(
      'CLI_USAGE',
      `Only one format can be printed, and "${formats.kept.join(',')}" has more`,
      'Name a folder for them with --out',
    );
  }
  if (notify !== undefined && out === undefined && textOf(values, 'against') === undefined) {
    throw new CliError(
      'CLI_USAGE',
      '"--notify" compares with the last report',
      'Name it with --against, or a folder that keeps it with --out',
    );
  }
  return { failOn: failOnOf(textOf(values, 'fail-on')), ...formats, out, notify };
}

/** The address of a site, whole; throws CLI_USAGE. */
export function checkUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href;
  throw new CliError('CLI_USAGE', `"${text}" is not the address of a site`, 'Give all of it, for example https://example.org');
}

/** Reads what an audit is made with, its files too; throws CLI_USAGE, CLI_FILE or CLI_DECLARATION. */
export async function prepare(values: VerbValues): Promise<Prepared> {
  const preset = presetOf(textOf(values, 'preset'));
  const profile = parseProfile(textOf(values, 'profile')) ?? preset?.profile ?? undefined;
  const pages = pagesOf(textOf(values, 'pages'));
  const stepsFile = textOf(values, 'steps');
  const steps = stepsFile === undefined ? undefined : await readSteps(stepsFile);
  const states = statesOf(textOf(values, 'states')) ?? statesFor(preset, steps);
  const file = textOf(values, 'declaration') ?? (await findUsualFile());
  const options = {
    ...(profile === undefined ? {} : { profile }),
    ...(states === undefined ? {} : { states }),
    ...(pages === undefined ? {} : { pages }),
    ...(steps === undefined ? {} : { steps }),
    ...(values['interact'] === true ? { interact: true } : {}),
    declaration: file === null ? null : await requireDeclaration(file),
  };
  return { options, file: file === null ? null : resolve(file), preset };
}

function statesOf(text: string | undefined): readonly AuditState[] | undefined {
  const names = text?.split(',').map((name) => name.trim());
  const unknown = names?.find((name) => !isState(name));
  if (unknown !== undefined) throw new CliError('CLI_USAGE', `There is no state "${unknown}"`, `States: ${auditStates.join(', ')}`);
  return names?.filter(isState);
}

function presetOf(name: string | undefined): Preset | null {
  if (name === undefined) return null;
  const found = presets.find(({ id }) => id === name);
  if (found !== undefined) return found;
  throw new CliError('CLI_USAGE', `There is no preset "${name}"`, `Presets: ${presets.map(({ id }) => id).join(', ')}`);
}

// Steps that nobody wrote are missing only where they were asked for by name.
function statesFor(preset: Preset | null, steps: Steps | undefined): readonly AuditState[] | undefined {
  return preset?.states.filter((state) => state !== 'S9' || steps?.logIn !== undefined);
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

// What is told is where a site breaks its promises: never in the clear, but on this machine.
function notifyOf(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return url;
  throw new CliError('CLI_USAGE', '"--notify" is not an address that may be told', 'Give an https address, or http on this machine');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || /^127(?:\.\d+){3}$/.test(host) || host === '[::1]';
}

/** What a renewed baseline says of findings that it did not accept before. */
export type Acceptance = { readonly reason: string; readonly expires: string };

const ninetyDays = 90 * 86_400_000;

/** Reason and last day for --update-baseline; null without it; throws CLI_USAGE. `now` is Unix milliseconds. */
export function acceptanceOf(values: VerbValues, now: number): Acceptance | null {
  const reason = textOf(values, 'reason')?.trim();
  const expires = textOf(values, 'expires') ?? new Date(now + ninetyDays).toISOString().slice(0, 10);
  if (values['update-baseline'] !== true) {
    if (reason === undefined && textOf(values, 'expires') === undefined) return null;
    throw new CliError('CLI_USAGE', '"--reason" and "--expires" go with "--update-baseline"', 'Add it, or leave them out');
  }
  if (textOf(values, 'baseline') === undefined) {
    throw new CliError('CLI_USAGE', '"--update-baseline" needs the file to write', 'Name it with --baseline');
  }
  if (reason === undefined || reason === '') {
    throw new CliError(
      'CLI_USAGE',
      '"--update-baseline" accepts findings, and that needs a reason',
      'Say why, and who agreed, with --reason',
    );
  }
  if (!isDay(expires)) throw new CliError('CLI_USAGE', `"${expires}" is not a day`, 'Write it as 2027-01-31');
  if (expires < new Date(now).toISOString().slice(0, 10)) {
    throw new CliError('CLI_USAGE', `"${expires}" is over already`, 'Name the last day on which the findings do not count');
  }
  return { reason, expires };
}
