// The stylesheets of the notice, in the parts in which a page needs them. As files they are named by their content.
import type { Declaration, StylePart } from '@candor/core';
import { encodeBase64, renderStylePart, sha256, sha256Hex } from '@candor/core';
import { asciiCss } from '../html/ascii.ts';

/** One stylesheet: what stands in it, where it is served, its SHA-256 in base64. */
export type Stylesheet = { readonly path: string; readonly body: string; readonly sha256: string };

/** `page` goes into every page, `banner` where the question stands, `preferences` is loaded when the preference centre opens. */
export type NoticeStyles = { readonly page: Stylesheet; readonly banner: Stylesheet; readonly preferences: Stylesheet };

function sheet({ site }: Declaration, part: StylePart, css: string): Stylesheet {
  const body = asciiCss(css);
  return { path: `${site.prefix}/assets/${part}-${sha256Hex(body).slice(0, 12)}.css`, body, sha256: encodeBase64(sha256(body)) };
}

/** The stylesheets of a declaration's theme. */
export function compileStyles(declaration: Declaration): NoticeStyles {
  const { theme } = declaration.notice;
  return {
    page: sheet(declaration, 'page', renderStylePart(theme, 'page')),
    banner: sheet(declaration, 'banner', renderStylePart(theme, 'banner')),
    preferences: sheet(declaration, 'preferences', renderStylePart(theme, 'preferences')),
  };
}
