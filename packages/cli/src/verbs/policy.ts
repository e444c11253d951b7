// `candor policy`: the policy page from the declaration, in one language and one format.
import { writeFile } from 'node:fs/promises';
import { profiles } from '@candor/catalog';
import type { ProfileId } from '@candor/core';
import { compilePolicy, renderPolicyMarkdown, renderPolicyPage } from '@candor/core';
import { CliError } from '../errors.ts';
import { requireDeclaration } from '../load-declaration.ts';
import { formatIssues } from '../print-issues.ts';
import { isProfileId } from '../profile.ts';
import type { Verb } from '../verb.ts';
import { textOf } from '../verb.ts';

const formats = ['html', 'md', 'json'] as const;
type Format = (typeof formats)[number];
const isFormat = (text: string): text is Format => (formats as readonly string[]).includes(text);

function profileOf(named: string | undefined, fallback: ProfileId): ProfileId {
  if (named === undefined) return fallback;
  if (isProfileId(named)) return named;
  throw new CliError('CLI_USAGE', `There is no profile "${named}"`, 'Profiles are listed in the catalog, for example eu-base, fr, us-ca');
}

/** The verb `policy`. */
export const policyVerb: Verb = {
  usage: 'candor policy [file] [--lang en] [--format html|md|json] [--profile eu-base] [--out FILE]',
  details: [
    '--lang     a declared language; without it the first one',
    '--format   html (a whole page), md or json; without it md',
    '--profile  the region whose rules the text states; without it the declaration’s default',
    '--out      a file to write; without it standard output',
    '',
    'Exit: 0 written · 1 the declaration cannot be rendered in that language · 2 bad usage or input',
  ].join('\n'),
  options: { lang: { type: 'string' }, format: { type: 'string' }, profile: { type: 'string' }, out: { type: 'string' } },
  takes: [0, 1],
  run: async ({ values, positionals, terminal }) => {
    const { declaration, id } = await requireDeclaration(positionals[0]);
    const format = textOf(values, 'format') ?? (values['json'] === true ? 'json' : 'md');
    if (!isFormat(format)) throw new CliError('CLI_USAGE', `There is no format "${format}"`, 'Formats: html, md, json');
    const language = textOf(values, 'lang') ?? declaration.languages[0];
    const profile = profileOf(textOf(values, 'profile'), declaration.profiles.default);
    const compiled = compilePolicy(declaration, { language, profile, declarationId: id, authority: profiles[profile].authority });
    if (!compiled.ok) {
      terminal.error(formatIssues(compiled.issues, { file: positionals[0] ?? 'declaration', color: terminal.color }));
      return 1;
    }
    const render = {
      html: () => renderPolicyPage(compiled.value, {}),
      md: () => renderPolicyMarkdown(compiled.value),
      json: () => JSON.stringify(compiled.value, null, 2),
    };
    const text = render[format]().trimEnd();
    const out = textOf(values, 'out');
    if (out === undefined) terminal.out(text);
    else await writeFile(out, `${text}\n`);
    return 0;
  },
};
