import type { GuardLogEntry } from '@candor/guard';
import { expect, test } from 'vitest';
import type { LogForm } from '../src/event-log.ts';
import { eventPrinter, failurePrinter, notePrinter, printPlaces, readLogForm } from '../src/event-log.ts';
import type { Terminal } from '../src/terminal.ts';

function listen(): { readonly terminal: Terminal; readonly lines: string[] } {
  const lines: string[] = [];
  const nothing = (): void => {};
  return { lines, terminal: { color: false, out: nothing, progress: nothing, error: (line) => void lines.push(line) } };
}

const events: readonly GuardLogEntry[] = [
  { at: 1, event: 'started', mode: 'enforce', declaration: 'a' },
  { at: 2, event: 'fault', code: 'UPSTREAM_LATE', message: 'The site took too long to answer', count: 3, since: 1 },
  { at: 3, event: 'site', state: 'fails', reason: 'late' },
  { at: 4, event: 'site', state: 'answers' },
  { at: 5, event: 'reloaded', before: 'a', declaration: 'b' },
  { at: 6, event: 'stopped', requests: 9, documents: 1, cut: 2 },
  { at: 7, event: 'stopped', requests: 9, documents: 1, cut: 0 },
];

test('X83 in words only what is wrong is told, in JSON everything, and else nothing', () => {
  const told = (form: LogForm): readonly string[] => {
    const { terminal, lines } = listen();
    for (const event of events) eventPrinter(form, terminal)(event);
    return lines;
  };
  expect(told('text')).toEqual([
    'UPSTREAM_LATE (3): The site took too long to answer',
    'The site fails (late)',
    'The site answers again',
    '2 connections were cut',
  ]);
  expect(told('json').map((line) => JSON.parse(line))).toEqual(events);
  expect(told('none')).toEqual([]);
});

test('X83 failures and warnings are lines of JSON too, by code and message and without a stack', () => {
  const { terminal, lines } = listen();
  failurePrinter('json', terminal)(Object.assign(new Error('busy\nat secret'), { code: 'LEDGER_STORE_BUSY' }));
  printPlaces(['PLACE_SITE_OPEN'], 'json', terminal);
  notePrinter('json', terminal)('It holds now\n  version');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { at: expect.any(Number), event: 'failure', code: 'LEDGER_STORE_BUSY', message: 'busy' },
    { at: expect.any(Number), event: 'warning', code: 'PLACE_SITE_OPEN', message: expect.stringContaining('127.0.0.1') },
    { at: expect.any(Number), event: 'declaration', message: 'It holds now\n  version' },
  ]);
});

test('X83 another form is refused', () => {
  expect(readLogForm(undefined)).toBe('text');
  expect(() => readLogForm('xml')).toThrow('There is no form of log "xml"');
});
