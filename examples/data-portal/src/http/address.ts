// URL parsing that answers null instead of throwing.

/** An absolute address, or one relative to `base`; null when it is neither. */
export function parseAddress(text: string, base?: string): URL | null {
  return URL.canParse(text, base) ? new URL(text, base) : null;
}
