import { expect, test } from 'vitest';
import type { ForeignSource } from '../../src/switching/read-foreign-choices.ts';
import { readForeignChoices } from '../../src/switching/read-foreign-choices.ts';
import * as records from './records.ts';
import { cookies, local } from './records.ts';

/** One line: tool, time and answers, `+` for granted and `-` for denied. */
function tell(source: ForeignSource): readonly string[] {
  return readForeignChoices(source).map(({ tool, at, answers, places }) => {
    const place = places.map((found) => ('cookie' in found ? found.cookie : `local ${found.local}`)).join();
    return `${tool} (${place}) ${at === null ? '?' : new Date(at * 1000).toISOString().slice(0, 19)}${answers.map(({ id, state }) => ` ${state === 'granted' ? '+' : '-'}${id}`).join('')}`;
  });
}

const closed = records.oneTrustClosed;

const readable: [string, ForeignSource, string][] = [
  [
    'vanilla-cookieconsent 3',
    cookies({ cc_cookie: records.vanilla3 }),
    'vanilla-cookieconsent (cc_cookie) 2026-02-01T00:00:00 +necessary +analytics -advertising',
  ],
  [
    'vanilla-cookieconsent 3 in localStorage',
    local({ cc_cookie: decodeURIComponent(records.vanilla3) }),
    'vanilla-cookieconsent (local cc_cookie) 2026-02-01T00:00:00 +necessary +analytics -advertising',
  ],
  [
    'vanilla-cookieconsent 2',
    cookies({ cc_cookie: records.vanilla2 }),
    'vanilla-cookieconsent (cc_cookie) 2026-01-11T08:45:11 +necessary -preferences -statistics -marketing',
  ],
  [
    'vanilla-cookieconsent 2, encoded',
    cookies({ cc_cookie: encodeURIComponent(records.vanilla2) }),
    'vanilla-cookieconsent (cc_cookie) 2026-01-11T08:45:11 +necessary -preferences -statistics -marketing',
  ],
  [
    'vanilla-cookieconsent before 2.9',
    cookies({ cc_cookie: '{"level":["necessary","analytics"],"revision":0,"data":null,"rfc_cookie":false}' }),
    'vanilla-cookieconsent (cc_cookie) ? +necessary +analytics -preferences -marketing',
  ],
  [
    'vanilla-cookieconsent 2, nothing',
    cookies({ cc_cookie: '{"categories":[],"level":[]}' }),
    'vanilla-cookieconsent (cc_cookie) ? -preferences -statistics -marketing',
  ],
  ['Klaro', cookies({ klaro: records.klaro }), 'klaro (klaro) ? +klaro +cms -adsense +matomo'],
  ['Klaro in localStorage', local({ klaro: records.klaro }), 'klaro (local klaro) ? +klaro +cms -adsense +matomo'],
  ['Orejime 2', cookies({ orejime: records.orejime }), 'orejime (orejime) ? +matomo -social-networks'],
  ['Orejime 3', cookies({ 'eu-consent': records.orejime }), 'orejime (eu-consent) ? +matomo -social-networks'],
  ['Orejime, short', cookies({ 'eu-consent': 'matomo=1%3Bads=0' }), 'orejime (eu-consent) ? +matomo -ads'],
  [
    'Cookiebot',
    cookies({ CookieConsent: records.cookiebot }),
    'cookiebot (CookieConsent) 2026-01-01T00:00:00 +necessary -preferences +statistics -marketing',
  ],
  ['Cookiebot, refused', cookies({ CookieConsent: '0' }), 'cookiebot (CookieConsent) ? -preferences -statistics -marketing'],
  ['tarteaucitron', cookies({ tarteaucitron: records.tarteaucitron }), 'tarteaucitron (tarteaucitron) ? -gtag +matomo'],
];

test.each(readable)('X1 %s', (_name, source, told) => {
  expect(tell(source)).toEqual([told]);
});

