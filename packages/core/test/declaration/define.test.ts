import { expect, test } from 'vitest';
import { checkDeclaration } from '../../src/declaration/check.ts';
import { defineDeclaration } from '../../src/declaration/define.ts';
import { cookie, draft, plain, scopes, storage } from './wrong-declarations.ts';

// The shapes of `define.test-d.ts`, as they arrive when no compiler has seen them.
const measurement = { tier: { default: 'A' }, dimensions: [], k: 5, retentionDays: 1 };
const tracker = (a: object): object => ({ ...draft, trackers: { a } });

test('D20 D21 D22 lawful declarations pass the compiler and the run-time test', () => {
  const lawful = [
    defineDeclaration({ ...draft, trackers: {} }),
    defineDeclaration({ ...draft, trackers: { cookie, storage } }),
    defineDeclaration({ ...draft, trackers: { a: { ...cookie, names: [{ exact: '__Host-a' }] } } }),
    defineDeclaration({ ...draft, trackers: { a: { ...cookie, names: [{ prefix: '__Secure-' }], scopes: scopes.domain } } }),
    defineDeclaration({
      ...draft,
      trackers: { a: { ...cookie, names: [{ prefix: 'ab' }], sameSite: 'none', scopes: scopes.partitioned } },
    }),
    defineDeclaration({ ...draft, trackers: { a: { ...plain, names: [{ exact: 'a' }], sameSite: 'strict' } } }),
  ];
  for (const declaration of lawful) expect(checkDeclaration(declaration)).toEqual({ ok: true, value: declaration });
});

test.each([
  ['D20 unknown provider of a tracker', tracker({ ...cookie, provider: 'nobody' }), 'DECL_REFERENCE', 'trackers.a.provider'],
  ['D20 unknown recipient', tracker({ ...cookie, recipients: ['nobody'] }), 'DECL_REFERENCE', 'trackers.a.recipients[0]'],
  ['D20 unknown purpose', tracker({ ...cookie, purposes: ['choices', 'nothing'] }), 'DECL_REFERENCE', 'trackers.a.purposes[1]'],
  ['D20 unknown location', tracker({ ...storage, locations: ['nowhere'] }), 'DECL_REFERENCE', 'trackers.a.locations[0]'],
  [
    'D20 unknown provider as controller',
    { ...draft, controller: { ...draft.controller, provider: 'nobody' }, trackers: {} },
    'DECL_REFERENCE',
    'controller.provider',
  ],
  [
    'D20 unknown purpose of a script',
    { ...draft, scripts: { inline: 'hashes', hashes: [{ sha256: `${'A'.repeat(43)}=`, purposes: ['nothing'] }] }, trackers: {} },
    'DECL_REFERENCE',
    'scripts.hashes[0].purposes[0]',
  ],
  [
    'D20 unknown purpose of the measurement',
    { ...draft, trackers: {}, measurement: { ...measurement, purpose: 'nothing' } },
    'DECL_REFERENCE',
    'measurement.purpose',
  ],
  ['D20 an id of the prototype', tracker({ ...cookie, provider: 'toString' }), 'DECL_REFERENCE', 'trackers.a.provider'],
  ['D22 __Host- without secure', tracker({ ...plain, names: [{ exact: '__Host-a' }] }), 'DECL_HOST_PREFIX', 'trackers.a.names[0]'],
  [
    'D22 __Host- on a path',
    tracker({ ...cookie, names: [{ exact: '__Host-a' }], scopes: scopes.deep }),
    'DECL_HOST_PREFIX',
    'trackers.a.names[0]',
  ],
  [
    'D22 __Host- on a domain',
    tracker({ ...cookie, names: [{ exact: '__Host-a' }], scopes: scopes.domain }),
    'DECL_HOST_PREFIX',
    'trackers.a.names[0]',
  ],
  [
    'D22 __host- as a prefix',
    tracker({ ...cookie, names: [{ exact: 'b' }, { prefix: '__host-a' }], scopes: scopes.deep }),
    'DECL_HOST_PREFIX',
    'trackers.a.names[1]',
  ],
  ['D23 __Secure- without secure', tracker({ ...plain, names: [{ exact: '__sEcure-a' }] }), 'DECL_SECURE_PREFIX', 'trackers.a.names[0]'],
  ['D24 SameSite=None without secure', tracker({ ...plain, sameSite: 'none' }), 'DECL_SAME_SITE', 'trackers.a.sameSite'],
  ['D25 partitioned without secure', tracker({ ...plain, scopes: scopes.partitioned }), 'DECL_PARTITIONED', 'trackers.a.scopes'],
  ['D21 prefix of one character', tracker({ ...cookie, names: [{ prefix: 'a' }] }), 'DECL_NAME_PREFIX', 'trackers.a.names[0].prefix'],
  ['D21 empty prefix', tracker({ ...cookie, names: [{ prefix: '' }] }), 'DECL_NAME_PREFIX', 'trackers.a.names[0].prefix'],
  [
    'D21 short prefix of a storage key',
    tracker({ ...storage, names: [{ prefix: 'ab' }, { prefix: 'c', suffix: 'def' }] }),
    'DECL_NAME_PREFIX',
    'trackers.a.names[1].prefix',
  ],
  ['D15 a cookie without a name', tracker({ ...cookie, names: [] }), 'DECL_LIST_LENGTH', 'trackers.a.names'],
  ['D15 a field that does not exist', tracker({ ...cookie, expires: 1 }), 'DECL_FIELD_UNKNOWN', 'trackers.a.expires'],
  ["D15 a cookie's field on a storage item", tracker({ ...storage, secure: true }), 'DECL_FIELD_UNKNOWN', 'trackers.a.secure'],
  ['D15 a log-in without requests', tracker({ ...cookie, setWhen: { on: 'log-in' } }), 'DECL_FIELD_MISSING', 'trackers.a.setWhen'],
  [
    'D15 an unknown profile',
    { ...draft, profiles: { default: 'mars', offered: ['eu-base'] }, trackers: {} },
    'DECL_VALUE',
    'profiles.default',
  ],
])('%s is refused at run time', (_name, value, code, path) => {
  const checked = checkDeclaration(value);
  expect(checked.ok ? [] : checked.issues).toMatchObject([{ code, path, severity: 'error' }]);
});
