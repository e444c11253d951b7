import { expect, test } from 'vitest';
import type { Freight } from '../src/response/site-policy.ts';
import { planDelivery, readSitePolicies, siteNonce } from '../src/response/site-policy.ts';
import { sha256Of } from './site.ts';

const hash = sha256Of('ours');
const freight: Freight = { kind: 'script', hashes: [hash], paths: ['/cookies/assets/a.js'], authority: 'portal.localhost:8080' };

type Header = readonly [name: string, value: string];
const enforced = (...values: readonly string[]): readonly Header[] => values.map((value) => ['Content-Security-Policy', value]);

function plan(headers: readonly Header[], changed: Partial<Freight> = {}): string {
  const { form, nonce } = planDelivery(readSitePolicies(headers), { ...freight, ...changed });
  return nonce === null ? form : `${form} ${nonce}`;
}

const cases: readonly (readonly [policies: readonly string[], plan: string])[] = [
  [[], 'inline'],
  [[''], 'inline'],
  [["img-src 'none'"], 'inline'],
  [["script-src 'unsafe-inline'"], 'inline'],
  [["SCRIPT-SRC 'UNSAFE-INLINE'"], 'inline'],
  [["default-src 'unsafe-inline'"], 'inline'],
  [["script-src 'self' 'unsafe-inline' 'nonce-abc'"], 'inline abc'],
  [["script-src 'unsafe-inline' 'strict-dynamic'"], 'none'],
  [["script-src 'self' 'strict-dynamic'"], 'none'],
  [["script-src 'strict-dynamic' 'nonce-abc'"], 'inline abc'],
  [["script-src 'self' 'unsafe-inline' 'sha256-b3RoZXI='"], 'linked'],
  [[`script-src 'sha256-${hash}'`], 'inline'],
  [[`script-src 'SHA256-${hash.replaceAll('+', '-').replaceAll('/', '_')}'`], 'inline'],
  [[`script-src 'sha256-${hash.toLowerCase()}'`], 'none'],
  [["script-src 'self'"], 'linked'],
  [["default-src 'self'"], 'linked'],
  [["script-src 'none'"], 'none'],
  [['script-src'], 'none'],
  [["script-src 'self'; script-src 'unsafe-inline'"], 'linked'],
  [["script-src-elem 'unsafe-inline'; script-src 'none'"], 'inline'],
  [["script-src-elem 'none'; script-src 'unsafe-inline'"], 'none'],
  [["script-src-attr 'none'; default-src 'unsafe-inline'"], 'inline'],
  [["script-src 'unsafe-inline'", "script-src 'self'"], 'none'],
  [["script-src 'unsafe-inline' 'self', script-src 'self'"], 'linked'],
  [["script-src 'nonce-abc'", "script-src 'self'"], 'linked abc'],
  [["script-src 'nonce-abc'", "script-src 'nonce-def'"], 'none'],
  [["script-src 'nonce-abc'", "script-src 'nonce-abc' 'nonce-def'"], 'inline abc'],
  [["script-src 'nonce-def' 'nonce-abc'", "script-src 'nonce-abc'"], 'inline abc'],
  [['script-src *'], 'linked'],
  [['script-src https:'], 'linked'],
  [['script-src data:'], 'none'],
  [['script-src portal.localhost:8080'], 'linked'],
  [['script-src http://portal.localhost:*'], 'linked'],
  [['script-src https://*.localhost:8080/cookies/'], 'linked'],
  [['script-src portal.localhost:8080/cookies/assets/a.js'], 'linked'],
  [['script-src portal.localhost:8080/cookies/assets'], 'none'],
  [['script-src portal.localhost:8080/static/'], 'none'],
  [['script-src portal.localhost'], 'none'],
  [['script-src *.portal.localhost:8080'], 'none'],
  [['script-src evilportal.localhost:8080'], 'none'],
  [["sandbox allow-forms; script-src 'unsafe-inline'"], 'none'],
  [["sandbox ALLOW-SCRIPTS; script-src 'unsafe-inline'"], 'inline'],
];

for (const [policies, expected] of cases) {
  test(`G49 ${JSON.stringify(policies)} leaves us: ${expected}`, () => expect(plan(enforced(...policies))).toBe(expected));
}

test('G49 styles are weighed by the directives for styles, and no sandbox keeps them out', () => {
  const style = { kind: 'style' } as const;
  expect(plan(enforced("style-src 'self'; script-src 'unsafe-inline'"), style)).toBe('linked');
  expect(plan(enforced("sandbox; style-src-elem 'unsafe-inline'; style-src 'none'"), style)).toBe('inline');
  expect(plan(enforced("script-src 'nonce-abc'; style-src 'nonce-def'"), style)).toBe('inline def');
  expect(plan(enforced("style-src 'unsafe-inline' 'strict-dynamic'"), style)).toBe('inline');
});

test('G49 every piece has to be let through', () => {
  expect(plan(enforced(`script-src 'sha256-${hash}'`), { hashes: [hash, sha256Of('more')] })).toBe('none');
  expect(
    plan(enforced('script-src portal.localhost:8080/cookies/assets/a.js'), { paths: ['/cookies/assets/a.js', '/cookies/assets/b.js'] }),
  ).toBe('none');
});

test('G49 the usual ports of the web stand for one another, since TLS may end before us', () => {
  expect(plan(enforced('script-src https://portal.localhost'), { authority: 'portal.localhost' })).toBe('linked');
  expect(plan(enforced('script-src portal.localhost:443'), { authority: 'portal.localhost' })).toBe('linked');
  expect(plan(enforced('script-src [::1]:8080'), { authority: '[::1]:8080' })).toBe('linked');
});

test('G49 a policy that only reports keeps nothing out; its nonce is repeated', () => {
  expect(plan([['content-security-policy-report-only', "script-src 'none'"]])).toBe('inline');
  expect(plan([['content-security-policy-report-only', "script-src 'nonce-abc'"]])).toBe('inline abc');
  expect(siteNonce(readSitePolicies([['content-security-policy-report-only', "script-src 'nonce-abc'"]]))).toBeNull();
});

test('G16 a nonce with anything strange in it is none', () => {
  for (const nonce of ['a"b', 'a>b', 'a b', "a'b", '', 'a=b', 'é'])
    expect(siteNonce(readSitePolicies(enforced(`script-src 'nonce-${nonce}'`)))).toBeNull();
});
