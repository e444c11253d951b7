// Sites that declare nothing: what the difference between the states shows, and what behaves as strictly necessary.
import type { ProfileId } from '@candor/core';
import { expect, test } from 'vitest';
import type { Finding } from '../src/report/report.ts';
import { severities } from '../src/report/report.ts';
import { createJudge } from '../src/rules/judge.ts';
import { judgeStates } from '../src/rules/judge-states.ts';
import type { StateRun } from '../src/states/plan.ts';
import { held, home, moment, request, responseWrite, run, scriptWrite, start } from './evidence.ts';

const day = 86_400;

function find(runs: readonly StateRun[], profile: ProfileId = 'eu-base'): readonly Finding[] {
  const isOwnHost = (host: string): boolean => host === 'shop.localhost' || host.endsWith('.shop.localhost');
  const judge = createJudge({ identified: null, home: new URL(home), profile, isOwnHost, now: start / 1000 });
  return judgeStates(judge, runs).findings;
}

const told = (runs: readonly StateRun[], profile?: ProfileId): readonly string[] =>
  find(runs, profile).map(({ rule, item }) => `${rule} ${item.kind} ${item.name}`);

const worst = (runs: readonly StateRun[]): number => Math.max(0, ...find(runs).map(({ severity }) => severities.indexOf(severity)));

type Cookie = Parameters<typeof held>[1];

/** A first visit that stores one cookie by a response of the site. */
function firstVisit(name: string, cookie: Cookie = {}, extra: Partial<Parameters<typeof run>[0]> = {}): StateRun {
  const at = { ...moment('S0', 'unasked'), at: start };
  return run({ writes: [responseWrite(at, `${name}=; Path=/`)], held: [[at, [held(name, cookie)]]], ...extra });
}

test('A111 a session cookie of the site itself, HttpOnly and set by its own response, is no more than a note', () => {
  expect(told([firstVisit('sid')])).toEqual(['R-NO-DECL cookie sid']);
  expect(find([firstVisit('sid')])[0]).toMatchObject({
    severity: 'info',
    message: 'Cookie "sid" is not declared, and behaves as strictly necessary',
  });
});

test('A111 a token that protects forms may be read by scripts and outlive the session', () => {
  const readable = { httpOnly: false, expires: start / 1000 + 364 * day };
  for (const name of ['csrftoken', 'XSRF-TOKEN', '__RequestVerificationToken_x']) expect(worst([firstVisit(name, readable)]), name).toBe(0);
  expect(told([firstVisit('csrftoken', { ...readable, sameSite: 'none' })])).toEqual(['R-PRE-STORE cookie csrftoken']);
});

test('A111 a cookie that a form of the site sends is used by it', () => {
  const at = moment('S0', 'unasked');
  const post = request(at, `${home}order`, { as: 'document', method: 'POST', cookies: ['basket'] });
  expect(told([firstVisit('basket', { httpOnly: false }, { requests: [post] })])).toEqual(['R-NO-DECL cookie basket']);
  expect(told([firstVisit('basket', { httpOnly: false })])).toEqual(['R-PRE-STORE cookie basket']);
  const elsewhere = { ...post, url: 'http://other.localhost/' };
  expect(told([firstVisit('basket', { httpOnly: false }, { requests: [elsewhere] })])).toEqual(['R-PRE-STORE cookie basket']);
});

test('A111 each trait is needed: own host, own response, session, HttpOnly, not shared, not known for anything else', () => {
  const at = { ...moment('S0', 'unasked'), at: start };
  const other = { domain: 'other.localhost', sameSite: 'none' } as const;
  const cases: { readonly [why: string]: StateRun } = {
    'another host': run({
      writes: [responseWrite(at, 'sid=; Path=/', { url: 'http://other.localhost/' })],
      held: [[at, [held('sid', other)]]],
    }),
    'another host for the site': run({
      writes: [responseWrite(at, 'sid=; Path=/', { url: 'http://other.localhost/' })],
      held: [[at, [held('sid')]]],
    }),
    'a script': run({ writes: [scriptWrite(at, 'sid=; Path=/')], held: [[at, [held('sid')]]] }),
    'nobody seen': run({ held: [[at, [held('sid')]]] }),
    'a life': firstVisit('sid', { expires: start / 1000 + day }),
    readable: firstVisit('sid', { httpOnly: false }),
    partitioned: firstVisit('sid', { partition: 'http://other.localhost' }),
    'sent elsewhere': firstVisit('sid', {}, { requests: [request(at, 'http://other.localhost/x', { cookies: ['sid'] })] }),
    'kept elsewhere too': firstVisit('sid', {}, { held: [[at, [held('sid'), held('sid', other)]]] }),
  };
  for (const [why, state] of Object.entries(cases)) expect(told([state]), why).toContain('R-PRE-STORE cookie sid');
});

test('A110 before a choice: stored and contacted is told where the profile asks, and is a note where it does not', () => {
  const at = moment('S0', 'unasked');
  const name = { store: 'local', origin: 'http://shop.localhost:8000', name: 'visitor' } as const;
  const setter = { kind: 'script', url: `${home}a.js`, line: 2, column: 14, stack: [] } as const;
  const state = run({
    storage: [{ ...name, moment: at, setter }],
    held: [[at, [], [name]]],
    requests: [request(at, 'http://other.localhost/x'), request(at, 'http://static.shop.localhost/a.css')],
  });
  expect(told([state])).toEqual(['R-PRE-3P request other.localhost', 'R-PRE-STORE local visitor']);
  for (const profile of ['us-ca', 'au-qld'] as const) {
    expect(told([state], profile)).toEqual(['R-NO-DECL request other.localhost', 'R-NO-DECL local visitor']);
  }
});

