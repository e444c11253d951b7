// Whether the site behind the guard answers, as the last exchange with it showed.
import type { OriginFailure } from '../origin/messages.ts';
import type { Teller } from './log.ts';

/** `unknown` until somebody asked for something. `since` is Unix seconds. */
export type SiteAnswers = {
  readonly state: 'unknown' | 'answers' | 'fails';
  readonly since: number;
  readonly reason: OriginFailure | null;
};

/** Follows it. */
export type SiteState = { answered(): void; failed(reason: OriginFailure): void; read(): SiteAnswers };

const MOST_TOLD = 10;

/** Begins unknown. Changes are told, but at most ten a minute: a site may answer every other time. */
export function createSiteState(now: () => number, tell: Teller): SiteState {
  let current: SiteAnswers = { state: 'unknown', since: now(), reason: null };
  let minute = 0;
  let told = 0;
  const change = (state: 'answers' | 'fails', reason: OriginFailure | null): void => {
    const before = current.state;
    current = { state, since: now(), reason };
    const thisMinute = Math.floor(current.since / 60);
    told = thisMinute === minute ? told + 1 : 1;
    minute = thisMinute;
    // That it answers from the beginning is no news.
    if (told > MOST_TOLD || (before === 'unknown' && state === 'answers')) return;
    tell(reason === null ? { event: 'site', state: 'answers' } : { event: 'site', state: 'fails', reason });
  };
  return {
    answered: () => {
      if (current.state !== 'answers') change('answers', null);
    },
    failed: (reason) => {
      if (current.state !== 'fails' || current.reason !== reason) change('fails', reason);
    },
    read: () => current,
  };
}
