// What the guard tells, on standard error: as lines of JSON for programs, or as words of what is wrong for people.
import type { GuardLogEntry } from '@candor/guard';
import type { PlaceCode } from './check-placement.ts';
import { PLACES } from './check-placement.ts';
import { CliError, codeOf, messageOf } from './errors.ts';
import type { Terminal } from './terminal.ts';

/** In which form events are told. */
export type LogForm = 'text' | 'json' | 'none';

/** Reads the form; throws CLI_USAGE. */
export function readLogForm(text: string | undefined): LogForm {
  if (text === undefined) return 'text';
  if (text === 'text' || text === 'json' || text === 'none') return text;
  throw new CliError('CLI_USAGE', `There is no form of log "${text}"`, 'Forms: text, json, none');
}

/** An event in words; null for what the command says by itself. */
function inWords(entry: GuardLogEntry): string | null {
  switch (entry.event) {
    case 'fault':
      return `${entry.code} (${entry.count}): ${entry.message}`;
    case 'site':
      return entry.state === 'answers' ? 'The site answers again' : `The site fails (${entry.reason})`;
    case 'stopped':
      return entry.cut === 0 ? null : `${entry.cut} ${entry.cut === 1 ? 'connection was' : 'connections were'} cut`;
    case 'started':
    case 'reloaded':
      return null;
  }
}

/** What is to be done with an event. */
export function eventPrinter(form: LogForm, terminal: Terminal): (entry: GuardLogEntry) => void {
  return (entry) => {
    const line = form === 'json' ? JSON.stringify(entry) : form === 'text' ? inWords(entry) : null;
    if (line !== null) terminal.error(line);
  };
}

const stamp = (): number => Math.floor(Date.now() / 1000);

/** What is to be done with words about the declaration that is followed. */
export function notePrinter(form: LogForm, terminal: Terminal): (text: string) => void {
  return (text) => {
    if (form === 'json') terminal.error(JSON.stringify({ at: stamp(), event: 'declaration', message: text }));
    else if (form === 'text') terminal.error(text);
  };
}

/** What is to be done with a failure that no visitor saw the reason of. Code and message only: a stack may hold what a visitor sent. */
export function failurePrinter(form: LogForm, terminal: Terminal): (failure: unknown) => void {
  return (failure) => {
    const code = codeOf(failure);
    const message = messageOf(failure);
    if (form === 'json') terminal.error(JSON.stringify({ at: stamp(), event: 'failure', code, message }));
    else terminal.error(`candor platform: ${code}: ${message}`);
  };
}

/** Says what may be wrong with where the guard stands. */
export function printPlaces(codes: readonly PlaceCode[], form: LogForm, terminal: Terminal): void {
  for (const code of codes) {
    const message = PLACES[code];
    if (form === 'json') terminal.error(JSON.stringify({ at: stamp(), event: 'warning', code, message }));
    else terminal.error(`${code}: ${message}`);
  }
}
