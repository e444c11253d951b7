// Parsers of Set-Cookie lines, all asked the same: which cookie is this? Core's own beside those of others, in one process.
import { scanCookieName, scanSetCookie } from '@candor/core';
import { nameScan, wholeScan } from './reader-names.ts';

/** A parser. `read` gives the cookie's name, or null where it says that there is no cookie; it may throw. */
export type Reader = { readonly name: string; read(line: string): string | null };

const own: readonly Reader[] = [
  { name: nameScan, read: scanCookieName },
  { name: wholeScan, read: (line) => scanSetCookie(line)?.name ?? null },
];

type ParseOne = (line: string) => { readonly name?: unknown } | null | undefined;
type Library = {
  readonly parseSetCookie: ParseOne;
  readonly parseString: ParseOne;
  readonly Cookie: { parse(line: string, options: object): { readonly key: string } | undefined };
};

const nameBy =
  (parse: ParseOne): Reader['read'] =>
  (line) => {
    const read = parse(line)?.name;
    return typeof read === 'string' ? read : null;
  };

/** One parser of others, by its package's name. Rejects where it is not there. */
async function loadReader(name: string): Promise<Reader> {
  const { Cookie, parseSetCookie, parseString } = (await import(name)) as Library;
  if (name === 'tough-cookie') return { name, read: (line) => Cookie.parse(line, { loose: true })?.key ?? null };
  return { name, read: nameBy(name === 'set-cookie-parser' ? parseString : parseSetCookie) };
}

/** All that are there; what is not is left out. */
export async function loadReaders(names: readonly string[]): Promise<readonly Reader[]> {
  const loaded = await Promise.allSettled(names.map(loadReader));
  return [...own, ...loaded.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))];
}