test('X1 OneTrust keeps answers in one cookie and the time in another', () => {
  expect(tell(cookies({ OptanonConsent: records.oneTrust, OptanonAlertBoxClosed: closed }))).toEqual([
    'onetrust (OptanonConsent) 2026-01-01T01:19:03 +C0001 -C0002 +C0003 -C0004',
    'onetrust (OptanonAlertBoxClosed) 2026-01-01T01:19:03',
  ]);
});

const unanswered: [string, ForeignSource][] = [
  ['tarteaucitron that waits', cookies({ tarteaucitron: '!gtag=wait!matomo=wait' })],
  ['Cookiebot outside of its regions', cookies({ CookieConsent: '-1' })],
  ['Cookiebot implied', cookies({ CookieConsent: records.cookiebotImplied })],
  ['OneTrust before anybody was asked', cookies({ OptanonConsent: records.oneTrust })],
  ['Klaro that is empty', cookies({ klaro: '%7B%7D' })],
];

test.each(unanswered)('X2 %s holds no answer and is listed', (_name, source) => {
  expect(readForeignChoices(source).map(({ answers }) => answers)).toEqual([[]]);
});

test('X2 OneTrust: what is asked anew was refused, or not answered', () => {
  const value = records.oneTrust.replace('AwaitingReconsent=false', 'AwaitingReconsent=true');
  expect(tell(cookies({ OptanonConsent: value, OptanonAlertBoxClosed: closed }))[0]).toMatch(/ -C0002 -C0004$/);
});

test('X3 vanilla-cookieconsent: a category that lists services stands for those', () => {
  expect(tell(cookies({ cc_cookie: records.vanilla3Services }))).toEqual([
    'vanilla-cookieconsent (cc_cookie) 2026-01-10T19:02:36 +necessary +ga4 -marketing',
  ]);
});

test('X3 vanilla-cookieconsent 2: what is missing beside an unusual kind is not known to be refused', () => {
  expect(tell(cookies({ cc_cookie: '{"categories":["necessary","tracking"]}' }))).toEqual([
    'vanilla-cookieconsent (cc_cookie) ? +necessary +tracking',
  ]);
});

test.each(['', 'yes', '{', '%', '%7B', '[]', 'null', '1', '{"a":{"b":true}}', 'true'])('X4 unreadable: %s', (value) => {
  const named = ['klaro', 'orejime', 'tarteaucitron', 'OptanonConsent'];
  for (const name of named)
    expect(readForeignChoices(cookies({ [name]: value }))).toMatchObject([{ places: [{ cookie: name }], answers: [] }]);
  for (const name of ['cc_cookie', 'eu-consent', 'CookieConsent']) expect(readForeignChoices(cookies({ [name]: value }))).toEqual([]);
  expect(readForeignChoices(cookies({ __proto__x: value, constructor: value, sessionid: value }))).toEqual([]);
});

test('X4 no record in localStorage is no record', () => {
  expect(readForeignChoices(local({}))).toEqual([]);
});

test('X5 a store that throws, a value that is too long and too many values cost nothing', () => {
  const denied = (): never => {
    throw new Error('SecurityError');
  };
  expect(readForeignChoices({ cookies: [], local: denied })).toEqual([]);
  expect(readForeignChoices(cookies({ klaro: `{"a":true,"${'b'.repeat(4096)}":true}` }))).toMatchObject([{ answers: [] }]);
  expect(readForeignChoices({ cookies: Array.from({ length: 400 }, () => ({ name: 'klaro', value: '{"a":true}' })) })).toHaveLength(16);
});

test('X5 a landing page that anybody can link to grants nothing', () => {
  const landing = `landingPath=${encodeURIComponent('https://site.example/?a=1&groups=C0002:1,C0004:1&AwaitingReconsent=false')}`;
  const value = records.oneTrust.replace('landingPath=NotLandingPage', landing);
  expect(tell(cookies({ OptanonConsent: value, OptanonAlertBoxClosed: closed }))[0]).toMatch(/ \+C0001 -C0002 \+C0003 -C0004$/);
});
