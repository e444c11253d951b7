// The look of the index.
import { screens } from './view.ts';

const sizes = Object.entries(screens)
  .map(
    ([width, { height, scale, small }]) =>
      `.width-${width}{--width:${width};--height:${height};--scale:${scale}}\n@media(width<34em){.width-${width}{--scale:${small}}}`,
  )
  .join('\n');

/** Its style sheet. */
export const indexStyles = `:root{color-scheme:light dark;--ground:light-dark(#eceff1,#101417);--card:light-dark(#fff,#1a2025);--ink:light-dark(#16232b,#e6ecef);--soft:light-dark(#51616b,#a3b1b9);--line:light-dark(#d3dade,#323c43);--accent:light-dark(#0b5d74,#83cfe0);--on:light-dark(#1a6b3c,#7fd6a2)}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
header,main,footer{padding-inline:clamp(1rem,3vw,3rem)}
header{padding-block:2.5rem 1.75rem;background:var(--card);border-block-end:1px solid var(--line)}
h1{margin:0;font-size:clamp(1.75rem,1.3rem + 2vw,2.75rem);line-height:1.1;letter-spacing:-.025em;text-wrap:balance}
header p{max-inline-size:44rem;margin:.75rem 0 0;color:var(--soft)}
form{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:end;margin-block-start:1.75rem}
label{display:grid;grid-template-columns:minmax(0,1fr);gap:.25rem;flex:1 1 9.5rem;max-inline-size:14rem}
label span{font-size:.875rem;font-weight:600}
select,button{min-block-size:2.75rem;padding:.5rem .75rem;border:1px solid var(--line);border-radius:.375rem;background:var(--ground);color:inherit;font:inherit}
select{inline-size:100%;text-overflow:ellipsis}
button{padding-inline:1.5rem;border-color:transparent;background:var(--accent);color:var(--card);font-weight:600;cursor:pointer}
button:hover,a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
h2{display:flex;gap:.625rem;align-items:baseline;margin:2rem 0 1.25rem;font-size:1.375rem}
h2 span{color:var(--soft);font-weight:400}
${sizes}
@media(34em<=width<86em){.width-1280{--scale:.29}}
.grid{display:grid;grid-template-columns:repeat(auto-fill,calc(var(--width)*var(--scale)*1px));gap:2rem 1.75rem;align-items:start}
article{display:grid;grid-template-columns:minmax(0,1fr);padding-block-start:.25rem}
h3{margin:0;font-size:1.125rem;line-height:1.35}
article p{margin:0 0 .75rem;color:var(--soft);font-size:.9375rem}
.frame{block-size:calc(var(--height)*var(--scale)*1px);overflow:hidden;border-radius:.5rem;outline:1px solid var(--line);background:var(--card);box-shadow:0 6px 24px -12px #0006}
iframe{display:block;border:0;transform:scale(var(--scale));transform-origin:0 0}
.light iframe{color-scheme:light}
.dark iframe{color-scheme:dark}
dl{margin:.875rem 0 0;font-size:.9375rem}
dl div{display:flex;flex-wrap:wrap;gap:0 1rem;justify-content:space-between;padding-block:.25rem;border-block-end:1px solid var(--line)}
dd{margin:0}
.on{color:var(--on);font-weight:600}
.off{color:var(--soft)}
article .asked{margin:.5rem 0 0}
article a{display:inline-block;inline-size:fit-content;padding-block:.625rem;color:var(--accent);text-underline-offset:.2em}
footer{padding-block:2.5rem;color:var(--soft)}
footer p{max-inline-size:44rem;margin:0}
@media(forced-colors:active){.frame{outline-color:CanvasText}button{border-color:ButtonBorder}}
`;
