// Whatever was thrown, as lines for a person: a code, a sentence, what to do. Never a stack trace, unless it is asked for.
import { CliError, messageOf } from './errors.ts';

/** A failure in words, and the exit code it means. */
export type FailureReport = { readonly code: string; readonly message: string; readonly hint?: string; readonly exit: number };

const rooms = /^(CLI|DECL|LEDGER|GUARD|AUDIT|MEASURE|PLATFORM)_[A-Z_]+$/;

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');

function hintOf(error: Error): string | undefined {
  return 'hint' in error && typeof error.hint === 'string' ? error.hint : undefined;
}

function describe(error: unknown): FailureReport {
  if (error instanceof Error && rooms.test(codeOf(error))) {
    const hint = hintOf(error);
    const exit = error instanceof CliError ? error.exit : 2;
    return { code: codeOf(error), message: messageOf(error), ...(hint === undefined ? {} : { hint }), exit };
  }
  return {
    code: 'CLI_BUG',
    message: `Candor itself failed: ${messageOf(error)}`,
    hint: 'Please report it; with CANDOR_DEBUG=1 the command shows where',
    exit: 2,
  };
}

/** Describes a failure; `lines` are for standard error, `debug` adds the stack of what is not expected. */
export function reportFailure(error: unknown, options: { readonly debug: boolean }): FailureReport & { readonly lines: readonly string[] } {
  const report = describe(error);
  const stack = options.debug && report.code === 'CLI_BUG' && error instanceof Error ? [error.stack ?? ''] : [];
  const hint = report.hint === undefined ? [] : [`  ${report.hint}`];
  return { ...report, lines: [`${report.code}: ${report.message}`, ...hint, ...stack] };
}
