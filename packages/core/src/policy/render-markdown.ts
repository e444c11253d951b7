// The policy as Markdown: one table per group, because a Markdown table has no headings of its own.
import { cellRuns } from './cell-runs.ts';
import { codeSpan, escapeMarkdown, escapeTarget } from './markdown-escape.ts';
import type { Block, Column, Fact, Inline, PolicyView, Section, TrackerGroup, TrackerRow } from './view.ts';

/** The whole page as GitHub-flavoured Markdown, ending in a line feed. */
export function renderPolicyMarkdown(view: PolicyView): string {
  const lines = [`# ${escapeMarkdown(view.title)}`, ...view.sections.flatMap(renderSection)];
  return `${lines.filter((line) => line !== '').join('\n\n')}\n`;
}

function renderSection({ heading, blocks }: Section): readonly string[] {
  return [heading === null ? '' : `## ${renderInline(heading)}`, ...blocks.flatMap(renderBlock)];
}

function renderBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [renderInline(block.text)];
    case 'list':
      return [block.items.map((item) => `- ${renderInline(item)}`).join('\n')];
    case 'subheading':
      return [`### ${escapeMarkdown(block.text)}`];
    case 'facts':
      return [block.facts.map(renderFact).join('\n')];
    case 'button':
      return [`**${renderLink(block.text, block.href)}**`];
    case 'trackers':
      return block.groups.flatMap((group) => renderGroup(group, block.columns, block.details));
    case 'table':
      return [
        renderTable(
          block.columns,
          block.rows.map((cells) => cells.map(renderInline)),
        ),
      ];
  }
}

function renderFact({ term, text }: Fact): string {
  return `- **${escapeMarkdown(term)}** – ${renderInline(text)}`;
}

function renderGroup({ label, rows }: TrackerGroup, columns: readonly Column[], details: readonly Column[]): readonly string[] {
  const headings = columns.map((column) => column.label);
  const table = renderTable(
    headings,
    rows.map((row) => columns.map(({ id }) => renderCell(row, id))),
  );
  return [`### ${escapeMarkdown(label)}`, table, details.length === 0 ? '' : rows.map((row) => renderDetails(row, details)).join('\n')];
}

function renderDetails(row: TrackerRow, details: readonly Column[]): string {
  const facts = details.map(({ id, label }) => `  - ${escapeMarkdown(label)} – ${renderCell(row, id)}`);
  return [`- ${renderCell(row, 'name')}`, ...facts].join('\n');
}

function renderCell(row: TrackerRow, id: Column['id']): string {
  return renderInline(cellRuns(row, id));
}

function renderTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(headings.map(escapeMarkdown)), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

function renderInline(text: readonly Inline[]): string {
  return text.map(renderRun).join('');
}

function renderRun(run: Inline): string {
  if (typeof run === 'string') return escapeMarkdown(run);
  if ('code' in run) return codeSpan(run.code);
  if ('name' in run) return escapeMarkdown(run.name);
  return renderLink(run.text, run.href);
}

// An address that names itself is written as one: <https://example.org>.
function renderLink(text: string, href: string): string {
  return text === href && !/[\s<>]/.test(href) ? `<${href}>` : `[${escapeMarkdown(text)}](${escapeTarget(href)})`;
}
