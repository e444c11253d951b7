// What a change of the declaration means for choices already given: nothing, or which purposes must be asked again, and why.
// Consent covers what was told when it was given, so whatever widens is material; removing and narrowing are cosmetic.
import { encodeCanonicalJson } from '../base/canonical-json.ts';
import { isChosen, profilesOf, valueFor } from './basis.ts';
import type { Change, Widening } from './change.ts';
import { diffPurposes } from './diff-purposes.ts';
import { diffSite } from './diff-site.ts';
import { diffTrackers } from './diff-trackers.ts';
import type { ValueDifference } from './diff-values.ts';
import { diffValues } from './diff-values.ts';
import { formatPath } from './path.ts';
import type { Declaration } from './types.ts';

/** One purpose to ask again, with the messages of the changes that make it so. */
export type Renewal = { readonly purpose: string; readonly reasons: readonly string[] };

/** The result of comparing two declarations. `material` exactly when some purpose must be asked again. */
export type Difference = {
  readonly kind: 'same' | 'cosmetic' | 'material';
  /** Widenings first, then every other value that differs. */
  readonly changes: readonly Change[];
  readonly askAgain: readonly Renewal[];
};

/** What lies between two checked declarations. Only purposes that a visitor has a say in, before or after, are asked again. */
export function diffDeclarations(before: Declaration, after: Declaration): Difference {
  if (encodeCanonicalJson(before) === encodeCanonicalJson(after)) return { kind: 'same', changes: [], askAgain: [] };
  const chosen = findChosen(before, after);
  const widenings = [...diffPurposes(before, after), ...diffTrackers(before, after), ...diffSite(before, after)];
  const wide = widenings.map((widening) => describeWidening(widening, chosen));
  const askAgain = listRenewals(wide, chosen);
  const named = new Set(wide.map(({ path }) => path));
  const rest = diffValues(before, after)
    .filter(({ path }) => !isNamed(path, named))
    .map(describeValue);
  return { kind: askAgain.length > 0 ? 'material' : 'cosmetic', changes: [...wide, ...rest], askAgain };
}

function findChosen(before: Declaration, after: Declaration): ReadonlySet<string> {
  const profiles = profilesOf(before, after);
  const chosen = Object.keys(after.purposes).filter((id) =>
    [before, after].some((declaration) => {
      const purpose = Object.hasOwn(declaration.purposes, id) ? declaration.purposes[id] : undefined;
      return purpose !== undefined && profiles.some((profile) => isChosen(valueFor(declaration, purpose.basis, profile)));
    }),
  );
  return new Set(chosen);
}

function describeWidening({ path, code, message, purposes }: Widening, chosen: ReadonlySet<string>): Change {
  return { path: formatPath(path), code, message, material: purposes.some((purpose) => chosen.has(purpose)), purposes };
}

function listRenewals(changes: readonly Change[], chosen: ReadonlySet<string>): readonly Renewal[] {
  const reasons = new Map<string, string[]>();
  for (const { message, purposes } of changes) {
    for (const purpose of purposes) {
      if (!chosen.has(purpose)) continue;
      const listed = reasons.get(purpose) ?? [];
      listed.push(message);
      reasons.set(purpose, listed);
    }
  }
  return [...reasons].map(([purpose, messages]) => ({ purpose, reasons: messages }));
}

// A value at or below a place that a widening already names.
function isNamed(path: ValueDifference['path'], named: ReadonlySet<string>): boolean {
  return path.some((_, index) => named.has(formatPath(path.slice(0, index + 1))));
}

function describeValue({ path, code }: ValueDifference): Change {
  const words = { VALUE_ADDED: 'was added', VALUE_REMOVED: 'was removed', VALUE_CHANGED: 'was changed' } as const;
  return { path: formatPath(path), code, message: `The value of ${formatPath(path)} ${words[code]}`, material: false, purposes: [] };
}
