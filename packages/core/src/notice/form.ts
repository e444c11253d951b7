// The pieces that every form of the notice shares. They work without a script: a POST, and what the server needs to record it.
import type { Html } from '../base/html.ts';
import { html } from '../base/html.ts';
import { noticeHash } from './notice-hash.ts';
import type { NoticeProvider, NoticePurpose, NoticeView } from './view.ts';

/** What a button does. */
export type ButtonDeed = 'accept-all' | 'reject-all' | 'save' | 'withdraw' | 'object' | 'forget';

const hooks: { readonly [D in ButtonDeed]: string } = {
  'accept-all': 'accept',
  'reject-all': 'reject',
  save: 'save',
  withdraw: 'withdraw',
  object: 'object',
  forget: 'forget',
};

/** Where to come back to, which words were shown, in which language and under which rules. */
export function hiddenFields(view: NoticeView, returnTo: string): Html {
  const field = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}">`;
  return html`${field('return', returnTo)}${field('notice', noticeHash(view))}${field('language', view.language)}${field('profile', view.profile)}`;
}

/**
 * One button; all of them are the same element with the same class. `form` is the id of a form elsewhere on the page; `value` is sent
 * where the same answer is one about some purposes only.
 */
export function answerButton(
  deed: ButtonDeed,
  words: string,
  { form, value = deed }: { readonly form?: string; readonly value?: string } = {},
): Html {
  const owner = form !== undefined && html` form="${form}"`;
  return html`<button class="candor-button" name="do" value="${value}" data-candor="${hooks[deed]}"${owner}>${words}</button>`;
}

/** The id of the form by which a visitor objects to a purpose. */
export function objectionForm({ number }: NoticePurpose): string {
  return `candor-object-${number}`;
}

/** Names of providers as a list. On a page from right to left each has its own direction, or a name's full stop would change sides. */
export function renderNames({ direction, signs }: NoticeView, providers: readonly NoticeProvider[]): Html {
  const isolate = (name: string): Html => (direction === 'rtl' ? html`<bdi>${name}</bdi>` : html`${name}`);
  return html`${providers.map(({ name }, index) => html`${index > 0 && signs.comma}${isolate(name)}`)}`;
}
