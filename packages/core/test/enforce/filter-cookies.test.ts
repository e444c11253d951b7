import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanCookieHeader } from '../../src/base/cookie-scan.ts';
import { compileEnforcement, failClosedEnforcement } from '../../src/enforce/compile-enforcement.ts';
import { filterCookieHeader, filterSetCookies } from '../../src/enforce/filter-cookies.ts';
import type { RequestFacts } from '../../src/enforce/types.ts';
import { now } from '../consent/declarations.ts';
import { decisionDeclaration } from './decision-declaration.ts';
import { consentFor } from './decisions.ts';

const rules = compileEnforcement(decisionDeclaration);
const request: RequestFacts = { host: 'portal.localhost', path: '/', method: 'GET', secure: true };

test('E12 Set-Cookie lines leave in their order, as their bytes, with nothing but a shorter life appended', () => {
  const lines = [
    ' visit = 1 ;Path=/;;  X=y',
    '_fbp=1',
    'visit=2; Path=/; Max-Age=999999',
    '_ga=1; Path=/; Domain=portal.localhost',
    '_fbp=; Max-Age=0',
    'a\u0001=1',
    'sessionid=1; Path=/',
  ];
  const { lines: passing, decisions } = filterSetCookies(rules, consentFor('rejected'), lines, {
    request,
    heldNames: ['sessionid', '_fbp'],
    now,
  });
  expect(passing).toEqual([lines[0], 'visit=2; Path=/; Max-Age=999999; Max-Age=86400', lines[4], lines[6]]);
  expect(decisions.map(({ name, verdict }) => [name, verdict.code])).toEqual([
    ['visit', 'PASS_DECLARED'],
    ['_fbp', 'DROP_UNDECLARED'],
    ['visit', 'APPEND_MAX_AGE'],
    ['_ga', 'DROP_REFUSED'],
    ['_fbp', 'PASS_DELETION'],
    [null, 'DROP_MALFORMED'],
    ['sessionid', 'PASS_DECLARED'],
  ]);
  expect(decisions.map(({ line }) => line)).toEqual(lines);
  expect(filterSetCookies(rules, consentFor('rejected'), ['sessionid=1; Path=/'], { request, heldNames: [], now }).lines).toEqual([]);
});

test('E13 a Cookie header keeps what is declared and allowed, in order and as bytes', () => {
  const consent = consentFor('visits only');
  expect(filterCookieHeader(rules, consent, 'visit = 1;_ga=x y;  both=1; _fbp=2; visit=3;sessionid', request)).toEqual({
    header: 'visit = 1; _ga=x y; visit=3',
    removed: [
      { name: 'both', code: 'DROP_REFUSED' },
      { name: '_fbp', code: 'DROP_UNDECLARED' },
      { name: '', code: 'DROP_UNDECLARED' },
    ],
  });
  expect(filterCookieHeader(rules, consent, 'visit=1;;sessionid="a b" ;', request), 'untouched where nothing is removed').toEqual({
    header: 'visit=1;;sessionid="a b" ;',
    removed: [],
  });
  expect(filterCookieHeader(rules, consent, '_fbp=1', request)).toEqual({
    header: null,
    removed: [{ name: '_fbp', code: 'DROP_UNDECLARED' }],
  });
  expect(filterCookieHeader(rules, consent, '', request)).toEqual({ header: null, removed: [] });
});

test('E13 under the rules for a fault nothing of a Cookie header is left', () => {
  expect(
    filterCookieHeader(failClosedEnforcement(['portal.localhost']), consentFor('accepted'), 'sessionid=1; a=2', request).header,
  ).toBeNull();
});

const declaredNames = ['visit', 'sessionid', '_ga', 'both', '_pk_id.1', '__Host-id', 'app', 'cookies_preferences'];
const piece = fc.oneof(
  fc.constantFrom(...declaredNames),
  fc.string({ maxLength: 8 }),
  fc.constantFrom('', '__proto__', 'VISIT', '\u00a0visit', 'constructor'),
);
const pair = fc.tuple(piece, fc.constantFrom('=', '', ' = '), fc.string({ maxLength: 6 })).map((parts) => parts.join(''));
const header = fc
  .tuple(fc.array(pair, { maxLength: 8 }), fc.constantFrom('; ', ';', ' ;\t'))
  .map(([pairs, separator]) => pairs.join(separator));

test('E13 no undeclared or refused name gets through, order and bytes are kept, and filtering twice is filtering once', () => {
  fc.assert(
    fc.property(header, fc.constantFrom('unset', 'accepted', 'rejected', 'visits only'), (text, visitor) => {
      const consent = consentFor(visitor);
      const result = filterCookieHeader(rules, consent, text, request);
      const given = scanCookieHeader(text);
      const kept = scanCookieHeader(result.header ?? '');
      const free =
        visitor === 'unset' || visitor === 'rejected' ? ['visit', 'sessionid', '__Host-id', 'cookies_preferences'] : declaredNames;
      for (const { name } of kept) expect(free.includes(name) || name.startsWith('_pk_') || name.startsWith('_sh_')).toBe(true);
      expect(kept.length + result.removed.length).toBe(given.length);
      const removed = [...result.removed];
      const expected = given.filter(({ name }) => removed[0]?.name !== name || removed.shift() === undefined);
      expect(kept.map(({ raw }) => raw).sort()).toEqual(expected.map(({ raw }) => raw).sort());
      let from = 0;
      for (const { raw } of kept) {
        const at = given.findIndex((entry, index) => index >= from && entry.raw === raw);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + 1;
      }
      if (result.header !== null)
        expect(filterCookieHeader(rules, consent, result.header, request)).toEqual({ header: result.header, removed: [] });
    }),
    { numRuns: 500 },
  );
});
