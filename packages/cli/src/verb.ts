// What a verb is: data about its options, from which parser and help are made, and one function that answers with an exit code.
import type { Terminal } from './terminal.ts';

/** Parsed options by name; a flag is `true`, a value a string, an absent one undefined. */
export type VerbValues = { readonly [name: string]: string | boolean | undefined };

/** One option: a flag, or one with a value that `value` names. */
export type VerbOption =
  | { readonly type: 'boolean'; readonly says: string }
  | { readonly type: 'string'; readonly value: string; readonly says: string };

/** What a verb is run with. */
export type VerbInput = { readonly values: VerbValues; readonly positionals: readonly string[]; readonly terminal: Terminal };

/** One verb of the command. Every verb has `--json` and `--help` besides its own options. */
export type Verb = {
  /** Its arguments as the usage line shows them, for example `[FILE]`. */
  readonly takes: string;
  /** How many arguments, least and most. */
  readonly count: readonly [number, number];
  /** What `--json` prints. */
  readonly json: string;
  readonly options: { readonly [name: string]: VerbOption };
  /** Lines between options and exit codes. */
  readonly notes?: readonly string[];
  readonly exits: { readonly [code: number]: string };
  readonly run: (input: VerbInput) => Promise<number>;
};

/** The value of a string option, or undefined. */
export function textOf(values: VerbValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** A value as `--json` prints it. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
