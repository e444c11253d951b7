import { expect, test } from 'vitest';
import { renderNoticeStyles } from '../../src/notice/styles.ts';
import { findTheme, themeNames } from '../../src/notice/themes.ts';

test.each(themeNames)('N19 the styles of theme "%s" are small, ask for nothing and mirror by themselves', (theme) => {
  const css = renderNoticeStyles(theme);
  expect(css.length).toBeLessThanOrEqual(3_584);
  expect(css).not.toMatch(/url\(|@import|</);
  expect(css).not.toMatch(
    /(?:margin|padding|border|inset)-(?:left|right)|text-align:(?:left|right)|float:(?:left|right)|[;{](?:left|right|width|height):/,
  );
});

test('N19 targets are 44 pixels, focus is visible and not covered, nothing moves, and a phone keeps most of its screen', () => {
  const css = renderNoticeStyles('default');
  expect(css).toMatch(/\.candor-button\{[^}]*min-block-size:2\.75rem/);
  expect(css).toMatch(/\.candor-more-choices,\.candor-way-back a\{[^}]*min-block-size:2\.75rem/);
  expect(css).toMatch(/:focus-visible\{outline:3px solid/);
  expect(css).toContain(':root:has(#candor-notice){scroll-padding-block-end:42vh}');
  expect(css).toContain('max-block-size:40dvh');
  expect(css).not.toMatch(/transition|animation/);
  expect(css).toContain('z-index:1000');
});

test('N19 colours stand in a layer, so that a site’s own values win', () => {
  expect(renderNoticeStyles('ink')).toMatch(/^@layer candor-notice\{:root\{--candor-paper:/);
});

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test.each(themeNames)('N19 text of theme "%s" can be read in the light and in the dark', (theme) => {
  const { paper, ink, soft, button, buttonText } = findTheme(theme);
  const sides = (value: string): readonly string[] => /light-dark\((#[0-9a-f]+),(#[0-9a-f]+)\)/i.exec(value)?.slice(1) ?? [];
  for (const side of [0, 1]) {
    const at = (value: string): string => sides(value)[side] ?? '';
    for (const [text, ground] of [
      [ink, paper],
      [soft, paper],
      [buttonText, button],
    ] as const) {
      expect(contrast(at(text), at(ground))).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(at(button), at(paper))).toBeGreaterThanOrEqual(3);
  }
});

test('N19 an unknown theme has the default colours', () => {
  expect(renderNoticeStyles('neon')).toBe(renderNoticeStyles('default'));
});
