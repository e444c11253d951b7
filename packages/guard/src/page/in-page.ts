// Scripts and styles of ours as elements of a page, in the form that the site's own policies let through.
import type { Html } from '@candor/core';
import { html, renderHtml, unescapedHtml } from '@candor/core';
import type { Delivery, Freight, SitePolicies } from '../response/site-policy.ts';
import { planDelivery } from '../response/site-policy.ts';

/** The page that something is to stand in: the site's policies on it, and its host and port. */
export type Place = { readonly policies: SitePolicies; readonly authority: string };

/** One script or stylesheet: its text, where it is served as a file, and its SHA-256 in base64. */
export type Piece = { readonly path: string; readonly body: string; readonly sha256: string };

function renderPiece(kind: Freight['kind'], { path, body, sha256 }: Piece, { form, nonce }: Delivery): Html {
  const attribute = nonce === null ? null : html` nonce="${nonce}"`;
  const text = unescapedHtml(body);
  if (kind === 'script')
    return form === 'inline'
      ? html`<script${attribute}>${text}</script>`
      : html`<script src="${path}" integrity="sha256-${sha256}"${attribute}></script>`;
  return form === 'inline' ? html`<style${attribute}>${text}</style>` : html`<link rel="stylesheet" href="${path}"${attribute}>`;
}

/** The elements, or null where a policy of the site keeps them out. Inline they cost no request. */
export function renderInPage(kind: Freight['kind'], pieces: readonly Piece[], { policies, authority }: Place): string | null {
  if (pieces.length === 0) return '';
  const hashes = pieces.map(({ sha256 }) => sha256);
  const paths = pieces.map(({ path }) => path);
  const delivery = planDelivery(policies, { kind, hashes, paths, authority });
  return delivery.form === 'none' ? null : renderHtml(html`${pieces.map((piece) => renderPiece(kind, piece, delivery))}`);
}
