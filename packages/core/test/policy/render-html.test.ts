import { expect, test } from 'vitest';
import { html, renderHtml } from '../../src/base/html.ts';
import type { Declaration } from '../../src/declaration/types.ts';
import { renderPolicyHtml } from '../../src/policy/render-html.ts';
import { renderPolicyMarkdown } from '../../src/policy/render-markdown.ts';
import { renderPolicyPage } from '../../src/policy/render-page.ts';
import { policyStyles } from '../../src/policy/styles.ts';
import { richDeclaration as rich } from './rich-declaration.ts';
import { compileGeneration, compileView, generations, languages } from './seed-declarations.ts';

const pages = generations.flatMap((generation) =>
  languages.map((language) => ({ generation, language, view: compileGeneration(generation, language) })),
);

test.each(pages)('P20 $generation/$language: tables have a caption, scoped headings and a label on every cell', ({ view }) => {
  const text = renderHtml(renderPolicyHtml(view));
  const tables = text.match(/<table[\s\S]*?<\/table>/g) ?? [];
  expect(tables.length).toBeGreaterThanOrEqual(2);
  for (const table of tables) {
    expect(table).toMatch(/^<table class="candor-table" role="table">\n<caption>[^<]+<\/caption>/);
    for (const heading of table.match(/<th\b[^>]*>/g) ?? []) expect(heading).toMatch(/scope="(?:col|row|rowgroup)"/);
    for (const row of table.match(/<tr role="row">[\s\S]*?<\/tr>/g)?.slice(1) ?? []) {
      expect(row.match(/scope="row"/g)).toHaveLength(1);
      expect(row.match(/<t[dh]\b/g)?.length).toBe(row.match(/data-label="[^"]+"/g)?.length);
    }
  }
});

test.each(pages)('P20 $generation/$language: headings go down one rank at a time from a single title', ({ view }) => {
  const ranks = [...renderHtml(renderPolicyHtml(view)).matchAll(/<h([1-6])/g)].map(([, rank]) => Number(rank));
  expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
  expect(ranks[0]).toBe(1);
  for (const [index, rank] of ranks.entries()) expect(rank - (ranks[index - 1] ?? 0)).toBeLessThanOrEqual(1);
});

test('P20 the title can stand one rank lower, and everything with it', () => {
  const text = renderHtml(renderPolicyHtml(compileView(rich), { heading: 2 }));
  expect(text).not.toContain('<h1');
  expect(text.match(/<h2/g)).toHaveLength(1);
  expect(text).toContain('<h4>Authentication</h4>');
});

test.each(pages)('P20 $generation/$language: every link within the page has its target', ({ view }) => {
  const text = renderPolicyPage(view);
  const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(targets.length).toBeGreaterThan(5);
  for (const target of targets) expect(ids).toContain(target);
  expect(ids.size).toBe([...text.matchAll(/ id="/g)].length);
});

test.each(pages)('P21 $generation/$language: the page stands alone and passes a policy that knows one style hash', ({ view, language }) => {
  const page = renderPolicyPage(view);
  expect(page.startsWith('<!doctype html>\n')).toBe(true);
  expect(page).toContain(`<html lang="${language}" dir="ltr">`);
  expect(page.match(/<style>([\s\S]*?)<\/style>/)?.[1]).toBe(policyStyles());
  expect(page.match(/<style/g)).toHaveLength(1);
  expect(page).not.toMatch(/<script|<link|<img|<iframe| style="| on[a-z]+="| src="/i);
});

test('P21 the styles ask for nothing, cannot end their element, and mirror by themselves', () => {
  const css = policyStyles();
  expect(css).not.toMatch(/url\(|@import|<|expression/i);
  expect(css).not.toMatch(
    /(?:margin|padding|border|inset)-(?:left|right)|text-align:(?:left|right)|float:(?:left|right)|[;{](?:left|right|width):/,
  );
  for (const feature of ['@media print', '@container', 'light-dark(', 'forced-colors', ':focus-visible']) expect(css).toContain(feature);
});

test('P21 other languages are linked unless the caller brings its own navigation', () => {
  const view = compileView(rich, { language: 'fr' });
  const page = renderPolicyPage(view);
  expect(page).toContain('<a href="/cookies/policy/en" hreflang="en" lang="en">English</a>');
  expect(page).toContain('<a href="/cookies/policy/fr" hreflang="fr" lang="fr" aria-current="page">Français</a>');
  const own = renderPolicyPage(view, { nav: html`<nav>mine</nav>`, title: 'Mine' });
  expect(own).toContain('<nav>mine</nav>');
  expect(own).toContain('<title>Mine</title>');
  expect(own).not.toContain('hreflang');
});

test('P21 what a visitor needs first is at the top: the way to the choices, version, date, fingerprint', () => {
  const text = renderHtml(renderPolicyHtml(compileView(rich)));
  const head = text.slice(0, text.indexOf('<section'));
  for (const piece of [
    'href="/cookies/preferences"',
    '<dd>7</dd>',
    '<time datetime="2026-09-01">1 September 2026</time>',
    '<code dir="ltr">abababababab</code>',
  ]) {
    expect(head).toContain(piece);
  }
});

const hostile = '<script>alert("x")</script> | `a` & \'b\' \u202eevil\u2066 <img src=x onerror=y> [l](javascript:z)';
const hostileText = { en: hostile, fr: hostile };

function hostileDeclaration(): Declaration {
  const text = JSON.stringify(rich, (key, value: unknown) =>
    typeof value === 'object' && value !== null && 'en' in value && key !== '' ? hostileText : value,
  );
  const declaration: Declaration = JSON.parse(text);
  const named = Object.entries(declaration.providers).map(([id, provider]) => [
    id,
    { ...provider, name: hostile, policy: 'javascript:alert(1)' },
  ]);
  const trackers = Object.entries(declaration.trackers).map(([id, tracker]) => [
    id,
    tracker.kind === 'request' ? tracker : { ...tracker, names: [{ exact: hostile }] },
  ]);
  return {
    ...declaration,
    version: hostile,
    controller: { ...declaration.controller, address: hostile, contact: 'javascript:alert(1)//@x.example' },
    providers: Object.fromEntries(named),
    trackers: Object.fromEntries(trackers),
  };
}

test('P22 hostile words, names and addresses are text in HTML', () => {
  const page = renderPolicyPage(compileView(hostileDeclaration()));
  expect(page).not.toMatch(/<script|<img|javascript:[^<]*"|\son[a-z]+="/i);
  expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect(page).not.toMatch(/href="(?!#|\/|https:|mailto:)/);
  expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
});

test('P22 hostile words, names and addresses are text in Markdown', () => {
  const text = renderPolicyMarkdown(compileView(hostileDeclaration()));
  const outsideCode = text.replace(/(`+)[\s\S]*?[^`]\1(?!`)/g, '');
  expect(outsideCode).not.toMatch(/<(?!https:)/);
  expect(outsideCode).not.toMatch(/(?<!\\)\]\(javascript/);
  for (const line of text.split('\n').filter((row) => row.startsWith('| '))) {
    const cells = line.match(/(?<!\\)\|/g)?.length ?? 0;
    expect([6, 7]).toContain(cells);
  }
});
