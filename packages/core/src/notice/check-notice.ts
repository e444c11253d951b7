// What of a declaration's notice has no effect, or must not have one.
import type { Issue } from '../base/result.ts';
import type { Declaration } from '../declaration/types.ts';
import { compileTheme } from './compile-theme.ts';
import { themeNames } from './themes.ts';
import { isNoticeText, noticeTextKeys } from './words/find-words.ts';

/**
 * Warnings `NOTICE_TEXT_UNKNOWN` and `NOTICE_THEME_UNKNOWN` for words and themes that nothing would use; errors
 * `NOTICE_THEME_VALUE`, `NOTICE_THEME_UNEQUAL` and `NOTICE_THEME_CONTRAST` for a theme of the site's own that is refused.
 */
export function checkNotice({ notice }: Declaration): readonly Issue[] {
  const texts = Object.keys(notice.texts).filter((key) => !isNoticeText(key));
  const issues = texts.map(
    (key): Issue => ({
      code: 'NOTICE_TEXT_UNKNOWN',
      path: `notice.texts.${key}`,
      message: `The notice has no text "${key}"`,
      hint: `Its texts are: ${noticeTextKeys.join(', ')}`,
      severity: 'warning',
    }),
  );
  return [...issues, ...checkTheme(notice.theme)];
}

function checkTheme(theme: Declaration['notice']['theme']): readonly Issue[] {
  if (typeof theme !== 'string') {
    const compiled = compileTheme(theme);
    return compiled.ok ? [] : compiled.issues;
  }
  if (themeNames.includes(theme)) return [];
  const message = `There is no theme "${theme}"; the default one is used`;
  const hint = `Themes: ${themeNames.join(', ')}; or an object with colours of your own`;
  return [{ code: 'NOTICE_THEME_UNKNOWN', path: 'notice.theme', message, hint, severity: 'warning' }];
}
