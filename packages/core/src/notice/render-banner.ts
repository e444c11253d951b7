// The first layer: what is asked, by whom, for how long, and two answers that are equal in every way.
import type { Html } from '../base/html.ts';
import { html } from '../base/html.ts';
import { answerButton, hiddenFields } from './form.ts';
import type { NoticePurpose, NoticeView } from './view.ts';

/** Where the form goes and comes back to, and whether the browser sends Global Privacy Control. */
export type BannerOptions = { readonly action: string; readonly returnTo: string; readonly gpc: boolean };

/** The banner, or nothing where no purpose waits for an answer. */
export function renderBanner(view: NoticeView, { action, returnTo, gpc }: BannerOptions): Html {
  const asked = view.purposes.filter(({ choice }) => choice === 'ask');
  if (asked.length === 0) return html``;
  const { texts, prefix } = view;
  return html`<section id="candor-notice" class="candor-notice" data-candor="banner" data-declaration="${view.declaration}" lang="${view.language}" dir="${view.direction}" aria-labelledby="candor-notice-title">
<div class="candor-words" tabindex="0" role="group" aria-labelledby="candor-notice-title">
<h2 id="candor-notice-title">${texts.title}</h2>
<p>${texts.text}</p>
${gpc && html`<p class="candor-signal">${texts.gpc}</p>\n`}<ul>${asked.map((purpose) => renderAsked(view, purpose))}</ul>
</div>
<form class="candor-answers" method="post" action="${action}">
${hiddenFields(view, returnTo)}
${answerButton('accept-all', texts.accept)}
${answerButton('reject-all', texts.reject)}
<a class="candor-more-choices" href="${prefix}/preferences" data-candor="preferences">${texts.preferences}</a>
</form>
</section>`;
}

/** The permanent way back to the choices, for every page. With the signal it also says that the signal is honoured. */
export function renderWayBack(view: NoticeView, options: { readonly gpc?: boolean } = {}): Html {
  const signal = options.gpc === true && html`<span class="candor-signal">${view.texts.gpc}</span> `;
  return html`<p class="candor-way-back" lang="${view.language}" dir="${view.direction}">${signal}<a data-candor="way-back" href="${view.prefix}/preferences">${view.texts.wayBack}</a></p>`;
}

function renderAsked({ labels }: NoticeView, purpose: NoticePurpose): Html {
  const who = purpose.providers.length > 0 && html` ${labels.who}: ${purpose.providers.join(', ')}.`;
  const longest =
    purpose.longest === null ? html` ${labels.onDevice}: ${labels.nothingStored}.` : html` ${labels.howLong}: ${purpose.longest}.`;
  return html`<li><b>${purpose.name}</b>. ${purpose.text} <span>${who}${longest}</span></li>`;
}
