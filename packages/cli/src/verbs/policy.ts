// `candor policy`: the policy page from the declaration, in one language and one format.
import { profiles } from '@candor/catalog';
import type { PolicyView } from '@candor/core';
import { compilePolicy, renderPolicyMarkdown, renderPolicyPage } from '@candor/core';
import { CliError } from '../errors.ts';
import { writeText } from '../files.ts';
import { findDeclarationFile } from '../find-declaration.ts';
import { languageOf } from '../language.ts';
import { requireDeclaration, showPath } from '../load-declaration.ts';
import { formatIssues } from '../print-issues.ts';
import { parseProfile } from '../profile.ts';
import type { Verb, VerbInput, VerbValues } from '../verb.ts';
import { textOf, toJson } from '../verb.ts';

const renderers = {
  html: (view: PolicyView): string => renderPolicyPage(view, {}),
  md: renderPolicyMarkdown,
  json: toJson,
} as const;

type Format = keyof typeof renderers;
const isFormat = (text: string): text is Format => Object.hasOwn(renderers, text);

function formatOf(values: VerbValues): Format {
  const format = textOf(values, 'format') ?? (values['json'] === true ? 'json' : 'md');
  if (isFormat(format)) return format;
  throw new CliError('CLI_USAGE', `There is no format "${format}"`, `Formats: ${Object.keys(renderers).join(', ')}`);
}

async function writePolicy({ values, positionals, terminal }: VerbInput): Promise<number> {
  const format = formatOf(values);
  const named = parseProfile(textOf(values, 'profile'));
  const file = await findDeclarationFile(positionals[0]);
  const { declaration, id } = await requireDeclaration(file);
  const language = languageOf(values, declaration);
  const profile = named ?? declaration.profiles.default;
  const compiled = compilePolicy(declaration, { language, profile, declarationId: id, authority: profiles[profile].authority });
  if (!compiled.ok) {
    if (values['json'] === true) terminal.out(toJson({ issues: compiled.issues }));
    terminal.error(formatIssues(compiled.issues, { file: showPath(file), color: false }));
    return 1;
  }
  const text = renderers[format](compiled.value).trimEnd();
  const out = textOf(values, 'out');
  if (out === undefined) {
    terminal.out(text);
    return 0;
  }
  await writeText(out, text);
  terminal.progress(`${out} is written: ${format}, ${language}, profile ${profile}`);
  return 0;
}

/** The verb `policy`. */
export const policyVerb: Verb = {
  takes: '[FILE]',
  count: [0, 1],
  json: 'The same as --format json',
  options: {
    lang: { type: 'string', value: 'LANGUAGE', says: 'A declared language; without it the first one' },
    format: { type: 'string', value: 'FORMAT', says: 'html (a whole page), md or json; without it md' },
    profile: { type: 'string', value: 'PROFILE', says: 'The region whose rules the text states; without it the declaration’s default' },
    out: { type: 'string', value: 'FILE', says: 'Where to write it; without it standard output' },
  },
  exits: { 0: 'Written', 1: 'The declaration lacks words for that language', 2: 'Bad usage or input' },
  run: writePolicy,
};
