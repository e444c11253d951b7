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

  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr)); gap: 0 1.25rem; border-block: 1px solid var(--line); }
  .figures > div { padding-block: 1rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; gap: 0.15rem; }
  .figures dt { font-size: var(--small); }
  .figures dd { font: 600 1.75rem/1.15 var(--sans); letter-spacing: -0.02em; font-variant-numeric: lining-nums tabular-nums; }
  .figures dd small { font: 400 var(--small)/1.2 var(--sans); }

  .facts { display: grid; grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr); gap: 0.5rem 1.5rem; }
  .facts > div { display: contents; }
  .facts dd { min-inline-size: 0; }

  .panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: var(--gap); align-items: start; }
  .panel { border: 1px solid var(--line); border-radius: calc(2 * var(--round)); background: var(--raised); padding: var(--gap); min-inline-size: 0; }
  .panel > * + * { margin-block-start: 0.9rem; }
  .panel.wide { grid-column: 1 / -1; }
  .panel h2 { font-size: 1.25rem; }
  .lists { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); gap: 1.25rem var(--gap); }
  .lists h3 + ul { margin-block-start: 0.4rem; }
  .stack > table, .stack > .lists { margin-block-start: 2.25rem; }
  .stack > h1 + .panels { margin-block-start: 1.5rem; }
  .figures + div > .finding:first-child { border-block-start: 0; }
  .stack > .heading + table, .stack > h1 + table { margin-block-start: 1rem; }
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

  .chart { border-block-end: 0; }
  .chart svg { display: block; inline-size: 100%; block-size: clamp(6rem, 4rem + 9vw, 11rem); border-block: 1px solid var(--line); }
  .chart rect { fill: var(--accent); }
  .chart .ground { fill: var(--edge); }
  .axis { display: flex; justify-content: space-between; max-inline-size: none; color: var(--soft); font-size: var(--small); }
  .share { inline-size: clamp(3rem, 12vw, 8rem); block-size: 0.5rem; display: block; margin-block-start: 0.55rem; border-radius: 0.25rem; overflow: hidden; }
  .share rect { fill: var(--accent); }
  .share .ground { fill: var(--line); }

  .candor-preferences > h1 + p { margin-block-start: 0.75rem; }
  .candor-preferences > .candor-undo + p { margin-block-start: 1.5rem; }
  .candor-undo p { margin-block-end: 0.5rem; }
  .note + .candor-preferences { margin-block-start: 2.5rem; }
  .sheet > .candor-policy { padding-block: 0; }
  .candor-policy + .hint { margin-block-start: 3rem; }

  @media (max-width: 44rem) {
    .cards thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .cards, .cards tbody, .cards tr, .cards th, .cards td, .cards caption { display: block; }
    .cards tr { border-block-end: 1px solid var(--line); padding-block: 0.75rem; }
    .cards tbody th { padding: 0 0 0.25rem; border: 0; font-weight: 600; }
    .cards td { display: grid; grid-template-columns: minmax(6rem, 36%) minmax(0, 1fr); gap: 0 1rem; border: 0; padding: 0.15rem 0; text-align: start; }
    .cards [data-label]::before { content: attr(data-label); font-size: var(--small); color: var(--soft); }
    .cards [data-label=""]::before { content: none; }
    .cards [data-label=""] { display: block; }
    .facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
    .facts dd { margin-block-end: 0.75rem; }
    .verdict { padding: 1.1rem; }
    .verdict svg { inline-size: 2rem; }
  }
}
`;
