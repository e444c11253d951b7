// A cell of the tracker table as runs: what is written in another script than the page is told apart, or its ends would change sides.
import type { ColumnId, Inline, TrackerRow } from './view.ts';

/** The cell of a column: names as code; hosts and the provider in a direction of their own. */
export function cellRuns({ cells, names, hosts }: TrackerRow, id: ColumnId): readonly Inline[] {
  if (id === 'name') return splitRuns(cells.name, names, (code) => ({ code }));
  if (id === 'kind') return splitRuns(cells.kind, hosts, (name) => ({ name }));
  return id === 'provider' ? [{ name: cells.provider }] : [cells[id]];
}

// The parts stand in the text in this order; what is between them are the language's own signs.
function splitRuns(text: string, parts: readonly string[], mark: (part: string) => Inline): readonly Inline[] {
  const runs: Inline[] = [];
  let rest = text;
  for (const part of parts) {
    const at = rest.indexOf(part);
    if (at === -1) continue;
    if (at > 0) runs.push(rest.slice(0, at));
    runs.push(mark(part));
    rest = rest.slice(at + part.length);
  }
  return rest === '' ? runs : [...runs, rest];
}
