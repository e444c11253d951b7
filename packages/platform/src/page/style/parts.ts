// The parts that pages are put together from.

/** The parts. */
export const parts: string = `
@layer parts {
  .stack > * + * { margin-block-start: 1rem; }
  .stack > * + h2 { margin-block-start: 2.75rem; }
  .stack > h2 + *, .stack > h1 + * { margin-block-start: 0.75rem; }
  .stack > p, .stack > ul, .stack > ol, .prose { max-inline-size: var(--prose); }
  .lead { font-size: var(--lead); color: var(--soft); line-height: 1.5; }
  .hint { color: var(--soft); font-size: var(--small); }
  .scroll { overflow-x: auto; }
  .number { text-align: end; }
  .quiet { color: var(--soft); }
  .nowrap { white-space: nowrap; }

  .note { border: 1px solid var(--line); border-inline-start: 4px solid var(--accent); border-radius: var(--round); background: var(--raised); padding: 1rem 1.25rem; max-inline-size: var(--prose); }
  .note > * + * { margin-block-start: 0.4rem; }
  .note h2, .note h3 { font: 600 1.0625rem/1.3 var(--sans); letter-spacing: 0; }
  .note.good { border-inline-start-color: var(--good); background: var(--good-ground); }
  .note.warn { border-inline-start-color: var(--warn); background: var(--warn-ground); }
  .note.bad { border-inline-start-color: var(--bad); background: var(--bad-ground); }

  .verdict { display: grid; grid-template-columns: auto 1fr; gap: 0.4rem 1.1rem; align-items: center; padding: 1.5rem; border-radius: calc(2 * var(--round)); background: var(--sunk); }
  .verdict svg { inline-size: 2.75rem; grid-row: span 2; align-self: start; }
  .verdict p:first-of-type { font: 650 var(--h2)/1.25 var(--sans); letter-spacing: -0.012em; text-wrap: balance; }
  .verdict p + p { grid-column: 2; color: var(--soft); }
  .verdict.good { background: var(--good-ground); color: var(--good); }
  .verdict.warn { background: var(--warn-ground); color: var(--warn); }
  .verdict.bad { background: var(--bad-ground); color: var(--bad); }
  .verdict p + p, .verdict a { color: var(--ink); }

  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); gap: 0; border-block: 1px solid var(--line); }
  .figures > div { padding: 1rem 1.25rem 1rem 0; display: flex; flex-direction: column-reverse; justify-content: flex-end; gap: 0.15rem; }
  .figures dt { font-size: var(--small); }
  .figures dd { font: 600 1.75rem/1.15 var(--sans); letter-spacing: -0.02em; font-variant-numeric: lining-nums tabular-nums; }
  .figures dd small { font: 400 var(--small)/1.2 var(--sans); }

  .facts { display: grid; grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr); gap: 0.5rem 1.5rem; }
  .facts > div { display: contents; }
  .facts dd { min-inline-size: 0; }

  .panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: var(--gap); align-items: start; }
  .panel { border: 1px solid var(--line); border-radius: calc(2 * var(--round)); background: var(--raised); padding: var(--gap); min-inline-size: 0; }
  .panel > * + * { margin-block-start: 0.9rem; }
  .panel.wide { grid-column: 1 / -1; }
  .panel h2 { font-size: 1.25rem; }
  .heading { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0.5rem 1.5rem; }
  .heading + * { margin-block-start: 1rem; }

  .actions { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem; }
  .fields { display: grid; gap: 1.1rem; max-inline-size: 26rem; }
  .fields.wide { max-inline-size: var(--prose); }
  .fields > div { display: grid; gap: 0.35rem; }
  .fields button { justify-self: start; }
  .narrow { max-inline-size: 30rem; margin-inline: auto; }

  .mark { display: inline-block; padding: 0.1rem 0.55rem; border-radius: 1rem; font-size: var(--small); font-weight: 550; white-space: nowrap; background: var(--sunk); color: var(--soft); }
  .mark.good { background: var(--good-ground); color: var(--good); }
  .mark.warn { background: var(--warn-ground); color: var(--warn); }
  .mark.bad { background: var(--bad-ground); color: var(--bad); }

  .finding { border-block-start: 1px solid var(--line); padding-block: 1.1rem; }
  .finding:last-child { border-block-end: 1px solid var(--line); }
  .finding > * + * { margin-block-start: 0.6rem; }
  .finding h3 { display: flex; flex-wrap: wrap; gap: 0.4rem 0.75rem; align-items: baseline; font-weight: 550; }
  .finding details > * + * { margin-block-start: 0.6rem; }
  .steps { list-style: none; padding: 0; font-size: var(--small); font-family: var(--mono); }

  .bars { display: block; inline-size: 100%; }
  .bars rect { fill: var(--accent); }
  .bars .ground { fill: var(--line); }
  .bars line { stroke: var(--line); stroke-width: 1; }
  .bars text { fill: var(--soft); font: 12px var(--sans); }
  .share { inline-size: 8rem; block-size: 0.5rem; display: block; }
  .share rect { fill: var(--accent); }
  .share .ground { fill: var(--line); }

  @media (max-width: 44rem) {
    .cards thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .cards, .cards tbody, .cards tr, .cards th, .cards td, .cards caption { display: block; }
    .cards tr { border-block-end: 1px solid var(--edge); padding-block: 0.75rem; }
    .cards th, .cards td { border: 0; padding: 0.2rem 0; text-align: start; }
    .cards [data-label]::before { content: attr(data-label); display: block; font-size: var(--small); color: var(--soft); font-weight: 400; }
    .facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
    .facts dd { margin-block-end: 0.75rem; }
    .verdict { padding: 1.1rem; }
    .verdict svg { inline-size: 2rem; }
  }
}
`;
