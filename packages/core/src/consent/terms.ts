// What of a declaration consent turns on, under one profile: few enough words to travel into a page that has no server.
import { basisFor, valueForProfile } from '../declaration/profile-rules.ts';
import type { Basis, Declaration, ProfileId, Scope } from '../declaration/types.ts';
import { choiceCookieName } from './choice-codec.ts';

/** Seconds throughout. `promised` is the life that the declaration gives the cookie of the choice, 0 where it gives none. */
export type ConsentTerms = {
  readonly profile: ProfileId;
  readonly gpc: 'opt-out' | 'deny-unless-chosen' | 'record-only';
  readonly choiceLife: number;
  readonly askAgainAfter: number;
  readonly promised: number;
  readonly scope: Scope;
  readonly purposes: { readonly [id: string]: { readonly number: number; readonly revision: number; readonly basis: Basis['kind'] } };
};

const kept = new WeakMap<Declaration, Map<ProfileId, ConsentTerms>>();

/** The terms of a declaration for visitors of one profile, compiled once: the declaration must not be changed afterwards. */
export function compileTerms(declaration: Declaration, profile: ProfileId): ConsentTerms {
  const known = kept.get(declaration) ?? new Map<ProfileId, ConsentTerms>();
  const terms = known.get(profile) ?? termsOf(declaration, profile);
  kept.set(declaration, known.set(profile, terms));
  return terms;
}

function termsOf(declaration: Declaration, profile: ProfileId): ConsentTerms {
  const { notice, signals, site } = declaration;
  const purposes = Object.entries(declaration.purposes).map(([id, purpose]) => {
    const { number, revision } = purpose;
    return [id, { number, revision, basis: basisFor(declaration, purpose, profile).kind }] as const;
  });
  return {
    profile,
    gpc: valueForProfile(signals.gpc, profile),
    choiceLife: valueForProfile(notice.choiceLife, profile),
    askAgainAfter: valueForProfile(notice.askAgainAfter, profile),
    promised: promisedLife(declaration),
    scope: site.choiceScope,
    purposes: Object.fromEntries(purposes),
  };
}

function promisedLife(declaration: Declaration): number {
  const lives = Object.values(declaration.trackers).flatMap((tracker) => {
    const isOurs = tracker.kind === 'cookie' && tracker.names.some((name) => 'exact' in name && name.exact === choiceCookieName);
    return isOurs && tracker.life.kind === 'seconds' ? [tracker.life.max] : [];
  });
  return Math.max(0, ...lives);
}
