import { expect, test } from 'vitest';
import { checkDeclaration } from '../../src/declaration/check.ts';
import type { Edits } from './portal.ts';
import { portal, portalWith } from './portal.ts';

type Row = [path: string, value: unknown, code: string, at?: string];

function outcome(edits: Edits): unknown {
  const checked = checkDeclaration(portalWith(edits));
  return checked.ok ? [] : checked.issues.map(({ code, path }) => ({ code, path }));
}

function refuses(rule: string, rows: Row[]): void {
  test.each(rows)(`${rule} %s as %j is refused with %s`, (path, value, code, at) => {
    expect(outcome({ [path]: value })).toEqual([{ code, path: at ?? path }]);
  });
}

function accepts(rule: string, rows: [path: string, value: unknown][]): void {
  test.each(rows)(`${rule} %s as %j is accepted`, (path, value) => {
    expect(outcome({ [path]: value })).toEqual([]);
  });
}

const cookie = 'trackers.sessionid';
const frame = 'trackers.map_frame';
const match = `${frame}.match`;

refuses('D15', [
  [cookie, null, 'DECL_TYPE'],
  [cookie, [], 'DECL_TYPE'],
  [`${cookie}.secure`, 'true', 'DECL_TYPE'],
  [`${cookie}.secure`, undefined, 'DECL_FIELD_MISSING', cookie],
  [`${cookie}.kind`, 'biscuit', 'DECL_VALUE'],
  [`${cookie}.kind`, 1, 'DECL_TYPE'],
  [`${cookie}.kind`, undefined, 'DECL_FIELD_MISSING', cookie],
  [`${cookie}.kind`, 'toString', 'DECL_VALUE'],
  [`${cookie}.sameSite`, 'Lax', 'DECL_VALUE'],
  [`${cookie}.names[0]`, {}, 'DECL_FIELD_MISSING'],
  [`${cookie}.names[0]`, { exact: 'a', prefix: 'ab' }, 'DECL_FIELD_UNKNOWN', `${cookie}.names[0].prefix`],
  [`${cookie}.names[0]`, { exact: 'a', suffix: 'b' }, 'DECL_FIELD_UNKNOWN', `${cookie}.names[0].suffix`],
  [`${cookie}.scopes[0].domain`, 'portal.localhost', 'DECL_FIELD_UNKNOWN'],
  [`${cookie}.life`, { kind: 'session', max: 1 }, 'DECL_FIELD_UNKNOWN', `${cookie}.life.max`],
  ['purposes.map.basis.default', { kind: 'exempt', ground: 'Security' }, 'DECL_FIELD_MISSING'],
  ['purposes.map.basis.mars', { kind: 'consent' }, 'DECL_FIELD_UNKNOWN'],
  ['purposes.map.basis.default', undefined, 'DECL_FIELD_MISSING', 'purposes.map.basis'],
  ['language', 2, 'DECL_VALUE'],
  ['extra', 1, 'DECL_FIELD_UNKNOWN'],
]);

test('D15 several issues of different places are reported together', () => {
  const edits = { version: 1, 'providers.city.country': 'fr', [`${cookie}.provider`]: 'nobody', 'purposes.map.name': { en: 'Map' } };
  expect(outcome(edits)).toHaveLength(4);
});

test('D15 a hint names the nearest field or value, and lists them when none is near', () => {
  const hintOf = (edits: Edits): unknown => {
    const checked = checkDeclaration(portalWith(edits));
    return checked.ok ? null : checked.issues[0]?.hint;
  };
  expect(hintOf({ [`${cookie}.sameSite`]: 'Lax' })).toBe('Did you mean "lax"');
  expect(hintOf({ [`${cookie}.provider`]: 'platfrom' })).toBe('Did you mean "platform"');
  expect(hintOf({ [`${cookie}.life.renewable`]: true })).toBe('Fields here are "kind", "max", "extended"');
});

