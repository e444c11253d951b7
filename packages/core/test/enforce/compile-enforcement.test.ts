import { expect, test } from 'vitest';
import { identifyDeclaration } from '../../src/declaration/identify.ts';
import { compileEnforcement, failClosedEnforcement } from '../../src/enforce/compile-enforcement.ts';
import { decide } from '../../src/enforce/decide.ts';
import { rulesForName } from '../../src/enforce/rules-for-name.ts';
import { decisionDeclaration } from './decision-declaration.ts';
import { consentFor } from './decisions.ts';

const rules = compileEnforcement(decisionDeclaration);

test('E17 the rules carry the id of the declaration and no words, and leave out what is not so', () => {
  expect(rules.declaration).toBe(identifyDeclaration(decisionDeclaration));
  expect(rules).toMatchObject({ siteHosts: ['portal.localhost'], prefix: '/cookies' });
  expect(rules.trackers).toHaveLength(Object.keys(decisionDeclaration.trackers).length);
  expect(rules.trackers.find(({ id }) => id === 'visit')).toEqual({
    id: 'visit',
    purposes: ['log-in'],
    kind: 'cookie',
    names: [{ exact: 'visit' }],
    scopes: [{ host: 'portal.localhost', path: '/' }],
    secure: true,
    life: null,
  });
  expect(rules.trackers.find(({ id }) => id === 'map')).toEqual({
    id: 'map',
    purposes: ['visits'],
    kind: 'request',
    match: { hosts: ['*.embed.localhost'] },
    as: ['frame', 'script'],
  });
  expect(rules.trackers.find(({ id }) => id === 'amp')).toEqual({
    id: 'amp',
    purposes: ['visits'],
    kind: 'local',
    names: [{ prefix: 'amp_' }],
    origins: ['https://portal.localhost'],
  });
});

test('E17 the moment of a choice is a request to the front office', () => {
  expect(rules.trackers.find(({ id }) => id === 'cookies_preferences')?.when).toEqual({
    on: 'choice',
    requests: [{ hosts: ['portal.localhost'], paths: ['/cookies', '/cookies/*'] }],
  });
  expect(rules.trackers.find(({ id }) => id === 'csrftoken')?.when?.on).toBe('form');
  expect(rules.trackers.find(({ id }) => id === 'visit')).not.toHaveProperty('when');
});

test('E17 the rules survive JSON, and decide the same afterwards', () => {
  const copy = JSON.parse(JSON.stringify(rules)) as typeof rules;
  expect(copy).toEqual(rules);
  const question = { kind: 'storage', store: 'local', origin: 'https://portal.localhost', name: 'theme' } as const;
  expect(decide(copy, consentFor('unset'), question)).toEqual(decide(rules, consentFor('unset'), question));
});

test('E17 rules for a fault name no tracker', () => {
  expect(failClosedEnforcement(['a.example'])).toEqual({ declaration: '', siteHosts: ['a.example'], prefix: '', trackers: [] });
});

test('E18 exact beats prefix, the longer prefix beats the shorter, and all that are equal count', () => {
  const ids = (name: string): readonly string[] => rulesForName(rules, 'cookie', name).map(({ id }) => id);
  expect([ids('_pk_id.odd'), ids('_pk_id.x'), ids('_pk_x'), ids('nothing'), ids('__proto__')]).toEqual([
    ['pk-odd'],
    ['pk-id'],
    ['pk'],
    [],
    [],
  ]);
  const [visit] = rules.trackers.filter(({ id }) => id === 'visit');
  if (visit === undefined || visit.kind !== 'cookie') throw new Error('no visit');
  const twice = {
    ...rules,
    trackers: [
      visit,
      { ...visit, id: 'again' },
      { ...visit, id: 'p', names: [{ prefix: 'x_' }, { prefix: 'x_' }] },
      { ...visit, id: 'q', names: [{ prefix: 'x', suffix: '_' }] },
    ],
  };
  expect(rulesForName(twice, 'cookie', 'visit').map(({ id }) => id)).toEqual(['visit', 'again']);
  expect(rulesForName(twice, 'cookie', 'x__').map(({ id }) => id)).toEqual(['p', 'q']);
});

test('E18 a name declared twice for one scope passes only if both are allowed', () => {
  const [both] = rules.trackers.filter(({ id }) => id === '_ga');
  if (both === undefined) throw new Error('no _ga');
  const twice = { ...rules, trackers: [both, { ...both, id: 'ads-too', purposes: ['ads'] }] };
  const question = {
    kind: 'set-cookie',
    line: '_ga=1; Path=/; Domain=portal.localhost',
    request: { host: 'portal.localhost', path: '/', method: 'GET', secure: true },
    held: false,
    now: 0,
  } as const;
  expect(decide(twice, consentFor('visits only'), question)).toEqual({ outcome: 'drop', code: 'DROP_REFUSED', tracker: 'ads-too' });
  expect(decide(twice, consentFor('accepted'), question).code).toBe('PASS_DECLARED');
  expect(decide({ ...rules, trackers: [{ ...both, purposes: [] }] }, consentFor('accepted'), question).code, 'no purpose, no pass').toBe(
    'DROP_REFUSED',
  );
});

test('E9 a verdict names the tracker that it is about', () => {
  const request = { host: 'portal.localhost', path: '/', method: 'GET', secure: true };
  const set = (line: string) => decide(rules, consentFor('unset'), { kind: 'set-cookie', line, request, held: false, now: 0 });
  expect(set('visit=; Max-Age=0')).toEqual({ outcome: 'pass', code: 'PASS_DELETION', tracker: 'visit' });
  expect(set('_fbp=; Max-Age=0')).toEqual({ outcome: 'pass', code: 'PASS_DELETION', tracker: null });
  expect(set('_ga=1')).toEqual({ outcome: 'drop', code: 'DROP_SCOPE', tracker: '_ga' });
  expect(set('sessionid=1; Path=/')).toEqual({ outcome: 'drop', code: 'DROP_MOMENT', tracker: 'sessionid' });
  expect(set('visit=1; Path=/; Max-Age=86401')).toEqual({
    outcome: 'append',
    code: 'APPEND_MAX_AGE',
    tracker: 'visit',
    append: '; Max-Age=86400',
  });
});

test('E9 every host of the site is the site', () => {
  const wide = { ...rules, siteHosts: ['portal.localhost', 'www.portal.localhost'] };
  const load = (url: string) => decide(wide, consentFor('unset'), { kind: 'request', url, as: 'script', method: 'GET' }).code;
  expect([load('https://portal.localhost/a'), load('https://www.portal.localhost'), load('https://api.portal.localhost/')]).toEqual([
    'PASS_SITE',
    'PASS_SITE',
    'DROP_UNDECLARED',
  ]);
  expect([load('https://[::1]/'), load('https://portal.localhost:port/'), load('HTTPS://PORTAL.localhost?x')]).toEqual([
    'DROP_UNDECLARED',
    'DROP_MALFORMED',
    'PASS_SITE',
  ]);
});
