// Starts the process in which parsers of cookies are measured, and reads what it found.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Parsed } from '../parsers/main.ts';
import { parserPackages } from '../peers/all.ts';

const records = fileURLToPath(new URL('../../../../../shared/vectors/cookies/chromium/stored-156.json', import.meta.url));

/** Runs it. Says loudly what could not be looked at. */
export async function measureParsers(folder: string, say: (line: string) => void): Promise<Parsed> {
  const options = { maxBuffer: 1e8 };
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'parsers.mjs'), records, ...parserPackages], options);
  const parsed = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Parsed;
  if (parsed.names === null)
    say('NOT MEASURED: the cookie vectors are not beside this repository (../shared/vectors/cookies); agreement with Chromium is unknown');
  for (const name of parserPackages) if (!parsed.speeds.some(({ reader }) => reader === name)) say(`LEFT OUT parser ${name}`);
  return parsed;
}
