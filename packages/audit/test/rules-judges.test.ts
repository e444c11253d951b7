// Rules about lives, attributes, known trackers, signals, the declaration alone, ghosts, and the states in which nothing is answered.
import type { Declaration, Identified, ProfileId, Purpose, Tracker } from '@candor/core';
import { expect, test } from 'vitest';
import type { Evidence, Observation } from '../src/collect/observation.ts';
import type { Finding } from '../src/report/report.ts';
import { createJudge } from '../src/rules/judge.ts';
import { judgeStates } from '../src/rules/judge-states.ts';
import { readTcString } from '../src/rules/tc-string.ts';
import type { StateRun } from '../src/states/plan.ts';
import { held, home, moment, request, responseWrite, run, scriptWrite, start } from './evidence.ts';
import { shopDeclaration } from './sites/shop-declaration.ts';

const day = 86_400;
const shop = shopDeclaration.declaration;
const document = (state: 'S0' | 'S1') => request(moment(state, 'unasked'), home, { as: 'document' });

function declare(changes: Partial<Declaration>): Identified {
  return { declaration: { ...shop, ...changes }, id: '6'.repeat(64) };
}

function find(identified: Identified | null, runs: readonly StateRun[], profile: ProfileId = 'eu-base'): readonly Finding[] {
  const isOwnHost = (host: string): boolean => host === 'shop.localhost';
  return judgeStates(createJudge({ identified, home: new URL(home), profile, isOwnHost, now: start / 1000 }), runs).findings;
}

function told(identified: Identified | null, runs: readonly StateRun[], profile: ProfileId = 'eu-base'): readonly string[] {
  return find(identified, runs, profile).map(({ rule, item }) => `${rule} ${item.kind} ${item.name}`);
}

const inFrance = declare({ profiles: { default: 'eu-base', offered: ['eu-base', 'fr', 'us-ca', 'au-qld'] } });

function choiceOf(days: number): readonly StateRun[] {
  const at = { ...moment('S2', 'rejecting'), at: start };
  const line = `cookies_preferences=; Path=/; Max-Age=${days * day}; Secure; SameSite=Lax`;
  const cookie = held('cookies_preferences', { httpOnly: false, expires: start / 1000 + days * day });
  return [run({ writes: [responseWrite(at, line, { url: `${home}cookies/preferences`, method: 'POST' })], held: [[at, [cookie]]] })];
}

test('A121 the choice may live as long as the profile says, or as long as another profile keeps it', () => {
  expect(told(inFrance, choiceOf(400))).toEqual(['R-FOREVER cookie cookies_preferences']);
  expect(find(inFrance, choiceOf(400))[0]?.message).toContain('at most 365 days under the profile "eu-base"');
  expect(told(inFrance, choiceOf(182), 'fr')).toEqual([]);
  const long = { ...shop.notice, choiceLife: { default: 365 * day } };
  const patient = declare({ notice: long, profiles: inFrance.declaration.profiles });
  expect(told(patient, choiceOf(300), 'fr')).toEqual(['R-FOREVER cookie cookies_preferences']);
  const both = declare({ notice: { ...long, choiceLife: { default: 365 * day, fr: 182 * day } }, profiles: inFrance.declaration.profiles });
  expect(told(both, choiceOf(300), 'fr')).toEqual(['R-LIFE cookie cookies_preferences']);
});

const because = { source: 'CNIL', asOf: '2026-11-23', verified: false } as const;
const counting: Purpose = {
  number: 3,
  revision: 1,
  category: 'statistics',
  name: { en: 'Counting' },
  text: { en: 'Counting' },
  consequence: { en: 'None' },
  basis: { default: { kind: 'consent' }, fr: { kind: 'objectable', ground: 'own statistics', because } },
};

