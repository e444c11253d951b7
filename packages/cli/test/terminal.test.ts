import { expect, test } from 'vitest';
import type { Stream, Terminal } from '../src/terminal.ts';
import { createTerminal } from '../src/terminal.ts';

type Said = { readonly terminal: Terminal; readonly out: string[]; readonly err: string[]; readonly fail: () => void };

function terminalOn(options: { readonly isTTY: boolean; readonly env?: { readonly [name: string]: string } }): Said {
  const out: string[] = [];
  const err: string[] = [];
  const listeners: ((error: Error) => void)[] = [];
  const stream = (lines: string[]): Stream => ({
    isTTY: options.isTTY,
    write: (text) => lines.push(text),
    on: (_event, listener) => listeners.push(listener),
  });
  const terminal = createTerminal({ stdout: stream(out), stderr: stream(err), env: options.env ?? {} });
  return {
    terminal,
    out,
    err,
    fail: () => {
      for (const listener of listeners) listener(new Error('EPIPE'));
    },
  };
}

test('X6 colour and progress are for terminals, and NO_COLOR is honoured', () => {
  const watched = terminalOn({ isTTY: true });
  const piped = terminalOn({ isTTY: false });
  expect(watched.terminal.color).toBe(true);
  expect(piped.terminal.color).toBe(false);
  expect(terminalOn({ isTTY: true, env: { NO_COLOR: '1' } }).terminal.color).toBe(false);
  expect(terminalOn({ isTTY: true, env: { NO_COLOR: '' } }).terminal.color).toBe(true);
  for (const { terminal } of [watched, piped]) {
    terminal.out('result');
    terminal.error('failure');
    terminal.progress('step');
  }
  expect(watched.out).toEqual(['result\n']);
  expect(watched.err).toEqual(['failure\n', 'step\n']);
  expect(piped.err).toEqual(['failure\n']);
});

test('X7 a stream that fails is listened to', () => {
  const said = terminalOn({ isTTY: false });
  expect(() => said.fail()).not.toThrow();
});
