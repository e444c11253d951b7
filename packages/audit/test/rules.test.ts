import { expect, test } from 'vitest';
import type { Finding } from '../src/report/report.ts';
import { judgeStates } from '../src/rules/judge-states.ts';
import type { StateRun } from '../src/states/plan.ts';
import { held, home, judgeFor, moment, request, responseWrite, run, scriptWrite, start } from './evidence.ts';
import { shopDeclaration } from './sites/shop-declaration.ts';

const day = 86_400;

function find(...runs: readonly StateRun[]): readonly Finding[] {
  return judgeStates(judgeFor(shopDeclaration), runs).findings;
}

function told(...runs: readonly StateRun[]): readonly string[] {
  return find(...runs).map(({ rule, item }) => `${rule} ${item.kind} ${item.name}`);
}

const promo = held('promo', { expires: start / 1000 + 30 * day });
const promoLine = `promo=; Path=/; Max-Age=${30 * day}; Secure; HttpOnly; SameSite=Lax`;

test('R-UNDECL an undeclared cookie is one finding with all its states, its setter and what would declare it', () => {
  const first = moment('S0', 'unasked');
  const later = moment('S2', 'rejected');
  const [finding, ...others] = find(
    run({ writes: [responseWrite(first, 'ab=; Path=/')], held: [[first, [held('ab')]]] }),
    run({ writes: [responseWrite(later, 'ab=; Path=/')], held: [[later, [held('ab')]]] }),
  );
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    rule: 'R-UNDECL',
    state: 'S0',
    states: ['S0', 'S2'],
    item: { kind: 'cookie', name: 'ab', host: 'shop.localhost' },
  });
  expect(finding?.evidence).toMatchObject({
    at: new Date(first.at).toISOString(),
    page: home,
    setter: { kind: 'http-response', url: home, status: 200 },
  });
  expect(finding?.snippet).toContain("names: [{ exact: 'ab' }]");
});

test('R-UNDECL an undeclared storage item is told with the line of its script', () => {
  const at = moment('S0', 'unasked');
  const name = { store: 'local', origin: 'http://shop.localhost:8000', name: 'visitor_id' } as const;
  const setter = { kind: 'script', url: `${home}a.js`, line: 2, column: 14, stack: ['at a'] } as const;
  const [finding, ...others] = find(run({ storage: [{ ...name, moment: at, setter }], held: [[at, [], [name]]] }));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: 'R-UNDECL', item: { kind: 'local', name: 'visitor_id', host: 'shop.localhost' } });
  expect(finding?.evidence.setter).toMatchObject({ kind: 'script', line: 2, column: 14 });
});

test('R-UNDECL an attempt that the browser did not store is nothing', () => {
  const at = moment('S0', 'unasked');
  expect(told(run({ writes: [responseWrite(at, 'ab=; Path=/; Domain=elsewhere.example')], held: [[at, []]] }))).toEqual([]);
});

test('R-UNDECL a request after consent that nothing declares is told, the declared one is not', () => {
  const at = moment('S1', 'accepted');
  expect(told(run({ requests: [request(at, 'http://offers.localhost/frame', { as: 'frame' })] }))).toEqual([]);
  expect(told(run({ requests: [request(at, 'http://other.localhost/x')] }))).toEqual(['R-UNDECL request other.localhost']);
});

test('R-PRE-STORE a consent cookie before the choice is told, and after consent it is not', () => {
  const before = moment('S0', 'unasked');
  const after = moment('S1', 'accepted');
  expect(told(run({ writes: [responseWrite(before, promoLine)], held: [[before, [promo]]] }))).toEqual(['R-PRE-STORE cookie promo']);
  expect(told(run({ writes: [responseWrite(after, promoLine)], held: [[after, [promo]]] }))).toEqual([]);
});

test('R-PRE-STORE while accept settles, what the grant allows is allowed', () => {
  const at = moment('S1', 'accepting');
  expect(told(run({ writes: [responseWrite(at, promoLine)], held: [[moment('S1', 'accepted'), [promo]]] }))).toEqual([]);
});

