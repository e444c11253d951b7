// What the preference centre says first after a form: kept, kept but not recorded, or forgotten.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';

/** The message for the address's `saved` or `forgotten`; null for a plain visit. `back` is a checked path or empty. */
export function renderOutcome(site: Site, visit: Visit, back: string): Html | null {
  const { words } = visit;
  const query = visit.url.searchParams;
  const way = back === '' ? null : html`<p><a href="${back}">${words.goBack}</a></p>`;
  if (query.has('forgotten')) return renderMessage('good', { title: words.forgottenTitle, text: words.forgottenText, more: way });
  const saved = query.get('saved');
  if (saved === 'unrecorded') return renderMessage('warn', { title: words.notRecordedTitle, text: words.notRecordedText, more: way });
  if (saved === null) return null;
  const index = Number(query.get('index') ?? -1);
  const key = query.get('t') ?? '';
  const link =
    site.receipts.find(index, key) !== null &&
    html`<p><a href="${site.prefix}/receipt?index=${index}&amp;t=${key}">${words.savedReceipt}</a></p>`;
  return renderMessage('good', { title: words.savedTitle, text: words.savedText, more: html`${link}${way}` });
}

function renderMessage(kind: 'good' | 'warn', { title, text, more }: { title: string; text: string; more: Html | null }): Html {
  return html`<section class="note ${kind}" role="status"><h2>${title}</h2><p>${text}</p>${more}</section>`;
}
