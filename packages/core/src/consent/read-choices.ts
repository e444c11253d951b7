// Several `cookies_preferences` (a sub-domain can plant one, a changed scope leaves one behind): grants only where all grant,
// refusals kept, and no new question. One value is read as it is.
import { decodeChoice } from './choice-codec.ts';
import type { Answer, Choice } from './types.ts';

/** The choice that these cookie values make together, in any order; null where none can be read. Unreadable ones do not count. */
export function readChoices(values: readonly string[]): Choice | null {
  const choices: Choice[] = [];
  for (const value of new Set(values)) {
    const decoded = decodeChoice(value);
    if (decoded.ok) choices.push(decoded.value);
  }
  const [first, ...others] = choices;
  if (first === undefined) return null;
  return others.length === 0 ? first : intersect(choices);
}

function intersect(choices: readonly Choice[]): Choice {
  const at = Math.min(...choices.map((choice) => choice.at));
  const numbers = new Set(choices.flatMap((choice) => Object.keys(choice.answers).map(Number)));
  const answers: { [purposeNumber: number]: Answer } = {};
  for (const number of numbers) {
    const { at: given, ...answer } = meet(choices, number);
    answers[number] = given === at ? answer : { ...answer, at: given };
  }
  const declaration = choices.map((choice) => choice.declaration).sort()[0] ?? '';
  return { answers, at, declaration, conflicting: true };
}

// A grant counts from the earliest, a refusal from the latest time: neither can be stretched by planting another value.
function meet(choices: readonly Choice[], number: number): Answer & { readonly at: number } {
  const given = choices.flatMap((choice) => {
    const answer = choice.answers[number];
    return answer === undefined ? [] : [{ ...answer, at: answer.at ?? choice.at }];
  });
  const revision = Math.min(...given.map((answer) => answer.revision));
  const refusals = given.filter((answer) => answer.state !== 'granted');
  if (refusals.length > 0) {
    const state = refusals.some((answer) => answer.state === 'objected') ? 'objected' : 'denied';
    return { state, revision, at: Math.max(...refusals.map((answer) => answer.at)) };
  }
  if (given.length === choices.length) return { state: 'granted', revision, at: Math.min(...given.map((answer) => answer.at)) };
  // Granted in one and not answered in another: not a grant, and no reason to ask.
  return { state: 'denied', revision, at: Math.max(...choices.map((choice) => choice.at)) };
}
