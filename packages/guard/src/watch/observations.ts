// What was dropped, or would have been: counted by name, code and page. Names and places, never values; bounded.
import type { Question } from '@candor/core';
import { snippetFor } from '@candor/core';
import type { GuardLayer, Observation } from '../contract.ts';
import { isLoss } from './losses.ts';

/** A moment: Unix seconds, and how many requests had come by then. */
export type Moment = { readonly at: number; readonly requests: number };

/** What is recorded. */
export type Sighting = Pick<Observation, 'kind' | 'name' | 'code' | 'page' | 'directive'>;

/** Counts observations. */
export type Observations = {
  record(seen: Sighting, question: Question | null): void;
  /** Counts what was met before in just this way; false where it was not, and is to be recorded. For what comes with every response. */
  again(kind: Observation['kind'], code: Observation['code'], name: string, page: string): boolean;
  list(): readonly Observation[];
  more(): number;
  /** Something that is not kept. */
  lose(): void;
  /** When a layer last met something new that enforcing it would lose; without any, when counting began. */
  newest(layer: GuardLayer): Moment;
  /** Begins anew: what one declaration lacks is no word about another. */
  restart(): void;
};

type Counted = Omit<Observation, 'count'> & { count: number };

/** Each layer its own share: what strangers may send at will must not crowd out what the site sets. Together 1000. */
const SHARES: { readonly [L in GuardLayer]: number } = { 'set-cookie': 400, cookie: 300, html: 0, csp: 300 };
const NAME_LIMIT = 256;
/** Pages that are told apart for one name: an address that nobody has asked for yet can always be made up. */
const PAGES = 20;
const OTHER_PAGES = 'other pages';

/** A declaration of the thing helps only where it is not declared yet, or not like this. */
const DECLARABLE: ReadonlySet<string> = new Set(['DROP_UNDECLARED', 'DROP_SCOPE']);

/** The layer that a kind of thing belongs to. */
export function layerOf(kind: Observation['kind']): GuardLayer {
  return kind === 'header' || kind === 'request' ? 'csp' : kind;
}

function snippetOf({ code }: Sighting, question: Question | null): string | null {
  if (question === null || !DECLARABLE.has(code)) return null;
  try {
    return snippetFor(question) || null;
  } catch {
    return null;
  }
}

/** An empty count. `moment` tells the time. */
export function createObservations(moment: () => Moment): Observations {
  const seen = new Map<string, Counted>();
  const pages = new Map<string, number>();
  const used = new Map<GuardLayer, number>();
  const newest = new Map<GuardLayer, Moment>();
  // The same by page and name, for the last way in which each was met.
  const latest = new Map<string, Map<string, Counted>>();
  let since = moment();
  let more = 0;
  // One response drops many names of one page.
  let near: { readonly page: string; readonly byName: Map<string, Counted> } | null = null;
  const remember = (counted: Counted): void => {
    const byName = latest.get(counted.page) ?? new Map<string, Counted>();
    latest.set(counted.page, byName.set(counted.name, counted));
  };
  const add = (key: string, sighting: Sighting, question: Question | null): void => {
    const layer = layerOf(sighting.kind);
    const full = (used.get(layer) ?? 0) >= SHARES[layer];
    if (full) more += 1;
    else {
      used.set(layer, (used.get(layer) ?? 0) + 1);
      const counted = { ...sighting, count: 1, snippet: snippetOf(sighting, question) };
      seen.set(key, counted);
      remember(counted);
    }
  };
  return {
    record: (given, question) => {
      const name = given.name.slice(0, NAME_LIMIT);
      const path = given.page.slice(0, NAME_LIMIT);
      // No path has a space in it, no code and no directive: two things never share a key.
      const of = `${given.kind} ${given.code} ${given.directive ?? ''} ${name}`;
      const isKnown = seen.has(`${path} ${of}`);
      const told = pages.get(of) ?? 0;
      const page = isKnown || told < PAGES ? path : OTHER_PAGES;
      const key = `${page} ${of}`;
      const before = seen.get(key);
      if (before !== undefined) {
        before.count += 1;
        remember(before);
        return;
      }
      const layer = layerOf(given.kind);
      if (told === 0 && isLoss(given)) newest.set(layer, moment());
      add(key, { ...given, name, page }, question);
      if (seen.has(key)) pages.set(of, told + 1);
    },
    again: (kind, code, name, page) => {
      if (near === null || near.page !== page) {
        const byName = latest.get(page);
        if (byName === undefined) return false;
        near = { page, byName };
      }
      const before = near.byName.get(name);
      if (before === undefined || before.kind !== kind || before.code !== code) return false;
      before.count += 1;
      return true;
    },
    list: () => [...seen.values()].map((observation) => ({ ...observation })),
    more: () => more,
    lose: () => {
      more += 1;
    },
    newest: (layer) => newest.get(layer) ?? since,
    restart: () => {
      for (const counts of [seen, pages, used, newest, latest]) counts.clear();
      near = null;
      since = moment();
      more = 0;
    },
  };
}