refuses('D16', [
  ['purposes.map.number', 0, 'DECL_RANGE'],
  ['purposes.map.number', 1.5, 'DECL_RANGE'],
  ['purposes.map.number', '6', 'DECL_TYPE'],
  ['purposes.map.revision', 0, 'DECL_RANGE'],
  [`${cookie}.life.max`, 0, 'DECL_RANGE'],
  [`${cookie}.life.max`, Number.POSITIVE_INFINITY, 'DECL_RANGE'],
  [`${cookie}.life.max`, 2 ** 53, 'DECL_RANGE'],
  [`${cookie}.data.retentionDays`, -1, 'DECL_RANGE'],
  ['measurement.k', 0, 'DECL_RANGE'],
  ['notice.choiceLife.default', 0, 'DECL_RANGE'],
]);

const injections = [
  'a.test;script-src *',
  'a.test,b.test',
  "a.test'",
  '"a.test"',
  'a.test b.test',
  'a.test\n',
  'a.test\u0000',
  '*',
  "'self'",
  'https:',
  '',
];

refuses(
  'D17',
  injections.flatMap((host): Row[] => [
    [`${match}.hosts[0]`, host, 'DECL_HOST'],
    ['site.hosts[0]', host, 'DECL_HOST'],
    [`${cookie}.scopes[0].host`, host, 'DECL_HOST'],
    [`${match}.paths[0]`, `/${host === '*' || host === '' || host === 'https:' ? ';' : host}`, 'DECL_PATH'],
  ]),
);

refuses('D17', [
  ['site.hosts[0]', 'Portal.localhost', 'DECL_HOST'],
  ['site.hosts[0]', '*.portal.localhost', 'DECL_HOST'],
  ['site.hosts[0]', 'portal.localhost:80', 'DECL_HOST'],
  ['site.hosts[0]', 'portal.localhost.', 'DECL_HOST'],
  ['site.hosts[0]', 'https://portal.localhost', 'DECL_HOST'],
  ['site.hosts[0]', '-a.test', 'DECL_HOST'],
  ['site.hosts[0]', 'a..test', 'DECL_HOST'],
  ['site.hosts[0]', 'bücher.test', 'DECL_HOST'],
  ['site.hosts[0]', `${'a'.repeat(64)}.test`, 'DECL_HOST'],
  ['site.hosts[0]', `${'a.'.repeat(200)}test`, 'DECL_HOST'],
  [`${match}.hosts[0]`, '*.test', 'DECL_HOST'],
  [`${match}.hosts[0]`, 'a.*.test', 'DECL_HOST'],
  [`${match}.hosts[0]`, 'a*.test', 'DECL_HOST'],
  [`${match}.hosts[0]`, '*.*.test', 'DECL_HOST'],
  [`${cookie}.scopes[0]`, { domain: '.city.example', path: '/', partitioned: false }, 'DECL_HOST', `${cookie}.scopes[0].domain`],
  [`${cookie}.scopes[0]`, { domain: 'example', path: '/', partitioned: false }, 'DECL_HOST', `${cookie}.scopes[0].domain`],
  [`${cookie}.scopes[0].path`, 'deep', 'DECL_PATH'],
  [`${cookie}.scopes[0].path`, '/deep*', 'DECL_PATH'],
  [`${match}.paths[0]`, 'map', 'DECL_PATH'],
  [`${match}.paths[0]`, '/*/map', 'DECL_PATH'],
  [`${match}.paths[0]`, '/map?x=1', 'DECL_PATH'],
  [`${match}.methods[0]`, 'get', 'DECL_SYNTAX'],
  ['site.prefix', '/', 'DECL_PATH'],
  ['site.prefix', '/cookies/', 'DECL_PATH'],
  ['site.prefix', '//evil.test', 'DECL_PATH'],
  ['site.prefix', '/../x', 'DECL_PATH'],
  ['date', '2026-02-29', 'DECL_DATE'],
  ['date', '2026-13-01', 'DECL_DATE'],
  ['date', '2026-00-10', 'DECL_DATE'],
  ['date', '2026-07-00', 'DECL_DATE'],
  ['date', '1900-02-29', 'DECL_DATE'],
  ['date', '2026-7-1', 'DECL_DATE'],
  ['purposes.audience.basis.default.because.asOf', 'today', 'DECL_DATE'],
  ['providers.city.country', 'FRA', 'DECL_SYNTAX'],
  ['providers.city.policy', 'javascript:alert(1)', 'DECL_SYNTAX'],
  ['providers.city.policy', 'https://a.test/">', 'DECL_SYNTAX'],
  ['providers.city.name', 'City\nof', 'DECL_SYNTAX'],
  ['providers.city.name', ' City', 'DECL_SYNTAX'],
  ['site.timeZone', 'Europe/Paris; x', 'DECL_SYNTAX'],
  [`${cookie}.names[0].exact`, 'a=b', 'DECL_SYNTAX'],
  [`${cookie}.names[0].exact`, 'a;b', 'DECL_SYNTAX'],
  [`${cookie}.names[0].exact`, ' a', 'DECL_SYNTAX'],
  [`${cookie}.names[0].exact`, 'a ', 'DECL_SYNTAX'],
  [`${cookie}.names[0].exact`, '', 'DECL_SYNTAX'],
  [`${cookie}.names[0].exact`, 'a\ud800', 'DECL_SYNTAX'],
  ['supersedes', 'abc', 'DECL_SYNTAX'],
  ['log.keys[0]', 'name', 'DECL_SYNTAX'],
  ['log.origin', 'a+b', 'DECL_SYNTAX'],
  ['notice.theme', 'x}body{', 'DECL_SYNTAX'],
  ['notice.theme', { paper: '#fff}body{' }, 'DECL_SYNTAX', 'notice.theme.paper'],
  ['notice.theme', { accept: { font: 'url(//x)' } }, 'DECL_SYNTAX', 'notice.theme.accept.font'],
  ['scripts.hashes', [{ sha256: 'sha256-abc', purposes: [] }], 'DECL_SYNTAX', 'scripts.hashes[0].sha256'],
  ['version', '1 0', 'DECL_SYNTAX'],
]);

