// What goes out in place of a response's head, and what its body is to become. Consent is that of the moment the response arrived.
import type { ConsentState } from '@candor/core';
import { encodeChoice } from '@candor/core';
import type { GuardModes } from '../contract.ts';
import type { HeaderList, HeaderPair } from '../header-list.ts';
import { has, keyOf } from '../header-list.ts';
import { planCoding, withCoding } from '../html/coding.ts';
import type { DocumentKind } from '../html/document.ts';
import { asPrivate, asUnshared, invitesSharing, isHtml, isPage, withoutBodyBound } from '../html/document.ts';
import type { Judge } from '../judge.ts';
import { ENFORCED } from '../modes.ts';
import type { PageParts } from '../page/page-parts.ts';
import { withoutHopByHop } from '../request/hop-by-hop.ts';
import type { Visit } from '../request/visit.ts';
import type { BrowserReports } from '../watch/browser-reports.ts';
import type { Evidence } from '../watch/evidence.ts';
import type { Observations } from '../watch/observations.ts';
import type { ChangedChoices } from './changed-choices.ts';
import { keepChoiceStored, nothingAllowed } from './clear-site-data.ts';
import { filterOutward } from './outward-headers.ts';
import type { PageRewrite } from './page-rules.ts';
import { compilePageRules } from './page-rules.ts';
import { isPersonal, policyHeaders } from './policy-headers.ts';
import type { CookieCase } from './set-cookies.ts';
import { choiceSetBy, filterSetCookieLines, isChoiceLine } from './set-cookies.ts';
import { planShared } from './shared-response.ts';
import { readSitePolicies, siteNonce } from './site-policy.ts';
import { isFailed, keepStoredChoice } from './spoilt-choice.ts';

/** A response's head before filtering. `source` says who made it: the front office is not written into. */
export type ResponseHead = { readonly status: number; readonly headers: HeaderList; readonly source: 'site' | 'front-office' };

/** The head after filtering. `rewrite` is what becomes of the body, or null to pass it as it is. */
export type ResponsePlan = {
  readonly headers: HeaderList;
  readonly consent: ConsentState;
  readonly rewrite: PageRewrite | null;
  readonly document: DocumentKind;
};

/** What plans are made with. */
export type Planner = {
  readonly judge: Judge;
  readonly pageParts: PageParts;
  readonly changedChoices: ChangedChoices;
  readonly observations: Observations;
  readonly evidence: Evidence;
  readonly reports: BrowserReports;
  readonly now: () => number;
  /** The order that the next request will get. */
  readonly nextOrder: () => number;
  readonly declaresOriginNonce: boolean;
};

/** The consent a response is decided by, and whether the response itself changed it. */
type Decided = { readonly consent: ConsentState; readonly changed: boolean };

/** What a response's expiry lines follow from: who may keep what, and whether the site asked for all cookies to go. */
type Ending = { readonly decided: Decided; readonly cleared: boolean };

const NOTHING: HeaderList = [];
const NO_NAMES: readonly string[] = [];
/** No browser keeps more names for one site, or a longer one. */
const MOST_HELD = 512;
const LONGEST_HELD = 4096;
/** A head too large for what stands before us would take the whole page away: the rest is ended by the responses after it. */
type Budget = { readonly lines: number; readonly bytes: number };
const USUALLY: Budget = { lines: 64, bytes: 8192 };
const AT_ONCE: Budget = { lines: 1024, bytes: 65_536 };

/** As many lines as fit, at least one. Where not all do, which come first changes with every response. */
function inTurn(lines: readonly string[], budget: Budget, round: number): readonly string[] {
  if (lines.length <= budget.lines && lines.join('').length <= budget.bytes) return lines;
  const start = round % lines.length;
  let bytes = 0;
  return [...lines.slice(start), ...lines.slice(0, start)].filter((line, at) => {
    bytes += line.length;
    return at === 0 || (at < budget.lines && bytes <= budget.bytes);
  });
}

