// After a choice: that it is kept, and its receipt to save or not. Nothing is stored on the device unless the visitor saves it.
import type { Env } from './env.ts';

const STATUS = 'candor-status';

/** Says before the way back that the choice is kept, with a download of the receipt where there is one. Stays until the next page. */
export function showKept(env: Env, receipt: unknown, words: string): void {
  const wayBack = env.document.querySelector('[data-candor="way-back"]')?.parentElement;
  env.document.getElementById(STATUS)?.remove();
  if (wayBack === null || wayBack === undefined) return;
  const status = env.document.createElement('p');
  status.id = STATUS;
  status.className = 'candor-way-back';
  status.setAttribute('role', 'status');
  wayBack.before(status);
  // A live region speaks of what comes into it once it is there.
  status.append(words);
  if (receipt === null) return;
  const link = env.document.createElement('a');
  link.dataset['candor'] = 'receipt';
  link.download = 'receipt.json';
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(receipt)}\n`], { type: 'application/json' }));
  link.textContent = link.download;
  status.append(' ', link);
}
