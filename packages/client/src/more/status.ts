// What is said to the visitor after an answer, in a place that screen readers listen to.
import type { Page } from '../page.ts';

const STATUS = 'candor-status';

/** Says it before the way back, or inside what is open; with a receipt to save where there is one. Nothing is stored unless saved. */
export function say({ env: { document } }: Page, words: string, receipt?: { readonly value: unknown; readonly label: string }): void {
  document.getElementById(STATUS)?.remove();
  const place =
    document.querySelector('dialog[open].candor-dialog,#candor-notice') ?? document.querySelector('.candor-way-back') ?? document.body;
  const status = document.createElement('p');
  status.id = STATUS;
  status.setAttribute('role', 'status');
  if (place.matches('.candor-way-back')) {
    status.className = 'candor-way-back';
    place.before(status);
  } else place.append(status);
  // A live region speaks of what comes into it once it is there.
  status.append(words);
  if (!receipt?.value) return;
  const link = document.createElement('a');
  link.dataset['candor'] = 'receipt';
  link.download = 'receipt.json';
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(receipt.value)}\n`], { type: 'application/json' }));
  link.textContent = receipt.label;
  status.append(' ', link);
}
