// The styles of what core renders: the policy, and the notice in the declaration's theme.
import type { ThemeChoice } from '@candor/core';
import { policyStyles, renderNoticeStyles } from '@candor/core';

/** The policy's CSS. */
export function policyStylesText(): string {
  return policyStyles();
}

/** The notice's and preference centre's CSS for a theme. */
export function noticeStyles(theme: ThemeChoice): string {
  return renderNoticeStyles(theme);
}
