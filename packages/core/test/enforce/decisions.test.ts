import { expect, test } from 'vitest';
import { checkDeclaration } from '../../src/declaration/check.ts';
import { compileEnforcement } from '../../src/enforce/compile-enforcement.ts';
import { decide } from '../../src/enforce/decide.ts';
import type { VerdictCode } from '../../src/enforce/types.ts';
import { decisionDeclaration } from './decision-declaration.ts';
import { consentFor, decisionCases, decisionConsents, decisionQuestions, renderDecisions } from './decisions.ts';

const declared = 'PASS_DECLARED';
const owned = 'PASS_SITE';
const deletion = 'PASS_DELETION';
const shorter = 'APPEND_MAX_AGE';
const undeclared = 'DROP_UNDECLARED';
const refused = 'DROP_REFUSED';
const malformed = 'DROP_MALFORMED';
const scope = 'DROP_SCOPE';
const moment = 'DROP_MOMENT';

/** Written by hand, question by question: before any choice, after accept all, after reject all, and with visits granted only. */
const byHand: { readonly [question: string]: readonly [VerdictCode, VerdictCode, VerdictCode, VerdictCode] } = {
  'sessionid at log-in': [declared, declared, declared, declared],
  'sessionid on a page': [moment, moment, moment, moment],
  'sessionid on a page, held': [declared, declared, declared, declared],
  'sessionid at log-in by GET': [moment, moment, moment, moment],
  'sessionid too long': [shorter, shorter, shorter, shorter],
  'sessionid too long by Expires': [shorter, shorter, shorter, shorter],
  'sessionid exactly as long as declared': [declared, declared, declared, declared],
  'sessionid a second too long': [shorter, shorter, shorter, shorter],
  'sessionid deleted': [deletion, deletion, deletion, deletion],
  'sessionid wide': [scope, scope, scope, scope],
  'sessionid on another path': [scope, scope, scope, scope],
  'sessionid on the default path': [declared, declared, declared, declared],
  'sessionid partitioned': [scope, scope, scope, scope],
  'sessionid of another host': [scope, scope, scope, scope],
  'sessionid in other case': [undeclared, undeclared, undeclared, undeclared],
  'sessionid by script': [scope, scope, scope, scope],
  'csrftoken at a form': [declared, declared, declared, declared],
  'csrftoken on a page': [moment, moment, moment, moment],
  'csrftoken by script at a form': [declared, declared, declared, declared],
  'language picked': [declared, declared, declared, declared],
  'language not picked': [moment, moment, moment, moment],
  'choice at the front office': [declared, declared, declared, declared],
  'choice at the prefix itself': [declared, declared, declared, declared],
  'choice beside the front office': [moment, moment, moment, moment],
  'choice by the site, held': [moment, moment, moment, moment],
  'choice by script': [moment, moment, moment, moment],
  'choice deleted by the site': [moment, moment, moment, moment],
  'choice deleted at the front office': [deletion, deletion, deletion, deletion],
  'visit for the session': [declared, declared, declared, declared],
  'visit for an hour': [declared, declared, declared, declared],
  'visit for a year': [shorter, shorter, shorter, shorter],
  '__Host- as declared': [declared, declared, declared, declared],
  '__Host- without Secure': [malformed, malformed, malformed, malformed],
  '__HOST- in other case': [undeclared, undeclared, undeclared, undeclared],
  prefix: [refused, declared, refused, refused],
  'longer prefix': [refused, declared, refused, declared],
  'exact name within a prefix': [declared, declared, declared, declared],
  'bare prefix': [refused, declared, refused, refused],
  'prefix in other case': [undeclared, undeclared, undeclared, undeclared],
  'prefix and suffix': [refused, declared, refused, declared],
  'prefix without its suffix': [undeclared, undeclared, undeclared, undeclared],
  'prefix and suffix that overlap': [undeclared, undeclared, undeclared, undeclared],
  'domain cookie': [refused, declared, refused, declared],
  'domain cookie with a dot': [refused, declared, refused, declared],
  'domain cookie host-only': [scope, scope, scope, scope],
  'domain cookie two years': [refused, shorter, refused, shorter],
  'domain cookie, the last Max-Age counts': [refused, shorter, refused, shorter],
  'domain cookie deleted': [deletion, deletion, deletion, deletion],
  'cookie of a path': [declared, declared, declared, declared],
  'cookie of the default path': [declared, declared, declared, declared],
  'partitioned cookie': [refused, declared, refused, refused],
  'partitioned cookie without Partitioned': [scope, scope, scope, scope],
  'partitioned cookie without Secure': [malformed, malformed, malformed, malformed],
  'cookie of two purposes': [refused, declared, refused, refused],
  undeclared: [undeclared, undeclared, undeclared, undeclared],
  'undeclared by script': [undeclared, undeclared, undeclared, undeclared],
  'undeclared deleted by Max-Age': [deletion, deletion, deletion, deletion],
  'undeclared deleted by Expires': [deletion, deletion, deletion, deletion],
  'undeclared, ended an hour ago': [undeclared, undeclared, undeclared, undeclared],
  'undeclared, Max-Age before Expires': [undeclared, undeclared, undeclared, undeclared],
  'undeclared, disputed deletion': [malformed, malformed, malformed, malformed],
  'nameless with a declared value': [undeclared, undeclared, undeclared, undeclared],
  'nameless after an equals sign': [undeclared, undeclared, undeclared, undeclared],
  'two cookies in one line': [declared, declared, declared, declared],
  'no-break space before the name': [undeclared, undeclared, undeclared, undeclared],
  'quoted name': [undeclared, undeclared, undeclared, undeclared],
  'encoded name': [undeclared, undeclared, undeclared, undeclared],
  'name of a prototype': [undeclared, undeclared, undeclared, undeclared],
  'control character': [malformed, malformed, malformed, malformed],
  'empty line': [malformed, malformed, malformed, malformed],
  'sends sessionid': [declared, declared, declared, declared],
  'sends the choice': [declared, declared, declared, declared],
  'sends _ga': [refused, declared, refused, declared],
  'sends _pk_id': [refused, declared, refused, declared],
  'sends two purposes': [refused, declared, refused, refused],
  'sends app beyond its path': [scope, scope, scope, scope],
  'sends app within its path': [declared, declared, declared, declared],
  'sends an undeclared name': [undeclared, undeclared, undeclared, undeclared],
  'sends no name': [undeclared, undeclared, undeclared, undeclared],
  'sends another host its own': [refused, declared, refused, refused],
  'sends a cookie of another host': [scope, scope, scope, scope],
  'stores the theme': [declared, declared, declared, declared],
  'stores the theme in the session': [undeclared, undeclared, undeclared, undeclared],
  'stores the theme elsewhere': [scope, scope, scope, scope],
  'stores by prefix': [refused, declared, refused, declared],
  'stores a tab': [refused, declared, refused, declared],
  'stores tiles': [refused, declared, refused, refused],
  'stores an undeclared key': [undeclared, undeclared, undeclared, undeclared],
  'registers a worker': [undeclared, undeclared, undeclared, undeclared],
  'loads from the site': [owned, owned, owned, owned],
  'loads a pixel': [refused, declared, refused, refused],
  'loads a pixel as a script': [scope, scope, scope, scope],
  'loads beside the pixel': [undeclared, undeclared, undeclared, undeclared],
  'loads a map': [refused, declared, refused, declared],
  'loads the domain of the maps': [undeclared, undeclared, undeclared, undeclared],
  'sends to the collector': [declared, declared, refused, refused],
  'reads the collector': [owned, owned, owned, owned],
  'loads from anywhere else': [undeclared, undeclared, undeclared, undeclared],
  'loads data': [owned, owned, owned, owned],
  'opens a socket elsewhere': [undeclared, undeclared, undeclared, undeclared],
  'hides the host in userinfo': [undeclared, undeclared, undeclared, undeclared],
  'hides the host behind a backslash': [undeclared, undeclared, undeclared, undeclared],
  'has no scheme': [malformed, malformed, malformed, malformed],
  'has no host': [malformed, malformed, malformed, malformed],
  'runs a script address': [malformed, malformed, malformed, malformed],
};

