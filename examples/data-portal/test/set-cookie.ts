// A Set-Cookie line taken apart, for comparing it with a declaration.

/** Attribute names are lower case; an attribute without a value has the empty string. */
export type SetCookie = { readonly name: string; readonly value: string; readonly attributes: ReadonlyMap<string, string> };

/** Takes a line apart. */
export function parseSetCookie(line: string): SetCookie {
  const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
  const cut = pair.indexOf('=');
  const attributes = rest.map((part) => {
    const at = part.indexOf('=');
    return at < 0 ? ([part.toLowerCase(), ''] as const) : ([part.slice(0, at).toLowerCase(), part.slice(at + 1)] as const);
  });
  return { name: pair.slice(0, cut), value: pair.slice(cut + 1), attributes: new Map(attributes) };
}
