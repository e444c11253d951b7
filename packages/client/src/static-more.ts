// The second part of the script where there is no server: the same, with an office in the page itself.

import { createLocalOffice } from './local-office.ts';
import { hookLate } from './more/late-hooks.ts';
import { start as startMore } from './more/start.ts';
import { say } from './more/status.ts';
import { wordsOf } from './more/words.ts';
import { useOffice } from './office.ts';
import type { Page } from './page.ts';
import { renderQuestion } from './static-question.ts';
import { adoptForeign } from './static-switching.ts';

export { setCookies } from './more/cookies.ts';
export { debug } from './more/debug.ts';
export { openPreferences } from './more/preferences.ts';

useOffice(createLocalOffice);

/**
 * Starts in a page. What another tool kept comes before all else: to the sweep it is one undeclared name among others. Where it cannot
 * be weighed now it is left for the next page, and nothing is asked or swept here.
 */
export async function start(page: Page): Promise<void> {
  hookLate(page);
  const asks = await adoptForeign(page).catch(() => null);
  if (asks === null) return;
  const { document } = page.env;
  if (asks && !document.getElementById('candor-notice')) document.body.prepend(...(await renderQuestion(page)));
  startMore(page);
  // The question was rendered for everybody.
  if (page.state.consent.gpc) void wordsOf(page).then((words) => say(page, words.gpc));
}
