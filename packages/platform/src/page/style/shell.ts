// The frame around every page: masthead, navigation, sheet, imprint.

/** The frame. */
export const shell: string = `
@layer shell {
  .skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -4rem; z-index: 2; background: var(--accent); color: var(--accent-ink); padding: 0.6rem 1rem; border-radius: var(--round); }
  .skip:focus { inset-block-start: 0.75rem; }
  .masthead { border-block-end: 1px solid var(--line); background: var(--raised); }
  .masthead > div, .sheet, .imprint > div { inline-size: 100%; max-inline-size: calc(var(--page) + 2 * var(--gap)); margin-inline: auto; padding-inline: var(--gap); }
  .masthead .top { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem 1.5rem; padding-block-start: 0.75rem; }
  .masthead .home { display: inline-flex; align-items: center; gap: 0.6rem; min-block-size: 2.75rem; color: inherit; text-decoration: none; font-weight: 600; }
  .masthead .home:hover { text-decoration: underline; }
  .masthead .home svg { inline-size: 1.75rem; flex: none; }
  .masthead nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; column-gap: 1.5rem; }
  .masthead nav li { margin: 0; }
  .masthead nav a { display: block; padding-block: 0.7rem; color: var(--soft); text-decoration: none; border-block-end: 3px solid transparent; }
  .masthead nav a:hover { color: var(--ink); border-block-end-color: var(--line); }
  .masthead nav a[aria-current] { color: var(--ink); font-weight: 600; border-block-end-color: var(--accent); }
  /* Forced colours draw a transparent border too: without this every entry would look current. */
  @media (forced-colors: active) { .masthead nav a:not([aria-current]) { border-block-end-color: Canvas; } }
  .switch { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.35rem; font-size: var(--small); }
  .switch > * { padding: 0.25rem 0.35rem; }
  .switch a, .switch button { display: inline-flex; align-items: center; min-block-size: 2.75rem; min-inline-size: 1.5rem; }
  .switch [aria-current] { font-weight: 600; color: var(--ink); display: inline-flex; align-items: center; min-block-size: 2.75rem; }
  .switch .who { color: var(--soft); }
  .office .masthead { border-block-start: 4px solid var(--accent); }
  .sheet { flex: 1; padding-block: clamp(1.75rem, 1rem + 3vw, 3.5rem); display: flow-root; }
  .imprint { border-block-start: 1px solid var(--line); color: var(--soft); font-size: var(--small); }
  .imprint > div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.35rem 2rem; padding-block: 1.25rem; }
  .imprint a { color: inherit; }
}
`;
