// Reads the command line, runs one verb, and turns every expected end into a message and an exit code.
import { parseArgs } from 'node:util';
import { CliError } from './errors.ts';
import type { Terminal } from './terminal.ts';
import { createTerminal } from './terminal.ts';
import type { Verb } from './verb.ts';
import { helpOf, overview, verbs, versionLine } from './verbs.ts';

function parseVerb(
  verb: Verb,
  argv: readonly string[],
): { values: { [name: string]: string | boolean | undefined }; positionals: readonly string[] } {
  try {
    const options = { ...verb.options, help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    const plain: { [name: string]: string | boolean | undefined } = {};
    for (const [name, value] of Object.entries(values)) if (!Array.isArray(value)) plain[name] = value;
    return { values: plain, positionals };
  } catch (cause) {
    throw new CliError('CLI_USAGE', cause instanceof Error ? cause.message : 'The options could not be read', `Usage: ${verb.usage}`);
  }
}

async function runVerb(listed: (typeof verbs)[number], argv: readonly string[], terminal: Terminal): Promise<number> {
  const verb = await listed.load();
  const { values, positionals } = parseVerb(verb, argv);
  if (values['help'] === true) {
    terminal.out(helpOf(listed, verb));
    return 0;
  }
  const [least, most] = verb.takes;
  if (positionals.length < least || positionals.length > most) {
    throw new CliError(
      'CLI_USAGE',
      `"${listed.name}" takes ${least === most ? least : `${least} to ${most}`} arguments, ${positionals.length} given`,
      `Usage: ${verb.usage}`,
    );
  }
  return verb.run({ values, positionals, terminal });
}

function report(error: unknown, terminal: Terminal): number {
  if (error instanceof CliError) {
    terminal.error(`${error.code}: ${error.message}`);
    if (error.hint !== undefined) terminal.error(`  ${error.hint}`);
    return error.exit;
  }
  const coded = error instanceof Error && 'code' in error ? `${String(error.code)}: ` : '';
  terminal.error(`${coded}${error instanceof Error ? error.message : String(error)}`);
  if (coded === '' && error instanceof Error && error.stack !== undefined) terminal.error(error.stack);
  return 2;
}

/** Runs the command; answers with the exit code of design: 0 well, 1 findings, 2 bad usage or input, 3 inconclusive. */
export async function runCommand(argv: readonly string[], terminal: Terminal = createTerminal()): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminal.out(overview());
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    terminal.out(versionLine());
    return 0;
  }
  try {
    const listed = verbs.find((candidate) => candidate.name === name);
    if (listed === undefined) throw new CliError('CLI_USAGE', `There is no verb "${name}"`, 'Run `npx candor --help` for the list');
    return await runVerb(listed, rest, terminal);
  } catch (error) {
    return report(error, terminal);
  }
}
