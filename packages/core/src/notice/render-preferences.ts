// The second layer: every purpose, what it keeps, the visitor's answer, and the ways to change or forget it. All plain forms.
import type { Html } from '../base/html.ts';
import { html } from '../base/html.ts';
import type { ConsentState } from '../consent/types.ts';
import { answerButton, hiddenFields, objectionForm } from './form.ts';
import { renderPurpose, renderShown } from './render-purpose.ts';
import type { NoticePurpose, NoticeView } from './view.ts';

/** Where the forms go and come back to, the visitor's state, and whether a choice was just saved. */
export type PreferencesOptions = {
  readonly action: string;
  readonly returnTo: string;
  readonly state: ConsentState;
  readonly saved?: boolean;
};

/** The body of the preferences page. */
export function renderPreferences(view: NoticeView, options: PreferencesOptions): Html {
  const { texts, labels } = view;
  const open = view.purposes.filter(({ choice }) => choice !== 'none');
  const shown = view.purposes.filter(({ choice }) => choice === 'none');
  return html`<section class="candor-preferences" data-declaration="${view.declaration}" lang="${view.language}" dir="${view.direction}">
<h1 id="candor-preferences-title">${texts.preferencesTitle}</h1>
${options.saved === true && html`<p class="candor-saved" role="status">${labels.saved}</p>\n`}<p>${texts.preferencesText}</p>
${options.state.gpc && view.honoursGpc && html`<p class="candor-signal">${texts.gpc} ${labels.gpcEffect}</p>\n`}${renderQuestions(view, open, options)}
${shown.length > 0 && html`<h2>${labels.unasked}</h2>\n${shown.map((purpose) => renderShown(view, purpose))}`}
<h2>${labels.undo}</h2>
${open.length > 0 && renderUndo(view, options, 'withdraw')}${renderUndo(view, options, 'forget')}
<p><a href="${view.prefix}/policy">${labels.policy}</a></p>
</section>`;
}

function renderQuestions(view: NoticeView, open: readonly NoticePurpose[], options: PreferencesOptions): Html {
  const { labels, texts } = view;
  if (open.length === 0) return html`<p>${labels.nothingToDecide}</p>`;
  const { action, returnTo, state } = options;
  const objectable = open.filter(({ id, choice }) => choice === 'object' && state.purposes[id]?.allowed === true);
  return html`<h2>${labels.decide}</h2>
<form method="post" action="${action}">
${hiddenFields(view, returnTo)}${keptGrants(view, state)}
${open.map((purpose) => renderPurpose(view, purpose, state.purposes[purpose.id]))}
<div class="candor-answers">
${answerButton('save', texts.save)}
${answerButton('accept-all', texts.accept)}
${answerButton('reject-all', texts.reject)}
</div>
</form>
${objectable.map((purpose) => renderObjection(view, purpose, options))}`;
}

// What is only shown has no control of its own, and saving the others must not read as a no to it.
function keptGrants(view: NoticeView, state: ConsentState): Html {
  const kept = view.purposes.filter(({ id, basis }) => basis === 'notice' && state.purposes[id]?.allowed === true);
  return html`${kept.map(({ id }) => html`<input type="hidden" name="grant" value="${id}">`)}`;
}

// The form of an objection; its button stands with the purpose, and finds it by its id.
function renderObjection(view: NoticeView, purpose: NoticePurpose, { action, returnTo }: PreferencesOptions): Html {
  return html`<form id="${objectionForm(purpose)}" method="post" action="${action}">
${hiddenFields(view, returnTo)}<input type="hidden" name="purpose" value="${purpose.id}">
</form>
`;
}

function renderUndo(view: NoticeView, { action, returnTo }: PreferencesOptions, deed: 'withdraw' | 'forget'): Html {
  const explanation = deed === 'withdraw' ? view.texts.withdrawText : view.texts.forgetText;
  return html`<form class="candor-undo" method="post" action="${action}">
${hiddenFields(view, returnTo)}
<p>${explanation}</p>
${answerButton(deed, view.texts[deed])}
</form>
`;
}
