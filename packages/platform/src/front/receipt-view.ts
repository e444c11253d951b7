// A receipt for reading: what it says, how to keep it, how to check it without us.
import type { Html, HtmlValue, Issue, Result } from '@candor/core';
import { html } from '@candor/core';
import type { Receipt, VerifiedReceipt } from '@candor/ledger';
import { textIn } from '../page/document.ts';
import { renderFacts } from '../page/table.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';

/** A receipt that is still in the vault under `key`. */
export function renderReceipt(site: Site, visit: Visit, { receipt, key }: { receipt: Receipt; key: string }): Html {
  const { words, writing } = visit;
  const { record } = receipt;
  return html`<section class="panel" aria-labelledby="yours">
<h2 id="yours">${words.receiptYours}</h2>
${renderFacts([
  [words.receiptIndex, writing.number(receipt.index)],
  [words.receiptAt, writing.time(record.at)],
  ...(record.kind === 'choice' ? choiceFacts(site, visit, record) : []),
  [words.truthDeclaration, html`<code>${record.declaration}</code>`],
])}
<p>${words.receiptKeep}</p>
<form class="actions" method="post" action="${site.prefix}/receipt/download"><input type="hidden" name="index" value="${receipt.index}"><input type="hidden" name="t" value="${key}"><button class="main">${words.receiptDownload}</button></form>
<p>${words.receiptCheckYourself}</p>
<pre><code>npx candor verify receipt.json</code></pre>
<details><summary>${words.receiptRaw}</summary><pre><code>${JSON.stringify(receipt, null, 2)}</code></pre></details>
</section>`;
}

type ChoiceRecord = Extract<Receipt['record'], { kind: 'choice' }>;

function choiceFacts(site: Site, visit: Visit, record: ChoiceRecord): readonly (readonly [string, HtmlValue])[] {
  const { words } = visit;
  const states = { granted: words.stateGranted, denied: words.stateDenied, objected: words.stateObjected };
  const answers = Object.entries(record.answers).map(
    ([number, { state }]) => html`<li>${purposeName(site, visit, Number(number))}: <strong>${states[state]}</strong></li>`,
  );
  return [
    [words.receiptAnswers, html`<ul>${answers}</ul>`],
    [words.receiptNotice, /^0+$/.test(record.notice) ? '–' : html`<code>${record.notice}</code>`],
    ['Global Privacy Control', record.gpc ? words.yes : words.no],
  ];
}

function purposeName(site: Site, visit: Visit, number: number): string {
  const purpose = Object.values(site.declaration.purposes).find((one) => one.number === number);
  return purpose === undefined ? visit.words.purposeNumber(number) : textIn(purpose.name, visit.language);
}

/** What the check of a pasted receipt came to, with the codes of what is wrong. */
export function renderVerified(visit: Visit, result: Result<VerifiedReceipt>): Html {
  const { words, writing } = visit;
  if (!result.ok) {
    const issues = result.issues.map((issue) => html`<li>${issue.message} ${renderCode(issue)}</li>`);
    return html`<section class="note bad" role="status"><h3>${words.verifyBad}</h3><ul>${issues}</ul></section>`;
  }
  const { record, index } = result.value;
  return html`<section class="note good" role="status"><h3>${words.verifyGood}</h3><p>${words.verifyGoodText}</p>${renderFacts([
    [words.receiptIndex, writing.number(index)],
    [words.receiptAt, writing.time(record.at)],
    [words.truthDeclaration, html`<code>${record.declaration}</code>`],
  ])}</section>`;
}

function renderCode({ code, path }: Issue): Html {
  return html`<code>${code}${path !== '' && ` ${path}`}</code>`;
}
