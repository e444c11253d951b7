// Does the page's own prose keep what it promises, and say what the page does? (POLICY_02, _03, _06, _X1)
import type { Issue } from '../../base/result.ts';
import type { Category, Declaration } from '../../declaration/types.ts';
import { lacks, warns } from './issue.ts';
import type { OwnProse } from './prose-words.ts';
import { mentions, ownProse, says } from './prose-words.ts';

type Promised = 'statistics' | 'marketing';
const promised: readonly Promised[] = ['statistics', 'marketing'];
const path = 'policy.parts';

/** Issues of the declaration's own prose; the product's words need no check. */
export function checkProse(declaration: Declaration): readonly Issue[] {
  const done = doneCategories(declaration);
  return ownProse(declaration).flatMap((prose) => [
    ...promised.flatMap((category) => checkPromise(prose, category, done)),
    ...checkWithdrawal(prose),
    ...checkTechniques(prose, declaration),
    ...checkAnonymous(prose),
  ]);
}

// What the site really does: a purpose that a tracker uses, or the measurement.
function doneCategories({ purposes, trackers, measurement }: Declaration): ReadonlySet<Category> {
  const used = Object.values(trackers).flatMap((tracker) => tracker.purposes);
  const ids = measurement === undefined ? used : [...used, measurement.purpose];
  return new Set(ids.flatMap((id) => (Object.hasOwn(purposes, id) ? [purposes[id]?.category ?? 'necessary'] : [])));
}

function checkPromise({ language, words, sentences }: OwnProse, category: Promised, done: ReadonlySet<Category>): readonly Issue[] {
  const promise = sentences.find((sentence) => says(sentence, words.lexicon.self) && mentions(sentence, words.lexicon.promises[category]));
  if (promise !== undefined && !done.has(category)) {
    const message = `The prose in "${language}" promises ${category}, and nothing declared has that category: "${promise}"`;
    return [lacks('POLICY_X1', path, { message, hint: 'Declare the tracker or the measurement, or take the promise out' })];
  }
  if (promise === undefined && done.has(category)) {
    const message = `The prose in "${language}" does not say that the site does ${category}, which is declared`;
    return [warns('POLICY_X1', path, { message, hint: 'Say it in the introduction, in a sentence about this site' })];
  }
  return [];
}

function checkWithdrawal({ language, words, sentences }: OwnProse): readonly Issue[] {
  if (sentences.some((sentence) => mentions(sentence, words.lexicon.withdrawal))) return [];
  const message = `The prose in "${language}" does not say how to change or withdraw a choice`;
  return [warns('POLICY_06', path, { message, hint: 'Add a part that leads to the preferences; the page adds its own section meanwhile' })];
}

function checkTechniques({ language, words, sentences }: OwnProse, { trackers }: Declaration): readonly Issue[] {
  const other = Object.entries(trackers).find(([, { kind }]) => kind !== 'cookie');
  if (other === undefined || sentences.some((sentence) => mentions(sentence, words.lexicon.otherTechniques))) return [];
  const message = `The prose in "${language}" speaks of cookies only, and "${other[0]}" is not one`;
  return [warns('POLICY_02', path, { message, hint: 'Say that storage and requests are treated like cookies' })];
}

function checkAnonymous({ language, words, sentences }: OwnProse): readonly Issue[] {
  const { anonymous, consent } = words.lexicon;
  const claim = sentences.find((sentence) => mentions(sentence, anonymous) && mentions(sentence, consent));
  if (claim === undefined) return [];
  const message = `The prose in "${language}" ties consent to anonymity, which holds only under some countries' exemptions: "${claim}"`;
  return [
    warns('POLICY_03', path, { message, hint: 'Take it out: the section on statistics says which exemption holds, where, and since when' }),
  ];
}
