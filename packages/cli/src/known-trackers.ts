// Judges a declaration by what the catalog knows: a known advertising cookie called necessary is a mistake or a lie.
import { lookUpTracker } from '@candor/catalog';
import type { Declaration, Issue, Name, Tracker } from '@candor/core';

const nameOf = (name: Name): string => ('exact' in name ? name.exact : name.prefix);

function issueFor(id: string, tracker: Tracker, declaration: Declaration): Issue | undefined {
  if (tracker.kind === 'request') return undefined;
  const necessary = tracker.purposes.every((purpose) => declaration.purposes[purpose]?.category === 'necessary');
  if (!necessary) return undefined;
  for (const name of tracker.names) {
    const known = lookUpTracker({ kind: tracker.kind, name: nameOf(name) });
    if (known === null || (known.category !== 'marketing' && known.category !== 'statistics')) continue;
    return {
      code: 'DECL_KNOWN_TRACKER',
      path: `trackers.${id}.purposes`,
      message: `"${nameOf(name)}" is known as a ${known.category} tracker of ${known.provider} and is declared necessary`,
      hint: 'Give it the purpose it has, or another name if it is your own',
      severity: 'warning',
    };
  }
  return undefined;
}

/** Warnings for trackers whose declared category the catalog contradicts. */
export function lookUpIssues(declaration: Declaration): readonly Issue[] {
  return Object.entries(declaration.trackers).flatMap(([id, tracker]) => issueFor(id, tracker, declaration) ?? []);
}
