// Set-Cookie lines of a response: each passes as its bytes, passes with a tightening attribute at its end, or is dropped.
import type { Choice, ConsentState, Question, Verdict } from '@candor/core';
import { choiceCookieName, readChoices, scanCookieName, scanSetCookie } from '@candor/core';
import type { HeaderList, HeaderPair } from '../header-list.ts';
import { keyOf } from '../header-list.ts';
import type { Judge } from '../judge.ts';
import type { Visit } from '../request/visit.ts';
import type { Circumstances } from '../rulings.ts';
import type { Observations } from '../watch/observations.ts';
import type { StoredChoice } from './changed-choices.ts';

/** What the lines of one response are judged by. `now` is Unix seconds. */
export type CookieCase = { readonly judge: Judge; readonly visit: Visit; readonly now: number; readonly observations: Observations };

const FIRST = choiceCookieName.charCodeAt(0);

function isSetCookie(pair: HeaderPair): boolean {
  return keyOf(pair) === 'set-cookie';
}

/** Whether a line sets the cookie of the choice. Most begin with another letter. */
export function isChoiceLine(pair: HeaderPair): boolean {
  if (!isSetCookie(pair)) return false;
  const first = pair[1].charCodeAt(0);
  return (first === FIRST || first === 0x20 || first === 0x09) && scanCookieName(pair[1]) === choiceCookieName;
}

/** What the deciders are asked about a line of a response. */
export function questionOf({ visit, now }: CookieCase, line: string, name: string): Extract<Question, { readonly kind: 'set-cookie' }> {
  return { kind: 'set-cookie', line, request: visit.facts, held: visit.held.has(name), now };
}

/** The verdict over one line, recorded when it drops. */
export function judgeSetCookie(cookieCase: CookieCase, at: Circumstances, line: string): Verdict {
  const { judge, observations } = cookieCase;
  const { name, verdict } = judge.rulingOf(line, at);
  const { path } = at.request;
  // What trackers set comes with every response, and has been counted before.
  if (verdict.outcome === 'drop' && !observations.again('set-cookie', verdict.code, name, path))
    observations.record({ kind: 'set-cookie', name, code: verdict.code, page: path }, questionOf(cookieCase, line, name));
  return verdict;
}

/** What the lines of one response are judged by besides themselves. */
export function circumstancesOf({ visit, now }: CookieCase, consent: ConsentState): Circumstances {
  return { consent, request: visit.facts, held: visit.held, now };
}

/** The list with its Set-Cookie lines filtered; everything else as it came. */
export function filterSetCookieLines(cookieCase: CookieCase, consent: ConsentState, pairs: HeaderList): HeaderList {
  const kept: HeaderPair[] = [];
  const at = circumstancesOf(cookieCase, consent);
  for (const pair of pairs) {
    const verdict = isSetCookie(pair) ? judgeSetCookie(cookieCase, at, pair[1]) : null;
    if (verdict?.outcome === 'append') kept.push([pair[0], pair[1] + (verdict.append ?? ''), 'set-cookie']);
    else if (verdict?.outcome !== 'drop') kept.push(pair);
  }
  return kept;
}

function readStored(text: string): Choice | null {
  try {
    return readChoices([text]);
  } catch {
    return null;
  }
}

/** The choice that this very response stores, if it stores or deletes one and the deciders let it. The last such line counts. */
export function choiceSetBy(cookieCase: CookieCase, consent: ConsentState, pairs: HeaderList): StoredChoice | null {
  let stored: StoredChoice | null = null;
  for (const pair of pairs) {
    const [, line] = pair;
    if (!isChoiceLine(pair)) continue;
    const verdict = cookieCase.judge.verdictOf(consent, questionOf(cookieCase, line, choiceCookieName));
    if (verdict.outcome === 'drop') continue;
    const text = verdict.code === 'PASS_DELETION' ? '' : (scanSetCookie(line)?.value ?? '');
    stored = { text, choice: text === '' ? null : readStored(text) };
  }
  return stored;
}
