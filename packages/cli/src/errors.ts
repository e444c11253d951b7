// What the command says when it cannot go on: a code, a sentence, what to do, and the exit code it means.

const table = {
  CLI_USAGE: { exit: 2 },
  CLI_FILE: { exit: 2 },
  CLI_DECLARATION: { exit: 2 },
  CLI_PORT_BUSY: { exit: 2 },
  CLI_BUG: { exit: 2 },
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

/** The first line of what went wrong, whatever was thrown. */
export function messageOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
}

const reasons: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EEXIST: 'it exists already',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
};

/** Why the operating system refused, in words. */
export function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return reasons[code] ?? messageOf(cause);
}

/** Whether the operating system refused with this code, for example `ENOENT`. */
export function hasCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}

/** The stable code of a failure of any room. */
export function codeOf(failure: unknown): string {
  return failure instanceof Error && 'code' in failure ? String(failure.code) : 'PLATFORM_INTERNAL';
}
