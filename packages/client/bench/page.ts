// The page: a heading, a large picture, twelve paragraphs, and three things that wait for a yes.
import type { Asset, Fragments, Surroundings } from './entry.ts';
import { siteHost, tracePath, traces } from './words.ts';

/**
 * What the gated inline script does: it says when it ran, and with `?traces` leaves what a measurement service leaves, one of them by
 * its own server a little later. */
export const gatedInline = `window.benchInline = performance.now();
if (location.search === '?traces') {
  document.cookie = '${traces.host}=1; path=/; max-age=86400';
  document.cookie = '${traces.domain}=1; path=/; domain=${siteHost}; max-age=86400';
  document.cookie = '${traces.path}=1; path=${tracePath}; max-age=86400';
  localStorage.setItem('${traces.local}', '1');
  setTimeout(() => fetch('/trace'), 500);
}`;

/** Address of the gated script of another site. */
export const gatedScriptUrl = ({ tracker }: Surroundings): string => `${tracker}/tag.js`;

/** Address of the gated frame. */
export const gatedFrameUrl = ({ frame }: Surroundings): string => `${frame}/map`;

/** Where the large picture is. */
export const heroPath = '/hero.bmp';

const WIDTH = 480;
const HEIGHT = 200;

/** A picture with enough detail to count as content: 24-bit rows of noise that is the same each time. */
export function renderHero(): Asset {
  const body = Buffer.alloc(54 + WIDTH * HEIGHT * 3);
  body.write('BM');
  body.writeUInt32LE(body.length, 2);
  body.writeUInt32LE(54, 10);
  body.writeUInt32LE(40, 14);
  body.writeInt32LE(WIDTH, 18);
  body.writeInt32LE(HEIGHT, 22);
  body.writeUInt16LE(1, 26);
  body.writeUInt16LE(24, 28);
  for (let at = 54; at < body.length; at += 1) body[at] = (at * 2_654_435_761) % 251;
  return { type: 'image/bmp', body };
}

const paragraph =
  'The city publishes what it measures: trees along the streets, water in the wells, bicycles on the bridges, budgets and buildings. ' +
  'Every table can be searched, shown on a map and taken away as a file, and every number says where it comes from and when it was read.';

const style =
  'body{margin:0;font:16px/1.5 sans-serif}main{max-width:960px;margin:0 auto;padding:16px}img{display:block;width:960px;height:400px}';

/** The page with what an entry adds; `first` goes before everything else in the head. */
export function renderPage({ head, gated, tail, first = '' }: Fragments & { readonly first?: string }): string {
  const paragraphs = Array.from({ length: 12 }, (_, at) => `<p>${at + 1}. ${paragraph}</p>`).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
${first}<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Example City open data</title>
<style>${style}</style>
${head}</head>
<body>
<main>
<h1>Example City open data</h1>
<img src="${heroPath}" alt="" width="960" height="400">
${paragraphs}
${gated}</main>
${tail}</body>
</html>
`;
}

/** Gated content in the form that our own few lines of glue understand, for entries that gate nothing by themselves. */
export function renderPlainGated(surroundings: Surroundings): string {
  return `<script type="text/plain" data-gate>${gatedInline}</script>
<script type="text/plain" data-gate data-src="${gatedScriptUrl(surroundings)}"></script>
<iframe data-gate data-src="${gatedFrameUrl(surroundings)}" title="Map" width="480" height="200"></iframe>
`;
}

/** Wakes plain gated content: what operators write themselves where a library leaves gating to them. */
export const wakePlainGated = `for (const old of document.querySelectorAll('script[data-gate]')) {
  const script = document.createElement('script');
  if (old.dataset.src) script.src = old.dataset.src;
  script.text = old.text;
  old.replaceWith(script);
}
for (const frame of document.querySelectorAll('iframe[data-gate]:not([src])')) frame.src = frame.dataset.src;`;
