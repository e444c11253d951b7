// Reads the command line, runs one verb, and turns every expected end into a message and an exit code.
import { CliError } from './errors.ts';
import { helpOf, overview, versionLine } from './help.ts';
import { parseCommand } from './parse-command.ts';
import { reportFailure } from './report-failure.ts';
import type { Terminal } from './terminal.ts';
import { createTerminal } from './terminal.ts';
import { toJson } from './verb.ts';
import type { ListedVerb } from './verbs.ts';
import { verbs } from './verbs.ts';

const isDebugging = (): boolean => (process.env['CANDOR_DEBUG'] ?? '') !== '';

function findVerb(name: string): ListedVerb {
  const listed = verbs.find((candidate) => candidate.name === name);
  if (listed !== undefined) return listed;
  throw new CliError('CLI_USAGE', `There is no verb "${name}"`, `Verbs: ${verbs.map((verb) => verb.name).join(', ')}`);
}

async function runVerb(listed: ListedVerb, argv: readonly string[], terminal: Terminal): Promise<number> {
  const verb = await listed.load();
  const { values, positionals } = parseCommand(listed.name, verb, argv);
  if (values['help'] !== true) return verb.run({ values, positionals, terminal });
  terminal.out(helpOf(listed, verb));
  return 0;
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = argv;
  if (name === '--version' || name === '-v') {
    terminal.out(versionLine());
    return 0;
  }
  if (name === 'help' && rest[0] !== undefined) return runVerb(findVerb(rest[0]), ['--help'], terminal);
  if (name !== undefined && !['help', '--help', '-h'].includes(name)) return runVerb(findVerb(name), rest, terminal);
  terminal.out(overview());
  return name === undefined ? 2 : 0;
}

/** Runs the command; answers with the exit code: 0 well, 1 findings, 2 bad usage or input, 3 inconclusive. Never throws. */
export async function runCommand(argv: readonly string[], terminal: Terminal = createTerminal()): Promise<number> {
  try {
    return await dispatch(argv, terminal);
  } catch (error) {
    const { lines, exit, ...rest } = reportFailure(error, { debug: isDebugging() });
    if (argv.includes('--json')) terminal.out(toJson({ error: rest }));
    for (const line of lines) terminal.error(line);
    return exit;
  }
}

/** Runs the command as this process: its exit code is the command's, also when something fails that nobody waits for. */
export async function runProcess(argv: readonly string[]): Promise<void> {
  const terminal = createTerminal();
  process.on('uncaughtException', (error) => {
    const { lines, exit } = reportFailure(error, { debug: isDebugging() });
    for (const line of lines) terminal.error(line);
    process.exit(exit);
  });
  process.exitCode = await runCommand(argv, terminal);
}
