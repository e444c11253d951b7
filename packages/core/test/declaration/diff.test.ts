import { expect, test } from 'vitest';
import { diffDeclarations } from '../../src/declaration/diff.ts';
import type { Edits } from './portal.ts';
import { portal, portalWith } from './portal.ts';

const original = Object(portalWith());
const because = { source: 'https://law.example', asOf: '2026-07-01', verified: true };
const exempt = { kind: 'exempt', ground: 'Security', because };
const notice = { kind: 'notice', ground: 'Notice', because };
const { map } = original.purposes;
const { map_frame: frame, map_visitor: visitor, sessionid } = original.trackers;
const bigger = { name: 'Bigger', country: 'FR', role: 'processor' };
const at = 'trackers.map_visitor';
const request = 'trackers.map_frame';

type Row = [code: string, edits: Edits, purposes: string[], before?: Edits];

const everything = ['audience', 'map'];
const material: Row[] = [
  ['PURPOSE_ADDED', { 'purposes.ads': { ...map, number: 7 } }, ['ads']],
  ['PURPOSE_RENUMBERED', { 'purposes.map.number': 7 }, ['map']],
  ['PURPOSE_REVISED', { 'purposes.map.revision': 2 }, ['map']],
  ['PURPOSE_RECATEGORISED', { 'purposes.map.category': 'preferences' }, ['map']],
  ['PROFILING_ADDED', { 'purposes.map.profiling': { en: 'Yes', fr: 'Oui' } }, ['map']],
  ['BASIS_WEAKER', { 'purposes.map.basis.uk': { ...exempt, kind: 'objectable' } }, ['map']],
  ['BASIS_WEAKER', { 'purposes.map.basis.default': exempt }, ['map']],
  ['TRACKER_ADDED', { 'trackers.more': { ...visitor, names: [{ exact: 'more' }] } }, ['map']],
  ['TRACKER_PURPOSE_ADDED', { 'trackers.sessionid.purposes': ['authentication', 'map'] }, ['map']],
  ['KIND_CHANGED', { [at]: { ...frame } }, ['map']],
  ['PROVIDER_ADDED', { [`${at}.provider`]: 'platform' }, ['map']],
  ['RECIPIENT_ADDED', { [`${at}.recipients`]: ['maps', 'platform'] }, ['map']],
  ['LIFE_LONGER', { [`${at}.life.max`]: 2_592_001 }, ['map']],
  ['LIFE_LONGER', { [`${at}.life.extended`]: true }, ['map']],
  ['LIFE_LONGER', {}, ['map'], { [`${at}.life`]: { kind: 'session' } }],
  ['NAME_WIDER', { [`${at}.names`]: [{ prefix: 'map_' }] }, ['map']],
  ['NAME_WIDER', { [`${at}.names[1]`]: { exact: 'map_more' } }, ['map']],
  ['SCOPE_WIDER', { [`${at}.scopes[0]`]: { domain: 'embed.localhost', path: '/', partitioned: false } }, ['map']],
  ['SCOPE_WIDER', {}, ['map'], { [`${at}.scopes[0].path`]: '/map' }],
  ['SCOPE_WIDER', { [`${at}.scopes[0].path`]: '/maps' }, ['map'], { [`${at}.scopes[0].path`]: '/map' }],
  ['SCOPE_WIDER', {}, ['map'], { [`${at}.scopes[0].partitioned`]: true }],
  ['SAME_SITE_WIDER', {}, ['map'], { [`${at}.sameSite`]: 'lax' }],
  ['MATCH_WIDER', { [`${request}.match.hosts`]: ['embed.localhost', 'tiles.localhost'] }, ['map']],
  ['MATCH_WIDER', { [`${request}.match.hosts`]: ['*.embed.localhost'] }, ['map']],
  ['MATCH_WIDER', { [`${request}.match.methods`]: undefined }, ['map']],
  ['MATCH_WIDER', {}, ['map'], { [`${request}.match.paths`]: ['/map/*'] }],
  ['USE_ADDED', { [`${request}.as`]: ['frame', 'script'] }, ['map']],
  ['CREDENTIALS_ADDED', {}, ['map'], { [`${request}.credentials`]: false }],
  ['LOCATION_ADDED', { [`${at}.locations`]: ['front', 'back'] }, ['map']],
  ['LOCATION_WIDER', { 'site.locations.front.match.hosts': ['portal.localhost', 'www.portal.localhost'] }, ['map']],
  ['MOMENT_WIDER', { [`${at}.setWhen`]: { on: 'always' } }, ['map']],
  [
    'MOMENT_WIDER',
    { [`${at}.setWhen`]: { on: 'action', requests: [{ hosts: ['portal.localhost'] }] } },
    ['map'],
    { [`${at}.setWhen`]: { on: 'action', requests: [{ hosts: ['portal.localhost'], paths: ['/map'] }] } },
  ],
  ['DATA_ADDED', { [`${at}.data.categories[1]`]: 'position' }, ['map']],
  ['RETENTION_LONGER', { [`${at}.data.retentionDays`]: 91 }, ['map']],
  ['RETENTION_LONGER', { [`${at}.data.retentionDays`]: undefined }, ['map']],
  ['PROVIDER_RENAMED', { 'providers.maps.name': 'Other Maps' }, ['map']],
  ['PROVIDER_MOVED', { 'providers.maps.country': 'CN' }, ['map']],
  ['PROVIDER_ROLE_WIDER', { 'providers.maps.role': 'joint' }, ['map']],
  ['PROVIDER_RENAMED', { 'providers.city.name': 'Other City' }, everything],
  ['CONTROLLER_CHANGED', { 'controller.provider': 'platform' }, everything],
  ['MEASUREMENT_ADDED', {}, ['audience'], { measurement: undefined }],
  ['MEASUREMENT_WIDER', { 'measurement.tier.uk': 'B' }, ['audience']],
  ['MEASUREMENT_WIDER', { 'measurement.dimensions': ['page', 'referrer', 'language', 'country'] }, ['audience']],
  ['MEASUREMENT_WIDER', { 'measurement.k': 4 }, ['audience']],
  ['MEASUREMENT_WIDER', { 'measurement.retentionDays': 761 }, ['audience']],
  ['SIGNAL_WEAKER', { 'signals.gpc.us-ca': 'record-only' }, everything],
];

