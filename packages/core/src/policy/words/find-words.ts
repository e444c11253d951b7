// The languages the policy speaks. A new one is a file beside this and a line here.
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import type { PolicyWords } from './policy-words.ts';
import { pt } from './pt.ts';

const languages: ReadonlyMap<string, PolicyWords> = new Map([en, fr, ar, de, es, it, nl, pl, pt].map((words) => [words.tag, words]));

/** Primary tags of the languages the product has words for. */
export const policyLanguages: readonly string[] = [...languages.keys()];

/** The words for a BCP 47 tag, by its primary subtag (`fr-CA` is answered by `fr`); null where there are none. */
export function findPolicyWords(language: string): PolicyWords | null {
  return languages.get(language.toLowerCase().split('-')[0] ?? '') ?? null;
}
