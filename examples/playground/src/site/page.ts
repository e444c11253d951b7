// The page of the small site. It knows nothing of Candor but the name of the purpose that its map waits for.
import type { Html } from '@candor/core';
import { findPolicyWords, html } from '@candor/core';
import type { Cell } from '../cell.ts';
import { mapHost } from '../cell.ts';
import { wordsIn } from '../words/all.ts';

/** The whole document. */
export function renderSitePage({ language, theme }: Cell, port: number): Html {
  const words = wordsIn(language);
  const direction = findPolicyWords(language)?.direction ?? 'ltr';
  const [first, second] = words.paragraphs;
  return html`<!doctype html>
<html lang="${language}" dir="${direction}"${theme === 'own' && html` class="warm"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.site}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/">${words.site}</a></header>
<main>
<img src="/lighthouse.svg" alt="${words.picture}" width="1200" height="480">
<h1>${words.lead}</h1>
<p>${first}</p>
<p>${second}</p>
<h2>${words.mapHeading}</h2>
<iframe data-candor-purpose="maps" data-src="http://${mapHost}:${port}/" title="${words.mapTitle}" width="640" height="300"></iframe>
</main>
</body>
</html>
`;
}
