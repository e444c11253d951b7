// Elements as they are, before any part of a page has its say.

/** Elements. */
export const base: string = `
@layer base {
  *, ::before, ::after { box-sizing: border-box; }
  html { scroll-padding-block-start: 1.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
  body {
    margin: 0;
    background: var(--paper);
    color: var(--ink);
    font: 400 var(--body) / 1.6 var(--sans);
    min-block-size: 100vh;
    min-block-size: 100svh;
    display: flex;
    flex-direction: column;
    overflow-wrap: break-word;
  }
  h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; margin-block: 0; font-weight: 600; }
  h1 { font-size: var(--h1); font-weight: 680; letter-spacing: -0.026em; line-height: 1.08; }
  h2 { font-size: var(--h2); font-weight: 650; letter-spacing: -0.012em; }
  h3, h4 { font-size: var(--h3); }
  p, ul, ol, dl, pre, table, form, fieldset, details { margin-block: 0; }
  figure { margin: 0; }
  p { text-wrap: pretty; }
  ul, ol { padding-inline-start: 1.25rem; }
  li + li { margin-block-start: 0.35rem; }
  a { color: var(--accent); text-decoration-thickness: 0.06em; text-underline-offset: 0.2em; }
  a:hover { text-decoration-thickness: 0.14em; }
  code, pre, samp, textarea { font-family: var(--mono); font-size: 0.9em; }
  code { overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--sunk); border: 1px solid var(--line); border-radius: var(--round); padding: 0.75rem 1rem; font-size: var(--small); line-height: 1.5; }
  pre code { font-size: inherit; }
  dt { color: var(--soft); }
  dd { margin: 0; }
  small { font-size: var(--small); color: var(--soft); }
  svg { max-inline-size: 100%; block-size: auto; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
  button, input, select, textarea { font: inherit; color: inherit; }
  textarea { font-family: var(--mono); }
  button, .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: 2.75rem;
    padding: 0.5rem 1.15rem;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--raised);
    color: var(--ink);
    font-weight: 550;
    line-height: 1.25;
    text-decoration: none;
    cursor: pointer;
  }
  button:hover, .button:hover { border-color: var(--accent); background: var(--accent-ground); text-decoration: none; }
  button.main, .button.main { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
  button.main:hover { filter: brightness(1.08); }
  button.plain { border: 0; padding: 0.25rem 0.35rem; min-block-size: 2.75rem; background: none; color: var(--accent); font-weight: 400; text-decoration: underline; text-underline-offset: 0.2em; text-decoration-thickness: 0.06em; }
  button.plain:hover { text-decoration-thickness: 0.14em; background: none; }
  input:not([type="radio"], [type="checkbox"], [type="hidden"]), textarea {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--raised);
  }
  input[type="radio"], input[type="checkbox"] { inline-size: 1.25rem; block-size: 1.25rem; margin: 0; accent-color: var(--accent); flex: none; }
  label { font-weight: 550; }
  summary { cursor: pointer; color: var(--accent); padding-block: 0.5rem; }
  table { border-collapse: collapse; inline-size: 100%; font-variant-numeric: tabular-nums; font-size: 0.9375rem; }
  caption { text-align: start; font-weight: 600; padding-block-end: 0.6rem; }
  th, td { text-align: start; vertical-align: top; padding: 0.6rem 0.9rem 0.6rem 0; border-block-end: 1px solid var(--line); }
  thead :is(th, td) { color: var(--soft); font-weight: 500; font-size: var(--small); border-block-end-color: var(--edge); white-space: nowrap; }
  tbody th { font-weight: 500; }
  th:last-child, td:last-child { padding-inline-end: 0; }
  @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
}
`;
