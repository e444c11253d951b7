// One verb's part of the command line, with what is wrong said in our own words.
import { parseArgs } from 'node:util';
import { CliError, hasCode, messageOf } from './errors.ts';
import { usageOf } from './help.ts';
import type { Verb, VerbValues } from './verb.ts';

/** What stands behind the verb. */
export type ParsedCommand = { readonly values: VerbValues; readonly positionals: readonly string[] };

/** Reads options and arguments; throws CLI_USAGE. */
export function parseCommand(name: string, verb: Verb, argv: readonly string[]): ParsedCommand {
  const parsed = readOptions(name, verb, argv);
  const [least, most] = verb.count;
  const given = parsed.positionals.length;
  if (parsed.values['help'] === true || (given >= least && given <= most)) return parsed;
  throw new CliError('CLI_USAGE', `"${name}" takes ${expected(least, most)}, ${given} given`, usageOf(name, verb));
}

function readOptions(name: string, verb: Verb, argv: readonly string[]): ParsedCommand {
  const own = Object.entries(verb.options).map(([option, { type }]) => [option, { type }] as const);
  const options = { ...Object.fromEntries(own), help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    const plain: { [option: string]: string | boolean | undefined } = {};
    for (const [option, value] of Object.entries(values)) if (!Array.isArray(value)) plain[option] = value;
    return { values: plain, positionals };
  } catch (cause) {
    throw new CliError('CLI_USAGE', complaint(name, cause), `${usageOf(name, verb)}; candor ${name} --help lists the options`);
  }
}

function complaint(name: string, cause: unknown): string {
  const option = /'(?:-\w, )?(-[^' <]*)/.exec(messageOf(cause))?.[1] ?? 'An option';
  if (hasCode(cause, 'ERR_PARSE_ARGS_UNKNOWN_OPTION')) return `"${name}" has no option "${option}"`;
  if (/does not take/.test(messageOf(cause))) return `"${option}" takes no value`;
  return `"${option}" needs a value`;
}

function expected(least: number, most: number): string {
  // No verb takes a range that begins elsewhere than at none.
  if (most === 0) return 'no argument';
  const number = least === most ? String(least) : `at most ${most}`;
  return `${number} ${most === 1 ? 'argument' : 'arguments'}`;
}
