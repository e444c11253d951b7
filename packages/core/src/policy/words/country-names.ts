// Names of countries as one text, because sixty lines of data would hide the words around them.

/** Names by ISO 3166-1 code from "AT=Austria; AU=Australia". */
export function countryNames(text: string): { readonly [code: string]: string } {
  return Object.fromEntries(text.split('; ').map((entry) => [entry.slice(0, 2), entry.slice(3)]));
}
