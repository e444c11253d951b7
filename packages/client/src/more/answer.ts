// A visitor's answer: what it does here at once, what is sent, and what happens when it does not arrive.
import type { ConsentState, PageConsent } from '@candor/core';
import { areAllowed } from '@candor/core';
import { isUnknown, officeOf } from '../office.ts';
import type { Page } from '../page.ts';
import { say } from './status.ts';
import { sweepSeen, sweepStores } from './sweep.ts';
import { keepInput } from './unsent-input.ts';
import { wordsOf } from './words.ts';

/** What a yes amounts to: in these purposes, or in all that are not exempt. */
function withGrant(consent: ConsentState, named: readonly string[]): ConsentState {
  const yes = { state: 'granted', allowed: true, reason: 'granted', ask: false } as const;
  const decisions = Object.entries(consent.purposes).map(([id, decision]) => {
    const granted = decision.reason !== 'exempt' && (named.length === 0 || named.includes(id));
    return [id, granted ? yes : decision];
  });
  return { ...consent, purposes: Object.fromEntries(decisions) };
}

/** Takes the notice away. Focus that was in it goes to the page's main part, so that a keyboard does not start over. */
function removeNotice(document: Document): void {
  const notice = document.getElementById('candor-notice');
  const hadFocus = notice?.contains(document.activeElement);
  notice?.remove();
  if (!hadFocus) return;
  const target = document.querySelector<HTMLElement>('main,h1') ?? document.body;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** Takes over what holds now, if it is something else: sweeps, wakes or reloads as declared. */
export function takeOver(page: Page, consent: ConsentState): void {
  const { asker, state, env, gates } = page;
  const before = asker.consent;
  if (JSON.stringify(before) === JSON.stringify(consent)) return;
  const withdrawn = Object.entries(before.purposes).some(([id, { allowed }]) => allowed && !consent.purposes[id]?.allowed);
  // What runs already cannot be stopped from here, and what this page's policy forbids cannot be started: only a new page is without
  // the one and with the other.
  const widens = gates.waiting().some((element) => areAllowed(gates.purposesOf(element), consent));
  const renews = withdrawn ? state.onWithdraw === 'reload' : state.onGrant === 'reload' && widens;
  // What a cache gave out before this visitor was known would come again as it is.
  if (renews && !isUnknown(page)) {
    if (withdrawn) page.apply(consent);
    sweepSeen(page, withdrawn);
    keepInput(env);
    return env.location.reload();
  }
  if (!consent.ask) removeNotice(env.document);
  page.apply(consent);
  if (withdrawn) {
    sweepSeen(page, true);
    sweepStores(page);
  }
}

// What was asked before an answer was given here may arrive after it, and speaks of what was.
let latest = 0;
let sending = 0;
let sent: Promise<unknown> = Promise.resolve();

/** When no answer is on its way, or null where none is now. */
export function untilKept(): Promise<unknown> | null {
  return sending > 0 ? sent : null;
}

/**
 * Asks what holds now, and takes it over where it is something else. An answer that is being sent ends with asking. Gives what was
 * heard, null where nothing was or where it was too late.
 */
export async function refresh(page: Page): Promise<PageConsent | null> {
  if (sending > 0) return null;
  latest += 1;
  const turn = latest;
  const answer = await officeOf(page).ask(hasSignal(page));
  if (!answer || turn !== latest) return null;
  takeOver(page, answer.consent);
  return answer;
}

/** Whether the browser says Global Privacy Control to scripts. */
export function hasSignal({ env }: Page): boolean {
  return Boolean((env.window.navigator as { readonly globalPrivacyControl?: unknown }).globalPrivacyControl);
}

/** Sends the fields of a form. What does not arrive changes nothing, and the visitor is told. */
export async function answer(page: Page, fields: URLSearchParams): Promise<boolean> {
  const before = page.asker.consent;
  const named = fields.get('do') === 'grant' ? fields.getAll('purpose') : [];
  // A yes takes effect in the task of the click; it does not wait for the office, which only keeps it.
  const early = page.state.onGrant === 'live' && (fields.get('do') === 'accept-all' || named.length > 0);
  latest += 1;
  sending += 1;
  // Given out before the yes takes effect: what is set in its course waits for it.
  let done = (): void => {};
  sent = new Promise<void>((resolve) => {
    done = resolve;
  });
  if (early) page.apply(withGrant(before, named));
  const [kept, words] = await Promise.all([officeOf(page).keep(fields), wordsOf(page)]);
  sending -= 1;
  done();
  if (kept === null) {
    if (early) takeOver(page, before);
    say(page, words.failed);
    // Whatever did arrive of it, and whatever other tabs said meanwhile.
    void refresh(page);
    return false;
  }
  await refresh(page);
  // First: what is said inside it would go with it.
  page.env.document.querySelector<HTMLDialogElement>('dialog.candor-dialog')?.close();
  say(page, words.saved, { value: kept.receipt, label: words.receipt });
  return true;
}
