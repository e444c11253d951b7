// The summary of a guard as text for a terminal: what would be dropped, where, and what would declare it.
import type { GuardSummary, Observation } from '../contract.ts';

/** Terminals obey control characters; names come from outside. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e\u00a0-\uffff]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function renderName(observations: readonly Observation[]): string {
  const [first] = observations;
  if (first === undefined) return '';
  const lines = observations.map(({ code, page, count }) => `    ${String(count).padStart(5)} × ${code} on ${printable(page)}`);
  const snippets = [...new Set(observations.map(({ snippet }) => snippet).filter((snippet) => snippet !== null))];
  return [
    `  ${first.kind} "${printable(first.name)}"`,
    ...lines,
    ...snippets.map((snippet) => `\n${snippet.replace(/^/gm, '      ')}\n`),
  ].join('\n');
}

/** One block per name: counts by code and page, and the snippet that would declare it. Ends with a line break. */
export function renderObserveReport(summary: GuardSummary): string {
  const verb = summary.mode === 'observe' ? 'would be dropped' : 'dropped';
  const byName = new Map<string, Observation[]>();
  for (const observation of summary.observations) {
    const key = `${observation.kind} ${observation.name}`;
    byName.set(key, [...(byName.get(key) ?? []), observation]);
  }
  return [
    `${summary.requests} requests, ${summary.documents} pages; ${byName.size} ${byName.size === 1 ? 'name' : 'names'} ${verb}`,
    ...[...byName.values()].map(renderName),
    ...(summary.more > 0 ? [`  and ${summary.more} more`] : []),
    ...summary.faults.map(({ code, message, count }) => `  fault ${code} (${count}): ${message}`),
    '',
  ].join('\n');
}
