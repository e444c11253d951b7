// A site of the corpus that is running: what it is, what its log says, and what is wrong with it.
import type { Declaration } from '@candor/core';
import { choiceCookieOf, declarationOf } from './declaration.ts';
import type { Inside, SiteRequest, SiteResponse } from './respond.ts';
import { answerRequest, isOwn, splitRoute } from './respond.ts';
import type { BannerTruth, Controls, CorpusSite, Move, SiteParts, Violation } from './site.ts';
import type { CorpusEntry, LoggedTruth } from './truth.ts';
import { readLog } from './truth.ts';
import { createVariation } from './variation.ts';

/** What a site of the corpus did and what is wrong with it. */
export type Truth = LoggedTruth & {
  readonly violations: readonly Violation[];
  readonly banner: BannerTruth | null;
  readonly clean: boolean;
};

/** A site that answers. `reset` empties its log; one visitor at a time between two resets is what `truth().held` is about. */
export type RunningSite = {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly string[];
  readonly seed: number;
  readonly url: string;
  /** Every host that belongs to it, its own first; `own` are those of the site itself. */
  readonly hosts: readonly string[];
  readonly own: readonly string[];
  readonly declaration: Declaration | null;
  readonly profile: string;
  readonly controls: Controls;
  readonly moves: readonly Move[];
  readonly visitors: readonly ('gpc' | 'no-script')[];
  /** What must be in the log at the end of each phase, as `kind name`. */
  readonly does: NonNullable<SiteParts['does']>;
  readonly truth: () => Truth;
  readonly reset: () => void;
};

/** A site with the function that answers for it. */
export type ServedSite = {
  readonly site: RunningSite;
  readonly answer: (request: SiteRequest) => SiteResponse;
  readonly log: (entry: CorpusEntry) => void;
};

/** Puts a site behind `port`. Throws where its declaration is not lawful. */
export function serveSite(base: CorpusSite, port: number): ServedSite {
  const variation = createVariation(base.id, base.seed);
  const parts = base.build(variation);
  const names = [...new Set(['', ...Object.keys(parts.routes).map((key) => splitRoute(key)[0])])];
  const roles = new Map(names.map((role) => [variation.host(role), role]));
  const entries: CorpusEntry[] = [];
  const inside: Inside = {
    variation,
    parts,
    roles,
    port,
    declaration: declarationOf(variation, parts, port),
    choice: choiceCookieOf(variation, parts),
    add: (phase, gpc, deed) => entries.push({ at: Date.now(), phase, gpc, deed }),
  };
  const violations = parts.violations ?? [];
  const site: RunningSite = {
    id: base.seed === 0 ? base.id : `${base.id}~${base.seed}`,
    title: base.title,
    kinds: base.kinds,
    seed: base.seed,
    url: `http://${variation.host('')}:${port}/`,
    hosts: [...roles.keys()],
    own: [...roles].flatMap(([host, role]) => (isOwn(role) ? [host] : [])),
    declaration: inside.declaration,
    profile: parts.profile ?? 'eu-base',
    controls: { ...parts.notice?.controls, ...parts.controls },
    moves: parts.moves ?? [],
    visitors: parts.visitors ?? [],
    does: parts.does ?? {},
    truth: () => ({ ...readLog(entries, Date.now()), violations, banner: parts.notice?.truth ?? null, clean: violations.length === 0 }),
    reset: () => {
      entries.length = 0;
    },
  };
  return { site, answer: (request) => answerRequest(inside, request), log: (entry) => entries.push(entry) };
}