function withTracker(id: string, changes: Partial<Tracker>): Identified {
  const tracker = { ...shop.trackers['promo'], ...changes } as Tracker;
  const { profiles } = inFrance.declaration;
  return declare({ profiles, purposes: { ...shop.purposes, counting }, trackers: { ...shop.trackers, [id]: tracker } });
}

test('A121 statistics without consent may live 13 months in France, with consent as long as declared', () => {
  const life = { kind: 'seconds', max: 400 * day, extended: false } as const;
  const declared = withTracker('count', { names: [{ exact: 'count' }], purposes: ['counting'], setWhen: { on: 'always' }, life });
  const at = { ...moment('S1', 'accepted'), at: start };
  const line = `count=; Path=/; Max-Age=${400 * day}; Secure; HttpOnly; SameSite=Lax`;
  const runs = [run({ writes: [responseWrite(at, line)], held: [[at, [held('count', { expires: start / 1000 + 400 * day })]]] })];
  expect(told(declared, runs, 'fr')).toEqual(['R-LIFE cookie count']);
  expect(told(declared, runs)).toEqual([]);
});

test('A122 a log-in cookie that scripts can read is weak even where it is declared so', () => {
  const sessionid = { ...shop.trackers['sessionid'], httpOnly: false } as Tracker;
  const declared = declare({ trackers: { ...shop.trackers, sessionid } });
  const at = moment('S9', 'unasked');
  const write = responseWrite(at, 'sessionid=; Path=/', { url: `${home}login`, method: 'POST' });
  expect(told(declared, [run({ writes: [write], held: [[at, [held('sessionid', { httpOnly: false })]]] })])).toEqual([
    'R-FLAGS cookie sessionid',
  ]);
  expect(told(declared, [run({ writes: [write], held: [[at, [held('sessionid')]]] })])).toEqual([]);
});

test('A122 on https what protects a log-in or a form is Secure, elsewhere that cannot be asked', () => {
  const csrftoken = { ...shop.trackers['csrftoken'], secure: false } as Tracker;
  const declared = declare({ trackers: { ...shop.trackers, csrftoken } });
  const on = (page: string, line: string) => {
    const at = moment('S0', 'unasked', page);
    const write = responseWrite(at, line, { url: `${page}login` });
    return told(declared, [run({ writes: [write], held: [[at, [held('csrftoken', { httpOnly: false, secure: false })]]] })]);
  };
  expect(on(home, 'csrftoken=; Path=/; SameSite=Lax')).toEqual([]);
  expect(on('https://shop.localhost/', 'csrftoken=; Path=/; SameSite=Lax')).toEqual(['R-FLAGS cookie csrftoken']);
});

test('A117 a known tracker called necessary is told where its setter agrees, and a shared name alone is not', () => {
  const life = { kind: 'seconds', max: 400 * day, extended: false } as const;
  const declared = withTracker('ga', {
    names: [{ exact: '_ga' }],
    purposes: ['shop'],
    setWhen: { on: 'always' },
    httpOnly: false,
    life,
  });
  const at = { ...moment('S0', 'unasked'), at: start };
  const by = (write: ReturnType<typeof scriptWrite>, expires: number | null) =>
    told(declared, [run({ writes: [write], held: [[at, [held('_ga', { httpOnly: false, expires })]]] })]);
  expect(by(scriptWrite(at, '_ga=; Path=/; Secure; SameSite=Lax'), null)).toEqual(['R-MISCLASS cookie _ga']);
  expect(by(responseWrite(at, '_ga=; Path=/; Secure; SameSite=Lax'), null)).toEqual([]);
  expect(by(responseWrite(at, '_ga=; Path=/; Secure; SameSite=Lax'), start / 1000 + 400 * day)).toEqual(['R-MISCLASS cookie _ga']);
  const honest = withTracker('ga', { names: [{ exact: '_ga' }], purposes: ['counting'], setWhen: { on: 'always' }, httpOnly: false, life });
  const granted = { ...moment('S1', 'accepted'), at: start };
  const write = scriptWrite(granted, '_ga=; Path=/; Secure; SameSite=Lax');
  expect(told(honest, [run({ writes: [write], held: [[granted, [held('_ga', { httpOnly: false })]]] })])).toEqual([]);
});

