// The counted choices of the last days, as the back office shows them: numerators and denominators both.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { ChoiceCount } from '../drivers/choice-count-store.ts';
import { renderShare } from '../page/bars.ts';
import { textIn } from '../page/document.ts';
import { renderTable } from '../page/table.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';

/** Two tables: what was done, and what was answered per purpose. */
export function renderChoiceSummary(site: Site, visit: Visit, counts: readonly ChoiceCount[]): Html {
  const { words } = visit;
  if (counts.length === 0) return html`<p>${words.overviewNoChoices}</p>`;
  return html`${renderActions(visit, counts)}${renderPurposes(site, visit, counts)}`;
}

function renderActions(visit: Visit, counts: readonly ChoiceCount[]): Html {
  const { words, writing } = visit;
  const actions = counts.filter((cell) => cell.purpose === '');
  const total = sum(actions);
  const rows = Object.entries(words.actions).flatMap(([action, label]) => {
    const count = sum(actions.filter((cell) => cell.outcome === action));
    return count === 0
      ? []
      : [[label, html`${writing.number(count)} <small>${words.truthOfTotal(writing.number(total))}</small>`, renderShare(count / total)]];
  });
  return renderTable({ caption: words.choiceDone, columns: [words.choiceDone, words.statisticsCount, ''], rows, slim: true });
}

function renderPurposes(site: Site, visit: Visit, counts: readonly ChoiceCount[]): Html | null {
  const { words, writing } = visit;
  const rows = Object.entries(site.declaration.purposes).flatMap(([id, purpose]) => {
    const own = counts.filter((cell) => cell.purpose === id);
    if (own.length === 0) return [];
    const of = (outcome: string) => writing.number(sum(own.filter((cell) => cell.outcome === outcome)));
    return [[textIn(purpose.name, visit.language), of('granted'), of('denied'), of('objected')]];
  });
  if (rows.length === 0) return null;
  const columns = [words.choicePurpose, words.stateGranted, words.stateDenied, words.stateObjected];
  return renderTable({ caption: words.overviewPerPurpose, columns, rows, numbers: [1, 2, 3], slim: true });
}

function sum(cells: readonly ChoiceCount[]): number {
  return cells.reduce((total, cell) => total + cell.count, 0);
}
