// Choices that visitors made under another consent tool before this one came: read once from its cookies, which are dropped as
// undeclared afterwards. A refusal stays a refusal; what is worth how much is for core to say.
import type { Choice, CookiePair, Declaration, ProfileId } from '@candor/core';
import { adoptForeignChoice, choiceCookie, foreignRemovals, readForeignChoices } from '@candor/core';
import type { HeaderList, HeaderPair } from '../header-list.ts';

/** What another tool's records are worth here. `choice` is null where they answer nothing; `text` is what they said, to tell visitors apart. */
export type Foreign = { readonly choice: Choice | null; readonly text: string; readonly removals: readonly string[] };

/** Whose records they are, and under what they are read. `isDeclared`: a tool whose cookie is declared is in use, not left behind. */
export type ForeignCase = {
  readonly declaration: Declaration;
  readonly declarationId: string;
  readonly cookies: readonly CookiePair[];
  readonly host: string;
  readonly profile: ProfileId;
  readonly now: number;
  readonly isDeclared: (cookie: string) => boolean;
};

/** The records that a request carries, or null where there are none. */
export function readForeign({ declaration, declarationId, cookies, host, profile, now, isDeclared }: ForeignCase): Foreign | null {
  const left = cookies.filter(({ name }) => !isDeclared(name));
  const found = readForeignChoices({ cookies: left });
  if (found.length === 0) return null;
  const names = new Set(found.flatMap(({ places }) => places.map((place) => ('cookie' in place ? place.cookie : ''))));
  const text = left.filter(({ name }) => names.has(name)).map(({ raw }) => raw);
  return {
    choice: adoptForeignChoice(declaration, { found, profile, declarationId, now }),
    text: text.join('; '),
    removals: foreignRemovals(found, { host }).lines,
  };
}

/** What stores an adopted choice as one of ours, and removes the records: for a page of this visitor alone. */
export function adoptionHeaders(
  { choice, removals }: Foreign,
  { declaration, profile, now }: Pick<ForeignCase, 'declaration' | 'profile' | 'now'>,
): HeaderList {
  const stored = choice === null ? [] : [choiceCookie(declaration, { profile, choice, now })];
  return [...stored, ...removals].map((line): HeaderPair => ['Set-Cookie', line]);
}