const looked = [run({ visits: [{ url: home, status: 200, phase: 'unasked' }], requests: [document('S0')] })];

test('A119 a declaration that names a tracker and its owner, and calls it necessary, says so itself', () => {
  const host = 'www.google-analytics.com';
  const item = { kind: 'request', match: { hosts: [host] }, as: ['script'], credentials: true } as const;
  const declared = declare({
    trackers: { ...shop.trackers, ga: { ...shop.trackers['offers-frame'], ...item, purposes: ['shop'] } as Tracker },
  });
  expect(told(declared, looked)).toEqual([`R-MISCLASS request ${host}`]);
  const providers = { ...shop.providers, google: { name: 'Google Ireland Ltd', country: 'IE', role: 'third' } } as const;
  const owned = withTracker('ga', { names: [{ exact: '_ga' }], purposes: ['shop'], provider: 'google' });
  expect(told({ ...owned, declaration: { ...owned.declaration, providers } }, looked)).toEqual(['R-MISCLASS cookie _ga']);
  expect(told(withTracker('ga', { names: [{ exact: '_ga' }], purposes: ['shop'] }), looked)).toEqual([]);
});

test('A119 what the policy lacks or wrongly promises, and a basis that is none, are findings of a site that was seen', () => {
  const nobody = declare({ controller: { ...shop.controller, contact: '' } });
  expect(find(nobody, looked)).toMatchObject([{ rule: 'R-POLICY-FIELDS', item: { kind: 'declaration' }, evidence: { page: home } }]);
  expect(find(nobody, [])).toEqual([]);
  const parts = [
    { paragraphs: [{ en: 'We use cookies for statistics. You can change your choice and withdraw your consent at any time.' }] },
  ];
  expect(told(declare({ policy: { parts } }), looked)).toEqual(['R-POLICY-PROSE declaration POLICY_X1 policy.parts']);
  const interested = { ...counting, basis: { default: { kind: 'exempt', ground: 'our legitimate interest', because } } } as const;
  const purposes = { ...shop.purposes, counting: interested };
  const declared = declare({ purposes, profiles: inFrance.declaration.profiles });
  expect(told(declared, looked)).toEqual(['R-LI declaration purposes.counting.basis.default']);
  expect(told(declared, looked, 'us-ca')).toEqual([]);
});

test('A120 a declared tracker that had its chance and was not seen is a note, unless a state was cut short', () => {
  const visits = [{ url: home, status: 200, phase: 'accepted' }] as const;
  const runs = (status: StateRun['status']) => [run({ state: 'S1', status, visits, requests: [document('S1')] })];
  const ghosts = find(shopDeclaration, runs('exercised')).filter(({ rule }) => rule === 'R-GHOST');
  expect(ghosts.map(({ tracker, severity }) => `${tracker} ${severity}`).toSorted()).toEqual([
    'cookies_preferences info',
    'offers-frame info',
    'offers_visitor info',
    'promo info',
  ]);
  expect(told(shopDeclaration, runs('incomplete'))).toEqual([]);
});

const google = (gcs: string) => `https://region1.google-analytics.com/g/collect?v=2&gcs=${gcs}`;
const signals = (url: string, phase: 'unasked' | 'accepted' | 'rejected' | 'rejecting', profile?: ProfileId): readonly string[] => {
  const state = phase === 'unasked' ? 'S0' : phase === 'accepted' ? 'S1' : 'S2';
  return told(null, [run({ requests: [request(moment(state, phase), url)] })], profile).filter((line) => line.includes(' signal '));
};

