// The first layer: what is asked, by whom, for how long, and two answers that are equal in every way. It stands at the start of the
// body or at its end. Only answers and link take the focus: arrow keys scroll the words from there, so nothing else needs a Tab.
import type { Html } from '../base/html.ts';
import { html } from '../base/html.ts';
import { shortDeclarationId } from '../consent/choice-codec.ts';
import { answerButton, hiddenFields, renderNames } from './form.ts';
import type { NoticePurpose, NoticeView } from './view.ts';

/**
 * Where the form goes and comes back to, and whether the browser sends Global Privacy Control. `asked`: the purposes that wait for an
 * answer, where others were answered before; without it all that ask.
 */
export type BannerOptions = {
  readonly action: string;
  readonly returnTo: string;
  readonly gpc: boolean;
  readonly asked?: readonly string[];
};

/** The banner, or nothing where no purpose waits for an answer. What was answered before is not asked, and no answer here touches it. */
export function renderBanner(view: NoticeView, { action, returnTo, gpc, asked: waiting }: BannerOptions): Html {
  const all = view.purposes.filter(({ choice }) => choice === 'ask');
  const asked = all.filter(({ id }) => waiting?.includes(id) ?? true);
  if (asked.length === 0) return html``;
  const partly = asked.length < all.length;
  const { texts, prefix } = view;
  return html`<section id="candor-notice" data-candor="banner" data-declaration="${shortDeclarationId(view.declaration)}" lang="${view.language}" dir="${view.direction}" aria-label="${texts.title}">
<div class="candor-words">
<h2>${texts.title}</h2>
<p>${texts.text}</p>
${gpc && view.honoursGpc && html`<p class="candor-signal">${texts.gpc}</p>\n`}<ul>${asked.map((purpose) => renderAsked(view, purpose))}</ul>
</div>
<form class="candor-answers" method="post" action="${action}">
${hiddenFields(view, returnTo)}${partly && asked.map(({ id }) => html`<input type="hidden" name="purpose" value="${id}">`)}
${answerButton('accept-all', texts.accept, partly ? { value: 'grant' } : {})}
${answerButton('reject-all', texts.reject, partly ? { value: 'withdraw' } : {})}
<a href="${prefix}/preferences" data-candor="preferences">${texts.preferences}</a>
</form>
</section>`;
}

/** The permanent way back to the choices, for every page: a landmark, as it stands in none of the page's own. With the signal it also says that the signal is honoured. */
export function renderWayBack(view: NoticeView, options: { readonly gpc?: boolean } = {}): Html {
  const signal = options.gpc === true && view.honoursGpc && html`<span class="candor-signal">${view.texts.gpc}</span> `;
  return html`<nav class="candor-way-back" lang="${view.language}" dir="${view.direction}" aria-label="${view.texts.wayBack}">${signal}<a data-candor="way-back" href="${view.prefix}/preferences">${view.texts.wayBack}</a></nav>`;
}

// A name that ends in a full stop, as "Inc." does, ends the sentence too.
function renderAsked(view: NoticeView, { name, text, providers, longest }: NoticePurpose): Html {
  const { labels, signs } = view;
  const who =
    providers.length > 0 &&
    html`${labels.who}${signs.colon} ${renderNames(view, providers)}${!providers.at(-1)?.name.endsWith('.') && '.'} `;
  const long =
    longest === null ? html`${labels.onDevice}${signs.colon} ${labels.nothingStored}.` : html`${labels.howLong}${signs.colon} ${longest}.`;
  return html`<li><b>${name}</b>. ${text} <span>${who}${long}</span></li>`;
}