/** Lines that end what the visitor holds and is not allowed; none where a shared cache is invited to keep the response. */
function expiryHeaders({ judge }: Planner, visit: Visit, { decided, cleared }: Ending, headers: HeaderList): HeaderList {
  if (invitesSharing(headers) && !cleared) return [];
  const heldNames = visit.held.size === 0 ? NO_NAMES : [...visit.held].filter((name) => name.length <= LONGEST_HELD).slice(0, MOST_HELD);
  const expiry = { heldNames, request: visit.facts, withdrawing: decided.changed, round: visit.order };
  const lines = judge.expiry(cleared ? nothingAllowed(visit.profile) : decided.consent, expiry);
  if (lines.length === 0) return NOTHING;
  return inTurn(lines, cleared || decided.changed ? AT_ONCE : USUALLY, visit.order).map((line): HeaderPair => ['Set-Cookie', line]);
}

/** The consent by which this response is decided: by the choice that it stores, if it stores one. */
function decideFor(planner: Planner, cookieCase: CookieCase, headers: HeaderList): Decided {
  const { judge, changedChoices, nextOrder } = planner;
  const { visit } = cookieCase;
  const before = judge.consentOf({ profile: visit.profile, choice: changedChoices.current(visit), gpc: visit.gpc });
  const stored = choiceSetBy(cookieCase, before, headers);
  if (stored === null) return { consent: before, changed: false };
  changedChoices.record(visit, stored, nextOrder());
  return { consent: judge.consentOf({ profile: visit.profile, choice: stored.choice, gpc: visit.gpc }), changed: true };
}

/** On a page of a visitor who comes with the records of another tool: our choice in their place, unless the visitor chose meanwhile. */
function adopt({ judge, changedChoices }: Planner, visit: Visit, { changed }: Decided): HeaderList {
  const { foreign } = visit;
  if (foreign === null || changed || changedChoices.isChanged(visit)) return [];
  const { choice } = foreign;
  // Pages of this visitor that are still under way know only the records: they have to find what is chosen after this.
  if (choice !== null) changedChoices.record(visit, { choice, text: encodeChoice(choice), adopted: true }, Number.POSITIVE_INFINITY);
  return judge.adoption(foreign, visit.profile);
}

/** A nonce is ours to repeat only where the declaration says so, or where the front office, which is ours, put it. */
function allowedNonce({ declaresOriginNonce }: Planner, head: ResponseHead): string | null {
  return declaresOriginNonce || head.source === 'front-office' ? siteNonce(readSitePolicies(head.headers)) : null;
}

/** The head as the set-cookie layer leaves it, who may keep what by it, and whether the site asked for all cookies to go. */
type Cookied = Ending & { readonly headers: HeaderList };

/** What a head has to do with cookies, in one look: most have nothing, and most others nothing to do with the choice. */
function lookFor(headers: HeaderList): { readonly clears: boolean; readonly sets: boolean; readonly choice: boolean } {
  let clears = false;
  let sets = false;
  let choice = false;
  for (const pair of headers) {
    const key = keyOf(pair);
    clears ||= key === 'clear-site-data';
    sets ||= key === 'set-cookie';
    choice ||= isChoiceLine(pair);
  }
  return { clears, sets, choice };
}

function planCookies(planner: Planner, visit: Visit, head: ResponseHead, modes: GuardModes): Cookied {
  const { judge, observations, now } = planner;
  const arrived = withoutHopByHop(head.headers);
  const found = lookFor(arrived);
  // The front office may clear everything, as when a visitor asks to be forgotten; not while it fails.
  const mayClear = !found.clears || (head.source === 'front-office' && !isFailed(head.status));
  const { headers: unwiped, cookies: cleared } = mayClear ? { headers: arrived, cookies: false } : keepChoiceStored(arrived);
  const cookieCase: CookieCase = { judge, visit, now: now(), observations };
  const upstream = found.choice ? keepStoredChoice(cookieCase, head.status, unwiped) : unwiped;
  const decided = decideFor(planner, cookieCase, found.choice ? upstream : []);
  const passed = found.sets ? filterSetCookieLines(cookieCase, decided.consent, upstream) : upstream;
  return modes['set-cookie'] === 'enforce' ? { headers: passed, decided, cleared } : { headers: arrived, decided, cleared: false };
}

