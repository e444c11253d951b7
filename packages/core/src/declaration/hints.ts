// What to do about an issue whose place in the code had nothing more precise to say: no issue leaves its reader without a next step.
import type { DeclarationCode } from './codes.ts';

const hints: { readonly [code in DeclarationCode]?: string } = {
  DECL_TYPE: 'Write a value of the type that the message names',
  DECL_FIELD_MISSING: 'Add it; the published JSON Schema lists every field and its form',
  DECL_FIELD_UNKNOWN: 'Remove it, or correct its name',
  DECL_VALUE: 'Use one of the values listed',
  DECL_RANGE: 'Use a whole number within the range',
  DECL_SYNTAX: 'Write it in the form that the message gives',
  DECL_HOST: 'Write the host in lower case, without scheme, port or path',
  DECL_PATH: 'Begin with "/"; end with "*" for everything below',
  DECL_DATE: 'Write a real day as YYYY-MM-DD',
  DECL_ID: 'Use lower-case letters, digits, "-" and "_"',
  DECL_REFERENCE: 'Declare it, or use an id that is declared',
  DECL_LIST_LENGTH: 'Add or remove entries until the number fits',
  DECL_LIST_REPEATED: 'Remove the repetition',
  DECL_TEXT_MISSING: 'Write the words in every language that "languages" lists',
  DECL_TEXT_UNDECLARED: 'Add the language to "languages", or remove the words',
  DECL_KEY_REPEATED: 'Keep one of the two',
  DECL_KEY_FORBIDDEN: 'Choose another key',
  DECL_JSON: 'Correct the text at that place',
  DECL_TOO_DEEP: 'No declaration needs that depth: remove the nesting',
  DECL_TOO_LARGE: 'Split what several sites share into a base, or raise the limit knowingly',
  DECL_NOT_UTF8: 'Save the file as UTF-8',
};

/** The next step for a code. */
export function hintFor(code: DeclarationCode): string {
  return hints[code] ?? 'Correct the value as the message says';
}
