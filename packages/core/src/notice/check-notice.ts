// What of a declaration's notice has no effect.
import type { Issue } from '../base/result.ts';
import type { Declaration } from '../declaration/types.ts';
import { themeNames } from './themes.ts';
import { isNoticeText, noticeTextKeys } from './words/find-words.ts';

/** Warnings `NOTICE_TEXT_UNKNOWN` and `NOTICE_THEME_UNKNOWN`: words and themes that nothing would use. */
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
  if (themeNames.includes(notice.theme)) return issues;
  const message = `There is no theme "${notice.theme}"; the default one is used`;
  return [
    ...issues,
    { code: 'NOTICE_THEME_UNKNOWN', path: 'notice.theme', message, hint: `Themes: ${themeNames.join(', ')}`, severity: 'warning' },
  ];
}
