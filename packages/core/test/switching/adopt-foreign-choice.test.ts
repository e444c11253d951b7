import { expect, test } from 'vitest';
import { resolveConsent } from '../../src/consent/resolve-consent.ts';
import type { Declaration, ProfileId } from '../../src/declaration/types.ts';
import { adoptForeignChoice } from '../../src/switching/adopt-foreign-choice.ts';
import type { ForeignChoice } from '../../src/switching/foreign-choice.ts';
import { readForeignChoices } from '../../src/switching/read-foreign-choices.ts';
import { day, declarationId, now, purpose, shortId, site } from '../consent/declarations.ts';
import * as records from './records.ts';
import { cookies } from './records.ts';

/** 1 `needed` exempt · 2 `audience` statistics · 3 `promo`, 4 `social` marketing · 5 `map` preferences: all but the first need consent. */
const shop: Declaration = {
  ...site,
  purposes: {
    needed: purpose(1, 'exempt', { category: 'necessary' }),
    audience: purpose(2, 'consent', { revision: 3 }),
    promo: purpose(3, 'consent', { category: 'marketing' }),
    social: purpose(4, 'consent', { category: 'marketing' }),
    map: purpose(5, 'consent', { category: 'preferences' }),
  },
};

function withMapping(switching: Declaration['switching']): Declaration {
  return switching === undefined ? shop : { ...shop, switching };
}

function record(answers: { readonly [id: string]: boolean }, rest: Partial<ForeignChoice> = {}): ForeignChoice {
  const listed = Object.entries(answers).map(([id, granted]) => ({ id, state: granted ? ('granted' as const) : ('denied' as const) }));
  return { tool: 'klaro', places: [], at: now - day, answers: listed, ...rest };
}

function adopt(
  declaration: Declaration,
  found: readonly ForeignChoice[],
  profile: ProfileId = 'eu-base',
): ReturnType<typeof adoptForeignChoice> {
  return adoptForeignChoice(declaration, { found, profile, declarationId, now });
}

/** Purpose by purpose: granted, denied or objected. What is not answered is left out. */
function told(declaration: Declaration, found: readonly ForeignChoice[], profile?: ProfileId): string {
  const answers = adopt(declaration, found, profile)?.answers ?? {};
  return Object.entries(declaration.purposes)
    .flatMap(([id, { number }]) => (answers[number] === undefined ? [] : [`${id} ${answers[number].state}`]))
    .join(', ');
}

const all = 'audience denied, promo denied, social denied, map denied';

test.each<[string, Declaration['switching'], { readonly [id: string]: boolean }, string]>([
  ['X6 the same id', undefined, { audience: true }, 'audience granted'],
  ['X6 another id', undefined, { matomo: true, hotjar: true }, ''],
  ['X6 a category is no purpose', undefined, { analytics: true, marketing: true }, ''],
  ['X6 case matters', undefined, { Audience: true }, ''],
  ['X6 a mapping', { klaro: { matomo: ['audience'] } }, { matomo: true }, 'audience granted'],
  ['X6 a mapping to several', { klaro: { gtag: ['audience', 'promo'] } }, { gtag: true }, 'audience granted, promo granted'],
  ['X6 a mapping of another tool', { orejime: { matomo: ['audience'] } }, { matomo: true }, ''],
  ['X6 two ids for one, both granted', { klaro: { a: ['audience'], b: ['audience'] } }, { a: true, b: true }, 'audience granted'],
  ['X6 two ids for one, one refused', { klaro: { a: ['audience'], b: ['audience'] } }, { a: true, b: false, c: true }, 'audience denied'],
  ['X6 two ids for one, one not answered', { klaro: { a: ['audience'], b: ['audience'] } }, { a: true }, ''],
  ['X6 the same id beside a mapping', { klaro: { a: ['audience'] } }, { a: true, audience: false, c: true }, 'audience denied'],
  ['X6 a mapped id stands for nothing else', { klaro: { audience: ['map'] } }, { audience: true }, 'map granted'],
  ['X6 names of every object', undefined, { constructor: true, toString: true, hasOwnProperty: true }, ''],
  ['X7 refused by id', undefined, { audience: false, cms: true }, 'audience denied'],
  ['X7 refused by mapping', { klaro: { gtag: ['audience', 'promo'] } }, { gtag: false, cms: true }, 'audience denied, promo denied'],
  ['X7 refused by category', undefined, { marketing: false, cms: true }, 'promo denied, social denied'],
  ['X7 a refused category beside a granted purpose', undefined, { Advertising: false, promo: true }, 'promo denied, social denied'],
  [
    'X7 a refused category with a meaning of its own',
    { klaro: { analytics: ['map'] } },
    { analytics: false, audience: true },
    'audience granted, map denied',
  ],
  ['X8 all refused', undefined, { matomo: false, hotjar: false }, all],
  ['X8 all but the necessary', undefined, { klaro: true, 'necessary-cookies': true, C0001: true, hotjar: false }, all],
  ['X8 all but an exempt purpose', undefined, { needed: true, hotjar: false }, all],
  ['X8 all but what stands for nothing', { klaro: { cms: [] } }, { cms: true, hotjar: false }, all],
  ['X8 something unknown was granted', undefined, { cms: true, hotjar: false }, ''],
  ['X8 "non-essential" is not necessary', undefined, { 'non-essential': true, hotjar: false }, ''],
  ['X8 nothing was refused', undefined, { necessary: true }, ''],
])('%s', (_name, switching, answers, expected) => {
  expect(told(withMapping(switching), [record(answers)])).toBe(expected);
});

