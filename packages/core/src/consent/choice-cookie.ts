// The one Set-Cookie that Candor writes on a visitor's choice.

import type { Declaration, ProfileId } from '../declaration/types.ts';
import { choiceCookieName, encodeChoice } from './choice-codec.ts';
import type { ConsentTerms } from './terms.ts';
import { compileTerms } from './terms.ts';
import type { Choice } from './types.ts';

/** The Set-Cookie value that stores a choice where the declaration says, or deletes it when null. `now` is Unix seconds. */
export function choiceCookie(
  declaration: Declaration,
  options: { readonly profile: ProfileId; readonly choice: Choice | null; readonly now: number },
): string {
  return choiceLine(compileTerms(declaration, options.profile), options.choice, options.now);
}

/** The same from terms that were compiled before. */
export function choiceLine(terms: ConsentTerms, choice: Choice | null, now: number): string {
  const { scope } = terms;
  const value = choice === null ? '' : encodeChoice(choice);
  const life = choice === null ? 0 : remainingLife(terms, choice, now);
  const domain = 'domain' in scope ? `; Domain=${scope.domain}` : '';
  return `${choiceCookieName}=${value}; Path=${scope.path}${domain}; Max-Age=${life}; Secure; SameSite=Lax${scope.partitioned ? '; Partitioned' : ''}`;
}

// A refusal is kept for as long as its question may not be put again, but never beyond the life that the declaration promises
// for this cookie, and writing an old choice again does not make it younger.
function remainingLife({ choiceLife, askAgainAfter, promised }: ConsentTerms, choice: Choice, now: number): number {
  const refused = Object.values(choice.answers).some((answer) => answer.state !== 'granted');
  const kept = refused ? Math.max(choiceLife, askAgainAfter) : choiceLife;
  const life = Math.min(kept, Math.max(choiceLife, promised));
  return Math.floor(Math.min(life, Math.max(0, choice.at + life - now)));
}
