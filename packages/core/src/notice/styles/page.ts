// Every page: the way back, what is said after a choice, the box where something waits for a yes, and the buttons of all of them.
// Whoever puts such a box gives it the size of what it stands for; without, it is as high as a frame without a size.

/** Rules of the part `page`; `border` is the width of the edge of every answer. */
export function pageRules(border: string): string {
  return `
#candor-notice,.candor-preferences,.candor-placeholder,.candor-way-back{box-sizing:border-box;background:var(--candor-paper);color:var(--candor-ink);font:1rem/1.5 var(--candor-font,system-ui,sans-serif);overflow-wrap:anywhere}
.candor-way-back{margin:0;font-size:.875rem;text-align:center}
#candor-status{position:sticky;inset-block-end:0}
.candor-placeholder{align-content:safe center;overflow:auto;min-block-size:150px;padding:1rem;border:1px solid var(--candor-line);text-align:center}
.candor-placeholder p{margin:0 0 .5rem}
.candor-placeholder p:first-child,.candor-signal{font-weight:600}
.candor-button{box-sizing:border-box;min-block-size:2.75rem;margin:0;padding:.5rem 1rem;border:${border} solid var(--candor-edge,transparent);border-radius:var(--candor-radius,.5rem);background:var(--candor-button);color:var(--candor-on-button);font:inherit;font-weight:600;cursor:pointer}
.candor-button:hover{text-decoration:underline}
#candor-notice a,.candor-way-back a{display:inline-block;padding:.75rem 0;color:inherit}
[class|=candor] :focus-visible{outline:3px solid var(--candor-edge,var(--candor-button));outline-offset:2px}
`;
}
