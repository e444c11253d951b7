import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanSetCookie } from '../../src/base/cookie-scan.ts';
import type { ConsentState } from '../../src/consent/types.ts';
import type { Scope } from '../../src/declaration/types.ts';
import { expiryLines } from '../../src/enforce/expiry-lines.ts';
import type { CookieRule } from '../../src/enforce/rules-for-name.ts';
import type { Enforcement, RequestFacts } from '../../src/enforce/types.ts';
import { now } from '../consent/declarations.ts';
import { CookieJar } from './cookie-jar.ts';

const request: RequestFacts = { host: 'www.site.example', path: '/deep/x/y', method: 'GET', secure: true };
const none = { heldNames: [], request, unknownBudget: 0 };

function rule(id: string, name: CookieRule['names'][number], scopes: readonly Scope[], options: Partial<CookieRule> = {}): CookieRule {
  return { kind: 'cookie', id, purposes: ['ads'], names: [name], scopes, secure: false, life: null, httpOnly: false, ...options };
}

function rulesOf(...trackers: readonly CookieRule[]): Enforcement {
  return { declaration: '', siteHosts: ['www.site.example'], prefix: '/cookies', trackers };
}

function consent(...allowed: readonly string[]): ConsentState {
  const decision = { state: 'granted', allowed: true, reason: 'granted', ask: false } as const;
  return { profile: 'eu-base', gpc: false, purposes: Object.fromEntries(allowed.map((id) => [id, decision])), ask: false };
}

const here: Scope = { host: 'www.site.example', path: '/', partitioned: false };
const wide: Scope = { domain: 'site.example', path: '/shop', partitioned: false };

test('E14 a held tracker that is not allowed gets one exact line for each scope this host reaches', () => {
  const rules = rulesOf(
    rule('ad', { exact: '_ad' }, [here, wide, { ...here, partitioned: true }, { host: 'other.example', path: '/', partitioned: false }]),
  );
  expect(expiryLines(rules, consent(), { ...none, heldNames: ['_ad', '_ad'] })).toEqual([
    '_ad=; Path=/; Max-Age=0',
    '_ad=; Path=/shop; Domain=site.example; Max-Age=0',
    '_ad=; Path=/; Max-Age=0; Secure; Partitioned',
  ]);
  expect(expiryLines(rules, consent('ads'), { ...none, heldNames: ['_ad'] })).toEqual([]);
  expect(expiryLines(rules, consent(), none), 'not held').toEqual([]);
});

test('E14 prefixes keep the name that is held, and lines are Secure where the cookie can only be Secure', () => {
  const rules = rulesOf(
    rule('pk', { prefix: '_pk_' }, [here]),
    rule('s', { exact: 's' }, [here], { secure: true }),
    rule('host', { exact: '__Host-a' }, [here]),
    rule('sec', { exact: '__secure-b' }, [here]),
    rule('http', { exact: '__Host-Http-c' }, [here]),
    rule('http2', { exact: '__Http-d' }, [here]),
  );
  expect(
    expiryLines(rules, consent(), { ...none, heldNames: ['_pk_id.1', 's', '__Host-a', '__secure-b', '__Host-Http-c', '__Http-d'] }),
  ).toEqual([
    '_pk_id.1=; Path=/; Max-Age=0',
    's=; Path=/; Max-Age=0; Secure',
    '__Host-a=; Path=/; Max-Age=0; Secure',
    '__secure-b=; Path=/; Max-Age=0; Secure',
    '__Host-Http-c=; Path=/; Max-Age=0; Secure; HttpOnly',
    '__Http-d=; Path=/; Max-Age=0; Secure; HttpOnly',
  ]);
});

test('E14 on withdrawal every declared name that is not allowed is expired, sent here or not', () => {
  const rules = rulesOf(
    rule('ad', { exact: '_ad' }, [wide]),
    rule('pk', { prefix: '_pk_' }, [here]),
    rule('ok', { exact: 'ok' }, [here], { purposes: ['fine'] }),
  );
  expect(expiryLines(rules, consent('fine'), { ...none, heldNames: ['_pk_1'], withdrawing: true })).toEqual([
    '_pk_1=; Path=/; Max-Age=0',
    '_ad=; Path=/shop; Domain=site.example; Max-Age=0',
  ]);
});