test('A118 consent mode before a choice: a yes is positive, a no is a ping, and only where the profile asks', () => {
  expect(signals(google('G111'), 'unasked')).toEqual(['R-POS-SIGNAL signal gcs']);
  expect(signals(google('G101'), 'unasked')).toEqual(['R-POS-SIGNAL signal gcs']);
  expect(signals(google('G100'), 'unasked')).toEqual(['R-GCM-PING signal gcs']);
  expect(signals(google('G1--'), 'unasked')).toEqual(['R-GCM-PING signal gcs']);
  expect(signals(google('G111'), 'unasked', 'us-ca')).toEqual([]);
  expect(signals(google('H111'), 'unasked')).toEqual([]);
});

test('A118 a signal that differs from the answer is told, once the answer has settled', () => {
  expect(signals(google('G111'), 'rejected')).toEqual(['R-SIG-MISMATCH signal gcs']);
  expect(signals(google('G111'), 'rejecting')).toEqual([]);
  expect(signals(google('G100'), 'rejected')).toEqual([]);
  expect(signals(google('G100'), 'accepted')).toEqual(['R-SIG-MISMATCH signal gcs']);
  expect(signals(google('G111'), 'accepted')).toEqual([]);
});

type Tc = {
  readonly updated?: number;
  readonly specific?: boolean;
  readonly consents?: readonly number[];
  readonly interests?: readonly number[];
  readonly vendors?: readonly number[];
  readonly disclosed?: readonly number[] | null;
};

const today = Math.floor(start / 86_400_000);

function bits(...parts: readonly (readonly [value: number, width: number])[]): string {
  const text = parts.map(([value, width]) => value.toString(2).padStart(width, '0')).join('');
  const padded = text.padEnd(Math.ceil(text.length / 6) * 6, '0');
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return (padded.match(/.{6}/g) ?? []).map((six) => alphabet[Number.parseInt(six, 2)]).join('');
}

const flags = (count: number, set: readonly number[]) =>
  Array.from({ length: count }, (_, index) => [set.includes(index + 1) ? 1 : 0, 1] as const);
const vendorBits = (ids: readonly number[]) => [[Math.max(0, ...ids), 16] as const, [0, 1] as const, ...flags(Math.max(0, ...ids), ids)];

function tcString({ updated = today, specific = true, consents = [], interests = [], vendors = [], disclosed = vendors }: Tc): string {
  const core = bits(
    [2, 6],
    [today * 864_000, 36],
    [updated * 864_000, 36],
    [300, 12],
    [1, 12],
    [1, 6],
    [0, 12],
    [150, 12],
    [5, 6],
    [specific ? 1 : 0, 1],
    [0, 1],
    [0, 12],
    ...flags(24, consents),
    ...flags(24, interests),
    [0, 1],
    [0, 12],
    ...vendorBits(vendors),
  );
  return disclosed === null ? core : `${core}.${bits([1, 3], ...vendorBits(disclosed))}`;
}

const asked = (tc: Tc) => `https://ads.example/bid?gdpr=1&gdpr_consent=${tcString(tc)}`;

test('A118 a TC string is held against the answer and against its own specification', () => {
  const yes = { consents: [1, 2, 3], vendors: [7, 12] } as const;
  expect(signals(asked(yes), 'accepted')).toEqual([]);
  expect(signals(asked(yes), 'unasked')).toEqual(['R-POS-SIGNAL signal TC string']);
  expect(signals(asked({}), 'unasked')).toEqual([]);
  expect(signals(asked(yes), 'rejected')).toEqual(['R-SIG-MISMATCH signal TC string']);
  expect(signals(asked({ ...yes, disclosed: null }), 'accepted')).toEqual(['R-TCF-SEG signal TC string']);
  expect(signals(asked({ ...yes, disclosed: [] }), 'accepted')).toEqual(['R-TCF-SEG signal TC string']);
  expect(signals(asked({ ...yes, disclosed: [7] }), 'accepted')).toEqual(['R-TCF-SEG signal TC string']);
  expect(signals(asked({ ...yes, specific: false }), 'accepted')).toEqual(['R-TCF-SS signal TC string']);
  expect(signals(asked({ ...yes, interests: [4] }), 'accepted')).toEqual(['R-TCF-SS signal TC string']);
  expect(signals(asked({ ...yes, interests: [7] }), 'accepted')).toEqual([]);
  expect(signals(asked({ ...yes, updated: today - 1 }), 'accepted')).toEqual(['R-TCF-SS signal TC string']);
});

