// One purpose in the preference centre: its words, the visitor's answer, and what lies behind it.
import type { Html } from '../base/html.ts';
import { html } from '../base/html.ts';
import type { PurposeDecision } from '../consent/types.ts';
import { renderCode } from '../policy/render-inline.ts';
import { answerButton, objectionForm, renderNames } from './form.ts';
import type { NoticeProvider, NoticePurpose, NoticeRow, NoticeView } from './view.ts';

/** A purpose that the visitor decides on. Nothing is ticked that nobody agreed to and that does not run already. */
export function renderPurpose(view: NoticeView, purpose: NoticePurpose, decision: PurposeDecision | undefined): Html {
  const { labels } = view;
  const on = purpose.choice === 'ask' ? decision?.state === 'granted' : decision?.allowed === true;
  const state = `candor-state-${purpose.number}`;
  return html`<fieldset class="candor-purpose">
<legend><h3>${purpose.name}</h3></legend>
<p>${purpose.text}</p>
<label class="candor-choice"><input type="checkbox" name="grant" value="${purpose.id}" aria-describedby="${state}"${on && html` checked`}> <span>${labels.allow}</span></label>
<p class="candor-state" id="${state}">${describeState(view, purpose, decision)}</p>
${purpose.choice === 'object' && decision?.allowed === true && html`<p>${view.texts.objectText} ${answerButton('object', view.texts.object, { form: objectionForm(purpose) })}</p>\n`}${renderFacts(view, purpose)}
</fieldset>
`;
}

/** A purpose that runs without a question: shown, not toggled. */
export function renderShown(view: NoticeView, purpose: NoticePurpose): Html {
  return html`<div class="candor-purpose">
<h3>${purpose.name}</h3>
<p>${purpose.text}</p>
${renderFacts(view, purpose)}
</div>
`;
}

function describeState({ labels, states }: NoticeView, purpose: NoticePurpose, decision: PurposeDecision | undefined): string {
  if (decision?.reason === 'gpc-off') return labels.gpcOff;
  const state = decision?.state ?? 'unset';
  if (purpose.choice === 'ask' || state !== 'unset') return states[state];
  return decision?.allowed === true ? labels.running : labels.stopped;
}

function renderFacts(view: NoticeView, purpose: NoticePurpose): Html {
  const { labels } = view;
  const fact = (term: string, value: Html | string): Html => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
  const { providers, longest } = purpose;
  const count = providers.reduce((sum, { rows }) => sum + rows.length, 0);
  return html`<dl>${providers.length > 0 && fact(labels.who, renderNames(view, providers))}${
    longest === null ? fact(labels.onDevice, labels.nothingStored) : fact(labels.howLong, longest)
  }${
    purpose.choice !== 'none' && fact(labels.ifRefused, purpose.consequence)
  }${purpose.profiling !== null && fact(labels.profiling, purpose.profiling)}${fact(labels.basis, purpose.basisText)}</dl>
${count > 0 && html`<details><summary>${labels.what} (${count})</summary>${providers.map((provider) => renderProvider(view, provider))}</details>\n`}`;
}

function renderProvider(view: NoticeView, { name, role, country, policy, rows }: NoticeProvider): Html {
  const { terms, signs } = view;
  const facts = [role, country].filter((fact) => fact !== null && fact !== '').join(' · ');
  const link =
    policy !== null && html` · <a href="${policy}" rel="noreferrer" aria-label="${terms.policy}${signs.colon} ${name}">${terms.policy}</a>`;
  return html`
<h4>${name}</h4>
<p class="candor-who">${facts}${link}</p>
<ul>${rows.map((row) => renderRow(view, row))}</ul>`;
}

function renderRow({ terms, signs: { comma, colon } }: NoticeView, row: NoticeRow): Html {
  const names = row.names.map((name, index) => html`${index > 0 && comma}${renderCode(name)}`);
  const facts = html`<span>${terms.duration}${colon} ${row.duration} · ${terms.recipients}${colon} ${row.recipients}</span>`;
  return html`<li><b>${row.function}</b> ${names}<p>${row.explanation}</p>${facts}</li>`;
}
