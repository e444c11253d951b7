// One state's evidence with the stories of what was stored in it: what most rules read.
import type { Moment } from '../collect/observation.ts';
import type { StateRun } from '../states/plan.ts';
import type { CookieStory } from './cookie-story.ts';
import { tellCookieStories } from './cookie-story.ts';
import type { StorageStory } from './judge-storage.ts';
import { tellStorageStories } from './judge-storage.ts';

/** A state's run and the stories in it. */
export type StateStories = { readonly run: StateRun; readonly cookies: readonly CookieStory[]; readonly storage: readonly StorageStory[] };

/** The stories of each run. */
export function tellStories(runs: readonly StateRun[]): readonly StateStories[] {
  return runs.map((run) => ({ run, cookies: tellCookieStories(run.evidence), storage: tellStorageStories(run.evidence) }));
}

/** The first moment of all evidence, for what is about the site and no single thing it did; null without evidence. */
export function firstMoment(runs: readonly StateRun[]): Moment | null {
  const moments = runs.flatMap(({ evidence }) => [...evidence.requests, ...evidence.snapshots].map(({ moment }) => moment));
  return moments.reduce<Moment | null>((first, moment) => (first === null || moment.at < first.at ? moment : first), null);
}