test('R-PRE-3P a third party before the choice is one finding with the request and its cause', () => {
  const initiator = { kind: 'parser', url: home, place: { url: home, line: 9, column: 4 } } as const;
  const requests = [moment('S0', 'unasked'), moment('S1', 'unasked')].map((at) =>
    request(at, 'http://offers.localhost/pixel.gif', { initiator }),
  );
  const after = request(moment('S1', 'accepted'), 'http://offers.localhost/pixel.gif');
  const [finding, ...others] = find(run({ requests }), run({ state: 'S1', requests: [after] }));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: 'R-PRE-3P', item: { kind: 'request', name: 'offers.localhost' }, states: ['S0', 'S1'] });
  expect(finding?.evidence).toMatchObject({ request: 'http://offers.localhost/pixel.gif', setter: { kind: 'markup', line: 9, column: 4 } });
});

test('R-PRE-3P requests to the site itself, pages and inline addresses are nothing', () => {
  const at = moment('S0', 'unasked');
  const own = [
    request(at, `${home}a.js`, { as: 'script' }),
    request(at, 'data:image/gif;base64,AA'),
    request(at, 'http://elsewhere.example/', { as: 'document' }),
  ];
  expect(told(run({ requests: own }))).toEqual([]);
});

test('A17 a request that the browser kept back was not made', () => {
  const at = moment('S0', 'unasked');
  expect(told(run({ requests: [request(at, 'http://offers.localhost/pixel.gif', { blocked: true, status: null })] }))).toEqual([]);
});

test('R-REJ-STORE a consent cookie set after reject is told, one that a rejection removes is not', () => {
  const at = moment('S2', 'rejected');
  expect(told(run({ writes: [responseWrite(at, promoLine)], held: [[at, [promo]]] }))).toEqual(['R-REJ-STORE cookie promo']);
  expect(told(run({ writes: [responseWrite(at, 'promo=; Path=/; Max-Age=0')], held: [[at, []]] }))).toEqual([]);
});

test('R-REJ-STORE what was told before the choice is not told again after reject', () => {
  const before = moment('S0', 'unasked');
  const after = moment('S2', 'rejected');
  const runs = [before, after].map((at) => run({ writes: [responseWrite(at, promoLine)], held: [[at, [promo]]] }));
  expect(told(...runs)).toEqual(['R-PRE-STORE cookie promo']);
});

test('R-REJ-3P a gated request after reject or withdrawal is told', () => {
  const frame = (at: ReturnType<typeof moment>) => request(at, 'http://offers.localhost/frame', { as: 'frame' });
  expect(told(run({ requests: [frame(moment('S2', 'rejected'))] }))).toEqual(['R-REJ-3P request offers.localhost']);
  expect(told(run({ requests: [frame(moment('S3', 'withdrawn'))] }))).toEqual(['R-REJ-3P request offers.localhost']);
  expect(told(run({ requests: [frame(moment('S3', 'withdrawing'))] }))).toEqual([]);
});

test('R-WD-LEFT what is left under another path is told once, and not as a scope too', () => {
  const granted = moment('S3', 'accepted');
  const last = moment('S3', 'withdrawn');
  const deep = held('promo', { path: '/items', expires: start / 1000 + 30 * day });
  const writes = [responseWrite(granted, promoLine), responseWrite(granted, promoLine.replace('Path=/', 'Path=/items'))];
  const [finding, ...others] = find(
    run({
      writes,
      held: [
        [granted, [promo, deep]],
        [last, [deep]],
      ],
    }),
  );
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: 'R-WD-LEFT', tracker: 'promo', state: 'S3' });
  expect(finding?.evidence).toMatchObject({
    cookie: { path: '/items' },
    setAt: new Date(granted.at).toISOString(),
    setter: { kind: 'http-response' },
  });
  expect(
    told(
      run({
        writes,
        held: [
          [granted, [promo]],
          [last, []],
        ],
      }),
    ),
  ).toEqual([]);
});

test('R-WD-LEFT a cookie of an exempt purpose may stay', () => {
  const last = moment('S3', 'withdrawn');
  const choice = held('cookies_preferences', { httpOnly: false });
  const write = responseWrite(moment('S3', 'accepting'), 'cookies_preferences=; Path=/; Secure; SameSite=Lax', {
    url: `${home}cookies/answer/yes`,
    method: 'POST',
  });
  expect(told(run({ writes: [write], held: [[last, [choice]]] }))).toEqual([]);
});