test('E8 every question has the code that was written down by hand', () => {
  const rules = compileEnforcement(decisionDeclaration);
  expect(Object.keys(byHand).sort()).toEqual(Object.keys(decisionQuestions).sort());
  const visitors = ['unset', 'accepted', 'rejected', 'visits only'];
  for (const [id, question] of Object.entries(decisionQuestions)) {
    const codes = visitors.map((visitor) => decide(rules, consentFor(visitor), question).code);
    expect(codes, id).toEqual(byHand[id]);
  }
});

test('E8 the other visitors are as restricted as their consent', () => {
  const rules = compileEnforcement(decisionDeclaration);
  const ask = (visitor: string, id: string): string => {
    const question = decisionQuestions[id];
    return question === undefined ? 'no such question' : decide(rules, consentFor(visitor), question).code;
  };
  expect(['prefix', 'longer prefix', 'sends to the collector'].map((id) => ask('two values', id))).toEqual([refused, refused, refused]);
  expect(['prefix', 'longer prefix', 'sends to the collector'].map((id) => ask('older revision', id))).toEqual([
    declared,
    refused,
    declared,
  ]);
  expect(['prefix', 'longer prefix', 'sends to the collector'].map((id) => ask('california with the signal', id))).toEqual([
    refused,
    refused,
    refused,
  ]);
  expect(['prefix', 'sessionid at log-in', 'sends to the collector'].map((id) => ask('unknown region', id))).toEqual([
    refused,
    declared,
    refused,
  ]);
});

// `npx vitest run --project unit packages/core/test/enforce/decisions.test.ts -u` writes it again.
test('E8 the table that page, guard and audit run is current', async () => {
  const table = decisionCases();
  expect(table.cases.length).toBeGreaterThanOrEqual(500);
  expect(new Set(table.cases.map(({ id }) => id)).size).toBe(table.cases.length);
  expect(Object.keys(decisionConsents)).toHaveLength(8);
  expect(checkDeclaration(decisionDeclaration)).toMatchObject({ ok: true });
  expect(JSON.parse(renderDecisions(table))).toEqual(table);
  await expect(renderDecisions(table)).toMatchFileSnapshot('../fixtures/decisions.json');
});
