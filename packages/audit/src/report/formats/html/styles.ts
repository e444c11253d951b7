// The look of the report: to be read by people who did not ask for a tool, and to be printed. Logical properties, system fonts.

/** The CSS of the page, exactly as it stands in its one style element, so that a server can hash it for its CSP. */
export function auditPageStyles(): string {
  return css;
}

const css = `:root{color-scheme:light dark;
--paper:light-dark(#fcfbf8,#15171b);--ink:light-dark(#1d2126,#e6e5e1);--soft:light-dark(#565d68,#a9aeb6);--line:light-dark(#dcd9d1,#343842);
--tint:light-dark(#f3f0e8,#1e2127);--accent:light-dark(#0b5563,#7fd0de);
--bad:light-dark(#a3161a,#ff9d95);--bad-tint:light-dark(#fbeae7,#331c1c);--warn:light-dark(#7a4a00,#f0bd66);--warn-tint:light-dark(#fbf1dc,#2e2617);
--good:light-dark(#1c6434,#86d39c);--good-tint:light-dark(#e8f4ea,#17291d)}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;overflow-wrap:break-word;text-wrap:pretty}
main,header{inline-size:min(100%,68rem);margin-inline:auto;padding-inline:clamp(1.125rem,4vw,3rem)}
header{padding-block-start:clamp(1.5rem,5vw,3.5rem)}
main{padding-block-end:5rem}
h1,h2,h3,h4,p,ul,ol,dl{margin:0}
h1,h2,h3,h4{line-height:1.2;text-wrap:balance;letter-spacing:-.012em}
.over{color:var(--accent);font-weight:600}
h1{margin-block-start:.25rem;overflow-wrap:anywhere;font-size:clamp(1.625rem,1.4rem + 2.4vw,3rem);font-weight:680;letter-spacing:-.025em;line-height:1.08}
h2{font-size:clamp(1.375rem,1.2rem + .8vw,1.75rem);font-weight:650}
section{margin-block-start:clamp(2.25rem,5vw,3.5rem);scroll-margin-block-start:1rem}
section>p{max-inline-size:43rem;margin-block-start:.75rem}
.soft{color:var(--soft)}
a{color:var(--accent);text-underline-offset:.2em}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
code{font:.9em/1.45 ui-monospace,SFMono-Regular,"Cascadia Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere;unicode-bidi:isolate}
.id{white-space:nowrap}
pre{margin:.5rem 0 0;padding:.75rem 1rem;background:var(--tint);border-radius:.375rem;overflow-x:auto;direction:ltr;text-align:left}
pre code{font-size:.8125rem;overflow-wrap:normal}
.edition{display:flex;flex-wrap:wrap;gap:.25rem 2rem;margin-block-start:1rem;font-size:.9375rem}
.edition div{display:flex;flex-wrap:wrap;gap:0 .5rem}
.edition dt{color:var(--soft)}
.edition dd{margin:0;font-weight:550}
.verdict{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.25rem 1rem;align-items:start;margin-block-start:1.75rem;padding:1.25rem 1.5rem;border-inline-start:.375rem solid currentcolor;background:var(--good-tint);color:var(--good)}
.verdict svg{inline-size:2rem;block-size:2rem;margin-block-start:.125rem}
.verdict p{color:var(--ink)}
.verdict .says{font-size:clamp(1.1875rem,1.05rem + .6vw,1.4375rem);font-weight:650;line-height:1.3;color:inherit;text-wrap:balance}
.verdict div{display:grid;grid-template-columns:minmax(0,1fr);gap:.375rem;overflow-wrap:anywhere}
.verdict.findings{background:var(--bad-tint);color:var(--bad)}
.verdict.inconclusive,.verdict.accepted{background:var(--warn-tint);color:var(--warn)}
.verdict ul{padding-inline-start:1.125rem;color:var(--ink)}
.numbers{display:flex;flex-wrap:wrap;margin-block-start:1.5rem;padding:0;border-block-end:1px solid var(--line);list-style:none}
.numbers li{flex:1 1 8.5rem;padding:.875rem .75rem .875rem 0;padding-inline:0 .75rem;border-block-start:1px solid var(--line);color:var(--soft);font-size:.9375rem;line-height:1.35}
.numbers strong{display:block;color:var(--ink);font-size:1.75rem;font-weight:650;line-height:1.15;font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto;margin-block-start:1.25rem}
table{inline-size:100%;border-collapse:collapse;font-size:.9375rem;line-height:1.45}
caption{padding-block-end:.625rem;color:var(--soft);text-align:start}
th,td{padding-block:.5625rem;padding-inline:0 1.25rem;text-align:start;vertical-align:top;border-block-end:1px solid var(--line)}
th:last-child,td:last-child{padding-inline-end:0}
thead th{color:var(--soft);font-weight:550;font-size:.875rem;vertical-align:bottom;border-block-end:2px solid var(--ink)}
tbody th{font-weight:600}
table code{overflow-wrap:break-word}
:is(th,td):not(.number){min-inline-size:6rem}
td.number,th.number{text-align:end;font-variant-numeric:tabular-nums}
.mark{display:inline-block;padding:.0625rem .5rem;border:1px solid currentcolor;border-radius:1rem;font-size:.8125rem;font-weight:650;line-height:1.45;letter-spacing:0;white-space:nowrap;color:var(--soft)}
.mark.critical,.mark.high{color:var(--bad)}
.mark.critical{background:var(--bad);border-color:var(--bad);color:var(--paper)}
.mark.medium,.mark.incomplete,.mark.expired{color:var(--warn)}
.mark.exercised{color:var(--good)}
.finding{margin-block-start:1.5rem;padding-block-start:1.25rem;border-block-start:1px solid var(--line)}
.finding h3{display:flex;flex-wrap:wrap;align-items:baseline;gap:.375rem .75rem;font-size:1.1875rem;font-weight:650;line-height:1.35}
.finding h3>span:last-child{flex:1 1 16rem;min-inline-size:0}
.finding .rule{margin-block-start:.25rem;color:var(--soft);font-size:.9375rem}
.facts{margin-block-start:.75rem;font-size:.9375rem;line-height:1.5}
.facts div{display:grid;grid-template-columns:8.5rem minmax(0,1fr);gap:0 1.25rem;padding-block:.3125rem}
.facts dt{color:var(--soft)}
.facts dd{margin:0}
.facts .do dd{font-weight:600}
details{margin-block-start:.75rem}
summary{inline-size:fit-content;padding-block:.375rem;color:var(--accent);font-weight:550;cursor:pointer}
details ul,details ol{margin-block-start:.5rem;padding-inline-start:1.25rem}
details li{margin-block-start:.375rem}
.lists{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));gap:1.5rem 3rem;margin-block-start:1.25rem}
.lists h3{font-size:1.0625rem;font-weight:650}
.lists ul{margin-block-start:.375rem;padding-inline-start:1.125rem;font-size:.9375rem}
.lists li{margin-block-start:.25rem}
@media (max-width:40rem){
.facts div{grid-template-columns:minmax(0,1fr);padding-block:.375rem}
.facts dt{font-size:.8125rem}
.finding h3>span:last-child{flex-basis:100%}
.verdict{grid-template-columns:minmax(0,1fr);padding:1rem 1.125rem}
}
@media (forced-colors:active){.mark,.verdict{border:1px solid}}
@media print{
:root{color-scheme:light;--paper:#fff}
@page{margin:16mm 14mm}
body{font-size:10pt;line-height:1.45}
header,main{inline-size:100%;padding:0}
h1{font-size:22pt}
h2{font-size:14pt}
.finding h3{font-size:11.5pt}
section{margin-block-start:8mm}
.verdict,.mark,.mark.critical{print-color-adjust:exact;-webkit-print-color-adjust:exact}
h2,h3,caption,thead,summary,.finding .rule{break-after:avoid}
tr,.numbers,.verdict,.facts div,pre{break-inside:avoid}
.scroll{overflow:visible}
table,thead th{font-size:8.5pt}
table code{overflow-wrap:anywhere}
:is(th,td):not(.number){min-inline-size:0}
th,td{padding-inline-end:.75rem}
pre{white-space:pre-wrap}
pre code{font-size:7.5pt;overflow-wrap:anywhere}
details::details-content{content-visibility:visible;block-size:auto}
summary{color:var(--ink);list-style:none}
.not-on-paper{display:none}
}
`;
