// The language that a verb writes in.
import type { Declaration } from '@candor/core';
import { CliError } from './errors.ts';
import type { VerbValues } from './verb.ts';
import { textOf } from './verb.ts';

/** The one named with `--lang`, else the declaration's first; throws CLI_USAGE for one that the declaration does not have. */
export function languageOf(values: VerbValues, { languages }: Declaration): string {
  const language = textOf(values, 'lang') ?? languages[0];
  if (languages.includes(language)) return language;
  throw new CliError('CLI_USAGE', `The declaration has no language "${language}"`, `Its languages: ${languages.join(', ')}`);
}
