// Reads a declaration's texts in one language and remembers what was not there: another language is never put in its place.
import type { Issue } from '../base/result.ts';
import type { Text } from '../declaration/types.ts';
import { plainText } from './plain-text.ts';

/** Reads texts; `issues` grows by one for each that is missing. */
export type TextReader = { readonly read: (text: Text, path: string) => string; readonly issues: readonly Issue[] };

/** A reader for one language. */
export function createTextReader(language: string): TextReader {
  const issues: Issue[] = [];
  const read = (text: Text, path: string): string => {
    const words = Object.hasOwn(text, language) ? text[language] : undefined;
    if (typeof words === 'string') return plainText(words);
    issues.push(missingText(language, path));
    return '';
  };
  return { read, issues };
}

function missingText(language: string, path: string): Issue {
  return {
    code: 'POLICY_TEXT_MISSING',
    path: `${path}.${language}`,
    message: `There is no text in "${language}"`,
    hint: 'Add the translation, or remove the language from "languages"',
    severity: 'error',
  };
}
