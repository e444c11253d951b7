// What the build hands to whoever serves pages.

/** One script. `path` goes behind the site's prefix; `sha256` is base64, for CSP and integrity. */
export type ClientAsset = { readonly path: string; readonly body: string; readonly sha256: string };

/** `page` goes into every page, before anything else; `more` is a module that it imports when needed; a projection only where it is declared. */
export type ClientAssets = {
  readonly page: ClientAsset;
  readonly more: ClientAsset;
  readonly projections: { readonly [id: string]: ClientAsset };
};

/** The same for a site without a server, as text. */
export type StaticAssets = { readonly page: string; readonly more: string };
