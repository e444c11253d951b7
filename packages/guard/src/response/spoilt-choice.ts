// A server that fails, or talks nonsense, keeps nobody from their stored choice: what it says of `cookies_preferences` does not go out.
import { choiceCookieName, decodeChoice, scanSetCookie } from '@candor/core';
import type { HeaderList, HeaderPair } from '../header-list.ts';
import type { CookieCase } from './set-cookies.ts';
import { isChoiceLine, questionOf } from './set-cookies.ts';

/** Whether a status says that what was asked for was not done. */
export function isFailed(status: number): boolean {
  return status >= 400;
}

/** Why the line does not go out, or null. */
type Spoilt = 'DROP_MOMENT' | 'DROP_MALFORMED' | null;

function isDeletion(cookieCase: CookieCase, line: string): boolean {
  const { judge, visit } = cookieCase;
  return judge.verdictOf(judge.consentOf(visit), questionOf(cookieCase, line, choiceCookieName)).code === 'PASS_DELETION';
}

function spoils(cookieCase: CookieCase, status: number, pair: HeaderPair): Spoilt {
  const [, line] = pair;
  if (!isChoiceLine(pair)) return null;
  const scanned = scanSetCookie(line);
  if (scanned?.name !== choiceCookieName) return null;
  if (isFailed(status)) return 'DROP_MOMENT';
  return decodeChoice(scanned.value).ok || isDeletion(cookieCase, line) ? null : 'DROP_MALFORMED';
}

/** The list without lines that would erase a stored choice, or put something unreadable in its place. */
export function keepStoredChoice(cookieCase: CookieCase, status: number, pairs: HeaderList): HeaderList {
  const { visit, observations } = cookieCase;
  return pairs.filter((pair) => {
    const code = spoils(cookieCase, status, pair);
    if (code !== null) observations.record({ kind: 'set-cookie', name: choiceCookieName, code, page: visit.facts.path }, null);
    return code === null;
  });
}
