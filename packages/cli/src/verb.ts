// What a verb is: data about its options, and one function that answers with an exit code.
import type { ParseArgsConfig } from 'node:util';
import type { Terminal } from './terminal.ts';

/** Parsed options by name; a flag is `true`, a value a string, an absent one undefined. */
export type VerbValues = { readonly [name: string]: string | boolean | undefined };

/** One verb of the command. */
export type Verb = {
  readonly usage: string;
  readonly details: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** How many positionals it takes, least and most. */
  readonly takes: readonly [number, number];
  readonly run: (input: {
    readonly values: VerbValues;
    readonly positionals: readonly string[];
    readonly terminal: Terminal;
  }) => Promise<number>;
};

/** The value of a string option, or undefined. */
export function textOf(values: VerbValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
