import { expect, test } from 'vitest';
import { declarationLints, lintDeclaration } from '../../src/declaration/lint.ts';
import type { Edits } from './portal.ts';
import { portal, portalWith } from './portal.ts';

const original = Object(portalWith());
const because = { source: 'https://law.example', asOf: '2026-07-01', verified: true };
const unread = { kind: 'exempt', ground: 'Security', because: { ...because, verified: false } };
const { number: _number, ...idle } = original.purposes.map;
const scope = { host: 'portal.localhost', path: '/', partitioned: false };

type Row = [code: string, edits: Edits, path: string];

const rows: Row[] = [
  ['LINT_CONTROLLER_ROLE', { 'providers.city.role': 'third' }, 'providers.city.role'],
  ['LINT_TRANSFER_NO_SAFEGUARD', { 'providers.maps.safeguard': undefined }, 'providers.maps'],
  ['LINT_PROVIDER_NO_POLICY', { 'providers.maps.policy': undefined }, 'providers.maps'],
  ['LINT_PROVIDER_UNUSED', { 'providers.idle': { name: 'Idle', country: 'DE', role: 'processor' } }, 'providers.idle'],
  [
    'LINT_LOCATION_UNUSED',
    { 'site.locations.api': { label: { en: 'API', fr: 'API' }, match: { hosts: ['portal.localhost'] } } },
    'site.locations.api',
  ],
  ['LINT_UNSAFE_INLINE', { 'scripts.inline': 'unsafe-inline' }, 'scripts.inline'],
  ['LINT_SHARED_HOST', { 'site.shared': [{ hosts: ['portal.localhost', 'other.localhost'] }] }, 'site.shared[0].hosts[1]'],
  ['LINT_SHARED_METHOD', { 'site.shared': [{ hosts: ['portal.localhost'], methods: ['GET', 'POST'] }] }, 'site.shared[0].methods[1]'],
  ['LINT_SHARED_PREFIX', { 'site.shared': [{ hosts: ['portal.localhost'], paths: ['/', '/cookies/*'] }] }, 'site.shared[0].paths[1]'],
  ['LINT_SHARED_NONCE', { 'site.shared': [{ hosts: ['portal.localhost'] }], 'scripts.inline': 'origin-nonce' }, 'scripts.inline'],
  ['LINT_LOG_MISSING', { log: undefined }, ''],
  ['LINT_NECESSARY_BASIS', { 'purposes.security.basis.fr': { kind: 'consent' } }, 'purposes.security.basis.fr'],
  ['LINT_MARKETING_BASIS', { 'purposes.map.basis.uk': { kind: 'objectable', ground: 'Interest', because } }, 'purposes.map.basis.uk'],
  [
    'LINT_GROUND_INTEREST',
    { 'purposes.audience.basis.uk': { kind: 'objectable', ground: 'Our legitimate interest', because } },
    'purposes.audience.basis.uk',
  ],
  ['LINT_BASIS_UNVERIFIED', { 'purposes.security.basis.uk': unread }, 'purposes.security.basis.uk'],
  ['LINT_PURPOSE_UNUSED', { 'purposes.idle': { ...idle, number: 7 } }, 'purposes.idle'],
  ['LINT_STATISTICS_EMPTY', { measurement: undefined }, 'purposes.audience'],
  ['LINT_MEASUREMENT_CATEGORY', { 'purposes.audience.category': 'preferences' }, 'measurement.purpose'],
  ['LINT_MEASUREMENT_ROW', { 'measurement.tier.uk': 'B' }, 'measurement.tier'],
  ['LINT_NAMES_OVERLAP', { 'trackers.csrftoken.names': [{ prefix: 'sess' }] }, 'trackers.csrftoken.names[0]'],
  ['LINT_CHOICE_COOKIE_MISSING', { 'trackers.cookies_preferences.names': [{ exact: 'choice' }] }, 'trackers'],
  ['LINT_CHOICE_COOKIE_SCOPE', { 'site.choiceScope.path': '/deep' }, 'trackers.cookies_preferences.scopes'],
  ['LINT_CHOICE_COOKIE_LIFE', { 'notice.choiceLife.fr': 20_000_000 }, 'trackers.cookies_preferences.life'],
  ['LINT_CHOICE_COOKIE_MOMENT', { 'trackers.cookies_preferences.setWhen': { on: 'always' } }, 'trackers.cookies_preferences.setWhen'],
  ['LINT_CHOICE_SCOPE_PARTIAL', { 'site.hosts': ['portal.localhost', 'www.portal.localhost'] }, 'site.hosts[1]'],
  ['LINT_LIFE_CAPPED', { 'trackers.csrftoken.life.max': 400 * 86_400 + 1 }, 'trackers.csrftoken.life'],
  ['LINT_LOG_IN_NOT_HTTP_ONLY', { 'trackers.sessionid.httpOnly': false }, 'trackers.sessionid.httpOnly'],
  ['LINT_COOKIE_NOT_SECURE', { 'trackers.csrftoken.secure': false }, 'trackers.csrftoken.secure'],
  ['LINT_EXPLANATION_REPEATS', { 'trackers.csrftoken.explanation.fr': 'api  (CSRF).' }, 'trackers.csrftoken.explanation'],
];

