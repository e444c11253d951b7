// Every code the parser and checker can answer with. Scripts rely on them: a code is never renamed or given another meaning.

/** The codes of `parseDeclaration`, `checkDeclaration`, `checkAgainst`, `composeDeclarations` and `upgradeDeclaration`. */
export type DeclarationCode =
  | 'DECL_TOO_LARGE'
  | 'DECL_NOT_UTF8'
  | 'DECL_BOM'
  | 'DECL_JSON'
  | 'DECL_TOO_DEEP'
  | 'DECL_KEY_REPEATED'
  | 'DECL_KEY_FORBIDDEN'
  | 'DECL_LANGUAGE'
  | 'DECL_UPGRADED'
  | 'DECL_TYPE'
  | 'DECL_FIELD_UNKNOWN'
  | 'DECL_FIELD_MISSING'
  | 'DECL_VALUE'
  | 'DECL_RANGE'
  | 'DECL_SYNTAX'
  | 'DECL_HOST'
  | 'DECL_PATH'
  | 'DECL_DATE'
  | 'DECL_ID'
  | 'DECL_REFERENCE'
  | 'DECL_LIST_LENGTH'
  | 'DECL_LIST_REPEATED'
  | 'DECL_TEXT_MISSING'
  | 'DECL_TEXT_UNDECLARED'
  | 'DECL_NAME_PREFIX'
  | 'DECL_HOST_PREFIX'
  | 'DECL_SECURE_PREFIX'
  | 'DECL_SAME_SITE'
  | 'DECL_PARTITIONED'
  | 'DECL_NUMBER_REPEATED'
  | 'DECL_PROFILE'
  | 'DECL_CHOICE_SCOPE'
  | 'DECL_TOO_MANY'
  | 'DECL_REVISION_NOT_RAISED'
  | 'DECL_REVISION_LOWERED'
  | 'DECL_NUMBER_REUSED'
  | 'DECL_VERSION_NOT_CHANGED'
  | 'DECL_DATE_EARLIER'
  | 'DECL_SUPERSEDES';

/** What each code means. */
export const declarationCodes: { readonly [code in DeclarationCode]: string } = {
  DECL_TOO_LARGE: 'The text is larger than the limit',
  DECL_NOT_UTF8: 'The bytes are not UTF-8',
  DECL_BOM: 'The text begins with a byte order mark, which is ignored (warning)',
  DECL_JSON: 'The text is not JSON',
  DECL_TOO_DEEP: 'Values are nested deeper than the limit',
  DECL_KEY_REPEATED: 'An object has the same key twice',
  DECL_KEY_FORBIDDEN: 'A key is one that JavaScript treats specially',
  DECL_LANGUAGE: 'The language version is missing or unknown',
  DECL_UPGRADED: 'The declaration was read as an older language version (warning)',
  DECL_TYPE: 'A value has the wrong type',
  DECL_FIELD_UNKNOWN: 'A field does not exist in the language',
  DECL_FIELD_MISSING: 'A required field is absent',
  DECL_VALUE: 'A value is not one of those allowed',
  DECL_RANGE: 'A number is out of range or not whole',
  DECL_SYNTAX: 'A string does not have the required form',
  DECL_HOST: 'A host, domain or origin does not have the required form',
  DECL_PATH: 'A path does not have the required form',
  DECL_DATE: 'A date is not a real day written as year-month-day',
  DECL_ID: 'A record key is not a valid id',
  DECL_REFERENCE: 'An id is used that is not declared',
  DECL_LIST_LENGTH: 'A list or record has too few or too many entries',
  DECL_LIST_REPEATED: 'A list has the same entry twice',
  DECL_TEXT_MISSING: 'Words are missing in a declared language',
  DECL_TEXT_UNDECLARED: 'Words are given in a language that is not declared',
  DECL_NAME_PREFIX: 'A name prefix has fewer than two characters',
  DECL_HOST_PREFIX: 'A cookie named __Host-… is not secure, host-only and on path /',
  DECL_SECURE_PREFIX: 'A cookie named __Secure-… is not secure',
  DECL_SAME_SITE: 'A cookie with SameSite=None is not secure',
  DECL_PARTITIONED: 'A partitioned cookie is not secure',
  DECL_NUMBER_REPEATED: 'Two purposes have the same number',
  DECL_PROFILE: 'The default profile is not among those offered',
  DECL_CHOICE_SCOPE: 'The choice cookie would not reach every host of the site',
  DECL_TOO_MANY: 'More issues were found than are listed',
  DECL_REVISION_NOT_RAISED: 'A purpose changed materially and its revision did not rise',
  DECL_REVISION_LOWERED: 'A revision is lower than the published one',
  DECL_NUMBER_REUSED: 'A published number now belongs to another purpose',
  DECL_VERSION_NOT_CHANGED: 'The declaration changed under the same version (warning)',
  DECL_DATE_EARLIER: 'The date is earlier than the published one (warning)',
  DECL_SUPERSEDES: 'The superseded id is not that of the published declaration (warning)',
};
