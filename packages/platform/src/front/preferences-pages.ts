// The preference centre: shown by GET, answered by a form, with or without a script.
import type { NoticeView } from '@candor/core';
import { compileNotice, html, renderPreferences } from '@candor/core';
import { PlatformError } from '../errors.ts';
import { readForm } from '../http/body.ts';
import { prefersJson } from '../http/negotiation.ts';
import { requireSameOrigin } from '../http/origin.ts';
import { jsonResponse, seeOther } from '../http/respond.ts';
import { safeReturnPath } from '../http/return-path.ts';
import { publicPage } from '../page/public-page.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';
import { ownOrigins } from '../visit.ts';
import { readActionForm } from './actions.ts';
import type { Outcome } from './make-choice.ts';
import { makeChoice } from './make-choice.ts';
import { renderOutcome } from './preferences-outcome.ts';

/** `preferences`, both ways. */
export function createPreferencesRoutes(site: Site): readonly Route[] {
  return [
    { method: 'GET', path: 'preferences', personal: true, answer: (visit) => showPreferences(site, visit) },
    { method: 'POST', path: 'preferences', personal: true, answer: (visit) => takeChoice(site, visit) },
  ];
}

function showPreferences(site: Site, visit: Visit): Response {
  const view = noticeFor(site, visit);
  const query = visit.url.searchParams;
  const back = safeReturnPath(query.get('return'), '');
  const own = `${site.prefix}/preferences`;
  const main = html`${renderOutcome(site, visit, back)}
${renderPreferences(view, {
  action: own,
  returnTo: back === '' ? own : `${own}?return=${encodeURIComponent(back)}`,
  state: visit.context.consent,
})}`;
  return publicPage(site, visit, { title: visit.words.preferences, main: html`<div class="stack">${main}</div>` });
}

async function takeChoice(site: Site, visit: Visit): Promise<Response> {
  requireSameOrigin(visit.request.headers, ownOrigins(site, visit));
  const form = await readForm(visit.request);
  const own = `${site.prefix}/preferences`;
  const target = safeReturnPath(form.get('return'), own);
  const atPreferences = target === own || target.startsWith(`${own}?`);
  const request = readActionForm(form);
  const outcome = await makeChoice(site, visit, target.startsWith(`${site.prefix}/`) ? 'preferences' : 'banner', request);
  const { headers, cookies } = outcome;
  if (prefersJson(visit.request.headers.get('accept'))) {
    return jsonResponse({ choice: outcome.choice, receipt: outcome.receipt }, { headers, cookies });
  }
  const forgotten = request.action.do === 'forget';
  const location = forgotten ? `${own}?forgotten=1` : atPreferences ? withOutcome(site, target, outcome) : target;
  return seeOther(location, { headers, cookies });
}

// The page after the form says what came of it; the receipt waits under a key that only this answer holds.
function withOutcome(site: Site, target: string, { receipt }: Outcome): string {
  const url = new URL(target, site.publicOrigin);
  url.searchParams.set('saved', receipt === null ? 'unrecorded' : '1');
  url.searchParams.delete('index');
  url.searchParams.delete('t');
  if (receipt !== null) {
    url.searchParams.set('index', String(receipt.index));
    url.searchParams.set('t', site.receipts.keep(receipt));
  }
  return url.pathname + url.search;
}

function noticeFor(site: Site, visit: Visit): NoticeView {
  const { declaration, declarationId } = site;
  const view = compileNotice(declaration, { language: visit.language, profile: visit.context.profile, declarationId });
  if (!view.ok) throw new PlatformError('PLATFORM_INTERNAL', { cause: view.issues });
  return view.value;
}