test('A118 what is no TC string, or too long for one, is nothing; one that is cut short grants nothing', () => {
  for (const text of ['', 'x', 'BOEFEAyOEFEAyAHABDENAI4AAAB9vABAASA', '%00', 'C'.repeat(8001), '..', tcString({}).replace('C', 'D')]) {
    expect(readTcString(text), text.slice(0, 40)).toBeNull();
  }
  expect(readTcString('C')).toMatchObject({ consents: [], vendorConsents: { count: 0 }, disclosed: null });
  expect(readTcString(tcString({ consents: [1], vendors: [3] }))).toMatchObject({
    consents: [1],
    createdDay: today,
    vendorConsents: { count: 1 },
  });
});

const promo = held('promo', { expires: start / 1000 + 30 * day });
const promoLine = `promo=; Path=/; Max-Age=${30 * day}; Secure; HttpOnly; SameSite=Lax`;
const early = (state: 'S0' | 'S4' | 'S6') => {
  const at = moment(state, 'unasked');
  return run({ writes: [responseWrite(at, promoLine)], held: [[at, [promo]]] });
};

test('A115 what needs consent and appears only without an answer, or only without scripts, has rules of its own', () => {
  expect(told(shopDeclaration, [early('S4')])).toEqual(['R-CLOSE cookie promo']);
  expect(told(shopDeclaration, [early('S0'), early('S4'), early('S6')])).toEqual(['R-PRE-STORE cookie promo']);
  expect(told(shopDeclaration, [early('S6')])).toEqual(['R-NOJS cookie promo']);
  const at = moment('S4', 'unasked');
  expect(told(null, [run({ requests: [request(at, 'http://offers.localhost/pixel.gif')] })])).toEqual(['R-CLOSE request offers.localhost']);
});

test('A115 under the signal, what an opt-out forbids is told in the regions that honour it', () => {
  const offers = { ...shop.purposes['offers'], basis: { default: { kind: 'opt-out', ground: 'opt-out', because } } } as Purpose;
  const purposes = { ...shop.purposes, offers };
  const declared = declare({
    purposes,
    profiles: inFrance.declaration.profiles,
    signals: { gpc: { default: 'opt-out' }, projections: [] },
  });
  const seen = (state: 'S0' | 'S5') => {
    const at = moment(state, 'unasked');
    return [run({ requests: [request(at, 'http://offers.localhost/frame', { as: 'frame' })] })];
  };
  expect(told(declared, seen('S5'), 'us-ca')).toEqual(['R-GPC-IGN request offers.localhost']);
  expect(told(inFrance, seen('S5'), 'us-ca')).toEqual(['R-GPC-IGN request offers.localhost']);
  expect(told(inFrance, [...seen('S0'), ...seen('S5')], 'us-ca')).toEqual(['R-PRE-3P request offers.localhost']);
  expect(told(declared, seen('S0'), 'us-ca')).toEqual([]);
  expect(told(declared, seen('S5'), 'eu-base')).toEqual([]);
});

test('A115 where one purpose alone was granted, what another needs is told', () => {
  const purposes = { ...shop.purposes, counting };
  const declared = declare({ purposes });
  const granted = (purpose: string) => {
    const at = moment('S10', 'accepting');
    const observations: readonly Observation[] = [{ kind: 'one-purpose', moment: at, purpose, of: 2 }];
    const one = run({ state: 'S10', writes: [responseWrite(at, promoLine)], held: [[at, [promo]]] });
    return told(declared, [{ ...one, evidence: { ...one.evidence, observations } }]);
  };
  expect(granted(' counting ')).toEqual(['R-GRAN cookie promo']);
  expect(granted('Purpose 2')).toEqual([]);
  expect(granted('A switch that no purpose is called')).toEqual([]);
});

