// Which columns a table shows. What differs from row to row beyond them is said beneath each row, what does not beneath the table.
import type { Column, ColumnId, Fact, TrackerRow } from './view.ts';
import type { PolicyWords } from './words/policy-words.ts';

/** The columns of the policy's older generation. */
export const seedColumns: readonly ColumnId[] = ['provider', 'function', 'name', 'purposes'];

const alwaysShown: readonly ColumnId[] = [...seedColumns, 'duration'];
const saidBeneath: readonly ColumnId[] = ['when', 'kind', 'party', 'recipients', 'basis'];

/** The columns of a table, the details beneath each row and what holds for all of them. `chosen` shows exactly those columns and nothing beneath. */
export function compileColumns(
  rows: readonly TrackerRow[],
  chosen: readonly ColumnId[] | null,
  words: PolicyWords,
): { readonly columns: readonly Column[]; readonly details: readonly Column[]; readonly shared: readonly Fact[] } {
  const column = (id: ColumnId): Column => ({ id, label: columnLabel(id, rows, words) });
  if (chosen !== null) return { columns: chosen.map(column), details: [], shared: [] };
  const details = saidBeneath.filter((id) => sharedCell(rows, id) === null);
  const shared = saidBeneath.flatMap((id) => {
    const cell = sharedCell(rows, id);
    return cell === null ? [] : [{ term: column(id).label, text: [cell] }];
  });
  return { columns: alwaysShown.map(column), details: details.map(column), shared };
}

function sharedCell(rows: readonly TrackerRow[], id: ColumnId): string | null {
  const first = rows[0]?.cells[id];
  return first !== undefined && rows.every((row) => row.cells[id] === first) ? first : null;
}

function columnLabel(id: ColumnId, rows: readonly TrackerRow[], words: PolicyWords): string {
  return id === 'name' && rows.some(({ kind }) => kind !== 'cookie') ? words.nameOfAnything : words.columns[id];
}
