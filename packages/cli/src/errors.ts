// What the command says when it cannot go on: a code, a sentence, what to do, and the exit code it means.

const table = {
  CLI_USAGE: { exit: 2 },
  CLI_FILE: { exit: 2 },
  CLI_DECLARATION: { exit: 2 },
  CLI_PORT_BUSY: { exit: 2 },
  CLI_UNREACHABLE: { exit: 3 },
} as const;

/** Codes of the command itself. */
export type CliErrorCode = keyof typeof table;

/** An expected end of a command: printed without a stack trace. */
export class CliError extends Error {
  readonly code: CliErrorCode;
  readonly hint: string | undefined;
  readonly exit: number;
  constructor(code: CliErrorCode, message: string, hint?: string) {
    super(message);
    this.name = 'CliError';
    this.code = code;
    this.hint = hint;
    this.exit = table[code].exit;
  }
}