function observe(...observations: readonly Observation[]): readonly StateRun[] {
  const one = run({ state: 'S7' });
  return [{ ...one, evidence: { ...one.evidence, observations } }];
}

test('A115 a moved end, an early question and an answer out of reach are told as observed', () => {
  const at = moment('S7', 'rejected');
  const moved = (name: string) => ({ kind: 'extended', moment: at, name, domain: 'shop.localhost', path: '/', seconds: 30 * day }) as const;
  expect(told(shopDeclaration, observe(moved('promo')))).toEqual(['R-LIFE-EXTEND cookie promo']);
  expect(told(shopDeclaration, observe(moved('csrftoken')))).toEqual([]);
  const back = { kind: 'asked-again', moment: at, answer: 'rejected', days: 30, asked: true } as const;
  expect(told(shopDeclaration, observe(back))).toEqual(['R-NAG question asked again']);
  expect(told(shopDeclaration, observe({ ...back, asked: false }, { ...back, days: 200 }, { ...back, answer: 'accepted' }))).toEqual([]);
  const reach = { kind: 'reach', moment: at, condition: 'keyboard', way: 'reject', found: true, usable: false } as const;
  expect(told(shopDeclaration, observe(reach))).toEqual(['R-A11Y question reject, keyboard']);
  expect(told(shopDeclaration, observe({ ...reach, usable: null }, { ...reach, usable: true }, { ...reach, found: false }))).toEqual([]);
});

test('A116 what a withdrawal removed and a script brings back from what was left is a respawn, a response that stores again is not', () => {
  const [granted, gone, back] = [moment('S3', 'accepted'), moment('S3', 'withdrawing'), moment('S3', 'withdrawn')];
  const copy = { store: 'local', origin: 'http://shop.localhost:8000', name: 'backup' } as const;
  const visible = held('promo', { httpOnly: false });
  const runs = (again: ReturnType<typeof scriptWrite>, left: boolean, tagged = false) => {
    const names = left ? [copy] : [];
    const open = { ...shop.trackers['promo'], httpOnly: false } as Tracker;
    const declared = declare({ trackers: { ...shop.trackers, promo: open } });
    const one = run({
      writes: [responseWrite(granted, 'promo=; Path=/; Secure; SameSite=Lax'), again],
      held: [
        [granted, [visible], [copy]],
        [gone, [], names],
        [back, [visible], names],
      ],
    });
    const tags = tagged ? [{ moment: back, url: home, digest: 'a', isBack: true }] : [];
    return told(declared, [{ ...one, evidence: { ...one.evidence, tags } }]);
  };
  const script = scriptWrite(back, 'promo=; Path=/; Secure; SameSite=Lax');
  const response = responseWrite(back, 'promo=; Path=/; Secure; SameSite=Lax');
  expect(runs(script, true)).toEqual(['R-RESPAWN cookie promo', 'R-UNDECL local backup']);
  expect(runs(script, false)).toEqual(['R-REJ-STORE cookie promo', 'R-UNDECL local backup']);
  expect(runs(response, true)).toEqual(['R-REJ-STORE cookie promo', 'R-UNDECL local backup']);
  expect(runs(response, false, true)).toEqual(['R-RESPAWN cookie promo', 'R-UNDECL local backup']);
});

test('A104 where a region lets sites load before a choice, an undeclared host is merely not declared', () => {
  const at = moment('S0', 'unasked');
  const runs = [run({ requests: [request(at, 'http://other.localhost/x')] })];
  expect(told(inFrance, runs)).toEqual(['R-PRE-3P request other.localhost']);
  expect(told(inFrance, runs, 'au-qld')).toEqual(['R-UNDECL request other.localhost']);
});

