import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { SignalHost } from '../src/until-stopped.ts';
import { untilStopped } from '../src/until-stopped.ts';

type Host = { readonly signals: EventEmitter; readonly exits: number[]; readonly clock: { ms: number }; readonly host: SignalHost };

function createHost(): Host {
  const signals = new EventEmitter();
  const exits: number[] = [];
  const clock = { ms: 5000 };
  const host: SignalHost = { on: (name, listener) => signals.on(name, listener), exit: (code) => exits.push(code), now: () => clock.ms };
  return { signals, exits, clock, host };
}

test('X72 the first signal stops, one that comes with it is the same, and a later Ctrl-C ends at once', async () => {
  const { signals, exits, clock, host } = createHost();
  const stopped = untilStopped(host);
  signals.emit('SIGINT');
  await stopped;
  clock.ms += 1000;
  signals.emit('SIGINT');
  signals.emit('SIGTERM');
  expect(exits).toEqual([]);
  clock.ms += 1;
  signals.emit('SIGINT');
  expect(exits).toEqual([130]);
});

test('X72 SIGTERM stops too, and a second one long after it ends at once', async () => {
  const { signals, exits, clock, host } = createHost();
  const stopped = untilStopped(host);
  signals.emit('SIGTERM');
  await stopped;
  signals.emit('SIGTERM');
  expect(exits).toEqual([]);
  clock.ms += 60_000;
  signals.emit('SIGTERM');
  expect(exits).toEqual([143]);
  signals.emit('SIGINT');
  expect(exits).toEqual([143, 130]);
});
