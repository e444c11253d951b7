// Lists as a sentence has them, and labels that say a word they share only once.
import type { Grammar } from './words/policy-words.ts';

/** "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[], grammar: Pick<Grammar, 'and' | 'comma'>): string {
  const last = words.at(-1) ?? '';
  if (words.length < 2) return last;
  return `${words.slice(0, -1).join(grammar.comma)}${grammar.and}${last}`;
}

/** Location labels as one: "front office" and "back office" become "front and back office" in languages that share the last word. */
export function joinLabels(labels: readonly string[], grammar: Grammar): string {
  const plain = grammar.lowerCaseLabels ? labels.map(lowerFirst) : labels;
  const shared = grammar.shareLastWord ? sharedLastWord(plain) : null;
  if (shared === null) return joinWords(plain, grammar);
  const heads = plain.map((label) => label.slice(0, -shared.length).trimEnd());
  return `${joinWords(heads, grammar)} ${shared}`;
}

function sharedLastWord(labels: readonly string[]): string | null {
  if (labels.length < 2) return null;
  const split = labels.map((label) => label.split(' '));
  const last = split[0]?.at(-1);
  return last !== undefined && split.every((words) => words.length > 1 && words.at(-1) === last) ? last : null;
}

// "API" keeps its capitals, "Front office" does not.
function lowerFirst(label: string): string {
  const [first = '', second = ''] = label;
  return second === second.toLowerCase() ? first.toLowerCase() + label.slice(first.length) : label;
}
