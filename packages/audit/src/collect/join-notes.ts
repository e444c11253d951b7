// Joins what the driver, the in-page recorder and the protocol saw of the same things, so that each is told once and nothing is lost.
import type { DevtoolsNotes, StoredNote } from './devtools.ts';
import type { Sending } from './find-leaks.ts';
import type { CookieWrite, SentRequest, StorageWrite } from './observation.ts';
import { readUrl } from './request-facts.ts';

type Stamped = { readonly moment: { readonly at: number } };

/** Pairs each of `seen` with the nearest in time of `noted` under the same key; returns the pairs and what nobody had seen. */
function pairUp<S extends Stamped, N extends Stamped>(
  { seen, noted }: { readonly seen: readonly S[]; readonly noted: readonly N[] },
  keys: { readonly seen: (one: S) => string; readonly noted: (one: N) => string },
  apart: number,
): { readonly pairs: ReadonlyMap<S, N>; readonly left: readonly N[] } {
  const byKey = new Map<string, N[]>();
  for (const one of noted) byKey.set(keys.noted(one), [...(byKey.get(keys.noted(one)) ?? []), one]);
  const pairs = new Map<S, N>();
  for (const one of seen) {
    const waiting = byKey.get(keys.seen(one)) ?? [];
    const distance = (other: N): number => Math.abs(other.moment.at - one.moment.at);
    const nearest = waiting.toSorted((a, b) => distance(a) - distance(b))[0];
    if (nearest === undefined || distance(nearest) > apart) continue;
    waiting.splice(waiting.indexOf(nearest), 1);
    pairs.set(one, nearest);
  }
  const taken = new Set(pairs.values());
  return { pairs, left: noted.filter((one) => !taken.has(one)) };
}

/** The driver says most about a response; the protocol also sees those that the page was not allowed to read. */
export function joinWrites(seen: readonly CookieWrite[], noted: readonly CookieWrite[]): readonly CookieWrite[] {
  const key = (write: CookieWrite): string => `${write.line}\n${write.setter.url}`;
  const { pairs, left } = pairUp({ seen, noted }, { seen: key, noted: key }, Number.POSITIVE_INFINITY);
  const full = seen.map((write): CookieWrite => {
    const setter = pairs.get(write)?.setter;
    if (write.setter.kind !== 'http-response' || setter?.kind !== 'http-response') return write;
    return { ...write, setter: { ...write.setter, initiator: setter.initiator } };
  });
  return [...full, ...left].toSorted(byTime);
}

// The two tell of one call at the same time, as far as a busy machine lets them.
const sameCall = 1000;

/** `localStorage.name = value` calls nothing that could be watched: the browser says that it happened, and on which page. */
export function joinStored(seen: readonly StorageWrite[], stored: readonly StoredNote[]): readonly StorageWrite[] {
  const key = (one: StorageWrite | StoredNote): string => JSON.stringify([one.store, one.origin, one.name]);
  const { left } = pairUp({ seen, noted: stored }, { seen: key, noted: key }, sameCall);
  const assigned = left.map((note): StorageWrite => {
    const isPage = readUrl(note.moment.page)?.origin === note.origin;
    const url = isPage ? note.moment.page : `${note.origin}/`;
    return { ...note, setter: { kind: 'script', url, line: null, column: null, stack: [] } };
  });
  return [...seen, ...assigned].toSorted(byTime);
}

/** Gives requests the causes that the protocol told, in the order in which they were sent. */
export function joinInitiators(requests: readonly SentRequest[], { initiators }: DevtoolsNotes): readonly SentRequest[] {
  const taken = new Map<string, number>();
  return requests
    .map((request): SentRequest => {
      const key = `${request.method} ${request.url}`;
      const index = taken.get(key) ?? 0;
      taken.set(key, index + 1);
      const told = initiators.get(key) ?? [];
      return { ...request, initiator: request.initiator ?? told[index] ?? told.at(-1) ?? null };
    })
    .toSorted(byTime);
}

/** Gives what was sent the causes of the requests that sent it. */
export function withCauses(sendings: readonly Sending[], requests: readonly SentRequest[]): readonly Sending[] {
  const causes = new Map(requests.map(({ moment, url, initiator }) => [`${moment.at} ${url}`, initiator]));
  return sendings.map((sending) => ({ ...sending, initiator: causes.get(`${sending.moment.at} ${sending.url}`) ?? null }));
}

function byTime(a: Stamped, b: Stamped): number {
  return a.moment.at - b.moment.at;
}
