import { expect, test } from 'vitest';
import { renderHtml } from '../../src/base/html.ts';
import type { Declaration, Tracker } from '../../src/declaration/types.ts';
import { renderPolicyHtml } from '../../src/policy/render-html.ts';
import { renderPolicyMarkdown } from '../../src/policy/render-markdown.ts';
import { renderPolicyPage } from '../../src/policy/render-page.ts';
import { richDeclaration } from './rich-declaration.ts';
import { compileView } from './seed-declarations.ts';
import { smallDeclaration } from './words-declaration.ts';

const arabic = compileView(smallDeclaration, { language: 'ar' });

// One cookie for two purposes that rest on different grounds, so that both are said in one cell.
function withTwoGrounds(declaration: Declaration, language: string): Declaration {
  const { map_cookie } = declaration.trackers;
  if (map_cookie === undefined) throw new Error('The declaration has lost its cookie');
  const both: Tracker = { ...map_cookie, purposes: ['login', 'maps'] };
  return { ...declaration, languages: [language], trackers: { ...declaration.trackers, map_cookie: both } };
}

test('P28 on a page from right to left names are code from left to right, providers and hosts isolated', () => {
  const text = renderHtml(renderPolicyHtml(arabic));
  expect(text).toContain('<code dir="ltr">_map_*</code>');
  expect(text).not.toContain('<code>');
  expect(text).toContain('(<bdi>maps.example</bdi>، <bdi>*.maps.example</bdi>)');
  expect(text).toMatch(/<td role="cell"[^>]*><bdi>Example Maps<\/bdi>/);
});

test('P28 an address that is its own words is written from left to right, a link with words in the page’s direction', () => {
  const text = renderHtml(renderPolicyHtml(arabic));
  for (const [, href = '', rest = '', words = ''] of text.matchAll(/<a href="([^"#]+)"([^>]*)>([^<]*)</g)) {
    expect(rest.includes('dir="ltr"'), words).toBe(href.endsWith(words));
  }
  expect(text).toMatch(/<a href="mailto:[^"]+" dir="ltr">/);
});

test('P29 names stand with the comma of the language, in HTML and in Markdown', () => {
  expect(renderHtml(renderPolicyHtml(arabic))).toContain('<code dir="ltr">_map_*</code>، <code dir="ltr">mapsid</code>');
  expect(renderPolicyMarkdown(arabic)).toContain('`_map_*`، `mapsid`');
});

test('P29 bases stand with the semicolon of the language', () => {
  const cellOf = (declaration: Declaration, language: string): string => {
    const { sections } = compileView(withTwoGrounds(declaration, language), { language });
    const rows = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'trackers' ? block.groups : [])));
    return rows.flatMap((group) => group.rows).find(({ id }) => id === 'map_cookie')?.cells.basis ?? '';
  };
  expect(cellOf(smallDeclaration, 'ar')).toContain('؛ ');
  expect(cellOf(smallDeclaration, 'ar')).not.toMatch(/[,;]/);
  expect(cellOf(richDeclaration, 'fr')).toContain('\u00a0; ');
  expect(cellOf(richDeclaration, 'en')).toMatch(/\S; /);
});

test('P29 French sets a no-break space before the colon of a detail', () => {
  expect(renderPolicyPage(arabic)).toContain(String.raw`.candor-more:lang(fr) dt::after{content:"\a0:"}`);
});
