// `candor init`: a declaration to start from that `check` accepts, with what nobody can guess marked to be filled in.
import { CliError } from '../errors.ts';
import { writeText } from '../files.ts';
import { scaffold } from '../scaffold.ts';
import type { Verb } from '../verb.ts';
import { textOf, toJson } from '../verb.ts';

function checkHost(host: string): string {
  const labels = host.split('.');
  if (host.length <= 253 && labels.every((label) => /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/.test(label))) return host;
  throw new CliError('CLI_USAGE', `"${host}" is not a host`, 'Lower case, without scheme and port, for example data.example.org');
}

/** The verb `init`. */
export const initVerb: Verb = {
  takes: '',
  count: [0, 0],
  json: 'The file that was written as JSON',
  options: {
    host: { type: 'string', value: 'HOST', says: 'The site’s host; without it example.org' },
    out: { type: 'string', value: 'FILE', says: 'The file to write; without it candor.config.ts. What exists is never overwritten' },
  },
  exits: { 0: 'Written', 2: 'The file exists, or bad usage' },
  run: async ({ values, terminal }) => {
    const host = checkHost(textOf(values, 'host') ?? 'example.org');
    const file = textOf(values, 'out') ?? 'candor.config.ts';
    await writeText(file, scaffold({ host, date: new Date().toISOString().slice(0, 10) }), { overwrite: false });
    if (values['json'] === true) terminal.out(toJson({ file, host }));
    else terminal.out(`${file} is written. Replace what is in CAPITALS in it, then: candor check ${file}`);
    return 0;
  },
};