test('A51 a cookie that the answer to the withdrawal or a later page stores again was not left', () => {
  const granted = moment('S3', 'accepted');
  for (const phase of ['withdrawing', 'withdrawn'] as const) {
    const again = moment('S3', phase);
    const last = moment('S3', 'withdrawn');
    const writes = [responseWrite(granted, promoLine), responseWrite(again, promoLine)];
    expect(
      told(
        run({
          writes,
          held: [
            [granted, [promo]],
            [last, [promo]],
          ],
        }),
      ),
    ).toEqual(['R-REJ-STORE cookie promo']);
  }
});

test('A52 what another party keeps is listed as out of reach', () => {
  const granted = moment('S3', 'accepted');
  const last = moment('S3', 'withdrawn');
  const theirs = held('offers_visitor', { domain: 'offers.localhost', sameSite: 'none', expires: start / 1000 + 30 * day });
  const write = responseWrite(granted, 'offers_visitor=; Path=/; Secure; HttpOnly; SameSite=None', {
    url: 'http://offers.localhost/frame',
  });
  const judgement = judgeStates(judgeFor(shopDeclaration), [
    run({
      state: 'S3',
      writes: [write],
      held: [
        [granted, [theirs]],
        [last, [theirs]],
      ],
    }),
  ]);
  expect(judgement.findings).toEqual([]);
  expect(judgement.outOfReach.get('S3')).toEqual([{ kind: 'cookie', name: 'offers_visitor', host: 'offers.localhost' }]);
});

test('R-WD-READ a withdrawn cookie that still travels is told, one that is stored again is told as stored', () => {
  const at = moment('S3', 'withdrawn');
  const sent = request(at, home, { as: 'document', cookies: ['promo', 'csrftoken'] });
  const [finding, ...others] = find(run({ requests: [sent], held: [[at, []]] }));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: 'R-WD-READ', item: { name: 'promo' }, evidence: { request: home } });
  const again = responseWrite(at, promoLine);
  expect(told(run({ requests: [sent], writes: [again], held: [[at, [promo]]] }))).toEqual(['R-REJ-STORE cookie promo']);
});

const csrf = (seconds: number | null) => held('csrftoken', { httpOnly: false, expires: seconds === null ? null : start / 1000 + seconds });

test('R-LIFE a life beyond the tolerance is told with both lengths', () => {
  const at = { ...moment('S0', 'unasked'), at: start };
  const write = responseWrite(at, 'csrftoken=; Path=/; Secure; SameSite=Lax', { url: `${home}login` });
  const lives = (seconds: number | null) => find(run({ writes: [write], held: [[at, [csrf(seconds)]]] }));
  expect(lives(100 * day)).toEqual([]);
  expect(lives(100.9 * day)).toEqual([]);
  expect(lives(null)).toEqual([]);
  expect(lives(102 * day)).toMatchObject([{ rule: 'R-LIFE', message: 'Cookie "csrftoken" lives 102 days, declared 100 days' }]);
});

test('R-LIFE a cookie declared for the session that stays is told', () => {
  const at = { ...moment('S0', 'unasked'), at: start };
  const write = responseWrite(at, 'newsletter=; Path=/; Secure; HttpOnly', { url: `${home}newsletter`, method: 'POST' });
  expect(told(run({ writes: [write], held: [[at, [held('newsletter')]]] }))).toEqual([]);
  expect(told(run({ writes: [write], held: [[at, [held('newsletter', { expires: start / 1000 + day })]]] }))).toEqual([
    'R-LIFE cookie newsletter',
  ]);
});

test('R-SCOPE a declared name for another path is told, with the path', () => {
  const at = moment('S1', 'accepted');
  const deep = held('promo', { path: '/items' });
  const [finding, ...others] = find(run({ writes: [responseWrite(at, promoLine.replace('Path=/', 'Path=/items'))], held: [[at, [deep]]] }));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: 'R-SCOPE', tracker: 'promo', evidence: { cookie: { path: '/items' } } });
  expect(finding?.message).toContain('path "/items"');
});

test('R-SCOPE a cookie declared HttpOnly that a script sets is told', () => {
  const at = moment('S1', 'accepted');
  expect(told(run({ writes: [scriptWrite(at, 'promo=; path=/')], held: [[at, [held('promo', { httpOnly: false })]]] }))).toContain(
    'R-SCOPE cookie promo',
  );
});

test('R-MOMENT a language cookie for everyone is told, one after the choice or already held is not', () => {
  const at = moment('S0', 'unasked');
  const language = held('language', { httpOnly: false });
  const by = (options: Parameters<typeof responseWrite>[2]) =>
    told(run({ writes: [responseWrite(at, 'language=; Path=/; Secure; SameSite=Lax', options)], held: [[at, [language]]] }));
  expect(by({})).toEqual(['R-MOMENT cookie language']);
  expect(by({ url: `${home}language`, method: 'POST' })).toEqual([]);
  expect(by({ held: true })).toEqual([]);
});

