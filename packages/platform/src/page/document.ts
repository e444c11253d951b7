// The HTML document around a page's body, the same for visitors and for the back office.
import type { Html } from '@candor/core';
import { html, renderHtml } from '@candor/core';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';
import { directionOf } from '../words/pick.ts';

/** A document in the visit's language. `head` goes behind the stylesheet; `body` is everything within the body element. */
export type DocumentParts = { readonly title: string; readonly bodyClass: string; readonly head?: Html; readonly body: Html };

/** The whole document as text. */
export function renderDocument(site: Site, visit: Visit, { title, bodyClass, head, body }: DocumentParts): string {
  const name = textIn(site.declaration.site.name, visit.language);
  return renderHtml(html`<!doctype html>
<html lang="${visit.wordsLanguage}" dir="${directionOf(visit.wordsLanguage)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${name}</title>
<link rel="stylesheet" href="${site.prefix}/${site.stylesheet.path}">
<link rel="icon" href="${icon}">
${head}
</head>
<body class="${bodyClass}">
${body}
</body>
</html>
`);
}

/** The words of a declared text in a language, or in the first language it has. */
export function textIn(text: { readonly [language: string]: string } | undefined, language: string): string {
  if (text === undefined) return '';
  return (Object.hasOwn(text, language) ? text[language] : undefined) ?? Object.values(text)[0] ?? '';
}

/** `lang` and `dir` for words of the declaration inside a page whose own words are in another language. */
export function languageAttributes(visit: Visit): Html | null {
  return visit.language === visit.wordsLanguage ? null : html` lang="${visit.language}" dir="${directionOf(visit.language)}"`;
}

const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="15" fill="#0b5563"/><path d="M9.5 16.5l4.6 4.6L23 11.5" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>',
  );