test.each(material)('D42 %s by %j asks %j again', (code, edits, purposes, before = {}) => {
  const difference = diffDeclarations(portal(before), portal(edits));
  expect(difference.kind).toBe('material');
  expect(difference.changes.filter((change) => change.material).map((change) => change.code)).toContain(code);
  expect(difference.askAgain.map(({ purpose }) => purpose).toSorted()).toEqual([...purposes]);
  for (const { reasons } of difference.askAgain) expect(reasons.length).toBeGreaterThan(0);
});

test('D42 an origin that is added to a storage item is material', () => {
  const { names, life, scopes: _scopes, secure: _secure, httpOnly: _httpOnly, sameSite: _sameSite, kind: _kind, ...who } = visitor;
  const item = { kind: 'local', names, life, origins: ['https://embed.localhost'], ...who };
  const edited = { ...item, origins: ['https://embed.localhost', 'https://portal.localhost'] };
  const difference = diffDeclarations(portal({ 'trackers.stored': item }), portal({ 'trackers.stored': edited }));
  expect(difference.changes).toMatchObject([{ code: 'ORIGIN_ADDED', path: 'trackers.stored.origins', material: true, purposes: ['map'] }]);
});

const cosmetic: [string, Edits, Edits?][] = [
  ['a tracker that is gone', { [at]: undefined }],
  ['a purpose that is gone', { 'purposes.map': undefined, [at]: undefined, [request]: undefined }],
  ['a shorter life', { [`${at}.life.max`]: 1 }],
  ['a session instead of seconds', { [`${at}.life`]: { kind: 'session' } }],
  ['a narrower name', {}, { [`${at}.names`]: [{ prefix: 'map_' }] }],
  [
    'a host instead of its domain',
    {},
    {
      [`${at}.scopes[0]`]: { domain: 'localhost.test', path: '/', partitioned: false },
      [at]: { ...visitor, scopes: [{ domain: 'embed.localhost', path: '/', partitioned: false }] },
    },
  ],
  ['a narrower path', { [`${at}.scopes[0].path`]: '/map' }],
  ['a partition', { [`${at}.scopes[0].partitioned`]: true }],
  ['a path of a prefix', { [`${request}.match.paths`]: ['/map', '/tiles/*'] }],
  ['fewer locations', { 'trackers.sessionid.locations': ['back'] }],
  ['no recipient', { [`${at}.recipients`]: [] }],
  ['shorter retention', { [`${at}.data.retentionDays`]: 1 }],
  ['stated retention', {}, { [`${at}.data.retentionDays`]: undefined }],
  ['other words', { 'purposes.map.text.en': 'Maps.', [`${at}.explanation.fr`]: 'Carte.', version: '1.0.1' }],
  ['a stronger basis', { 'purposes.audience.basis.default': { kind: 'consent' } }],
  ['less measurement', { measurement: undefined }],
  ['a larger k', { 'measurement.k': 10 }],
  ['a role of processor', { 'providers.maps.role': 'processor' }],
  ['a new provider that nobody uses', { 'providers.bigger': bigger }],
  ['a new exempt tracker', { 'trackers.more': { ...sessionid, names: [{ exact: 'more' }] } }],
  ['a longer life of an exempt tracker', { 'trackers.sessionid.life.max': 1_209_601 }],
  ['a new purpose on notice', { 'purposes.more': { ...map, number: 7, basis: { default: notice } } }],
  ['documents that a cache may share', { 'site.shared': [{ hosts: ['portal.localhost'], paths: ['/datasets*'] }] }],
  ['another theme', { 'notice.theme': 'dark' }],
  ['a script hash', { 'scripts.hashes': [{ sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', purposes: ['map'] }] }],
];

test.each(cosmetic)('D41 %s is cosmetic', (_name, edits, before = {}) => {
  const difference = diffDeclarations(portal(before), portal(edits));
  expect(difference).toMatchObject({ kind: 'cosmetic', askAgain: [] });
  expect(difference.changes.length).toBeGreaterThan(0);
  expect(difference.changes.some((change) => change.material)).toBe(false);
});

test('D41 a new id for the same tracker is cosmetic', () => {
  const difference = diffDeclarations(portal(), portal({ [at]: undefined, 'trackers.visitor': visitor }));
  expect(difference.kind).toBe('cosmetic');
  expect(difference.changes.map(({ code }) => code)).toEqual(['TRACKER_RENAMED', 'VALUE_REMOVED']);
});

test('D40 a declaration compared with itself is the same', () => {
  expect(diffDeclarations(portal(), portal())).toEqual({ kind: 'same', changes: [], askAgain: [] });
});

test('D43 a widening that touches an exempt purpose only is listed and asks nobody', () => {
  const { changes } = diffDeclarations(portal(), portal({ 'trackers.sessionid.life.max': 1_209_601 }));
  expect(changes).toEqual([
    {
      path: 'trackers.sessionid.life',
      code: 'LIFE_LONGER',
      message: 'The tracker "sessionid" lasts longer',
      material: false,
      purposes: ['authentication'],
    },
  ]);
});

test('D43 reasons are the messages of the widenings that touch the purpose', () => {
  const { askAgain } = diffDeclarations(portal(), portal({ [`${at}.life.max`]: 3_000_000, 'providers.maps.country': 'CN' }));
  expect(askAgain).toEqual([{ purpose: 'map', reasons: ['The tracker "map_visitor" lasts longer', 'The provider "maps" is in "CN" now'] }]);
});

test('D44 values that differ are listed once, by path', () => {
  const { changes } = diffDeclarations(portal(), portal({ version: '2', log: undefined, 'notice.texts.accept': { en: 'Yes', fr: 'Oui' } }));
  expect(changes.map(({ path, code }) => [path, code])).toEqual([
    ['log', 'VALUE_REMOVED'],
    ['notice.texts.accept', 'VALUE_ADDED'],
    ['version', 'VALUE_CHANGED'],
  ]);
});

test('D45 a newly offered profile that is weaker than the default it replaces is material', () => {
  const offered = [...original.profiles.offered, 'br'];
  const basis = { default: { kind: 'consent' }, br: { ...exempt, kind: 'opt-out' } };
  const before = portal({ 'purposes.map.basis': basis });
  expect(diffDeclarations(before, portal({ 'purposes.map.basis': basis, 'profiles.offered': offered }))).toMatchObject({
    kind: 'material',
    askAgain: [{ purpose: 'map', reasons: ['The purpose "map" protects visitors less under "br"'] }],
  });
  expect(diffDeclarations(portal(), portal({ 'profiles.offered': offered })).kind).toBe('cosmetic');
});
