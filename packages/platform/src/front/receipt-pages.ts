// The receipt of the choice just made, and a check for any receipt.
import type { Html, Result } from '@candor/core';
import { fail, html } from '@candor/core';
import type { Receipt, VerifiedReceipt } from '@candor/ledger';
import { verifyReceipt } from '@candor/ledger';
import { PlatformError } from '../errors.ts';
import { readForm, receiptLimit } from '../http/body.ts';
import { requireSameOrigin } from '../http/origin.ts';
import { respond } from '../http/respond.ts';
import { publicPage } from '../page/public-page.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';
import { ownOrigins } from '../visit.ts';
import { renderReceipt, renderVerified } from './receipt-view.ts';

/** `receipt`, its download and its check. */
export function createReceiptRoutes(site: Site): readonly Route[] {
  return [
    { method: 'GET', path: 'receipt', personal: true, answer: (visit) => showReceipt(site, visit) },
    { method: 'POST', path: 'receipt/download', personal: true, answer: (visit) => downloadReceipt(site, visit) },
    { method: 'POST', path: 'receipt/verify', personal: true, answer: (visit) => checkReceipt(site, visit) },
  ];
}

function showReceipt(site: Site, visit: Visit): Response {
  const query = visit.url.searchParams;
  const asked = query.has('t');
  const receipt = asked ? findReceipt(site, query) : null;
  const { words } = visit;
  const own =
    receipt !== null
      ? renderReceipt(site, visit, { receipt, key: query.get('t') ?? '' })
      : asked && html`<p class="note warn">${words.receiptGone}</p>`;
  return receiptPage(site, visit, { own: own === false ? null : own, pasted: '' });
}

async function downloadReceipt(site: Site, visit: Visit): Promise<Response> {
  requireSameOrigin(visit.request.headers, ownOrigins(site, visit));
  const receipt = findReceipt(site, await readForm(visit.request));
  if (receipt === null) throw new PlatformError('PLATFORM_NOT_FOUND', { detail: visit.words.receiptGone });
  return respond(`${JSON.stringify(receipt, null, 2)}\n`, 'application/json; charset=utf-8', {
    headers: { 'Content-Disposition': 'attachment; filename="receipt.json"' },
  });
}

async function checkReceipt(site: Site, visit: Visit): Promise<Response> {
  const pasted = (await readForm(visit.request, receiptLimit)).get('receipt') ?? '';
  const result = verifyPasted(site, visit, pasted);
  return receiptPage(site, visit, { own: null, pasted, result });
}

function verifyPasted(site: Site, visit: Visit, pasted: string): Result<VerifiedReceipt> {
  const keys = site.declaration.log?.keys ?? [];
  if (keys.length === 0) return refuse('PLATFORM_NO_KEYS', visit.words.verifyNoKeys);
  try {
    return verifyReceipt(JSON.parse(pasted), { keys });
  } catch {
    return refuse('PLATFORM_INPUT', 'The text is not JSON');
  }
}

function refuse(code: string, message: string): Result<VerifiedReceipt> {
  return fail({ code, path: '', message, severity: 'error' });
}

function findReceipt(site: Site, fields: URLSearchParams): Receipt | null {
  return site.receipts.find(Number(fields.get('index') ?? -1), fields.get('t') ?? '');
}

type ReceiptPage = { readonly own: Html | null; readonly pasted: string; readonly result?: Result<VerifiedReceipt> };

function receiptPage(site: Site, visit: Visit, { own, pasted, result }: ReceiptPage): Response {
  const { words } = visit;
  const main = html`<div class="stack">
<h1>${words.receiptTitle}</h1>
<p class="lead">${words.receiptLead}</p>
${own}
<h2 id="check">${words.verifyTitle}</h2>
${result && renderVerified(visit, result)}
<p id="check-hint">${words.verifyText}</p>
<form class="fields wide" method="post" action="${site.prefix}/receipt/verify">
<div><label for="receipt">${words.verifyField}</label><textarea id="receipt" name="receipt" rows="8" required spellcheck="false" aria-describedby="check-hint">
${pasted}</textarea></div>
<button class="main">${words.verifyButton}</button>
</form>
</div>`;
  return publicPage(site, visit, { title: words.receiptTitle, main });
}
