// In which declared language the notice speaks to a visitor.

import { remember } from '../memory.ts';

type Wish = { readonly tag: string; readonly weight: number };

const readWishes = remember((header: string): readonly Wish[] =>
  header
    .split(',')
    .map((part): Wish => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters
        .map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1])
        .find((found) => found !== undefined);
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight),
);

/** The declared language that a tag asks for: itself, or one of the same primary language. */
function matching(languages: readonly string[], tag: string): string | undefined {
  const primary = tag.split('-')[0];
  return (
    languages.find((language) => language.toLowerCase() === tag) ??
    languages.find((language) => language.toLowerCase().split('-')[0] === primary)
  );
}

/** The language the visitor picked, else the best of what the browser asks for, else the first declared one. */
export function pickLanguage(languages: readonly [string, ...string[]], picked: string | null, acceptLanguage: string | null): string {
  const chosen = picked === null ? undefined : languages.find((language) => language.toLowerCase() === picked.toLowerCase());
  if (chosen !== undefined) return chosen;
  for (const { tag } of readWishes(acceptLanguage ?? '')) {
    const found = matching(languages, tag);
    if (found !== undefined) return found;
  }
  return languages[0];
}