test('R-MOMENT the choice itself before any choice is told', () => {
  const choice = held('cookies_preferences', { httpOnly: false });
  const line = 'cookies_preferences=; Path=/; Secure; SameSite=Lax';
  const before = moment('S0', 'unasked');
  const after = moment('S2', 'rejecting');
  const by = (at: ReturnType<typeof moment>) =>
    told(run({ writes: [responseWrite(at, line, { url: `${home}cookies/preferences`, method: 'POST' })], held: [[at, [choice]]] }));
  expect(by(before)).toEqual(['R-MOMENT cookie cookies_preferences']);
  expect(by(after)).toEqual([]);
});

test('R-FLAGS weaker attributes are told by name, stronger ones are not', () => {
  const at = moment('S9', 'unasked');
  const write = responseWrite(at, 'sessionid=; Path=/', { url: `${home}login`, method: 'POST' });
  const by = (cookie: ReturnType<typeof held>) => find(run({ writes: [write], held: [[at, [cookie]]] }));
  expect(by(held('sessionid', { sameSite: 'strict' }))).toEqual([]);
  const [finding, ...others] = by(held('sessionid', { secure: false, httpOnly: false }));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: 'R-FLAGS', message: 'Cookie "sessionid" lacks the declared Secure, HttpOnly' });
});

test('A50 two lies about one cookie are two findings', () => {
  const at = { ...moment('S0', 'unasked'), at: start };
  const language = held('language', { httpOnly: false, expires: start / 1000 + 390 * day });
  expect(told(run({ writes: [responseWrite(at, 'language=; Path=/')], held: [[at, [language]]] }))).toEqual([
    'R-MOMENT cookie language',
    'R-LIFE cookie language',
  ]);
});

test('A53 of states that ran side by side the first is told, and an author before none', () => {
  const early = moment('S2', 'rejected');
  const seen = moment('S1', 'accepted');
  const late = moment('S0', 'unasked');
  const runs = [
    run({ writes: [responseWrite(early, 'ab=; Path=/', { url: `${home}s2` })], held: [[early, [held('ab')]]] }),
    run({ writes: [responseWrite(seen, 'ab=; Path=/', { url: `${home}s1` })], held: [[seen, [held('ab')]]] }),
    run({ writes: [], held: [[late, [held('ab')]]] }),
  ];
  for (const order of [runs, runs.toReversed()]) expect(find(...order)[0]?.evidence.setter).toMatchObject({ url: `${home}s1` });
});

test('A53 the fingerprint is the same whenever and wherever it is found', () => {
  const make = (phase: 'unasked' | 'rejected', state: 'S0' | 'S2') => {
    const at = moment(state, phase, `${home}items/${state}`);
    return find(run({ writes: [responseWrite(at, 'ab=; Path=/')], held: [[at, [held('ab')]]] }))[0]?.fingerprint;
  };
  expect(make('unasked', 'S0')).toMatch(/^[0-9a-f]{64}$/);
  expect(make('unasked', 'S0')).toBe(make('rejected', 'S2'));
});

test('A56 what the catalog knows under the name and host is a hint, and changes no rule', () => {
  const at = moment('S0', 'unasked');
  const unknown = find(run({ held: [[at, [held('ab')]]] }))[0];
  const known = find(run({ requests: [request(at, 'https://www.google-analytics.com/collect')] }))[0];
  expect(unknown).not.toHaveProperty('known');
  expect(known).toMatchObject({
    rule: 'R-PRE-3P',
    known: { provider: expect.any(String), source: expect.any(String), verified: expect.any(Boolean) },
  });
});

test('A55 without a declaration everything is undeclared', () => {
  const at = moment('S0', 'unasked');
  const judgement = judgeStates(judgeFor(null), [
    run({ held: [[at, [held('sessionid')]]], requests: [request(at, 'http://other.localhost/x')] }),
  ]);
  expect(judgement.findings.map(({ rule }) => rule)).toEqual(['R-PRE-3P', 'R-PRE-STORE']);
  expect(judgement.undeclared.map(({ name }) => name)).toEqual(['sessionid', 'other.localhost']);
});
