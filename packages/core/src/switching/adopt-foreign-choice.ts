// What a choice made under another tool is worth here: a refusal stays a refusal, a grant counts only where purposes match.
import { shortDeclarationId } from '../consent/choice-codec.ts';
import type { Answer, Choice } from '../consent/types.ts';
import { basisFor, valueForProfile } from '../declaration/profile-rules.ts';
import type { Declaration, ProfileId } from '../declaration/types.ts';
import type { ForeignChoice } from './foreign-choice.ts';
import { readWords } from './read-words.ts';

/** A grant that nobody dated ends this long after it was adopted (seconds), because it may be old already. */
const undatedGrantLife = 30 * 86_400;

/**
 * The choice that the records found make together; null where they answer nothing. `now` is Unix seconds.
 * Of the declaration only `purposes`, `profiles`, `notice.choiceLife` and `switching` are read.
 */
export function adoptForeignChoice(
  declaration: Declaration,
  options: {
    readonly found: readonly ForeignChoice[];
    readonly profile: ProfileId;
    readonly declarationId: string;
    readonly now: number;
  },
): Choice | null {
  const { profile, now } = options;
  const life = valueForProfile(declaration.notice.choiceLife, profile);
  const records = options.found.map((record) => ({ ...record, wordOn: readWords(declaration, record, profile) }));
  const given: (readonly [number, Answer['state'], number, number])[] = [];
  for (const [id, purpose] of Object.entries(declaration.purposes)) {
    const { kind } = basisFor(declaration, purpose, profile);
    if (kind === 'exempt') continue;
    const timesOf = (state: 'granted' | 'denied', unknown: number): readonly number[] =>
      records.filter(({ wordOn }) => wordOn(id) === state).map(({ at }) => Math.min(at ?? unknown, now));
    // A refusal is as young, a grant as old as it can be.
    const refused = timesOf('denied', now);
    const granted = timesOf('granted', Math.max(0, now - Math.max(0, life - undatedGrantLife)));
    const oldest = Math.min(...granted);
    if (refused.length > 0)
      given.push([purpose.number, kind === 'consent' ? 'denied' : 'objected', purpose.revision, Math.max(...refused)]);
    // What runs unasked needs no grant, and an old one would outdo the visitor's signal.
    else if (kind === 'consent' && granted.length > 0 && now - oldest < life)
      given.push([purpose.number, 'granted', purpose.revision, oldest]);
  }
  if (given.length === 0) return null;
  const at = Math.max(...given.map(([, , , time]) => time));
  const answers = given.map(
    ([number, state, revision, time]) => [number, { state, revision, ...(time === at ? {} : { at: time }) }] as const,
  );
  return { answers: Object.fromEntries(answers), at, declaration: shortDeclarationId(options.declarationId) };
}