test('E14 a scope that an allowed tracker of the same name uses is left alone', () => {
  const rules = rulesOf(rule('a', { exact: 'x' }, [here, wide]), rule('b', { exact: 'x' }, [here], { purposes: ['fine'] }));
  expect(expiryLines(rules, consent('fine'), { ...none, heldNames: ['x'] })).toEqual(['x=; Path=/shop; Domain=site.example; Max-Age=0']);
});

test('E15 the choice is never expired, whatever the rules say of it', () => {
  const rules = rulesOf(rule('prefs', { exact: 'cookies_preferences' }, [here]), rule('pre', { prefix: 'cookies_' }, [here]));
  for (const withdrawing of [true, false]) {
    expect(expiryLines(rules, consent(), { ...none, heldNames: ['cookies_preferences'], unknownBudget: 50, withdrawing })).toEqual([]);
  }
  expect(expiryLines(rulesOf(), consent(), { ...none, heldNames: ['cookies_preferences'], unknownBudget: 50 })).toEqual([]);
});

test('E16 undeclared names are searched for in likely places first, each name before the next place', () => {
  const lines = expiryLines(rulesOf(), consent(), { ...none, heldNames: ['a', '', 'b'], unknownBudget: 8 });
  expect(lines).toEqual([
    'a=; Path=/; Max-Age=0',
    '=-; Path=/; Max-Age=0',
    'b=; Path=/; Max-Age=0',
    'a=; Path=/; Domain=site.example; Max-Age=0',
    '=-; Path=/; Domain=site.example; Max-Age=0',
    'b=; Path=/; Domain=site.example; Max-Age=0',
    'a=; Path=/; Domain=www.site.example; Max-Age=0',
    '=-; Path=/; Domain=www.site.example; Max-Age=0',
  ]);
  expect(expiryLines(rulesOf(), consent(), { ...none, heldNames: ['a'], unknownBudget: 0 })).toEqual([]);
});

test('E16 addresses and single labels have no parents, __Host- has one place, unwritable names none', () => {
  for (const host of ['127.0.0.1', '[::1]', 'localhost']) {
    const lines = expiryLines(rulesOf(), consent(), { heldNames: ['a'], request: { ...request, host, path: '/' }, unknownBudget: 99 });
    expect(lines, host).toEqual(['a=; Path=/; Max-Age=0', 'a=; Path=/; Max-Age=0; Secure; Partitioned']);
  }
  expect(expiryLines(rulesOf(), consent(), { ...none, heldNames: ['__Host-a'], unknownBudget: 99 })).toEqual([
    '__Host-a=; Path=/; Max-Age=0; Secure',
    '__Host-a=; Path=/; Max-Age=0; Secure; Partitioned',
  ]);
  expect(expiryLines(rulesOf(), consent(), { ...none, heldNames: ['a\r\nSet-Cookie: b', 'a;b', 'a=b'], unknownBudget: 99 })).toEqual([]);
  const deep = `/${'d/'.repeat(2000)}`;
  const bounded = expiryLines(rulesOf(), consent(), { heldNames: ['a'], request: { ...request, path: deep }, unknownBudget: 9999 });
  expect(bounded.length).toBeLessThanOrEqual(2 * 3 * (2 + 2 * 16));
  expect(bounded.every((line) => line.length < 1100)).toBe(true);
  const odd = expiryLines(rulesOf(), consent(), { heldNames: ['a'], request: { ...request, path: '/x;y/z' }, unknownBudget: 99 });
  expect(odd.every((line) => !line.includes('x;y'))).toBe(true);
});

