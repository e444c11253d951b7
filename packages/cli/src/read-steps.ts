// Steps of an audit from a local file.
import { readFile } from 'node:fs/promises';
import type { Steps } from '@candor/audit';
import { parseSteps } from '@candor/audit';
import { CliError } from './errors.ts';

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CliError('CLI_FILE', `"${file}" is not JSON`, 'Steps are a JSON object with "logIn", "language" or "action"');
  }
}

/** Reads and checks a file of steps; throws CLI_FILE. */
export async function readSteps(file: string): Promise<Steps> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CliError('CLI_FILE', `"${file}" cannot be read`, 'Name a JSON file of steps');
  });
  const parsed = parseSteps(parseJson(file, text));
  if (parsed.ok) return parsed.value;
  const [issue] = parsed.issues;
  throw new CliError('CLI_FILE', `"${file}": ${issue?.code} at ${issue?.path}: ${issue?.message}`, issue?.hint);
}