/** A head on its way out: whose consent decides about its page, and what each layer does. */
type Outgoing = { readonly head: ResponseHead; readonly headers: HeaderList; readonly consent: ConsentState; readonly modes: GuardModes };

/** What becomes of the body. While pages are only observed its parts are made all the same, for the faults that would come of it. */
function planBody({ judge, pageParts }: Planner, visit: Visit, { head, headers, consent, modes }: Outgoing): Omit<ResponsePlan, 'headers'> {
  const requested = visit.document;
  const isWritable = head.source === 'site' && requested !== null && isPage(head.status, headers);
  const coding = isWritable ? planCoding(visit.headers, headers) : null;
  const parts = coding === null ? null : pageParts.parts(visit, consent, { kind: requested, headers });
  if (modes.html === 'observe') return { consent, rewrite: null, document: isHtml(headers) ? requested : null };
  if (coding === null) return { consent, rewrite: null, document: null };
  return { consent, rewrite: { rules: compilePageRules({ judge, visit, consent }, parts), coding }, document: requested };
}

/** The lines by which cookies end, and another tool's records become ours where `adopts`. */
function endingLines(
  planner: Planner,
  visit: Visit,
  ending: Ending,
  on: { readonly headers: HeaderList; readonly adopts: boolean },
): HeaderList {
  const adopted = on.adopts ? adopt(planner, visit, ending.decided) : NOTHING;
  const ended = expiryHeaders(planner, visit, ending, on.headers);
  if (adopted.length === 0) return ended;
  return [...ended.filter(([, line]) => !adopted.some(([, own]) => own === line)), ...adopted];
}

/** The head of a final response, and what becomes of its body, by what each layer enforces; what it would drop is recorded. */
export function planResponse(planner: Planner, visit: Visit, head: ResponseHead): ResponsePlan {
  const { judge, observations, evidence } = planner;
  const fromSite = head.source === 'site';
  const modes = fromSite ? judge.modes : ENFORCED;
  const { headers: passed, decided, cleared } = planCookies(planner, visit, head, modes);
  const { consent } = decided;
  if (fromSite) evidence.response(visit, head.status === 200 && visit.document === 'page' && isHtml(passed));
  const shared = fromSite && !cleared ? planShared(planner, visit, { status: head.status, headers: passed }) : null;
  if (shared !== null) return shared;
  const personal = !fromSite || isPersonal(visit, passed, modes);
  // Nothing that a shared cache may keep carries what one visitor allowed.
  const policyConsent = personal ? consent : judge.closedConsent(visit.profile);
  const outward = filterOutward({ judge, visit, consent: policyConsent, observations }, passed);
  const kept = modes.csp === 'enforce' ? outward : passed;
  const body = planBody(planner, visit, { head, headers: kept, consent, modes });
  const cached = personal && fromSite && modes.html === 'enforce' ? asPrivate(kept) : kept;
  const cookies = modes['set-cookie'] === 'enforce';
  const adopts = personal && fromSite && visit.document !== null;
  // Reading a page of the front office ends nothing that is only observed; what the visitor says there does.
  const ends = judge.modes['set-cookie'] === 'enforce' || (!fromSite && decided.changed);
  const ending = ends ? endingLines(planner, visit, { decided, cleared }, { headers: cached, adopts }) : [];
  const lines = [...(body.rewrite === null ? cached : withCoding(withoutBodyBound(cached), body.rewrite.coding)), ...ending];
  const headers = [
    ...(cookies && !personal && has(lines, 'set-cookie') ? asUnshared(lines) : lines),
    ...policyHeaders(planner, visit, { modes, headers: kept, compile: () => judge.csp(policyConsent, allowedNonce(planner, head)) }),
  ];
  // Named one by one: on every response a spread costs as much as filtering its cookies.
  return { headers, consent: body.consent, rewrite: body.rewrite, document: body.document };
}
