// Web storage, databases, caches, files and service workers: names per origin.
import type { Question } from '@candor/core';
import type { Evidence, HeldName, Moment, Setter } from '../collect/observation.ts';
import { readUrl } from '../collect/request-facts.ts';
import type { RuleId } from './catalogue.ts';
import type { Fact } from './fact.ts';
import type { Judge } from './judge.ts';
import { ruleOfVerdict } from './judge-cookies.ts';

/** One stored name with when it was first held and who wrote it. */
export type StorageStory = {
  readonly held: HeldName;
  readonly first: Moment;
  readonly writes: readonly { readonly moment: Moment; readonly setter: Setter }[];
};

/** One story for each name that an origin held at any snapshot. */
export function tellStorageStories(evidence: Evidence): readonly StorageStory[] {
  const stories = new Map<string, StorageStory>();
  for (const { moment, names } of evidence.snapshots) {
    for (const held of names) {
      const key = keyOf(held);
      if (stories.has(key)) continue;
      const writes = evidence.storageWrites.filter((write) => keyOf(write) === key);
      stories.set(key, { held, first: moment, writes });
    }
  }
  return [...stories.values()];
}

/** Every fact about one stored name. */
export function judgeStorage(judge: Judge, story: StorageStory): readonly Fact[] {
  const unseen = { moment: story.first, setter: { kind: 'unknown', url: story.first.page } as const };
  const facts: Fact[] = [];
  for (const write of story.writes.length > 0 ? story.writes : [unseen]) {
    const question = questionOfName(story.held);
    const verdict = judge.verdictIn(write.moment.phase, question);
    const rule = ruleOfVerdict(verdict, write.moment);
    if (rule === null) continue;
    facts.push({
      rule,
      item: itemOfName(story.held),
      thing: keyOf(story.held),
      tracker: verdict.tracker,
      moment: write.moment,
      setter: write.setter,
      message: messageOf(rule, story.held),
      question,
    });
  }
  return facts;
}

/** The question about a stored name. */
export function questionOfName({ store, origin, name }: HeldName): Question {
  return { kind: 'storage', store, origin, name };
}

/** A stored name as a finding's item. */
export function itemOfName({ store, origin, name }: HeldName): Fact['item'] {
  return { kind: store, name, host: readUrl(origin)?.hostname ?? origin };
}

/** One text for one stored name. */
export function keyOf({ store, origin, name }: HeldName): string {
  return JSON.stringify([store, origin, name]);
}

const words: { readonly [Store in HeldName['store']]: string } = {
  local: 'localStorage item',
  session: 'sessionStorage item',
  'indexed-db': 'IndexedDB database',
  cache: 'Cache',
  opfs: 'File',
  'service-worker': 'Service worker',
};

function messageOf(rule: RuleId, held: HeldName): string {
  const name = `${words[held.store]} "${held.name}" of "${held.origin}"`;
  if (rule === 'R-PRE-STORE') return `${name} is stored before the visitor was asked`;
  if (rule === 'R-REJ-STORE') return `${name} is stored although its purpose was refused`;
  return rule === 'R-SCOPE' ? `${name} is declared, but not for this origin` : `${name} is not declared`;
}
