// The notice as the markup of a page: the question where one is to be put, and the way back.
import type { ConsentState, NoticeView } from '@candor/core';
import { renderBanner, renderHtml, renderWayBack } from '@candor/core';
import type { Visit } from '../request/visit.ts';

/** The question, empty where none is to be put, and the way back. */
export type NoticeMarkup = { readonly banner: string; readonly wayBack: string };

/** For a frame, and where there is no notice. */
export const NO_MARKUP: NoticeMarkup = { banner: '', wayBack: '' };

/** What a visitor gets. A question that has been answered is not in it. */
export function renderNotice(notice: NoticeView, { gpc, target }: Visit, consent: ConsentState): NoticeMarkup {
  const asked = Object.entries(consent.purposes).flatMap(([id, { ask }]) => (ask ? [id] : []));
  const form = { action: `${notice.prefix}/preferences`, returnTo: target.forwarded, gpc, asked };
  return {
    banner: consent.ask ? renderHtml(renderBanner(notice, form)) : '',
    wayBack: renderHtml(renderWayBack(notice, { gpc: gpc && !consent.ask })),
  };
}
