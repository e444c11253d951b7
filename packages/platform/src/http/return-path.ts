// Where a form may send its visitor back to: a path of this origin, and nothing that a browser could read as another.

const longest = 2048;

/**
 * The path to return to, or `fallback` where the given one is not plainly a path of this origin. Refused: anything that does not
 * begin with a single slash, backslashes, control characters, a path whose slashes or dots are percent-encoded, too long a one.
 */
export function safeReturnPath(given: string | null, fallback: string): string {
  if (given === null || given.length > longest || !given.startsWith('/')) return fallback;
  if (!isVisibleAscii(given) || given.includes('\\')) return fallback;
  const path = given.split(/[?#]/, 1)[0] ?? '';
  if (path.startsWith('//') || /%(?:2f|5c|2e|25|0|1|7f)/i.test(path)) return fallback;
  const probe = 'http://origin.invalid';
  const url = URL.canParse(given, probe) ? new URL(given, probe) : null;
  // The answer is what the URL parser made of it, so that what was checked is what is sent.
  if (url === null || url.origin !== probe || url.username !== '' || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}

function isVisibleAscii(text: string): boolean {
  return /^[\x21-\x7e]*$/.test(text);
}
