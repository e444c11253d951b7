import { expect, test } from 'vitest';
import { parseSteps } from '../src/steps.ts';

test('A36 steps are read in both ways of writing a fill', () => {
  const logIn = [
    { go: '/login' },
    { fill: '#user', value: 'editor' },
    { fill: { selector: '#password', value: 'x' } },
    { click: 'button' },
    { expect: '#who' },
  ];
  expect(parseSteps({ logIn })).toEqual({
    ok: true,
    value: { logIn: [logIn[0], logIn[1], { fill: '#password', value: 'x' }, logIn[3], logIn[4]] },
  });
  expect(parseSteps({})).toEqual({ ok: true, value: {} });
});

test.each([
  [null, ''],
  [[], ''],
  [{ logOut: [] }, 'logOut'],
  [{ logIn: {} }, 'logIn'],
  [{ logIn: [{ go: 'https://elsewhere.example/' }] }, 'logIn[0]'],
  [{ logIn: [{ go: '//elsewhere.example/' }] }, 'logIn[0]'],
  [{ action: [{ go: '/' }, { click: 1 }] }, 'action[1]'],
  [{ language: [{ fill: '#q' }] }, 'language[0]'],
  [{ language: [{ click: 'a', go: '/' }] }, 'language[0]'],
  [{ action: ['go'] }, 'action[0]'],
])('A36 %j is refused with its path', (value, path) => {
  const result = parseSteps(value);
  expect(result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path])).toEqual([['AUDIT_STEPS_SHAPE', path]]);
});
