// The story of one stored cookie in one state: when it was first held, who wrote it, how long it was to live.
import { identityKey, identityOfLine, isDeletion } from '../collect/cookie-line.ts';
import type { CookieWrite, Evidence, HeldCookie, Moment } from '../collect/observation.ts';

/** `cookie` is the longest-lived form it was held in; `lifeSeconds` is null for a session; `last` is the last snapshot it was in. */
export type CookieStory = {
  readonly cookie: HeldCookie;
  readonly first: Moment;
  readonly last: Moment;
  readonly writes: readonly CookieWrite[];
  readonly lifeSeconds: number | null;
};

type Draft = { cookie: HeldCookie; first: Moment; last: Moment; life: number | null };

/** One story for each cookie that the browser held at any snapshot. */
export function tellCookieStories(evidence: Evidence): readonly CookieStory[] {
  const writes = groupWrites(evidence.cookieWrites);
  const drafts = new Map<string, Draft>();
  const born = new Map<string, number>();
  for (const { moment, cookies } of evidence.snapshots) {
    for (const cookie of cookies) {
      const key = JSON.stringify([identityKey(cookie), cookie.partition]);
      const form = `${key} ${cookie.expires}`;
      // Where no write was seen, this form's life began at the latest when it was first held.
      if (!born.has(form)) born.set(form, lastWriteBefore(writes.get(identityKey(cookie)) ?? [], moment.at) ?? moment.at);
      const life = cookie.expires === null ? null : cookie.expires - (born.get(form) ?? moment.at) / 1000;
      const draft = drafts.get(key) ?? { cookie, first: moment, last: moment, life };
      draft.last = moment;
      if (life !== null && life > (draft.life ?? 0)) Object.assign(draft, { life, cookie });
      drafts.set(key, draft);
    }
  }
  return [...drafts.values()].map(({ cookie, first, last, life }) => ({
    cookie,
    first,
    last,
    writes: writes.get(identityKey(cookie)) ?? [],
    lifeSeconds: life,
  }));
}

function groupWrites(all: readonly CookieWrite[]): ReadonlyMap<string, readonly CookieWrite[]> {
  const groups = new Map<string, CookieWrite[]>();
  for (const write of all) {
    const identity = identityOfLine(write.line, write.request);
    if (identity === null || isDeletion(write.line, write.moment.at)) continue;
    const key = identityKey(identity);
    groups.set(key, [...(groups.get(key) ?? []), write]);
  }
  return groups;
}

function lastWriteBefore(writes: readonly CookieWrite[], at: number): number | null {
  return writes.findLast((write) => write.moment.at <= at)?.moment.at ?? null;
}