test('A105 a finding carries how sure it is and where it is written', () => {
  const [finding] = find(shopDeclaration, [early('S0')]);
  expect(finding).toMatchObject({ rule: 'R-PRE-STORE', certainty: 'certain' });
  expect(finding?.law).toContainEqual({ ref: 'CJEU C-673/17 (Planet49)', region: 'EU', date: '2019-10-01' });
});

function withEvidence(parts: Partial<Evidence>): readonly StateRun[] {
  const one = run({ state: 'S0' });
  return [{ ...one, evidence: { ...one.evidence, ...parts } }];
}

const leak = (name: string, phase: 'unasked' | 'accepted' | 'rejected', kind: 'cookie' | 'page' | 'typed' = 'cookie') =>
  withEvidence({
    leaks: [
      {
        moment: moment('S0', phase),
        owner: { kind, name, host: 'shop.localhost' },
        to: 'offers.localhost',
        url: 'http://offers.localhost/frame',
        through: 'url',
        form: 'base64',
        isSync: false,
        initiator: null,
      },
    ],
  });

test('A123 what is necessary, typed or shown and reaches another host is told, the number of a tracker is not told again', () => {
  expect(find(shopDeclaration, leak('sessionid', 'accepted'))).toMatchObject([
    {
      rule: 'R-LEAK',
      item: { kind: 'leak', name: 'offers.localhost' },
      message: 'The value of cookie "sessionid" of "shop.localhost" reaches "offers.localhost" in an address as base64',
    },
  ]);
  expect(told(shopDeclaration, leak('promo', 'unasked'))).toEqual([]);
  expect(told(null, leak('vid', 'accepted'))).toEqual([]);
  const [one] = leak('sid', 'accepted');
  const held1 =
    one === undefined
      ? []
      : [
          {
            ...one,
            evidence: {
              ...one.evidence,
              ...run({ held: [[moment('S1', 'accepted'), [held('sid')]]] }).evidence,
              leaks: one.evidence.leaks ?? [],
            },
          },
        ];
  expect(told(null, held1)).toContain('R-LEAK leak offers.localhost');
  expect(told(null, leak('#mail', 'unasked', 'typed'))).toEqual(['R-LEAK leak offers.localhost']);
  expect(told(null, leak('title', 'rejected', 'page'))).toEqual(['R-LEAK leak offers.localhost']);
  expect(told(null, leak('title', 'accepted', 'page'))).toEqual([]);
  expect(told(null, leak('#mail', 'unasked', 'typed'), 'au-qld')).toEqual([]);
});

test('A123 what is kept in the name of a tab is declared by nobody', () => {
  const named = (length: number) =>
    withEvidence({ tabNames: [{ moment: moment('S0', 'unasked'), origin: 'http://shop.localhost:8000', length }] });
  expect(told(shopDeclaration, named(16))).toEqual(['R-UNDECL window-name window.name']);
  expect(told(shopDeclaration, named(6))).toEqual([]);
  expect(told(null, named(16))).toEqual(['R-PRE-STORE window-name window.name']);
});

test('A124 a question without a way to refuse and a yes without a way back are findings where a yes allows something', () => {
  const failed = (code: 'AUDIT_NO_REJECT' | 'AUDIT_NO_WITHDRAWAL', part: Parameters<typeof run>[0]) => [
    { ...run(part), problems: [{ code, message: 'No way was found: offer one' }] },
  ];
  const seen = { requests: [document('S1')] };
  expect(find(shopDeclaration, failed('AUDIT_NO_REJECT', seen))).toMatchObject([
    { rule: 'R-NO-REJECT', severity: 'critical', message: 'No way was found' },
  ]);
  expect(told(inFrance, failed('AUDIT_NO_WITHDRAWAL', seen))).toEqual(['R-NOWD question withdraw']);
  expect(told(inFrance, failed('AUDIT_NO_REJECT', seen), 'au-qld')).toEqual([]);
  expect(told(null, failed('AUDIT_NO_WITHDRAWAL', seen))).toEqual([]);
  const brought = { held: [[moment('S1', 'accepted'), [held('vid')]]] } as const;
  expect(told(null, failed('AUDIT_NO_WITHDRAWAL', brought))).toContain('R-NOWD question withdraw');
});

