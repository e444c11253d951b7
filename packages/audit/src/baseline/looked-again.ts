// Whether an audit looked where something had been seen. What was not looked for is never called gone.
import type { AuditState } from '../collect/observation.ts';
import { readUrl } from '../collect/request-facts.ts';
import type { AuditReport, Finding, StateReport } from '../report/report.ts';

/** Where something was seen: all its states, and the path of the page; null where that was only passed through, as a redirect is. */
export type Sighting = { readonly states: readonly AuditState[]; readonly page: string | null };

/** Where a report saw a finding. */
export function sightingOf({ states, evidence }: Finding, report: Pick<AuditReport, 'states'>): Sighting {
  const page = pathOf(evidence.page);
  return { states, page: report.states.some((run) => hasVisited(run, page)) ? page : null };
}

/** True where every one of the states was exercised to its end, and one of them visited the page. */
export function hasLookedAgain({ states, page }: Sighting, report: Pick<AuditReport, 'states'>): boolean {
  const runs = states.map((state) => report.states.find((run) => run.state === state));
  const wereMade = runs.length > 0 && runs.every((run) => run?.status === 'exercised');
  return wereMade && (page === null || runs.some((run) => run !== undefined && hasVisited(run, page)));
}

function hasVisited({ pages }: StateReport, page: string): boolean {
  return pages.some(({ url }) => pathOf(url) === page);
}

// Without origin and fragment: ports change between runs on one machine.
function pathOf(address: string): string {
  const url = readUrl(address);
  return url === null ? address : `${url.pathname}${url.search}`;
}
