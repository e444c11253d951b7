// What lasts as long as the page: the notice's answers, placeholders, sweeping, other tabs, the signal.
import type { Page } from '../page.ts';
import { answer, hasSignal, refresh } from './answer.ts';
import { isEmbed, placePlaceholders } from './placeholders.ts';
import { openPreferences } from './preferences.ts';
import { say } from './status.ts';
import { sweepSeen, sweepStores } from './sweep.ts';
import { restoreInput } from './unsent-input.ts';
import { wordsOf } from './words.ts';

const CHANNEL = 'candor';
const CHOICE = 'cookies_preferences';

type CookieChange = Event & { readonly [list in 'changed' | 'deleted']: readonly { readonly name: string }[] };

function fieldsOf(form: HTMLFormElement | null, submitter?: HTMLElement | null): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of form ? new FormData(form, submitter) : []) if (typeof value === 'string') fields.append(name, value);
  return fields;
}

/** Listens to the notice and the preference centre. Only a button chooses: not Escape, not scrolling, not time. */
function listen(page: Page, send: (fields: URLSearchParams) => Promise<boolean>): void {
  const { document, location } = page.env;
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.closest('#candor-notice,.candor-dialog')) return;
    event.preventDefault();
    void send(fieldsOf(form, event.submitter));
  });
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element
        ? event.target.closest<HTMLAnchorElement>('a[data-candor=preferences],a[data-candor=way-back]')
        : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openPreferences(page).catch(() => location.assign(link.href));
  });
}

function followOthers(page: Page, changed: () => void): { readonly tell: () => void } {
  const { window } = page.env;
  const channel = window.BroadcastChannel && new window.BroadcastChannel(CHANNEL);
  if (channel) channel.onmessage = changed;
  // Another tab, or a page of the front office, has written the choice; and whatever else has just been written is swept.
  (window as { readonly cookieStore?: EventTarget }).cookieStore?.addEventListener('change', (event) => {
    const { changed: written, deleted } = event as CookieChange;
    if ([...written, ...deleted].some(({ name }) => name === CHOICE)) changed();
    sweepSeen(page, false);
  });
  window.addEventListener('pageshow', ({ persisted }) => persisted && changed());
  // A page that the browser had kept as it was served may be older than the choice.
  const [arrival] = window.performance.getEntriesByType('navigation') as readonly { readonly type?: string }[];
  if (arrival?.type === 'back_forward') changed();
  return { tell: () => channel?.postMessage('changed') };
}

/** Starts in a page whose document is there. */
export function start(page: Page): void {
  const { env, gates, state } = page;
  const { window, document } = env;
  const others = followOthers(page, () => void refresh(page));
  const send = async (fields: URLSearchParams): Promise<boolean> => {
    const arrived = await answer(page, fields);
    if (arrived) others.tell();
    return arrived;
  };
  const grant = (purposes: readonly string[]): void => {
    const fields = fieldsOf(document.querySelector<HTMLFormElement>('#candor-notice form'));
    // A yes to one thing answers nothing else: the question stays where it is.
    fields.set('do', 'grant');
    fields.delete('purpose');
    for (const purpose of purposes) fields.append('purpose', purpose);
    void send(fields);
  };
  const place = (): void => {
    if (gates.waiting().some(isEmbed)) void wordsOf(page).then((words) => placePlaceholders(page, words, grant));
  };
  restoreInput(env);
  listen(page, send);
  place();
  // What would be said of an answer that does not arrive has to be here before it is given.
  if (document.getElementById('candor-notice')) void wordsOf(page);
  new MutationObserver(place).observe(document, { childList: true, subtree: true });
  sweepSeen(page, false);
  sweepStores(page);
  for (const event of ['load', 'pagehide']) window.addEventListener(event, () => sweepSeen(page, false));
  if (hasSignal(page) && !state.consent.gpc) {
    // Said once it holds: the question goes first, and what is said beside it would go with it.
    void Promise.all([wordsOf(page), refresh(page)]).then(([words]) => say(page, words.gpc));
  }
}