test('D30 the complete example has nothing to report', () => {
  expect(lintDeclaration(portal())).toEqual([]);
});

test.each(rows)('D30 %s is found', (code, edits, path) => {
  const found = lintDeclaration(portal(edits)).filter((issue) => issue.code === code);
  expect(found[0]).toMatchObject({
    code,
    path,
    hint: expect.stringMatching(/^[A-Z].*[^.]$/),
    message: expect.stringMatching(/^[A-Z].*[^.]$/),
  });
  expect(found[0]?.message).not.toContain('{about}');
});

test('D30 every row has a code of its own and a test', () => {
  const codes = declarationLints.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(rows.map(([code]) => code)).toEqual(codes);
});

test('D30 only the lint that is meant speaks of a small mistake', () => {
  expect(lintDeclaration(portal({ 'trackers.sessionid.httpOnly': false })).map(({ code }) => code)).toEqual(['LINT_LOG_IN_NOT_HTTP_ONLY']);
  expect(lintDeclaration(portal({ measurement: undefined })).map(({ code }) => code)).toEqual(['LINT_STATISTICS_EMPTY']);
});

test('D30 a necessary purpose on notice, and marketing on opt-out, are nobody’s mistake', () => {
  const edits = {
    'purposes.security.basis.us-ca': { kind: 'notice', ground: 'Notice at collection', because },
    'purposes.map.basis.us-ca': { kind: 'opt-out', ground: 'Sharing', because },
  };
  expect(lintDeclaration(portal(edits))).toEqual([]);
});

test('D30 a provider within the same area needs no safeguard', () => {
  expect(lintDeclaration(portal({ 'providers.maps.safeguard': undefined, 'providers.maps.country': 'NO' }))).toEqual([]);
});

test('D31 shared documents are on hosts of the site, by pattern too, and not under the prefix', () => {
  const codes = (edits: Edits): readonly string[] =>
    lintDeclaration(portal(edits)).flatMap(({ code }) => (code.startsWith('LINT_SHARED') ? [code] : []));
  const shared = (match: object): Edits => ({ 'site.shared': [match] });
  const hosts = ['portal.localhost'];
  expect(codes(shared({ hosts, paths: ['/', '/datasets/*', '/cookies-for-tea'], methods: ['GET', 'HEAD'] }))).toEqual([]);
  expect(codes(shared({ hosts }))).toEqual([]);
  const more = { 'site.hosts': ['portal.localhost', 'www.portal.localhost'] };
  expect(codes({ ...more, ...shared({ hosts: ['*.portal.localhost'] }) })).toEqual([]);
  expect(codes(shared({ hosts: ['*.portal.localhost'] }))).toEqual(['LINT_SHARED_HOST']);
  expect(codes(shared({ hosts, paths: ['/cookies'] }))).toEqual(['LINT_SHARED_PREFIX']);
  expect(codes({ 'scripts.inline': 'origin-nonce', 'site.shared': [] })).toEqual([]);
});

const overlaps: [string, Edits, boolean][] = [
  ['the same exact name', { 'trackers.csrftoken.names': [{ exact: 'sessionid' }] }, true],
  ['a prefix of a prefix', { 'trackers.sessionid.names': [{ prefix: 'ab' }], 'trackers.csrftoken.names': [{ prefix: 'abc' }] }, true],
  [
    'suffixes that differ',
    { 'trackers.sessionid.names': [{ prefix: 'ab', suffix: 'x' }], 'trackers.csrftoken.names': [{ prefix: 'ab', suffix: 'y' }] },
    false,
  ],
  ['an exact name outside the suffix', { 'trackers.csrftoken.names': [{ prefix: 'sess', suffix: 'x' }] }, false],
  ['the same name on another host', { 'trackers.map_visitor.names': [{ exact: 'sessionid' }] }, false],
  [
    'the same name on a domain above',
    {
      'trackers.csrftoken.names': [{ exact: 'sessionid' }],
      'trackers.csrftoken.scopes': [{ domain: 'portal.localhost', path: '/', partitioned: false }],
    },
    true,
  ],
  [
    'the same name on paths that never meet',
    {
      'trackers.csrftoken.names': [{ exact: 'sessionid' }],
      'trackers.csrftoken.scopes': [{ ...scope, path: '/a' }],
      'trackers.sessionid.scopes': [{ ...scope, path: '/b' }],
    },
    false,
  ],
];

test.each(overlaps)('D30 %s', (_name, edits, expected) => {
  const found = lintDeclaration(portal(edits)).some(({ code }) => code === 'LINT_NAMES_OVERLAP');
  expect(found).toBe(expected);
});
