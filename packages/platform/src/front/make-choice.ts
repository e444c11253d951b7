// A visitor's choice, carried out: the cookie first, the ledger second. Nothing the ledger does can undo the choice.
import type { Choice, ConsentAction, ConsentState } from '@candor/core';
import { applyAction, choiceCookie, compileEnforcement, expiryLines, failClosedConsent, resolveConsent } from '@candor/core';
import type { Receipt } from '@candor/ledger';
import { PlatformError } from '../errors.ts';
import { cookieNames } from '../http/cookies.ts';
import type { Site } from '../site.ts';
import { siteName } from '../site.ts';
import type { Visit } from '../visit.ts';
import { isoDay } from '../words/dates.ts';
import type { ActionRequest } from './actions.ts';
import { storageToClear } from './storage-to-clear.ts';

/** Where a choice was made, as the ledger calls it. */
export type Way = 'banner' | 'preferences' | 'api';

/** What a choice led to. `receipt` is null where nothing was recorded; `headers` and `cookies` go with whatever answers. */
export type Outcome = {
  readonly choice: Choice | null;
  readonly receipt: Receipt | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
};

// Says that nothing is known about the words shown. The ledger wants 64 digits; no SHA-256 of words is zero.
const unknownNotice = '0'.repeat(64);

/** Carries out one action of a visitor. */
export async function makeChoice(site: Site, visit: Visit, way: Way, request: ActionRequest): Promise<Outcome> {
  const { action } = request;
  const { profile, choice: before } = visit.context;
  const now = site.now();
  const choice = applyAction(site.declaration, { declarationId: site.declarationId, profile, choice: before, action, now });
  site.tally.add('choices', action.do);
  const cookies = [choiceCookie(site.declaration, { profile, choice, now })];
  if (choice === null) {
    await count(site, way, action, null);
    return { choice, receipt: null, headers: forgetHeaders, cookies: [...cookies, ...forgetLines(site, visit)] };
  }
  const after = resolveConsent(site.declaration, { profile, choice, gpc: visit.context.gpc, now });
  const receipt = await record(site, visit, { way, choice, request });
  await count(site, way, action, choice);
  return { choice, receipt, headers: withdrawalHeaders(site, visit.context.consent, after), cookies };
}

const forgetHeaders: Readonly<Record<string, string>> = { 'Clear-Site-Data': '"cookies", "storage"' };

// Browsers that do not know Clear-Site-Data, or that came over plain HTTP, still lose every cookie they showed us, and every declared
// one, also of paths whose cookies do not come here.
function forgetLines(site: Site, visit: Visit): readonly string[] {
  const nothing = failClosedConsent(null, visit.context.profile);
  return expiryLines(compileEnforcement(site.declaration), nothing, {
    heldNames: cookieNames(visit.request.headers.get('cookie')),
    request: { host: visit.url.hostname, path: visit.url.pathname, method: 'POST', secure: visit.url.protocol === 'https:' },
    unknownBudget: 50,
    withdrawing: true,
  });
}

function withdrawalHeaders(site: Site, before: ConsentState, after: ConsentState): Readonly<Record<string, string>> {
  return storageToClear(site.declaration, before, after) ? { 'Clear-Site-Data': '"storage"' } : {};
}

async function record(site: Site, visit: Visit, made: { way: Way; choice: Choice; request: ActionRequest }): Promise<Receipt | null> {
  try {
    const notice = await knownNotice(site, made.request.notice);
    const language = site.declaration.languages.find((one) => one === made.request.language) ?? visit.language;
    const { profile, gpc } = visit.context;
    const { choice, way } = made;
    const entry = { kind: 'choice', site: siteName(site), declaration: site.declarationId, notice, language, profile, way, gpc } as const;
    return await within(site.receiptPatience, site.ledger.recordChoice({ ...entry, answers: plainAnswers(choice), at: choice.at }));
  } catch (failure) {
    site.tally.add('choices_not_recorded');
    site.onFailure(failure);
    return null;
  }
}

// The record says what holds now; when each older answer was given stays in the cookie.
function plainAnswers(choice: Choice): Choice['answers'] {
  return Object.fromEntries(Object.entries(choice.answers).map(([number, { state, revision }]) => [number, { state, revision }]));
}

// A hash that this site never showed would make the record say something nobody can check.
async function knownNotice(site: Site, posted: string | null): Promise<string> {
  if (posted === null || !/^[0-9a-f]{64}$/.test(posted)) return unknownNotice;
  const shown = await site.store.publications.findNotice(posted);
  return shown === null ? unknownNotice : posted;
}

async function count(site: Site, way: Way, action: ConsentAction, choice: Choice | null): Promise<void> {
  const day = isoDay(site.now(), site.declaration.site.timeZone);
  const perPurpose = Object.entries(site.declaration.purposes).flatMap(([purpose, { number }]) => {
    const answer = choice?.answers[number];
    return answer === undefined ? [] : [{ day, way, purpose, outcome: answer.state }];
  });
  await site.store.choiceCounts.add([{ day, way, purpose: '', outcome: action.do }, ...perPurpose]).catch(site.onFailure);
}

// A ledger that hangs must not hold up a visitor: after the patience the choice goes out without a receipt.
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PlatformError('PLATFORM_LEDGER')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
