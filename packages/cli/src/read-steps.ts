// Steps of an audit from a local file.
import type { Steps } from '@candor/audit';
import { parseSteps } from '@candor/audit';
import { CliError } from './errors.ts';
import { readJsonFile } from './files.ts';

/** Reads and checks a file of steps; throws CLI_FILE. */
export async function readSteps(file: string): Promise<Steps> {
  const parsed = parseSteps(await readJsonFile(file, 'Steps are a JSON object with "logIn", "language" or "action"'));
  if (parsed.ok) return parsed.value;
  const issue = parsed.issues[0];
  const where = issue?.path ? ` at ${issue.path}` : '';
  throw new CliError('CLI_FILE', `"${file}" holds no steps${where}: ${issue?.message}`, 'The README of @candor/audit shows an example');
}
