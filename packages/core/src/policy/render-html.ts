// The policy as an HTML fragment: headings in order, real tables that a narrow page reads as blocks, no script, no style attribute.
import type { Html } from '../base/html.ts';
import { html } from '../base/html.ts';
import { renderCode, renderInline, tableCell, tableHeading } from './render-inline.ts';
import { renderTrackers } from './render-table.ts';
import type { Block, Fact, Inline, PolicyView, Section } from './view.ts';

/** The page as a fragment. `heading` is the rank of its title; sections follow one below. */
export function renderPolicyHtml(view: PolicyView, options: { readonly heading?: 1 | 2 } = {}): Html {
  const rank = options.heading ?? 1;
  return html`<article class="candor-policy" lang="${view.language}" dir="${view.direction}">
<header class="candor-head">
<p class="candor-site"><bdi>${view.site.name}</bdi></p>
${heading(rank, html`${view.title}`)}
${renderEdition(view)}
</header>
${renderAside(view)}
${view.sections.map((section) => html`${renderSection(section, rank)}\n`)}</article>`;
}

function heading(rank: number, content: Html): Html {
  if (rank === 1) return html`<h1>${content}</h1>`;
  if (rank === 2) return html`<h2>${content}</h2>`;
  return rank === 3 ? html`<h3>${content}</h3>` : html`<h4>${content}</h4>`;
}

function renderEdition({ labels, version, date, declaration }: PolicyView): Html {
  return html`<dl class="candor-edition">${version !== null && html`<div><dt>${labels.version}</dt><dd>${version}</dd></div>`}${
    date !== null && html`<div><dt>${labels.inForceSince}</dt><dd><time datetime="${date.iso}">${date.text}</time></dd></div>`
  }<div><dt>${labels.fingerprint}</dt><dd>${renderCode(declaration.short)}</dd></div></dl>`;
}

function renderAside({ labels, preferences, sections }: PolicyView): Html {
  const entries = sections.flatMap((section) =>
    section.heading === null ? [] : [html`<li><a href="#policy-${section.id}">${section.heading.map(plain)}</a></li>`],
  );
  return html`<div class="candor-aside">
<a class="candor-button" href="${preferences.href}">${preferences.text}</a>
<nav aria-labelledby="policy-contents"><p id="policy-contents">${labels.contents}</p><ol>${entries}</ol></nav>
</div>`;
}

// A link has no room for a link.
function plain(run: Inline): string {
  if (typeof run === 'string') return run;
  if ('code' in run) return run.code;
  return 'name' in run ? run.name : run.text;
}

function renderSection({ id, heading: title, blocks }: Section, rank: number): Html {
  const wide = blocks.some(({ kind }) => kind === 'trackers' || kind === 'table');
  const items = splitItems(blocks);
  const body = html`${items.map((item) => renderItem(item, rank))}`;
  const kind = wide || items.length > 2 ? 'candor-section candor-wide' : 'candor-section';
  if (title === null) return html`<section class="${kind}" id="policy-${id}">${body}\n</section>`;
  const named = heading(rank + 1, html`${title.map(renderInline)}`);
  return html`<section class="${kind}" id="policy-${id}">\n${named}${body}\n</section>`;
}

// A subheading and what follows it belong together, and can stand beside the next.
function splitItems(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const items: Block[][] = [];
  for (const block of blocks) {
    const last = items.at(-1);
    if (last === undefined || block.kind === 'subheading') items.push([block]);
    else last.push(block);
  }
  return items;
}

function renderItem(blocks: readonly Block[], rank: number): Html {
  const content = html`${blocks.map((block) => html`\n${renderBlock(block, rank)}`)}`;
  return blocks[0]?.kind === 'subheading' ? html`\n<div class="candor-item">${content}\n</div>` : content;
}

function renderBlock(block: Block, rank: number): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${block.text.map(renderInline)}</p>`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${item.map(renderInline)}</li>`)}</ul>`;
    case 'subheading':
      return heading(rank + 2, html`${block.text}`);
    case 'facts':
      return html`<dl class="candor-facts">${block.facts.map(renderFact)}</dl>`;
    case 'button':
      return html`<p><a class="candor-button" href="${block.href}">${block.text}</a></p>`;
    case 'trackers':
      return renderTrackers(block);
    case 'table':
      return renderPlainTable(block);
  }
}

function renderFact({ term, text }: Fact): Html {
  return html`<div><dt>${term}</dt><dd>${text.map(renderInline)}</dd></div>`;
}

function renderPlainTable({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): Html {
  return html`<table class="candor-table" role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(tableHeading)}</tr></thead>
<tbody role="rowgroup">
${rows.map(
  (cells) =>
    html`<tr role="row">${cells.map((cell, index) => tableCell(columns[index] ?? '', html`${cell.map(renderInline)}`, index === 0))}</tr>\n`,
)}</tbody>
</table>`;
}
