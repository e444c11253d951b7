import { createClock } from '@candor/testkit';
import { expect, test } from 'vitest';
import { createAttempts } from '../src/accounts/attempts.ts';

test('P62 the sixth attempt at one name has to wait until the first is a quarter of an hour old', () => {
  const clock = createClock(1000);
  const attempts = createAttempts(clock.now);
  for (let count = 0; count < 5; count += 1) {
    expect(attempts.waitFor('ada', `192.0.2.${count}`)).toBe(0);
    attempts.begin('ada', `192.0.2.${count}`);
    clock.advance(10);
  }
  expect(attempts.waitFor('ada', '198.51.100.1')).toBe(900 - 50);
  expect(attempts.waitFor('bob', '198.51.100.1')).toBe(0);
  clock.advance(850);
  expect(attempts.waitFor('ada', '198.51.100.1')).toBe(0);
});

test('P62 the twenty-first attempt from one address has to wait, whatever the names', () => {
  const clock = createClock(1000);
  const attempts = createAttempts(clock.now);
  for (let count = 0; count < 20; count += 1) attempts.begin(`name${count}`, '192.0.2.1');
  expect(attempts.waitFor('fresh', '192.0.2.1')).toBe(900);
  expect(attempts.waitFor('fresh', '192.0.2.2')).toBe(0);
});

test('P62 addresses of one IPv6 network count as one', () => {
  const attempts = createAttempts(() => 1000);
  for (let count = 0; count < 20; count += 1) attempts.begin(`name${count}`, `2001:db8:1:2::${count}`);
  expect(attempts.waitFor('fresh', '2001:db8:1:2:ffff::1')).toBeGreaterThan(0);
  expect(attempts.waitFor('fresh', '2001:db8:1:3::1')).toBe(0);
});

test('P62 a right password takes its attempt back, for the name and for the address', () => {
  const attempts = createAttempts(() => 1000);
  for (let count = 0; count < 4; count += 1) attempts.begin('ada', '192.0.2.1');
  attempts.begin('ada', '192.0.2.1');
  attempts.succeed('ada', '192.0.2.1');
  expect(attempts.waitFor('ada', '192.0.2.1')).toBe(0);
  for (let count = 0; count < 15; count += 1) attempts.begin(`name${count}`, '192.0.2.1');
  expect(attempts.waitFor('fresh', '192.0.2.1')).toBe(0);
  attempts.begin('one-more', '192.0.2.1');
  expect(attempts.waitFor('fresh', '192.0.2.1')).toBeGreaterThan(0);
});
