// Older language versions, one step each: a step knows two neighbouring versions and nothing else.
import type { Result } from '../base/result.ts';
import { fail, succeed } from '../base/result.ts';
import type { DeclarationCode } from './codes.ts';
import type { Members } from './members.ts';
import { isMembers } from './members.ts';

type Step = (value: Members) => Members;

/** The language version that this code reads and writes. */
export const currentLanguage = 1;

/** Steps by the version they start from. */
const steps: ReadonlyMap<number, Step> = new Map([[0, upgradeFromDraft]]);

/**
 * The value in the current language, unchecked; a current one comes back as it is. Fails with `DECL_LANGUAGE` when the
 * version is missing or newer than this code, and with `DECL_TYPE` when the value is no object.
 */
export function upgradeDeclaration(value: unknown): Result<unknown> {
  if (!isMembers(value)) return refuse('DECL_TYPE', '', 'Expected a declaration, which is an object', 'Begin with {"language": 1}');
  let upgraded: Members = value;
  for (let count = 0; count <= currentLanguage; count += 1) {
    const version = Object.hasOwn(upgraded, 'language') ? upgraded['language'] : undefined;
    if (version === currentLanguage) return succeed(upgraded);
    const step = typeof version === 'number' ? steps.get(version) : undefined;
    if (step === undefined) break;
    upgraded = step(upgraded);
  }
  const message = `Expected the field "language" to be ${currentLanguage}`;
  return refuse('DECL_LANGUAGE', 'language', message, 'A higher number needs a newer version of Candor');
}

// Language 0 was the draft before publication. A cookie or storage item had `maxAgeSeconds` (absent: session) and `refreshed`
// instead of `life`, and a purpose had one basis for every region.
function upgradeFromDraft(value: Members): Members {
  return {
    ...value,
    language: 1,
    trackers: mapMembers(value['trackers'], upgradeLife),
    purposes: mapMembers(value['purposes'], upgradeBasis),
  };
}

function upgradeLife(tracker: Members): Members {
  const { maxAgeSeconds, refreshed, ...rest } = tracker;
  if (tracker['kind'] === 'request' || Object.hasOwn(tracker, 'life')) return tracker;
  const life = maxAgeSeconds === undefined ? { kind: 'session' } : { kind: 'seconds', max: maxAgeSeconds, extended: refreshed ?? false };
  return { ...rest, life };
}

function upgradeBasis(purpose: Members): Members {
  const basis = purpose['basis'];
  return isMembers(basis) && Object.hasOwn(basis, 'kind') ? { ...purpose, basis: { default: basis } } : purpose;
}

// Entries that are no objects stay as they are: the checker says what is wrong with them.
function mapMembers(record: unknown, upgrade: Step): unknown {
  if (!isMembers(record)) return record;
  const upgraded: { [key: string]: unknown } = Object.create(null);
  for (const [key, value] of Object.entries(record)) upgraded[key] = isMembers(value) ? upgrade(value) : value;
  return upgraded;
}

function refuse(code: DeclarationCode, path: string, message: string, hint: string): Result<never> {
  return fail({ code, path, message, hint, severity: 'error' });
}
