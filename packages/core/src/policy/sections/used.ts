// The table: what is used on the site, row by row.
import { compileColumns } from '../columns.ts';
import type { PolicyContext } from '../context.ts';
import { groupRows } from '../groups.ts';
import { siteLink } from '../links.ts';
import { orderTrackers } from '../order.ts';
import { compileRow } from '../rows.ts';
import type { Block, Section } from '../view.ts';

/** The section with the table of trackers. */
export function compileUsed(context: PolicyContext): Section {
  const { words, declaration } = context;
  const heading = words.used.heading(siteLink(declaration.site.hosts));
  const rows = orderTrackers(declaration).map((tracker) => compileRow(context, tracker));
  const blocks = rows.length === 0 ? [{ kind: 'paragraph' as const, text: [words.used.nothing] }] : tableBlocks(context, rows);
  return { id: 'used', heading, blocks };
}

function tableBlocks(context: PolicyContext, rows: Parameters<typeof compileColumns>[0]): readonly Block[] {
  const { words, declaration } = context;
  const groups = groupRows(context, rows);
  const { columns, details, shared } = compileColumns(rows, context.columns, words);
  const only = groups.length === 1 ? groups[0] : undefined;
  const caption = only?.label ?? words.used.caption(context.read(declaration.site.name, 'site.name'));
  const blocks: Block[] = [{ kind: 'trackers', caption, columns, details, groups }];
  if (shared.length > 0) {
    blocks.push({ kind: 'paragraph', text: [words.grammar.term(words.used.sameForAll)] }, { kind: 'facts', facts: shared });
  }
  if (columns.some(({ id }) => id === 'duration')) blocks.push({ kind: 'paragraph', text: [words.used.longest] });
  return blocks;
}