accepts('D17', [
  [`${match}.hosts`, ['*.example.org', 'xn--bcher-kva.test', '127.0.0.1', 'localhost']],
  [`${match}.paths`, ['/', '/*', '/a%20b/@x:y/(z)!~+=&$', '/map.js*']],
  ['date', '2024-02-29'],
  ['date', '2000-02-29'],
  ['site.timeZone', 'America/Argentina/Buenos_Aires'],
  ['providers.city.policy', 'http://[::1]:8080/a?b=c&d#e'],
  [`${cookie}.names[0]`, { exact: 'a b' }],
  [`${cookie}.names[0]`, { prefix: '_pk_id.', suffix: '.x' }],
  ['scripts.hashes', [{ sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', purposes: ['map'] }]],
  ['site.prefix', '/.well-known'.replace('.', '') + '/cookies-v2'],
]);

test.each(['en-US', 'zh-Hant', 'zh-Hant-TW', 'es-419', 'de-1996', 'gsw'])('D17 the language tag %j is accepted', (tag) => {
  const edits = JSON.parse(JSON.stringify(portalWith()).replaceAll('"fr":', `"${tag}":`).replace('["en","fr"]', `["en","${tag}"]`));
  expect(checkDeclaration({ ...edits, profiles: { default: 'eu-base', offered: ['eu-base'] } }).ok).toBe(true);
});

test.each(['EN', 'en_US', 'en-us', 'e', 'english', 'en-', '-en', 'en-US-'])('D17 the language tag %j is refused', (tag) => {
  expect(outcome({ 'languages[1]': tag })).toContainEqual({ code: 'DECL_SYNTAX', path: 'languages[1]' });
});

refuses('D18', [
  ['purposes.map.name.fr', undefined, 'DECL_TEXT_MISSING', 'purposes.map.name'],
  ['purposes.map.name.de', 'Karten', 'DECL_TEXT_UNDECLARED'],
  ['purposes.map.name.fr', '', 'DECL_SYNTAX'],
  ['purposes.map.name.fr', ' \n ', 'DECL_SYNTAX'],
  ['purposes.map.name.fr', 'a\u0000', 'DECL_SYNTAX'],
  ['notice.texts.title.fr', undefined, 'DECL_TEXT_MISSING', 'notice.texts.title'],
  ['policy.parts', [{ paragraphs: [{ en: 'Words' }] }], 'DECL_TEXT_MISSING', 'policy.parts[0].paragraphs[0]'],
]);

refuses('D19', [
  ['languages', [], 'DECL_LIST_LENGTH'],
  ['site.hosts', [], 'DECL_LIST_LENGTH'],
  ['site.hosts', 'portal.localhost', 'DECL_TYPE'],
  ['site.hosts', ['portal.localhost', 'portal.localhost'], 'DECL_LIST_REPEATED', 'site.hosts[1]'],
  ['profiles.offered', ['eu-base', 'fr', 'fr'], 'DECL_LIST_REPEATED', 'profiles.offered[2]'],
  [
    `${cookie}.scopes`,
    Array(2).fill({ host: 'portal.localhost', path: '/', partitioned: false }),
    'DECL_LIST_REPEATED',
    `${cookie}.scopes[1]`,
  ],
  [`${frame}.as`, [], 'DECL_LIST_LENGTH'],
  ['site.hosts', Array.from({ length: 1001 }, (_, index) => `h${index}.test`), 'DECL_LIST_LENGTH'],
  ['providers.Big', { name: 'Big', country: 'FR', role: 'third' }, 'DECL_ID'],
  ['providers["1st"]', { name: 'First', country: 'FR', role: 'third' }, 'DECL_ID'],
  [`providers.${'a'.repeat(65)}`, { name: 'Long', country: 'FR', role: 'third' }, 'DECL_ID'],
  [`["${'a'.repeat(100_000)}"]`, 1, 'DECL_FIELD_UNKNOWN', `["${'a'.repeat(60)}…"]`],
  ['providers.constructor', { name: 'C', country: 'FR', role: 'third' }, 'DECL_KEY_FORBIDDEN'],
  ['trackers.__proto__', {}, 'DECL_KEY_FORBIDDEN'],
]);

refuses('D26', [['purposes.map.number', 1, 'DECL_NUMBER_REPEATED']]);
refuses('D27', [['profiles.default', 'br', 'DECL_PROFILE']]);
refuses('D28', [
  ['site.choiceScope', { host: 'other.localhost', path: '/', partitioned: false }, 'DECL_CHOICE_SCOPE'],
  ['site.choiceScope', { domain: 'other.localhost', path: '/', partitioned: false }, 'DECL_CHOICE_SCOPE'],
]);

accepts('D28', [
  ['site.choiceScope', { domain: 'portal.localhost', path: '/', partitioned: false }],
  ['site.hosts', ['portal.localhost', 'other.localhost']],
]);

test('D11 the result is rebuilt, frozen, without prototype in records, and in the order given', () => {
  const value = portalWith();
  const declaration = portal();
  expect(declaration).toEqual(value);
  expect(Object.keys(declaration.trackers)).toEqual([
    'sessionid',
    'django_language',
    'csrftoken',
    'cookies_preferences',
    'map_frame',
    'map_visitor',
  ]);
  for (const record of [
    declaration.trackers,
    declaration.purposes,
    declaration.providers,
    declaration.site.locations,
    declaration.notice.texts,
  ]) {
    expect(Object.getPrototypeOf(record)).toBeNull();
    expect(Object.isFrozen(record)).toBe(true);
  }
  expect(Object.isFrozen(declaration.site.hosts)).toBe(true);
  expect(Object.isFrozen(declaration.trackers['sessionid'])).toBe(true);
});

test('D11 a field that is undefined is absent', () => {
  const checked = checkDeclaration({ ...Object(portalWith()), log: undefined, supersedes: undefined });
  expect(checked.ok && Object.keys(checked.value)).not.toContain('log');
});
