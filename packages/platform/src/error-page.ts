// A failure as its reader wants it: a problem document for programs, a page for people.
import { html } from '@candor/core';
import { PlatformError } from './errors.ts';
import { prefersJson } from './http/negotiation.ts';
import { problemResponse } from './http/problem.ts';
import { publicPage } from './page/public-page.ts';
import type { Site } from './site.ts';
import type { Visit } from './visit.ts';

/** The answer to a failure. What is not a `PlatformError` becomes `PLATFORM_INTERNAL` and is reported. */
export function answerFailure(site: Site, visit: Visit, failure: unknown): Response {
  const error = failure instanceof PlatformError ? failure : new PlatformError('PLATFORM_INTERNAL', { cause: failure });
  if (error.status >= 500) {
    site.tally.add('failures', error.code);
    site.onFailure(failure);
  }
  if (wantsJson(visit)) return problemResponse(error);
  const { words } = visit;
  const main = html`<div class="narrow stack">
<h1>${words.errorTitles[error.status]}</h1>
<p class="lead">${words.errorHints[error.code]}</p>
<p class="hint">${words.errorCode}: <code>${error.code}</code> · <span lang="en">${error.message}</span></p>
</div>`;
  return publicPage(site, visit, { title: words.errorTitles[error.status], main }, { status: error.status, headers: error.headers });
}

function wantsJson(visit: Visit): boolean {
  return visit.path.startsWith('api/') || visit.path.endsWith('.json') || prefersJson(visit.request.headers.get('accept'));
}
