import { expect, test } from 'vitest';
import type { DatedFault } from '../src/watch/fault-log.ts';
import { createFaultLog, createTrial } from '../src/watch/fault-log.ts';
import type { GuardLogEntry } from '../src/watch/log.ts';
import { createTeller } from '../src/watch/log.ts';
import { createSiteState } from '../src/watch/site-state.ts';

test('G145 a fault is told when it is first met, then at most once a minute, each code by itself', () => {
  const clock = { now: 1000 };
  const told: DatedFault[] = [];
  const log = createFaultLog({ now: () => clock.now, tell: (fault) => told.push(fault) });
  for (let second = 0; second < 130; second += 1) {
    clock.now = 1000 + second;
    log.record('UPSTREAM_FAILED');
  }
  log.record('NOTICE_FAILED');
  expect(told.map(({ code, count }) => [code, count])).toEqual([
    ['UPSTREAM_FAILED', 1],
    ['UPSTREAM_FAILED', 61],
    ['UPSTREAM_FAILED', 121],
    ['NOTICE_FAILED', 1],
  ]);
  expect(log.list()[0]).toMatchObject({ code: 'UPSTREAM_FAILED', count: 130, since: 1000, last: 1129 });
  log.clear('UPSTREAM_FAILED');
  expect(log.list().map(({ code }) => code)).toEqual(['NOTICE_FAILED']);
});

test('G145 a clock that fails keeps no fault from being counted', () => {
  const log = createFaultLog({
    now: () => {
      throw new Error('no clock');
    },
    tell: () => undefined,
  });
  log.record('UPSTREAM_LATE');
  expect(log.list()).toMatchObject([{ code: 'UPSTREAM_LATE', count: 1, since: 0 }]);
});

test('G141 what is met on trial stays there until it is put to use', () => {
  const log = createFaultLog();
  const trial = createTrial(log);
  trial.faults.record('NOTICE_FAILED');
  expect(trial.met()).toEqual(['NOTICE_FAILED']);
  expect(log.list()).toEqual([]);
  trial.settle();
  trial.faults.record('REPORT_FAILED');
  expect(log.list().map(({ code }) => code)).toEqual(['NOTICE_FAILED', 'REPORT_FAILED']);
});

test('G145 a listener that throws, now or later, stops nothing', async () => {
  const late: Promise<void>[] = [];
  const throws = createTeller(
    () => 1,
    () => {
      throw new Error('full');
    },
  );
  const rejects = createTeller(
    () => 1,
    () => {
      const failing = Promise.reject(new Error('full'));
      late.push(failing.catch(() => undefined));
      return failing as unknown as undefined;
    },
  );
  throws({ event: 'site', state: 'answers' });
  rejects({ event: 'site', state: 'answers' });
  expect(await Promise.all(late)).toEqual([undefined]);
});

test('G145 that the site fails and answers again is told, at most ten times a minute', () => {
  const clock = { now: 6000 };
  const told: GuardLogEntry[] = [];
  const tell = createTeller(
    () => clock.now,
    (entry) => void told.push(entry),
  );
  const site = createSiteState(() => clock.now, tell);
  site.answered();
  expect(told).toEqual([]);
  for (let time = 0; time < 50; time += 1) {
    site.failed('late');
    site.failed('late');
    site.answered();
  }
  expect(told).toHaveLength(9);
  expect(told.slice(0, 2)).toEqual([
    { at: 6000, event: 'site', state: 'fails', reason: 'late' },
    { at: 6000, event: 'site', state: 'answers' },
  ]);
  clock.now += 60;
  site.failed('unreachable');
  expect(told.at(-1)).toEqual({ at: 6060, event: 'site', state: 'fails', reason: 'unreachable' });
  expect(site.read()).toEqual({ state: 'fails', since: 6060, reason: 'unreachable' });
});