test('A123 who the declaration names as recipient may receive it', () => {
  const providers = { ...shop.providers, offers: { name: 'Offers', country: 'FR', role: 'processor' } } as const;
  const frame = { ...shop.trackers['offers-frame'], provider: 'offers' } as Tracker;
  const leaks = [
    {
      moment: moment('S0', 'accepted'),
      owner: { kind: 'cookie', name: 'sessionid', host: 'shop.localhost' },
      to: 'offers.localhost',
      url: 'http://offers.localhost/frame',
      through: 'url',
      form: 'plain',
      isSync: false,
      initiator: null,
    },
  ] as const;
  const by = (recipients: readonly string[]) => {
    const sessionid = { ...shop.trackers['sessionid'], recipients } as Tracker;
    const used = { ...frame, as: ['frame', 'connect'] } as Tracker;
    return told(declare({ providers, trackers: { ...shop.trackers, sessionid, 'offers-frame': used } }), withEvidence({ leaks }));
  };
  expect(by(['offers'])).toEqual([]);
  expect(by([])).toEqual(['R-LEAK leak offers.localhost']);
});

test('A123 a device that is told apart is one finding per script, and none once allowed', () => {
  const reading = (phase: 'unasked' | 'accepted', kind: 'canvas' | 'fonts') =>
    ({ moment: moment('S0', phase), kind, script: 'http://offers.localhost/fp.js?v=1', detail: ['toDataURL'] }) as const;
  const both = withEvidence({ fingerprints: [reading('unasked', 'canvas'), reading('unasked', 'fonts')] });
  expect(told(shopDeclaration, both)).toEqual(['R-FP fingerprint /fp.js']);
  expect(told(shopDeclaration, withEvidence({ fingerprints: [reading('accepted', 'canvas')] }))).toEqual([]);
  expect(told(null, both, 'us-ca')).toEqual([]);
});

test('R-WD-LEFT a stored name is looked for on the last page that was on screen', () => {
  const name = { store: 'local', origin: 'http://shop.localhost:8000', name: 'reader' } as const;
  const item = {
    kind: 'local',
    names: [{ exact: 'reader' }],
    origins: [name.origin],
    life: { kind: 'seconds', max: day, extended: false },
  } as const;
  const { names: _names, ...promoRest } = shop.trackers['promo'] as Tracker & { readonly names: unknown };
  const reader = { ...promoRest, ...item } as Tracker;
  const declared = declare({ trackers: { ...shop.trackers, reader } });
  const [granted, first, last, gone] = [
    moment('S3', 'accepted'),
    moment('S3', 'withdrawn'),
    moment('S3', 'withdrawn'),
    moment('S3', 'withdrawn'),
  ];
  const seen = (...names: readonly (readonly (typeof name)[])[]) =>
    run({ held: [[granted, [], [name]], ...[first, last, gone].map((at, index) => [at, [], names[index] ?? []] as const)] });
  expect(told(declared, [seen([name], [name], [])])).toEqual(['R-WD-LEFT local reader']);
  expect(told(declared, [seen([name], [], [])])).toEqual([]);
  expect(told(declared, [seen([], [], [])])).toEqual([]);
});

test('R-UNDECL an undeclared host that is first asked in the course of a yes is merely not declared', () => {
  const at = moment('S1', 'accepting');
  expect(told(shopDeclaration, [run({ requests: [request(at, 'http://other.localhost/x')] })])).toEqual([
    'R-UNDECL request other.localhost',
  ]);
});