test('X6 a mapped id that a list of grants does not hold was refused', () => {
  const declaration = withMapping({ 'vanilla-cookieconsent': { tracking: ['audience'], friends: ['social'] } });
  const found = readForeignChoices(cookies({ cc_cookie: '{"categories":["necessary","tracking"]}' }));
  expect(told(declaration, found)).toBe('audience granted, social denied');
});

test.each<[string, { readonly [name: string]: string }, string]>([
  ['vanilla-cookieconsent', { cc_cookie: records.vanilla2 }, all],
  ['Klaro', { klaro: '%7B%22necessary%22%3Atrue%2C%22matomo%22%3Afalse%7D' }, all],
  ['Orejime', { 'eu-consent': '{%22matomo%22:false%2C%22ads%22:false}' }, all],
  ['tarteaucitron', { tarteaucitron: '!gtag=false!youtube=false!maps=wait' }, all],
  ['Cookiebot', { CookieConsent: records.cookiebot }, 'promo denied, social denied, map denied'],
  ['Cookiebot, everything', { CookieConsent: '0' }, all],
  [
    'OneTrust',
    { OptanonConsent: records.oneTrust, OptanonAlertBoxClosed: records.oneTrustClosed },
    'audience denied, promo denied, social denied',
  ],
  ['OneTrust, no answer yet', { OptanonConsent: records.oneTrust }, ''],
])('X7 X8 a refusal under %s stays one', (_name, values, expected) => {
  expect(told(shop, readForeignChoices(cookies(values)))).toBe(expected);
});

test('X9 what runs unasked is objected to, exempt purposes get no answer, notice is refused only by name or category', () => {
  expect(told(site, [record({ anything: false })])).toBe('asked denied, counted objected, sold objected');
  expect(told(site, [record({ told: false, cms: true })])).toBe('told objected');
  expect(told(site, [record({ statistics: false, cms: true })])).toBe('counted objected, told objected');
  expect(told(site, [record({ needed: false, cms: true })])).toBe('');
});

test('X9 what runs unasked takes no grant, which would outdo the signal', () => {
  expect(told(site, [record({ asked: true, counted: true, sold: true, told: true, needed: true })])).toBe('asked granted');
});

test('X9 the question that is left is asked, the answered one is not', () => {
  const choice = adopt(shop, [record({ audience: true, promo: false })]);
  const { purposes } = resolveConsent(shop, { profile: 'eu-base', choice, gpc: false, now });
  expect(
    Object.entries(purposes)
      .flatMap(([id, { ask, allowed }]) => [ask ? `${id}?` : '', allowed ? `${id}!` : ''])
      .filter(Boolean),
  ).toEqual(['needed!', 'audience!', 'social?', 'map?']);
});

test('X10 a refusal wins over a grant, whichever tool and order', () => {
  const found = [record({ audience: true, promo: true, cms: true }), record({ audience: false, cms: true }, { tool: 'orejime' })];
  expect(told(shop, found)).toBe('audience denied, promo granted');
  expect(told(shop, found.toReversed())).toBe('audience denied, promo granted');
  expect(
    told(shop, [
      record(
        {},
        {
          answers: [
            { id: 'promo', state: 'denied' },
            { id: 'promo', state: 'granted' },
            { id: 'cms', state: 'granted' },
          ],
        },
      ),
    ]),
  ).toBe('promo denied');
});

test('X11 times are kept: the earliest of grants, the latest of refusals, none later than now', () => {
  const times = (found: readonly ForeignChoice[]): unknown => {
    const choice = adopt(shop, found);
    return choice === null
      ? null
      : Object.fromEntries(Object.entries(choice.answers).map(([number, answer]) => [number, answer.at ?? choice.at]));
  };
  expect(times([record({ audience: true }, { at: now - 9 * day }), record({ audience: true }, { at: now - 5 * day })])).toEqual({
    2: now - 9 * day,
  });
  expect(
    times([record({ promo: false, x: true }, { at: now - 9 * day }), record({ promo: false, x: true }, { at: now - 5 * day })]),
  ).toEqual({
    3: now - 5 * day,
  });
  expect(times([record({ audience: true, promo: false }, { at: now + 9 * day })])).toEqual({ 2: now, 3: now });
  expect(times([record({ audience: true, promo: false }, { at: null })])).toEqual({ 2: now - 150 * day, 3: now });
  expect(times([record({ audience: true }, { at: now - 180 * day })])).toBe(null);
  expect(times([record({ audience: true }, { at: now - 180 * day + 1 })])).toEqual({ 2: now - 180 * day + 1 });
  expect(times([record({ audience: true, promo: false }, { at: now - 500 * day })])).toEqual({ 3: now - 500 * day });
});

test('X11 a grant without a time ends in 30 days, or earlier where a choice does', () => {
  const standing = (declaration: Declaration, later: number): boolean | undefined => {
    const choice = adopt(declaration, [record({ audience: true }, { at: null })]);
    return resolveConsent(declaration, { profile: 'eu-base', choice, gpc: false, now: now + later }).purposes['audience']?.allowed;
  };
  expect([standing(shop, 30 * day - 1), standing(shop, 30 * day)]).toEqual([true, false]);
  const brief = { ...shop, notice: { ...shop.notice, choiceLife: { default: day } } };
  expect([standing(brief, day - 1), standing(brief, day)]).toEqual([true, false]);
});

test('X12 the choice has present revisions, one time and the short id', () => {
  expect(adopt(shop, [record({ audience: true, promo: false })])).toEqual({
    answers: { 2: { state: 'granted', revision: 3 }, 3: { state: 'denied', revision: 1 } },
    at: now - day,
    declaration: shortId,
  });
  expect(adopt(shop, [])).toBe(null);
  expect(adopt(shop, [record({})])).toBe(null);
});