test('A110 after a yes nothing contradicts the visitor, after a no all that is stored or contacted does', () => {
  const yes = moment('S1', 'accepted');
  const no = moment('S2', 'rejected');
  const seen = (at: typeof yes) =>
    run({
      writes: [scriptWrite(at, 'vid=; Path=/')],
      held: [[at, [held('vid', { httpOnly: false })]]],
      requests: [request(at, 'http://other.localhost/x')],
    });
  expect(told([seen(yes)])).toEqual(['R-NO-DECL request other.localhost', 'R-NO-DECL cookie vid']);
  expect(told([seen(no)])).toEqual(['R-REJ-3P request other.localhost', 'R-REJ-STORE cookie vid']);
  expect(told([seen(yes), seen(no)])).toEqual(['R-REJ-3P request other.localhost', 'R-REJ-STORE cookie vid']);
});

test('A113 in an opt-out region a refusal is of those who count and advertise', () => {
  const at = moment('S2', 'rejected');
  const state = run({ requests: [request(at, 'http://fonts.localhost/x'), request(at, 'https://www.google-analytics.com/collect')] });
  expect(told([state], 'us-ca')).toEqual(['R-REJ-3P request www.google-analytics.com', 'R-NO-DECL request fonts.localhost']);
  expect(told([state], 'au-qld')).toEqual(['R-NO-DECL request fonts.localhost', 'R-NO-DECL request www.google-analytics.com']);
});

/** Accepts in S1 and rejects in S2; each answer is kept in a cookie, and `extra` is set beside it. */
function answers(record: string, extra: readonly string[] = []): readonly StateRun[] {
  return (['S1', 'S2'] as const).map((state) => {
    const at = moment(state, state === 'S1' ? 'accepting' : 'rejecting');
    const names = [record, ...extra];
    const cookies = names.map((name) => held(name, { httpOnly: false, expires: start / 1000 + 180 * day }));
    return run({ writes: names.map((name) => scriptWrite(at, `${name}=; Path=/`)), held: [[at, cookies]] });
  });
}

test('A112 what appears with every answer, never before, and says so by its name is the answer itself', () => {
  expect(told(answers('consent'))).toEqual(['R-NO-DECL cookie consent']);
  expect(told(answers('x1'))).toEqual(['R-REJ-STORE cookie x1']);
  expect(told(answers('consent', ['vid']))).toEqual(['R-REJ-STORE cookie vid', 'R-NO-DECL cookie consent']);
});

test('A112 what was there before, or comes with one answer only, is no record of it', () => {
  const before = firstVisit('consent', { httpOnly: false });
  expect(told([before, ...answers('consent')])).toEqual(['R-PRE-STORE cookie consent']);
  const no = moment('S2', 'rejecting');
  expect(told([run({ writes: [scriptWrite(no, 'vid=; Path=/')], held: [[no, [held('vid', { httpOnly: false })]]] })])).toEqual([
    'R-REJ-STORE cookie vid',
  ]);
});

test('A114 what came with the yes and is there after the withdrawal is left', () => {
  const [granted, last] = [moment('S3', 'accepting'), moment('S3', 'withdrawn')];
  const cookies = [held('vid', { httpOnly: false }), held('consent', { httpOnly: false })];
  const writes = ['vid', 'consent'].map((name) => scriptWrite(granted, `${name}=; Path=/`));
  const state = (left: typeof cookies) => [
    run({
      writes,
      held: [
        [granted, cookies],
        [last, left],
      ],
    }),
  ];
  expect(told(state(cookies))).toEqual(['R-WD-LEFT cookie vid', 'R-NO-DECL cookie consent']);
  expect(told(state(cookies.slice(1)))).toEqual(['R-NO-DECL cookie consent', 'R-NO-DECL cookie vid']);
});

test('A111 what the site’s own answer stores when the visitor logs in or picks a language was asked for', () => {
  const at = { ...moment('language', 'unasked'), at: start };
  const cookie = held('lang', { httpOnly: false, expires: start / 1000 + 300 * day });
  expect(told([run({ writes: [responseWrite(at, 'lang=; Path=/', { method: 'POST' })], held: [[at, [cookie]]] })])).toEqual([
    'R-NO-DECL cookie lang',
  ]);
  expect(told([run({ writes: [scriptWrite(at, 'lang=; Path=/')], held: [[at, [cookie]]] })])).toEqual(['R-PRE-STORE cookie lang']);
});

test('A53 A110 a note carries what would declare it, and its fingerprint does not depend on state or time', () => {
  const [one] = find([firstVisit('sid')]);
  expect(one?.snippet).toContain("names: [{ exact: 'sid' }]");
  const at = moment('S2', 'rejected');
  const [other] = find([run({ writes: [responseWrite(at, 'sid=; Path=/')], held: [[at, [held('sid')]]] })]);
  expect(other?.fingerprint).toBe(one?.fingerprint);
});
