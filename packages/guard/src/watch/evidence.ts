// What the guard has seen of a site, as far as it says how much its silence is worth: pages and declared locations. Numbers only.
import type { Declaration } from '@candor/core';
import { matchRequest } from '@candor/core';
import type { Evidence as Seen } from '../contract.ts';
import type { Visit } from '../request/visit.ts';

/** Counts pages. */
export type Evidence = {
  /** A response of the site. */
  response(visit: Visit, isPage: boolean): void;
  seen(now: number): Seen;
};

/** Different pages that are told apart: more of them make nothing surer. */
const PAGES_KEPT = 500;
const PATH_LIMIT = 256;

/** Nothing seen yet. `startedAt` is Unix seconds. */
export function createEvidence(declaration: Declaration | null, startedAt: number): Evidence {
  const unseen = new Map(Object.entries(declaration?.site.locations ?? {}));
  const paths = new Set<string>();
  let views = 0;
  let returning = 0;
  return {
    response: ({ facts, held }, isPage) => {
      if (held.size > 0) returning += 1;
      if (!isPage || facts.method !== 'GET') return;
      views += 1;
      if (paths.size < PAGES_KEPT) paths.add(facts.path.slice(0, PATH_LIMIT));
      for (const [id, { match }] of unseen) if (matchRequest(match, facts)) unseen.delete(id);
    },
    seen: (now) => ({ seconds: Math.max(0, now - startedAt), views, pages: paths.size, returning, unseen: [...unseen.keys()] }),
  };
}
