// The one Set-Cookie that Candor writes on a visitor's choice.

import { valueForProfile } from '../declaration/profile-rules.ts';
import type { Declaration, ProfileId } from '../declaration/types.ts';
import { choiceCookieName, encodeChoice } from './choice-codec.ts';
import type { Choice } from './types.ts';

/** The Set-Cookie value that stores a choice where the declaration says, or deletes it when null. `now` is Unix seconds. */
export function choiceCookie(
  declaration: Declaration,
  options: { readonly profile: ProfileId; readonly choice: Choice | null; readonly now: number },
): string {
  const scope = declaration.site.choiceScope;
  const value = options.choice === null ? '' : encodeChoice(options.choice);
  const life = options.choice === null ? 0 : remainingLife(declaration, options.profile, options.choice, options.now);
  const domain = 'domain' in scope ? `; Domain=${scope.domain}` : '';
  return `${choiceCookieName}=${value}; Path=${scope.path}${domain}; Max-Age=${life}; Secure; SameSite=Lax${scope.partitioned ? '; Partitioned' : ''}`;
}

// A refusal is kept for as long as its question may not be put again, but never beyond the life that the declaration promises
// for this cookie, and writing an old choice again does not make it younger.
function remainingLife(declaration: Declaration, profile: ProfileId, choice: Choice, now: number): number {
  const refused = Object.values(choice.answers).some((answer) => answer.state !== 'granted');
  const choiceLife = valueForProfile(declaration.notice.choiceLife, profile);
  const kept = refused ? Math.max(choiceLife, valueForProfile(declaration.notice.askAgainAfter, profile)) : choiceLife;
  const life = Math.min(kept, Math.max(choiceLife, promisedLife(declaration)));
  return Math.floor(Math.min(life, Math.max(0, choice.at + life - now)));
}

function promisedLife(declaration: Declaration): number {
  const lives = Object.values(declaration.trackers).flatMap((tracker) => {
    const isOurs = tracker.kind === 'cookie' && tracker.names.some((name) => 'exact' in name && name.exact === choiceCookieName);
    return isOurs && tracker.life.kind === 'seconds' ? [tracker.life.max] : [];
  });
  return Math.max(0, ...lives);
}
