// What may become of a thing that nobody declared, and how many of each there are.

/** The kinds, by what is tried. */
export const undeclaredKinds = [
  'script',
  'inline',
  'iframe',
  'image',
  'fetch',
  'xhr',
  'beacon',
  'known tracker',
  'cookie',
  'storage',
  'set-cookie',
] as const;

/** One of them. */
export type UndeclaredKind = (typeof undeclaredKinds)[number];

/** `stopped`: it never happened. `purged`: it happened and was taken back. `passed`: it happened. */
export type Outcome = 'stopped' | 'purged' | 'passed';

/** What became of each, before a choice and on the next page after a refusal. */
export type Undeclared = { readonly before: Outcomes; readonly after: Outcomes };

/** An outcome for each kind. */
export type Outcomes = { readonly [K in UndeclaredKind]: Outcome };

/** How many have that outcome. */
export function countOutcomes(outcomes: Outcomes, outcome: Outcome): number {
  return undeclaredKinds.filter((kind) => outcomes[kind] === outcome).length;
}
