// Text from a declaration as it may stand on a page: one line, and nothing that changes the direction of what follows it.

// Embeddings, overrides and isolates can make a name read as another. The marks U+200E and U+200F order neutrals only, and stay.
const directionControls = /[\u202a-\u202e\u2066-\u2069]/gu;
const loneSurrogates = /\p{Surrogate}/gu;
const controls = /[\p{Cc}\u2028\u2029]+/gu;

/** The text without control characters, with white space collapsed; lone surrogates become U+FFFD. */
export function plainText(text: string): string {
  return text.replace(loneSurrogates, '\ufffd').replace(directionControls, '').replace(controls, ' ').replace(/ {2,}/g, ' ').trim();
}
