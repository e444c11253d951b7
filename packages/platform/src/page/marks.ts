// The few drawings of the pages: markup of ours, no words in it.
import type { Html } from '@candor/core';
import { unescapedHtml } from '@candor/core';

/** Candor's mark: a round cookie with a tick cut out of it. */
export const candorMark: Html = unescapedHtml(
  '<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><circle cx="16" cy="16" r="14" fill="currentColor" opacity=".14"/><circle cx="16" cy="16" r="13" fill="none" stroke="currentColor" stroke-width="2"/><path d="M10 16.5l4.2 4.2L22.5 12" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>',
);

/** The marks of a verdict. They stand beside words that say the same. */
export const verdictMarks: { readonly good: Html; readonly warn: Html; readonly bad: Html; readonly none: Html } = {
  good: mark('<path d="M15 24.5l6 6L33.5 18"/>'),
  warn: mark('<path d="M24 14v13M24 33.5v.5"/>'),
  bad: mark('<path d="M17 17l14 14M31 17L17 31"/>'),
  none: mark('<path d="M15 24h18"/>'),
};

function mark(path: string): Html {
  return unescapedHtml(
    `<svg viewBox="0 0 48 48" aria-hidden="true" focusable="false"><circle cx="24" cy="24" r="21" fill="none" stroke="currentColor" stroke-width="2.5"/><g fill="none" stroke="currentColor" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round">${path}</g></svg>`,
  );
}
