// The few words that a script in a page says, as files of their own by language and profile: most pages never need them.
import type { Declaration, ProfileId } from '@candor/core';
import { compilePageWords, sha256Hex } from '@candor/core';
import type { Notices } from './notices.ts';
import type { ServedFile } from './served-files.ts';

/** Words in files. */
export type WordFiles = {
  /** The address of the words in a language under a profile. */
  pathOf(language: string, profile: ProfileId): string;
  /** The file at an address that a page was given, also by a guard that ran before this one. */
  find(path: string): ServedFile | null;
};

/** Prepares the words; `profiles` are those that pages are usually made for. */
export function createWordFiles(
  { site, languages }: Declaration,
  notices: Notices,
  { profiles, preferencesStyles }: { readonly profiles: readonly ProfileId[]; readonly preferencesStyles: string },
): WordFiles {
  const files = new Map<string, ServedFile>();
  const paths = new Map<string, string>();
  const pathOf = (language: string, profile: ProfileId): string => {
    const key = `${language} ${profile}`;
    const known = paths.get(key);
    if (known !== undefined) return known;
    const body = JSON.stringify(compilePageWords(notices.find(language, profile), preferencesStyles));
    const path = `${site.prefix}/assets/words-${sha256Hex(body).slice(0, 12)}.json`;
    paths.set(key, path);
    files.set(path, { path, body, type: 'application/json' });
    return path;
  };
  return {
    pathOf,
    find: (path) => {
      if (!path.startsWith(`${site.prefix}/assets/words-`)) return null;
      if (!files.has(path)) for (const language of languages) for (const profile of profiles) pathOf(language, profile);
      return files.get(path) ?? null;
    },
  };
}
