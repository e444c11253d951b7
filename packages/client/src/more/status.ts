// What is said to the visitor after an answer, in a place that screen readers listen to.
import type { Page } from '../page.ts';

const STATUS = 'candor-status';

/** Says it before the way back, or inside what is open; with a receipt to save where there is one. Nothing is stored unless saved. */
export function say({ env: { document } }: Page, words: string, receipt?: { readonly value: unknown; readonly label: string }): void {
  document.getElementById(STATUS)?.remove();
  const wayBack = document.querySelector('.candor-way-back');
  // What is open over the question makes the question inert; within the question, beside its answers it stays in view.
  const place = document.querySelector('dialog[open].candor-dialog') ?? document.querySelector('#candor-notice form');
  // A site's own rules for paragraphs would reach a paragraph.
  const status = document.createElement('div');
  status.id = STATUS;
  status.setAttribute('role', 'status');
  status.dir = 'auto';
  if (place?.matches('form')) place.prepend(status);
  else if (place) place.append(status);
  else {
    status.className = 'candor-way-back';
    if (wayBack) wayBack.before(status);
    else document.body.append(status);
  }
  // A live region speaks of what comes into it once it is there.
  status.append(words);
  if (place) status.scrollIntoView({ block: 'nearest' });
  if (!receipt?.value) return;
  const link = document.createElement('a');
  link.dataset['candor'] = 'receipt';
  link.download = 'receipt.json';
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(receipt.value)}\n`], { type: 'application/json' }));
  link.textContent = receipt.label;
  status.append(' ', link);
}
