// What a visitor's action makes of the choice held so far. The form says which purposes; the declaration says what a no is called.
import type { Declaration, ProfileId } from '../declaration/types.ts';
import { shortDeclarationId } from './choice-codec.ts';
import type { ConsentTerms } from './terms.ts';
import { compileTerms } from './terms.ts';
import type { Answer, Choice, ConsentAction } from './types.ts';

type Verb = 'grant' | 'refuse' | 'keep';

/**
 * The choice after an action; null only for `forget`. Ids that the declaration does not know change nothing.
 * Answers that the action does not touch keep their own time, so that nothing but an answer renews an answer.
 */
export function applyAction(
  declaration: Declaration,
  options: {
    readonly declarationId: string;
    readonly profile: ProfileId;
    readonly choice: Choice | null;
    readonly action: ConsentAction;
    readonly now: number;
  },
): Choice | null {
  return applyToTerms(compileTerms(declaration, options.profile), options);
}

/** The same from terms that were compiled before. */
export function applyToTerms(
  { purposes }: ConsentTerms,
  options: { readonly declarationId: string; readonly choice: Choice | null; readonly action: ConsentAction; readonly now: number },
): Choice | null {
  const { action, choice, now } = options;
  if (action.do === 'forget') return null;
  const answers: { [purposeNumber: number]: Answer } = choice === null ? {} : carryOver(choice, now);
  for (const [id, { number, revision, basis }] of Object.entries(purposes)) {
    if (basis === 'exempt') continue;
    const verb = basis === 'notice' ? namedVerb(action, id) : verbFor(action, id, basis === 'consent');
    const refusal = basis === 'consent' ? 'denied' : 'objected';
    if (verb !== 'keep') answers[number] = { state: verb === 'grant' ? 'granted' : refusal, revision };
  }
  return { answers, at: now, declaration: shortDeclarationId(options.declarationId) };
}

// What runs on notice alone is no question, so that a general no does not answer it: under a profile where a site only has to tell,
// "reject all" would otherwise take away log-in and forms. Whoever names it is obeyed.
function namedVerb(action: Exclude<ConsentAction, { do: 'forget' }>, id: string): Verb {
  if (action.do === 'accept-all') return 'grant';
  if (action.do === 'save') return action.grants.includes(id) ? 'grant' : 'keep';
  if (action.do === 'grant') return action.purposes.includes(id) ? 'grant' : 'keep';
  if (action.do === 'withdraw' || action.do === 'object')
    return action.purposes !== 'all' && action.purposes.includes(id) ? 'refuse' : 'keep';
  return 'keep';
}

function carryOver(choice: Choice, now: number): { [purposeNumber: number]: Answer } {
  const entries = Object.entries(choice.answers).map(([number, { state, revision, at = choice.at }]) => {
    const answer: Answer = at === now ? { state, revision } : { state, revision, at };
    return [number, answer] as const;
  });
  return Object.fromEntries(entries);
}

function verbFor(action: Exclude<ConsentAction, { do: 'forget' }>, id: string, asked: boolean): Verb {
  switch (action.do) {
    case 'accept-all':
      return 'grant';
    case 'reject-all':
      return 'refuse';
    case 'save':
      return action.grants.includes(id) ? 'grant' : 'refuse';
    case 'grant':
      return action.purposes.includes(id) ? 'grant' : 'keep';
    case 'withdraw':
      return action.purposes === 'all' || action.purposes.includes(id) ? 'refuse' : 'keep';
    case 'object':
      // Objecting to everything is for what runs unasked: it takes back no consent that was given.
      return action.purposes === 'all' ? (asked ? 'keep' : 'refuse') : action.purposes.includes(id) ? 'refuse' : 'keep';
  }
}
