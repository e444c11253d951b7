// `candor init`: a declaration to start from that `check` accepts, with what nobody can guess marked to be filled in.
import { access, writeFile } from 'node:fs/promises';
import { CliError } from '../errors.ts';
import { scaffold } from '../scaffold.ts';
import type { Verb } from '../verb.ts';
import { textOf } from '../verb.ts';

/** The verb `init`. */
export const initVerb: Verb = {
  usage: 'candor init [--host example.org] [--out candor.config.ts]',
  details: [
    '--host  the site’s host; without it example.org',
    '--out   the file to write; without it candor.config.ts; an existing file is never overwritten',
    '',
    'Exit: 0 written · 2 the file exists, or bad usage',
  ].join('\n'),
  options: { host: { type: 'string' }, out: { type: 'string' } },
  takes: [0, 0],
  run: async ({ values, terminal }) => {
    const host = textOf(values, 'host') ?? 'example.org';
    if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host))
      throw new CliError('CLI_USAGE', `"${host}" is not a host`, 'Lower case, without scheme or port, for example data.example.org');
    const file = textOf(values, 'out') ?? 'candor.config.ts';
    if (
      await access(file).then(
        () => true,
        () => false,
      )
    )
      throw new CliError('CLI_FILE', `"${file}" exists already and is kept`, 'Name another file with --out');
    await writeFile(file, scaffold({ host, date: new Date().toISOString().slice(0, 10) }), { flag: 'wx' });
    terminal.out(`${file} written. Next: fill in the controller, then \`npx candor check\` and \`npx candor policy\``);
    return 0;
  },
};
