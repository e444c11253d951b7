// The look of the notice, in parts, so that a page carries only what it shows. Colours are in a layer, so that a site's own values win;
// rules are outside it, so that a site's rules for bare elements do not. There is one rule for all answers and none for a single one.
// The border of answers, transparent where a theme names no edge, is what forced colours make visible.
import { bannerRules } from './styles/banner.ts';
import { pageRules } from './styles/page.ts';
import { preferencesRules } from './styles/preferences.ts';
import type { Theme } from './theme.ts';
import type { ThemeChoice } from './themes.ts';
import { findTheme } from './themes.ts';

/** `page` is for every page, `banner` for one that asks, `preferences` for the preference centre, as a page and as a dialog. */
export type StylePart = 'page' | 'banner' | 'preferences';

/** One part of the CSS: no request, logical properties only. `banner` and `preferences` come after `page`. */
export function renderStylePart(theme: ThemeChoice, part: StylePart): string {
  return renderRules(findTheme(theme), part).replaceAll('\n', '');
}

/** All parts together, for a page that shows everything. */
export function renderNoticeStyles(theme: ThemeChoice): string {
  return (['page', 'banner', 'preferences'] as const).map((part) => renderStylePart(theme, part)).join('');
}

function renderRules(theme: Theme, part: StylePart): string {
  if (part === 'banner') return bannerRules;
  return part === 'preferences' ? preferencesRules : `${renderProperties(theme)}${pageRules(theme.border ?? '1px')}`;
}

// More contrast makes grey words and lines as strong as the ink.
function renderProperties({ paper, ink, soft, line, button, buttonText, edge, radius, font }: Theme): string {
  const properties = { paper, ink, soft, line, button, 'on-button': buttonText, edge, radius, font };
  const set = Object.entries(properties).flatMap(([name, value]) => (value === undefined ? [] : [`--candor-${name}:${value}`]));
  const strong = '@media(prefers-contrast:more){--candor-soft:var(--candor-ink);--candor-line:var(--candor-ink)}';
  return `@layer candor-notice{:root{${set.join(';')};${strong}}}`;
}
