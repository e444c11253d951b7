import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanSetCookie } from '../../src/base/cookie-scan.ts';
import type { ConsentState } from '../../src/consent/types.ts';
import { compileEnforcement, failClosedEnforcement } from '../../src/enforce/compile-enforcement.ts';
import { decide } from '../../src/enforce/decide.ts';
import type { Question, RequestFacts } from '../../src/enforce/types.ts';
import { now } from '../consent/declarations.ts';
import { decisionDeclaration } from './decision-declaration.ts';
import { consentFor, decisionQuestions } from './decisions.ts';

const rules = compileEnforcement(decisionDeclaration);
const purposeIds = Object.keys(decisionDeclaration.purposes);
const request: RequestFacts = { host: 'portal.localhost', path: '/', method: 'POST', secure: true };

function allowing(allowed: readonly string[]): ConsentState {
  const purposes = purposeIds.map((id) => [id, { state: 'unset', allowed: allowed.includes(id), reason: 'granted', ask: false }] as const);
  return { profile: 'eu-base', gpc: false, purposes: Object.fromEntries(purposes), ask: false };
}

const everything = allowing(purposeIds);
const declared = /^(?:sessionid|csrftoken|django_language|cookies_preferences|visit|__Host-id|_pk_.*|_sh_.*_v1|_ga|app|chips|both)$/s;
const attribute = fc.oneof(
  fc.constantFrom(
    'Path=/',
    'path=/app',
    'Domain=portal.localhost',
    'Secure',
    'HttpOnly',
    'SameSite=None',
    'Partitioned',
    'Max-Age=60',
    'Max-Age=99999999',
    'Max-Age=x',
    'Max-Age=',
    '',
    'a=b',
  ),
  fc.string({ maxLength: 12 }),
);
const name = fc.oneof(
  fc.string({ maxLength: 10 }),
  fc.constantFrom('sessionid', 'visit', '_ga', '_pk_x', 'Visit', ' visit', '\ufeffvisit', '__proto__', 'visit\u00a0', '=visit', 'toString'),
);
const line = fc
  .tuple(name, fc.string({ maxLength: 6 }), fc.array(attribute, { maxLength: 4 }))
  .map(([key, value, rest]) => [`${key}=${value}`, ...rest].join('; '));

test('E9 whatever the line, an undeclared name is stored by nothing that passes', () => {
  fc.assert(
    fc.property(line, fc.boolean(), fc.constantFrom<'set-cookie' | 'script-cookie'>('set-cookie', 'script-cookie'), (text, held, kind) => {
      const verdict = decide(rules, everything, { kind, line: text, request, held, now });
      const facts = scanSetCookie(text);
      if (facts === null) {
        expect(verdict.code).toBe('DROP_MALFORMED');
        return;
      }
      const lasts = facts.maxAge === null ? facts.expires === null || facts.expires > now - 86_400 : facts.maxAge > 0;
      if (!declared.test(facts.name) && lasts) expect(verdict.outcome).toBe('drop');
    }),
    { numRuns: 1000 },
  );
});

test('E9 no undeclared cookie, key or host passes, in any kind of question', () => {
  const origin = 'https://portal.localhost';
  fc.assert(
    fc.property(fc.string(), fc.webUrl(), (text, url) => {
      fc.pre(!declared.test(text) && !/^(?:theme|amp_.*|tab|tiles)$/s.test(text));
      expect(decide(rules, everything, { kind: 'cookie', name: text, request }).outcome).toBe('drop');
      for (const store of ['local', 'session', 'indexed-db', 'cache', 'opfs', 'service-worker'] as const) {
        expect(decide(rules, everything, { kind: 'storage', store, origin, name: text }).outcome).toBe('drop');
      }
      expect(decide(rules, everything, { kind: 'request', url, as: 'script', method: 'GET' }).outcome).toBe('drop');
    }),
  );
});

test('E9 the host that is judged is the host that a browser would contact', () => {
  const parts = fc.constantFrom(
    'portal.localhost',
    'tracker.localhost',
    'evil.example',
    '@',
    ':',
    '//',
    '\\',
    '/',
    '?',
    '#',
    '.',
    '%2e',
    '[::1]',
    ' ',
    '\t',
    'https:',
    '0x7f.1',
    'é',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 7 }), (pieces) => {
      const url = `https://${pieces.join('')}`;
      const verdict = decide(rules, everything, { kind: 'request', url, as: 'font', method: 'GET' });
      if (verdict.code !== 'PASS_SITE') return;
      expect(new URL(url).hostname).toBe('portal.localhost');
    }),
    { numRuns: 2000 },
  );
});

test('E10 allowing more never turns a pass into a drop, and refusing everything leaves only what needs no purpose', () => {
  const questions = Object.values(decisionQuestions);
  fc.assert(
    fc.property(fc.subarray(purposeIds), fc.subarray(purposeIds), fc.constantFrom(...questions), (some, more, question) => {
      const fewer = decide(rules, allowing(some), question);
      const wider = decide(rules, allowing([...some, ...more]), question);
      if (fewer.outcome !== 'drop') expect(wider.outcome).toBe(fewer.outcome);
      const nothing = decide(rules, allowing([]), question);
      expect(['PASS_DECLARED', 'APPEND_MAX_AGE']).not.toContain(nothing.code);
    }),
    { numRuns: 500 },
  );
});

test('E11 what is appended makes the life exactly the declared one, and never longer than the line said', () => {
  const life = fc.oneof(
    fc.integer({ min: -5, max: 9_000_000 }).map((seconds) => `Max-Age=${seconds}`),
    fc.integer({ min: -90_000, max: 9_000_000 }).map((seconds) => `Expires=${new Date((now + seconds) * 1000).toUTCString()}`),
  );
  fc.assert(
    fc.property(fc.array(life, { maxLength: 3 }), fc.constantFrom('visit', 'app', '__Host-id'), (lives, key) => {
      const text = [`${key}=1`, ...lives, key === 'app' ? 'Path=/app' : 'Path=/', 'Secure'].join('; ');
      const verdict = decide(rules, everything, { kind: 'set-cookie', line: text, request, held: false, now });
      const lifeOf = (whole: string): number => {
        const facts = scanSetCookie(whole);
        return facts?.maxAge ?? (facts?.expires === null || facts === null ? Number.POSITIVE_INFINITY : facts.expires - now);
      };
      const longest = key === 'visit' ? 86_400 : 30 * 86_400;
      if (verdict.outcome === 'append') {
        expect(lifeOf(text + verdict.append)).toBe(longest);
        expect(lifeOf(text)).toBeGreaterThan(longest);
        expect(lives).not.toEqual([]);
      } else if (lives.length > 0) expect(lifeOf(text)).toBeLessThanOrEqual(longest);
      else expect(verdict.code).toBe('PASS_DECLARED');
    }),
    { numRuns: 500 },
  );
});

test('E9 after a fault the site works and nothing else does', () => {
  const fault = failClosedEnforcement(['portal.localhost']);
  const questions = Object.values(decisionQuestions);
  const codes = new Set(questions.map((question: Question) => decide(fault, consentFor('accepted'), question).code));
  expect([...codes].sort()).toEqual(['DROP_MALFORMED', 'DROP_UNDECLARED', 'PASS_DELETION', 'PASS_SITE']);
  const ended = { kind: 'set-cookie', line: 'cookies_preferences=; Max-Age=0; Path=/', request, held: true, now } as const;
  expect(decide(fault, consentFor('accepted'), ended).code, 'a stored choice stays').toBe('DROP_UNDECLARED');
});
