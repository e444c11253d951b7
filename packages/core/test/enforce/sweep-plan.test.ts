import { expect, test } from 'vitest';
import { compileEnforcement } from '../../src/enforce/compile-enforcement.ts';
import { sweepPlan } from '../../src/enforce/sweep-plan.ts';
import type { Enforcement } from '../../src/enforce/types.ts';
import { decisionDeclaration } from './decision-declaration.ts';
import { consentFor } from './decisions.ts';

const rules = compileEnforcement(decisionDeclaration);

test('E22 the plan names what is declared and not allowed now, by store and scope', () => {
  const plan = sweepPlan(rules, consentFor('visits only'));
  expect(plan.stores).toEqual([
    { tracker: 'tiles', store: 'indexed-db', names: [{ exact: 'tiles' }], origins: ['https://portal.localhost'] },
  ]);
  expect(plan.cookies.map(({ tracker }) => tracker)).toEqual(['pk', 'chips', 'both']);
  expect(plan.cookies[1]).toEqual({
    tracker: 'chips',
    names: [{ exact: 'chips' }],
    scopes: [{ host: 'tracker.localhost', path: '/', partitioned: true }],
    secure: true,
  });
  expect(sweepPlan(rules, consentFor('accepted'))).toEqual({ stores: [], cookies: [] });
  expect(sweepPlan(rules, consentFor('rejected')).stores.map(({ tracker }) => tracker)).toEqual(['amp', 'tab', 'tiles']);
});

test('E22 the choice and what scripts cannot reach are not in it', () => {
  const cookie = {
    kind: 'cookie',
    purposes: ['ads'],
    scopes: [{ host: 'portal.localhost', path: '/', partitioned: false }],
    secure: true,
    life: null,
  } as const;
  const odd: Enforcement = {
    ...rules,
    trackers: [
      { ...cookie, id: 'a', names: [{ exact: 'cookies_preferences' }, { exact: 'b' }], httpOnly: false },
      { ...cookie, id: 'c', names: [{ exact: 'cookies_preferences' }], httpOnly: false },
      { ...cookie, id: 'd', names: [{ exact: 'd' }], httpOnly: true },
    ],
  };
  expect(sweepPlan(odd, consentFor('unset')).cookies).toEqual([
    { tracker: 'a', names: [{ exact: 'b' }], scopes: cookie.scopes, secure: true },
  ]);
});
