// The banner: over the page and never of it, so that nothing moves when it comes. The room to scroll past it is padding: a box of its
// own would move while the page is still coming. On a low screen, as a zoomed one is, its answers do
// not stay in view but scroll with the words, or there would be no room to read; so everything can be reached. Its side and bottom
// lines lie outside the screen.

/** Rules of the part `banner`. */
export const bannerRules: string = `
html:has(#candor-notice){padding-block-end:42dvh;scroll-padding-block-end:42dvh}
#candor-notice:not(:has(a)){visibility:hidden}
#candor-notice{color-scheme:light dark;position:fixed;inset:auto -1px -1px;z-index:1000;overflow:auto;max-block-size:40dvh;margin:0;padding:1rem max(1rem,50% - 33rem) 0;border:1px solid var(--candor-line);font-size:.9375rem;text-align:start;
:is(h2,p,ul){margin:0 0 .5rem;padding:0;font:inherit;max-inline-size:none}
:is(h2,.candor-signal){font-weight:600}
ul{padding-inline:1rem}
span{color:var(--candor-soft)}
form{display:grid;grid-template-columns:1fr 1fr;gap:.5rem;margin:0;padding:.5rem 0;background:inherit}
a,#candor-status{grid-column:1/-1}
a{justify-self:center}
@media(height>24em){form{position:sticky;inset-block-end:0}}
@media(width>60em){display:grid;grid-template-columns:1fr 25rem;gap:2.5rem;form{align-self:center}}
@media print{display:none}}
`;
