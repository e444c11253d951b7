// An office in the page itself. Browsers cap what scripts write: Safari keeps such a cookie for seven days and then asks again.
// There is no log, so there is no receipt.
import type { ConsentAction, ConsentState } from '@candor/core';
import { applyToTerms, choiceLine, readChoices, resolveTerms, scanCookieHeader } from '@candor/core';
import type { Env } from './env.ts';
import { wordsOf } from './more/words.ts';
import type { Office } from './office.ts';
import type { Page } from './page.ts';
import type { StaticState, StaticWords } from './static-plan.ts';

/** The choice on this device. */
export function heldChoice(env: Env): ReturnType<typeof readChoices> {
  return readChoices(scanCookieHeader(env.readCookies()).flatMap(({ name, value }) => (name === 'cookies_preferences' ? [value] : [])));
}

/** What the fields of a form ask for; null where they ask for nothing that is known. */
function actionOf(fields: URLSearchParams): ConsentAction | null {
  const deed = fields.get('do');
  const purposes = fields.getAll('purpose');
  switch (deed) {
    case 'accept-all':
    case 'reject-all':
    case 'forget':
      return { do: deed };
    case 'save':
      return { do: deed, grants: fields.getAll('grant') };
    case 'grant':
      return { do: deed, purposes };
    case 'withdraw':
    case 'object':
      return { do: deed, purposes: purposes.length > 0 ? purposes : 'all' };
    default:
      return null;
  }
}

/** Ticks and says in a rendered preference centre what holds now. */
function bringUpToDate(markup: string, { purposes }: ConsentState, { states }: StaticWords): string {
  const parsed = new DOMParser().parseFromString(markup, 'text/html');
  for (const box of parsed.querySelectorAll<HTMLInputElement>('input[name=grant]')) {
    const decision = purposes[box.value];
    const says = parsed.getElementById(box.getAttribute('aria-describedby') ?? '');
    box.toggleAttribute('checked', decision?.allowed === true);
    if (says && decision && decision.state !== 'unset') says.textContent = states[decision.state];
  }
  return parsed.documentElement.outerHTML;
}

/** Opens the office of a page without a server. */
export function createLocalOffice(page: Page): Office {
  const { env, state } = page;
  const { terms, preferences } = state as StaticState;
  const resolve = (gpc: boolean): ConsentState => resolveTerms(terms, { choice: heldChoice(env), gpc, now: env.now() });
  return {
    keep: async (fields) => {
      const action = actionOf(fields);
      // The task of the click is over first.
      await new Promise((next) => setTimeout(next));
      if (action === null) return null;
      const now = env.now();
      const choice = applyToTerms(terms, { declarationId: state.enforcement.declaration, choice: heldChoice(env), action, now });
      const line = choiceLine(terms, choice, now);
      env.writeCookie(line);
      // A browser that keeps no cookies, or an older one, has kept no choice.
      const kept =
        choice === null
          ? heldChoice(env) === null
          : env
              .readCookies()
              .split('; ')
              .includes(line.split(';')[0] ?? '');
      return kept ? { receipt: null } : null;
    },
    ask: async (gpc) => ({ consent: resolve(gpc) }),
    preferences: async () => {
      const response = await env.fetch(preferences);
      const words = (await wordsOf(page)) as unknown as StaticWords;
      return response.ok ? bringUpToDate(await response.text(), page.asker.consent, words) : null;
    },
  };
}