test('E16 what one response has no room for comes on a later one', () => {
  const places = new Set<string>();
  const all = expiryLines(rulesOf(), consent(), { ...none, heldNames: ['a', 'b'], unknownBudget: 999 });
  for (let round = 0; round * 7 < all.length; round += 1) {
    const lines = expiryLines(rulesOf(), consent(), { ...none, heldNames: ['a', 'b'], unknownBudget: 7, round });
    expect(lines).toHaveLength(7);
    for (const line of lines) places.add(line);
  }
  expect([...places].sort()).toEqual([...all].sort());
});

const names = fc.constantFrom('a', '_ad', '_pk_1', '__Secure-x', 'cookies_preferences', 'ok', '');
const scopes: fc.Arbitrary<Scope> = fc
  .tuple(
    fc.constantFrom<string | null>(null, 'www.site.example', 'site.example'),
    fc.constantFrom('/', '/deep', '/deep/', '/deep/x', '/deep/x/y', '/shop'),
    fc.boolean(),
  )
  .map(([domain, path, partitioned]) => (domain === null ? { host: request.host, path, partitioned } : { domain, path, partitioned }));

function lineFor(name: string, scope: Scope): string {
  const domain = 'domain' in scope ? `; Domain=${scope.domain}` : '';
  return `${name === '' ? '=v' : `${name}=v`}; Path=${scope.path}${domain}; Max-Age=60; Secure${scope.partitioned ? '; Partitioned' : ''}`;
}

test('E14 E15 every line deletes its own scope and nothing that is allowed', () => {
  const rules = rulesOf(
    rule('ad', { exact: '_ad' }, [here, wide, { host: request.host, path: '/deep/x', partitioned: true }]),
    rule('pk', { prefix: '_pk_' }, [{ domain: 'site.example', path: '/', partitioned: false }]),
    rule('ok', { exact: 'ok' }, [here, wide], { purposes: ['fine'] }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(names, scopes), { maxLength: 8 }), fc.boolean(), fc.nat(60), (cookies, withdrawing, unknownBudget) => {
      const jar = new CookieJar();
      for (const [name, scope] of cookies) jar.receive(lineFor(name, scope), request, now);
      const before = jar.all();
      const lines = expiryLines(rules, consent('fine'), { heldNames: jar.namesFor(request), request, unknownBudget, withdrawing });
      expect(new Set(lines).size).toBe(lines.length);
      let size = before.length;
      for (const line of lines) {
        expect(scanSetCookie(line), line).toMatchObject({ maxAge: 0 });
        jar.receive(line, request, now);
        expect(size - jar.all().length, line).toBeLessThanOrEqual(1);
        size = jar.all().length;
      }
      const left = jar.all();
      for (const cookie of before) {
        if (cookie.name === 'ok' || cookie.name === 'cookies_preferences') expect(left).toContainEqual(cookie);
      }
    }),
  );
});

test('E14 E16 with room enough, withdrawal leaves no undeclared or refused cookie that the request showed', () => {
  const rules = rulesOf(
    rule('ad', { exact: '_ad' }, [here, wide]),
    rule('pk', { prefix: '_pk_' }, [{ domain: 'site.example', path: '/', partitioned: false }]),
  );
  const declared: fc.Arbitrary<readonly [string, Scope]> = fc.constantFrom<readonly [string, Scope]>(
    ['_ad', here],
    ['_ad', wide],
    ['_pk_1', { domain: 'site.example', path: '/', partitioned: false }],
  );
  const unknown = fc.tuple(
    fc.constantFrom('a', 'b', '', '__Secure-x'),
    scopes.filter((scope) => scope.path !== '/shop'),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(declared, unknown), { maxLength: 8 }), (cookies) => {
      const jar = new CookieJar();
      for (const [name, scope] of cookies) jar.receive(lineFor(name, scope), request, now);
      const lines = expiryLines(rules, consent(), { heldNames: jar.namesFor(request), request, unknownBudget: 999, withdrawing: true });
      for (const line of lines) jar.receive(line, request, now);
      expect(jar.all()).toEqual([]);
    }),
  );
});
