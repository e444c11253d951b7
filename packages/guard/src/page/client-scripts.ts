// The client's scripts as this guard serves them: checked once, at start, because a page could only fail silently.
import type { Declaration } from '@candor/core';
import { encodeBase64, sha256 } from '@candor/core';
import type { ClientAsset, ClientAssets } from '../contract.ts';
import { GuardError } from '../errors.ts';

/** One script and the path it is served at. */
export type Script = ClientAsset;

/** `inPage` in the order in which they stand in a page: the page's script, then each declared projection's. */
export type ClientScripts = { readonly inPage: readonly Script[]; readonly more: Script };

/** Behind the prefix, unless the path begins with it. */
function assetPath(prefix: string, path: string): string {
  return path.startsWith(`${prefix}/`) ? path : `${prefix}${path.startsWith('/') ? '' : '/'}${path}`;
}

/** The parser ends a script at its end tag, loses the end tag after `<!--` with `<script`, and changes line ends; hashes are of UTF-8. */
function canStandInPage({ body }: ClientAsset): boolean {
  return !/[^\t\n\x20-\x7e]/.test(body) && !/<\/script/i.test(body) && !/<!--[\s\S]*<script/i.test(body);
}

function hasItsHash({ body, sha256: stated }: ClientAsset): boolean {
  return encodeBase64(sha256(body)) === stated;
}

/** The scripts that this declaration calls for; throws `GUARD_CLIENT_UNFIT`. Without a declaration no projection is called for. */
export function prepareScripts(client: ClientAssets, prefix: string, declaration: Declaration | null): ClientScripts {
  const declared = (declaration?.signals?.projections ?? []).filter((id) => Object.hasOwn(client.projections, id));
  const projections = [...new Set(declared)].flatMap((id) => client.projections[id] ?? []);
  const standing = [client.page, ...Object.values(client.projections)];
  const unfit = standing.find((asset) => !canStandInPage(asset)) ?? [...standing, client.more].find((asset) => !hasItsHash(asset));
  if (unfit !== undefined) throw new GuardError('GUARD_CLIENT_UNFIT', unfit.path);
  const served = (asset: ClientAsset): Script => ({ ...asset, path: assetPath(prefix, asset.path) });
  return { inPage: [client.page, ...projections].map(served), more: served(client.more) };
}
