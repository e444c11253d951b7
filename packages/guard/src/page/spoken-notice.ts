// The notice as the markup of a page: the question where one is to be put, and the way back.
import type { ConsentState, NoticeView } from '@candor/core';
import { renderBanner, renderHtml, renderWayBack } from '@candor/core';
import type { Visit } from '../request/visit.ts';

/** The question, empty where none is to be put, and the way back. */
export type NoticeMarkup = { readonly banner: string; readonly wayBack: string };

/** For a frame, and where there is no notice. */
export const NO_MARKUP: NoticeMarkup = { banner: '', wayBack: '' };

function questionFor(notice: NoticeView, returnTo: string): string {
  return renderHtml(renderBanner(notice, { action: `${notice.prefix}/preferences`, returnTo, gpc: false }));
}

/** What everybody gets: the question is there for a script to put, and for who has none. */
export function renderSharedNotice(notice: NoticeView, { target }: Visit): NoticeMarkup {
  const question = questionFor(notice, target.forwarded);
  const held = `<template id="candor-question">${question}</template><noscript>${question}</noscript>`;
  return { banner: question === '' ? '' : held, wayBack: renderHtml(renderWayBack(notice)) };
}

/** The question for a visitor of a page that is the same for everybody; nothing where none is to be put, or where it is the one held. */
export function renderOwnQuestion(
  { held, spoken }: { readonly held: NoticeView | null; readonly spoken: NoticeView },
  visit: Visit,
  consent: ConsentState,
): string | undefined {
  const { banner } = renderNotice(spoken, { ...visit, target: { ...visit.target, forwarded: '/' } }, consent);
  return banner === '' || (held !== null && banner === questionFor(held, '/')) ? undefined : banner;
}

/** What a visitor gets. A question that has been answered is not in it. */
export function renderNotice(notice: NoticeView, { gpc, target }: Visit, consent: ConsentState): NoticeMarkup {
  const asked = Object.entries(consent.purposes).flatMap(([id, { ask }]) => (ask ? [id] : []));
  const form = { action: `${notice.prefix}/preferences`, returnTo: target.forwarded, gpc, asked };
  return {
    banner: consent.ask ? renderHtml(renderBanner(notice, form)) : '',
    wayBack: renderHtml(renderWayBack(notice, { gpc: gpc && !consent.ask })),
  };
}
