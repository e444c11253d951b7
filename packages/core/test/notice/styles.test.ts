import { expect, test } from 'vitest';
import { compileTheme } from '../../src/notice/compile-theme.ts';
import { renderNoticeStyles, renderStylePart } from '../../src/notice/styles.ts';
import { findTheme, themeNames } from '../../src/notice/themes.ts';

test.each(themeNames)('N19 the styles of theme "%s" are small, ask for nothing and mirror by themselves', (theme) => {
  const css = renderNoticeStyles(theme);
  expect(css).not.toMatch(/url\(|@import|</);
  expect(css).not.toMatch(
    /(?:margin|padding|border|inset)-(?:left|right)|text-align:(?:left|right)|float:(?:left|right)|[;{](?:left|right|width|height):/,
  );
});

test('N19 targets are 44 pixels, focus is visible and not covered, nothing moves, and a phone keeps most of its screen', () => {
  const css = renderNoticeStyles('default');
  expect(css).toMatch(/\.candor-button\{[^}]*min-block-size:2\.75rem/);
  // 14 pixels, one and a half lines, and twice 12 pixels are 45.
  expect(css).toMatch(/#candor-notice a,\.candor-way-back a\{[^}]*padding:\.75rem 0/);
  expect(css).toMatch(/\.candor-preferences a,\.candor-preferences summary\{[^}]*min-block-size:2\.75rem/);
  expect(css).toMatch(/:focus-visible\{outline:3px solid/);
  expect(css).toContain('html:has(#candor-notice){padding-block-end:42dvh;scroll-padding-block-end:42dvh}');
  expect(css).toContain('max-block-size:40dvh');
  expect(css).not.toMatch(/transition|animation/);
  expect(css).toContain('z-index:1000');
});

test('N19 more contrast makes soft words and lines as strong as the ink', () => {
  expect(renderStylePart('default', 'page')).toContain(
    '@media(prefers-contrast:more){--candor-soft:var(--candor-ink);--candor-line:var(--candor-ink)}',
  );
});

test('N19 colours stand in a layer, so that a site’s own values win', () => {
  expect(renderNoticeStyles('ink')).toMatch(/^@layer candor-notice\{:root\{--candor-paper:/);
});

test('N19 an unknown theme has the default colours', () => {
  expect(renderNoticeStyles('neon')).toBe(renderNoticeStyles('default'));
});

test.each(themeNames)('N19 the theme "%s" would be accepted from a site', (theme) => {
  expect(compileTheme(findTheme(theme))).toEqual({ ok: true, value: findTheme(theme) });
});

const parts = ['page', 'banner', 'preferences'] as const;

test('N23 the styles are their parts, and each part has what it shows and nothing else', () => {
  const [page = '', banner = '', preferences = ''] = parts.map((part) => renderStylePart('ink', part));
  expect(page + banner + preferences).toBe(renderNoticeStyles('ink'));
  for (const selector of ['.candor-way-back{', '#candor-status{', '.candor-placeholder{', '.candor-button{'])
    expect(page).toContain(selector);
  expect(page).not.toMatch(/position:fixed|\.candor-purpose|\.candor-dialog/);
  expect(banner).toContain('#candor-notice{');
  expect(banner).not.toMatch(/\.candor-(?:way-back|placeholder|button|purpose|dialog|preferences)/);
  for (const selector of ['.candor-purpose{', '.candor-dialog{', '.candor-dialog::backdrop{']) expect(preferences).toContain(selector);
  expect(preferences).not.toContain('#candor-notice');
});

test('N23 the space for the banner does not depend on where in the body it stands', () => {
  expect(renderStylePart('default', 'banner')).toContain('html:has(#candor-notice){padding-block-end:42dvh');
});

test('N24 a theme of the site’s own comes out as properties that belong to both answers', () => {
  const css = renderStylePart(
    { button: '#603', buttonText: '#fff', edge: 'light-dark(#603,#fff)', border: '2px', radius: '0', font: 'Georgia, serif' },
    'page',
  );
  for (const piece of [
    '--candor-button:#603;',
    '--candor-edge:light-dark(#603,#fff);',
    '--candor-radius:0;',
    '--candor-font:Georgia,serif;',
  ]) {
    expect(css).toContain(piece);
  }
  expect(css).toContain('border:2px solid var(--candor-edge,transparent)');
});

test('N24 a theme that is refused has the default look', () => {
  expect(renderNoticeStyles({ paper: '#fff}*{display:none' })).toBe(renderNoticeStyles('default'));
  expect(renderNoticeStyles({ accept: { button: '#0a0' } })).toBe(renderNoticeStyles('default'));
});

test('N32 the theme’s paper lies behind the theme’s ink, also where the preference centre is a page of its own', () => {
  const css = renderNoticeStyles('default');
  expect(css).toMatch(/#candor-notice,\.candor-preferences,[^{]*\{[^}]*background:var\(--candor-paper\);color:var\(--candor-ink\)/);
  expect(css).not.toMatch(/\.candor-[^{}]*\{[^}]*background:(?:none|transparent)/);
});

test('N31 a message stands across the answers, and the dialog keeps its title and its way out in view', () => {
  const css = renderNoticeStyles('default');
  expect(css).toContain('a,#candor-status{grid-column:1/-1}');
  expect(css).toMatch(/\.candor-dialog h1\{position:sticky;inset-block-start:0;[^}]*background:inherit/);
  expect(css).toMatch(/\.candor-dialog>button\{position:sticky/);
  expect(css).toMatch(/\.candor-dialog #candor-status\{[^}]*background:inherit/);
  expect(css).toMatch(/:is\(h2,p,ul\)\{[^}]*max-inline-size:none/);
});
