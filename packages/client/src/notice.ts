// The rendered notice, made quicker: its forms are sent without leaving the page. Without this script, or when sending fails, they are
// plain forms. Only a visitor's own click or key on a button chooses; Escape, scrolling and time say nothing.
import type { Env } from './env.ts';
import type { ChoiceOutcome } from './front-office.ts';
import { postChoice } from './front-office.ts';

const NOTICE = 'candor-notice';

/** What the notice says of itself, for a choice made elsewhere on the page; empty where no notice is shown. */
export function noticeFields(env: Env): URLSearchParams {
  const form = env.document.querySelector(`#${NOTICE} form`);
  return form instanceof HTMLFormElement ? fieldsOf(form, null) : new URLSearchParams();
}

function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') fields.append(submitter.name, submitter.value);
  return fields;
}

/** Sends the form as a browser would, with the button that was pressed. Does not come back here: no submit event is fired. */
function submitPlainly(form: HTMLFormElement, submitter: HTMLElement | null): void {
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') {
    const field = form.ownerDocument.createElement('input');
    field.type = 'hidden';
    field.name = submitter.name;
    field.value = submitter.value;
    form.append(field);
  }
  HTMLFormElement.prototype.submit.call(form);
}

/** Takes the notice away. Focus that was in it goes to the page's main part, so that a keyboard does not start over. */
export function hideNotice(env: Env): void {
  const notice = env.document.getElementById(NOTICE);
  if (notice === null) return;
  const hadFocus = notice.contains(env.document.activeElement);
  notice.remove();
  if (!hadFocus) return;
  const target = env.document.querySelector<HTMLElement>('main, h1, [data-candor="way-back"]') ?? env.document.body;
  if (!target.hasAttribute('tabindex') && !(target instanceof HTMLAnchorElement)) target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
}

async function send(env: Env, form: HTMLFormElement, submitter: HTMLElement | null, done: (outcome: ChoiceOutcome) => void): Promise<void> {
  const outcome = await postChoice(env, form.action, fieldsOf(form, submitter));
  if (outcome === null) submitPlainly(form, submitter);
  else done(outcome);
}

/** Listens to the notice's forms, also when the notice has not been parsed yet. */
export function enhanceNotice(env: Env, done: (outcome: ChoiceOutcome) => void): void {
  env.document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.closest(`#${NOTICE}`) === null || form.method !== 'post') return;
    event.preventDefault();
    void send(env, form, event.submitter, done);
  });
}
