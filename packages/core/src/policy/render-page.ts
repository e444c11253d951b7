// The policy as a whole document that needs nothing else: one style element, no script, no request to anywhere.
import type { Html } from '../base/html.ts';
import { html, renderHtml, unescapedHtml } from '../base/html.ts';
import { renderPolicyHtml } from './render-html.ts';
import { policyStyles } from './styles.ts';
import type { PolicyView } from './view.ts';

/** How the document is framed. `nav` replaces the links to the page's other languages. */
export type PolicyPageOptions = { readonly title?: string; readonly nav?: Html };

/** A standalone HTML document. Its CSP needs only the hash of `policyStyles()`. */
export function renderPolicyPage(view: PolicyView, options: PolicyPageOptions = {}): string {
  const title = options.title ?? `${view.title} – ${view.site.name}`;
  const page = html`<!doctype html>
<html lang="${view.language}" dir="${view.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="same-origin">
<title>${title}</title>
<style>${unescapedHtml(policyStyles())}</style>
</head>
<body class="candor-page">
${options.nav ?? renderLanguages(view)}
<main>
${renderPolicyHtml(view)}
</main>
</body>
</html>
`;
  return renderHtml(page);
}

function renderLanguages({ languages, language: current, labels }: PolicyView): Html | null {
  if (languages.length < 2) return null;
  const links = languages.map(({ language, name, href }) => {
    const here = language === current && html` aria-current="page"`;
    return html`<li><a href="${href}" hreflang="${language}" lang="${language}"${here}>${name}</a></li>`;
  });
  return html`<nav class="candor-languages" aria-label="${labels.languages}"><ul>${links}</ul></nav>`;
}
