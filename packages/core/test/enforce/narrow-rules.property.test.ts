import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanCookieName, scanSetCookie } from '../../src/base/cookie-scan.ts';
import { compileEnforcement } from '../../src/enforce/compile-enforcement.ts';
import { decide } from '../../src/enforce/decide.ts';
import { narrowToCookie } from '../../src/enforce/narrow-rules.ts';
import { decisionDeclaration } from './decision-declaration.ts';
import { consentFor, decisionConsents, decisionQuestions } from './decisions.ts';

const rules = compileEnforcement(decisionDeclaration);

test('E24 every question about a cookie has the same answer under the rules of its name alone', () => {
  const consents = Object.keys(decisionConsents).map(consentFor);
  let asked = 0;
  for (const question of Object.values(decisionQuestions)) {
    if (question.kind !== 'set-cookie' && question.kind !== 'script-cookie' && question.kind !== 'cookie') continue;
    const name = question.kind === 'cookie' ? question.name : scanCookieName(question.line);
    const narrowed = narrowToCookie(rules, name);
    expect(narrowed.trackers.length).toBeLessThan(rules.trackers.length);
    for (const consent of consents) expect(decide(narrowed, consent, question)).toEqual(decide(rules, consent, question));
    asked += 1;
  }
  expect(asked).toBeGreaterThan(40);
});

test('E1 the name alone is the name that the whole reading finds', () => {
  const piece = fc.oneof(fc.constantFrom('=', ';', ' ', '\t', 'a', '__Host-', '\u00a0', '"', ','), fc.string({ maxLength: 5 }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const line = pieces.join('');
      const facts = scanSetCookie(line);
      if (facts !== null) expect(scanCookieName(line)).toBe(facts.name);
    }),
    { numRuns: 2000 },
  );
});
