// The notice as the markup of a page: the question where one is to be put, and the way back.
import type { ConsentState, NoticeView } from '@candor/core';
import { html, renderBanner, renderHtml, renderWayBack } from '@candor/core';
import { asciiMarkup } from '../html/ascii.ts';
import type { Visit } from '../request/visit.ts';

/** The question, empty where none is to be put, and the way back; in ASCII. */
export type NoticeMarkup = { readonly banner: string; readonly wayBack: string };

/** For a frame, and where there is no notice. */
export const NO_MARKUP: NoticeMarkup = { banner: '', wayBack: '' };

function questionFor(notice: NoticeView, returnTo: string): string {
  return asciiMarkup(renderHtml(renderBanner(notice, { action: `${notice.prefix}/preferences`, returnTo, gpc: false })));
}

/** What everybody gets: the question is there for a script to put, and for who has none. */
export function renderSharedNotice(notice: NoticeView, { target }: Visit): NoticeMarkup {
  const question = questionFor(notice, target.forwarded);
  const held = `<template id="candor-question">${question}</template><noscript>${question}</noscript>`;
  return { banner: question === '' ? '' : held, wayBack: asciiMarkup(renderHtml(renderWayBack(notice))) };
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

/** A question before and behind the address of the page that it is put on. */
type Question = readonly [before: string, behind: string];
type Asking = { readonly gpc: boolean; readonly asked: readonly string[] };

/** What of the questions for one notice has been rendered before, by what is asked and of whom. */
type Rendered = { readonly questions: Map<string, Question>; readonly waysBack: Map<boolean, string> };

const rendered = new WeakMap<NoticeView, Rendered>();
/** No address has it. */
const PLACE = '\ue000';
const KEPT = 256;

function renderedOf(notice: NoticeView): Rendered {
  const known = rendered.get(notice);
  if (known !== undefined) return known;
  const fresh: Rendered = { questions: new Map(), waysBack: new Map() };
  rendered.set(notice, fresh);
  return fresh;
}

function renderQuestion(notice: NoticeView, returnTo: string, { gpc, asked }: Asking): string {
  return renderHtml(renderBanner(notice, { action: `${notice.prefix}/preferences`, returnTo, gpc, asked }));
}

/** The question on this page. Of all that is in it only the address differs from page to page. */
function putQuestion(notice: NoticeView, returnTo: string, asking: Asking): string {
  const { questions } = renderedOf(notice);
  const key = `${asking.gpc} ${asking.asked.join(' ')}`;
  const known = questions.get(key);
  if (known !== undefined) return known[0] + addressIn(returnTo) + known[1];
  const [before = '', behind, ...more] = renderQuestion(notice, PLACE, asking).split(PLACE).map(asciiMarkup);
  // A question that asks nothing has no place, and words may be made of anything.
  if (behind === undefined || more.length > 0) return asciiMarkup(renderQuestion(notice, returnTo, asking));
  if (questions.size >= KEPT) questions.clear();
  questions.set(key, [before, behind]);
  return before + addressIn(returnTo) + behind;
}

function addressIn(returnTo: string): string {
  return asciiMarkup(renderHtml(html`${returnTo}`));
}

function wayBackOf(notice: NoticeView, gpc: boolean): string {
  const { waysBack } = renderedOf(notice);
  const wayBack = waysBack.get(gpc) ?? asciiMarkup(renderHtml(renderWayBack(notice, { gpc })));
  waysBack.set(gpc, wayBack);
  return wayBack;
}

const asking = new WeakMap<ConsentState, readonly string[]>();

/** The purposes that are asked for. */
function askedOf(consent: ConsentState): readonly string[] {
  const known = asking.get(consent);
  if (known !== undefined) return known;
  const asked = Object.entries(consent.purposes).flatMap(([id, { ask }]) => (ask ? [id] : []));
  asking.set(consent, asked);
  return asked;
}

/** What a visitor gets. A question that has been answered is not in it. */
export function renderNotice(notice: NoticeView, { gpc, target }: Visit, consent: ConsentState): NoticeMarkup {
  return {
    banner: consent.ask ? putQuestion(notice, target.forwarded, { gpc, asked: askedOf(consent) }) : '',
    wayBack: wayBackOf(notice, gpc && !consent.ask),
  };
}
