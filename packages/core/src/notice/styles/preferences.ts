// The preference centre, as a page of its own and in a modal dialog over a page.

/** Rules of the part `preferences`. */
export const preferencesRules: string = `
.candor-preferences{max-inline-size:46rem;padding:1.5rem;border-radius:.5rem}
.candor-preferences a,.candor-preferences summary{display:inline-block;box-sizing:border-box;min-block-size:2.75rem;padding-block:.625rem;color:inherit}
.candor-preferences h2{margin:2.5rem 0 0}
.candor-preferences form{margin-block-start:1rem}
.candor-preferences>.candor-signal,.candor-saved{padding-inline-start:.75rem;border-inline-start:.25rem solid var(--candor-button)}
.candor-preferences .candor-answers{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem;margin-block-start:1.25rem}
.candor-purpose{min-inline-size:0;margin:1rem 0 0;padding:1.25rem;border:1px solid var(--candor-line);border-radius:.5rem}
.candor-purpose legend{float:inline-start;inline-size:100%;padding:0}
.candor-purpose legend+*{clear:both}
.candor-purpose :is(h3,h4){margin:0;font-size:1.125rem;font-weight:650;line-height:1.4}
.candor-purpose h4{margin-block-start:1.25rem;font-size:1rem}
.candor-purpose :is(p,ul,dl){margin:.25rem 0}
.candor-choice{display:flex;align-items:center;gap:.75rem;min-block-size:2.75rem;font-weight:600}
.candor-choice input{flex:none;inline-size:1.5rem;block-size:1.5rem;margin:0;accent-color:var(--candor-button)}
.candor-state,.candor-who,.candor-purpose :is(dt,li span){color:var(--candor-soft)}
.candor-purpose dl div{display:grid;grid-template-columns:minmax(6rem,24%) 1fr;gap:0 1rem;padding-block:.25rem}
.candor-purpose dd{margin:0}
.candor-purpose summary{cursor:pointer;display:list-item;inline-size:fit-content;font-weight:600}
.candor-purpose ul{padding:0;list-style:none}
.candor-purpose li{padding-block:.625rem;border-block-start:1px solid var(--candor-line)}
.candor-purpose li :is(p,span){font-size:.9375rem}
.candor-purpose code{font-size:.875em;color:var(--candor-soft)}
.candor-dialog{box-sizing:border-box;inline-size:min(46rem,100% - 2rem);max-inline-size:none;block-size:fit-content;max-block-size:min(100% - 2rem,60rem);margin:auto;padding:0 1.5rem 1.5rem;overflow:auto;overscroll-behavior:contain;scroll-padding-block:4rem 1rem;border:1px solid var(--candor-line);border-radius:.5rem;background:var(--candor-paper);color:var(--candor-ink);color-scheme:light dark;font:1rem/1.5 var(--candor-font,system-ui,sans-serif)}
.candor-dialog::backdrop{background:#000a}
.candor-dialog>button{position:sticky;inset-block-start:.75rem;z-index:1;float:inline-end;min-inline-size:2.75rem;margin-block-start:.75rem}
.candor-dialog h1{position:sticky;inset-block-start:0;margin:0;padding-block:1.125rem .875rem;background:inherit;font-size:1.5rem;line-height:1.3}
.candor-dialog .candor-preferences{padding:0;background:inherit}
.candor-dialog #candor-status{padding-block:.75rem;background:inherit}
@media(max-width:40em){.candor-preferences{padding:1rem}.candor-dialog{inline-size:100%;block-size:100%;max-block-size:none;padding-inline:1rem;border-width:0;border-radius:0}.candor-purpose{padding:1rem}.candor-purpose dl div{grid-template-columns:1fr}}
`;
