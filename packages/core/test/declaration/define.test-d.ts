// Proved by the compiler: every line after an expectation must be refused, and the others must not be.
// `define.test.ts` puts the same shapes before `checkDeclaration`.
import type { LocationIdOf, ProviderIdOf, PurposeIdOf } from '../../src/declaration/define.ts';
import { defineDeclaration } from '../../src/declaration/define.ts';
import type { Declaration } from '../../src/declaration/types.ts';
import { cookie, draft, plain, scopes, storage } from './wrong-declarations.ts';

defineDeclaration({ ...draft, trackers: {} });
defineDeclaration({ ...draft, trackers: { cookie, storage } });
defineDeclaration({ ...draft, trackers: { a: { ...cookie, names: [{ exact: '__Host-a' }] } } });
defineDeclaration({ ...draft, trackers: { a: { ...cookie, names: [{ prefix: '__Secure-' }], scopes: scopes.domain } } });
defineDeclaration({ ...draft, trackers: { a: { ...cookie, names: [{ prefix: 'ab' }], sameSite: 'none', scopes: scopes.partitioned } } });
defineDeclaration({ ...draft, trackers: { a: { ...plain, names: [{ exact: 'a' }], sameSite: 'strict' } } });

// Ids that are not declared
// @ts-expect-error D20 unknown provider of a tracker
defineDeclaration({ ...draft, trackers: { a: { ...cookie, provider: 'nobody' } } });
// @ts-expect-error D20 unknown recipient
defineDeclaration({ ...draft, trackers: { a: { ...cookie, recipients: ['nobody'] } } });
// @ts-expect-error D20 unknown purpose of a tracker
defineDeclaration({ ...draft, trackers: { a: { ...cookie, purposes: ['choices', 'nothing'] } } });
// @ts-expect-error D20 unknown location of a tracker
defineDeclaration({ ...draft, trackers: { a: { ...storage, locations: ['nowhere'] } } });
// @ts-expect-error D20 unknown provider as controller
defineDeclaration({ ...draft, controller: { ...draft.controller, provider: 'nobody' }, trackers: {} });
// @ts-expect-error D20 unknown purpose of a script
defineDeclaration({ ...draft, scripts: { inline: 'hashes', hashes: [{ sha256: '', purposes: ['nothing'] }] }, trackers: {} });
const measurement = { tier: { default: 'A' }, dimensions: [], k: 5, retentionDays: 1 } as const;
// @ts-expect-error D20 unknown purpose of the measurement
defineDeclaration({ ...draft, trackers: {}, measurement: { ...measurement, purpose: 'nothing' } });

// Names and flags that browsers refuse
// @ts-expect-error D22 __Host- without secure
defineDeclaration({ ...draft, trackers: { a: { ...plain, names: [{ exact: '__Host-a' }] } } });
// @ts-expect-error D22 __Host- on a path
defineDeclaration({ ...draft, trackers: { a: { ...cookie, names: [{ exact: '__Host-a' }], scopes: scopes.deep } } });
// @ts-expect-error D22 __Host- on a domain
defineDeclaration({ ...draft, trackers: { a: { ...cookie, names: [{ exact: '__Host-a' }], scopes: scopes.domain } } });
// @ts-expect-error D22 __host- in another case, as a prefix, beside a lawful name
defineDeclaration({ ...draft, trackers: { a: { ...cookie, names: [{ exact: 'b' }, { prefix: '__host-a' }], scopes: scopes.deep } } });
// @ts-expect-error D23 __Secure- without secure
defineDeclaration({ ...draft, trackers: { a: { ...plain, names: [{ exact: '__Secure-a' }] } } });
// @ts-expect-error D24 SameSite=None without secure
defineDeclaration({ ...draft, trackers: { a: { ...plain, sameSite: 'none' } } });
// @ts-expect-error D25 partitioned without secure
defineDeclaration({ ...draft, trackers: { a: { ...plain, scopes: scopes.partitioned } } });

// Prefixes
// @ts-expect-error D21 prefix of one character
defineDeclaration({ ...draft, trackers: { a: { ...cookie, names: [{ prefix: 'a' }] } } });
// @ts-expect-error D21 empty prefix
defineDeclaration({ ...draft, trackers: { a: { ...cookie, names: [{ prefix: '' }] } } });
// @ts-expect-error D21 short prefix of a storage key beside a lawful one
defineDeclaration({ ...draft, trackers: { a: { ...storage, names: [{ prefix: 'ab' }, { prefix: 'c', suffix: 'def' }] } } });

// Shapes
// @ts-expect-error D15 a cookie without a name
defineDeclaration({ ...draft, trackers: { a: { ...cookie, names: [] } } });
// @ts-expect-error D15 a field that does not exist
defineDeclaration({ ...draft, trackers: { a: { ...cookie, expires: 1 } } });
// @ts-expect-error D15 a cookie's field on a storage item
defineDeclaration({ ...draft, trackers: { a: { ...storage, secure: true } } });
// @ts-expect-error D15 a log-in cookie without the requests that set it
defineDeclaration({ ...draft, trackers: { a: { ...cookie, setWhen: { on: 'log-in' } } } });
// @ts-expect-error D15 a profile that does not exist
defineDeclaration({ ...draft, profiles: { default: 'mars', offered: ['mars'] }, trackers: {} });

// Ids that the type carries
const declared = defineDeclaration({ ...draft, trackers: { cookie, storage } });
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
export const carried: readonly [
  Same<PurposeIdOf<typeof declared>, keyof typeof draft.purposes>,
  Same<ProviderIdOf<typeof declared>, keyof typeof draft.providers>,
  Same<LocationIdOf<typeof declared>, keyof typeof draft.site.locations>,
  Same<PurposeIdOf<Declaration>, string>,
] = [true, true, true, true];
// It is a declaration like any other, wherever one is asked for.
export const plainDeclaration: Declaration = declared;
const purpose: PurposeIdOf<typeof declared> = 'choices';
export const known = declared.purposes[purpose].number;
// @ts-expect-error D20 a purpose that is not declared
export const unknown: PurposeIdOf<typeof declared> = 'nothing';
// @ts-expect-error D20 a purpose that is not declared
export const missing = declared.purposes.nothing;
