// The look of the policy: a page to be read. Logical properties only, so that it mirrors by itself; system fonts; no request.

/** The CSS of the standalone page, exactly as it stands in the style element, so that a server can hash it for its CSP. */
export function policyStyles(): string {
  return css;
}

const css = `@layer candor-policy{
:root{color-scheme:light dark}
.candor-page{margin:0;background:light-dark(#fcfbf8,#15171b);color:light-dark(#1d2126,#e4e3df)}
.candor-page main,.candor-languages{box-sizing:border-box;inline-size:min(100%,78rem);margin-inline:auto;padding-inline:clamp(1.125rem,4vw,3rem)}
.candor-languages{padding-block:1.25rem 0}
.candor-languages ul{display:flex;flex-wrap:wrap;justify-content:end;gap:.25rem 1.25rem;margin:0;padding:0;list-style:none;font:500 .9375rem/1.5 system-ui,sans-serif}
.candor-languages a{display:inline-block;padding-block:.625rem;color:inherit;text-underline-offset:.25em;text-decoration-color:light-dark(#b9bdc4,#555b66)}
.candor-languages [aria-current]{font-weight:650;text-decoration:none}
.candor-policy{
--ink:light-dark(#1d2126,#e4e3df);--soft:light-dark(#565d68,#a4a9b1);--line:light-dark(#dcd9d1,#343842);--tint:light-dark(#f3f0e8,#1e2127);
--accent:light-dark(#0b5563,#7fd0de);--on-accent:light-dark(#fff,#0d1b1e);
container:candor-policy/inline-size;padding-block:clamp(1.5rem,5vw,4rem);color:var(--ink);
font:1.0625rem/1.65 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;overflow-wrap:break-word;hyphens:manual;text-wrap:pretty}
.candor-policy *{box-sizing:border-box}
.candor-policy a{color:var(--accent);text-underline-offset:.2em;text-decoration-thickness:.06em}
.candor-policy a:hover{text-decoration-thickness:.125em}
.candor-policy a:focus-visible,.candor-languages a:focus-visible{outline:3px solid var(--accent,currentcolor);outline-offset:3px;border-radius:2px}
.candor-policy :is(h1,h2,h3,h4){text-wrap:balance;line-height:1.2;letter-spacing:-.012em;margin:0}
.candor-policy .candor-head :is(h1,h2){font-size:clamp(2.125rem,1.4rem + 3.2vw,3.5rem);font-weight:680;letter-spacing:-.028em;line-height:1.06}
.candor-policy .candor-section>:is(h2,h3):first-child{font-size:clamp(1.375rem,1.2rem + .8vw,1.75rem);font-weight:650}
.candor-policy :is(h1,h2,h3,h4) a{color:inherit;text-decoration-color:var(--soft)}
.candor-item{max-inline-size:43rem;margin-block-start:2rem}
.candor-policy .candor-item>:is(h3,h4){font-size:1.125rem;font-weight:650}
.candor-policy .candor-item p{margin-block-start:.375rem}
.candor-site{margin:0 0 .75rem;font-weight:600;color:var(--accent)}
.candor-edition{display:flex;flex-wrap:wrap;gap:.375rem 2.25rem;margin:1.5rem 0 0;font-size:.9375rem}
.candor-edition div{display:flex;flex-wrap:wrap;gap:0 .5rem}
.candor-edition dt{color:var(--soft)}
.candor-edition dd{margin:0;font-weight:550}
.candor-section{max-inline-size:43rem;margin-block:clamp(2.25rem,5vw,3.75rem) 0;scroll-margin-block-start:1.5rem}
.candor-section.candor-wide{max-inline-size:none}
.candor-section:not(:has(>:is(h2,h3):first-child)){margin-block-start:1.5rem}
.candor-wide>:is(p,dl,h2,h3){max-inline-size:43rem}
.candor-policy p{margin:.75rem 0 0}
.candor-policy ul{margin:.75rem 0 0;padding-inline-start:1.25rem}
.candor-policy ul li{margin-block-start:.5rem;padding-inline-start:.25rem}
.candor-policy ul li::marker{color:var(--soft)}
.candor-policy code{font:.9em/1.4 ui-monospace,SFMono-Regular,"Cascadia Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere}
.candor-aside{margin-block-start:2rem}
.candor-aside nav{margin-block-start:1.5rem;font-size:.9375rem;line-height:1.45}
.candor-aside nav p{margin:0;font-weight:650}
.candor-aside ol{margin:.375rem 0 0;padding:0;list-style:none}
.candor-aside li a{display:block;padding-block:.3125rem;color:inherit;text-decoration-color:transparent}
.candor-aside li a:hover{text-decoration-color:currentcolor}
.candor-policy a.candor-button{display:inline-grid;place-content:center;min-block-size:2.75rem;padding:.625rem 1.25rem;border:1px solid transparent;border-radius:.375rem;background:var(--accent);color:var(--on-accent);font-weight:600;line-height:1.4;text-decoration:none}
.candor-policy a.candor-button:hover{text-decoration:underline}
.candor-section .candor-button{margin-block-start:.5rem}
.candor-facts{margin:1rem 0 0;border-block-start:1px solid var(--line)}
.candor-facts div{display:grid;grid-template-columns:minmax(8rem,12rem) minmax(0,1fr);gap:0 1.5rem;padding-block:.4375rem;border-block-end:1px solid var(--line)}
.candor-item .candor-facts{margin-block-start:.75rem;font-size:.9375rem;line-height:1.5}
.candor-facts dt{color:var(--soft)}
.candor-facts dd{margin:0}
.candor-table{inline-size:100%;margin-block-start:1.5rem;border-collapse:collapse;font-size:.9375rem;line-height:1.5}
.candor-table caption{padding-block-end:.75rem;font-weight:650;font-size:1.0625rem;text-align:start;text-wrap:balance}
.candor-table :is(th,td){padding:.75rem 1.25rem .75rem 0;padding-inline:0 1.25rem;text-align:start;vertical-align:top;border-block-end:1px solid var(--line)}
.candor-table thead th{white-space:normal;padding-block:.5rem;color:var(--soft);font-weight:550;font-size:.875rem;vertical-align:bottom;border-block-end:2px solid var(--ink)}
.candor-table tbody th{font-weight:600}
.candor-table thead th:has(+*){min-inline-size:7.5rem}
.candor-table tbody th[scope=row]{min-inline-size:12rem}
.candor-table tbody th code{font-weight:600}
.candor-table tr:has(+.candor-more)>*{border-block-end:0}
.candor-table .candor-more td{padding-block:0 .875rem;font-size:.875rem}
.candor-more dl{display:flex;flex-wrap:wrap;gap:.125rem 1.5rem;margin:0;color:var(--soft)}
.candor-more div{display:flex;flex-wrap:wrap;gap:0 .375rem}
.candor-more dd{margin:0;color:var(--ink)}
.candor-more dt::after{content:":"}
.candor-more:lang(fr) dt::after{content:"\\a0:"}
.candor-table .candor-group th{padding-block:1.75rem .625rem;font-size:1.0625rem;font-weight:650;border-block-end-color:var(--ink)}
@container candor-policy (inline-size>=64rem){
.candor-aside{float:inline-end;inline-size:17rem;margin-block:.75rem 2rem;padding-inline-start:2rem;border-inline-start:1px solid var(--line)}
.candor-wide{clear:both}
.candor-section:has(>.candor-item){display:grid;grid-template-columns:repeat(2,minmax(0,1fr));column-gap:4rem;align-items:start}
.candor-section:has(>.candor-item)>:not(.candor-item){grid-column:1/-1}
}
@container candor-policy not (inline-size>=48rem){
.candor-table,.candor-table :is(tbody,tr,th,td,caption){display:block}
.candor-table thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.candor-table tbody tr:not(.candor-group,.candor-more){display:grid;padding:1rem 0;border-block-end:1px solid var(--line)}
.candor-table tbody :is(th,td){display:grid;grid-template-columns:minmax(6.5rem,34%) minmax(0,1fr);gap:0 1rem;padding:.25rem 0;border:0}
.candor-table tbody :is(th,td)::before{content:attr(data-label);color:var(--soft);font-weight:400;font-size:.875rem}
.candor-table tbody tr:has(+.candor-more){border:0;padding-block-end:0}
.candor-table .candor-more td{display:block;padding:0 0 1rem}
.candor-more td::before{content:none!important}
.candor-more dl{display:block}
.candor-more div{display:grid;grid-template-columns:minmax(6.5rem,34%) minmax(0,1fr);gap:0 1rem;padding-block:.25rem}
.candor-more dt::after{content:none}
.candor-more{border-block-end:1px solid var(--line)}
.candor-table tbody tr:not(.candor-group) th{order:-1;display:block;min-inline-size:0;padding-block-end:.5rem;font-size:1.0625rem}
.candor-table tbody tr:not(.candor-group) th::before{content:none}
.candor-table .candor-group th{display:block;padding-block:1.5rem .5rem;border-block-end:2px solid var(--ink)}
.candor-table .candor-group th::before{content:none}
.candor-table caption{padding-block-end:.5rem;border-block-end:2px solid var(--ink)}
.candor-table:has(.candor-group) caption{border:0;padding-block-end:0}
.candor-facts div{grid-template-columns:1fr}
}
@media (forced-colors:active){.candor-policy a.candor-button{border-color:currentcolor}}
@media print{
:root{color-scheme:light}
.candor-page{background:none}
.candor-page main{inline-size:auto;padding:0}
.candor-policy{padding:0;font-size:10.5pt;line-height:1.45}
.candor-policy .candor-aside,.candor-languages,.candor-section .candor-button{display:none}
.candor-section{max-inline-size:none;margin-block-start:1.5rem}
.candor-policy .candor-section>:is(h2,h3):first-child{font-size:15pt}
.candor-policy :is(.candor-table,.candor-facts,.candor-edition){font-size:9.5pt}
.candor-policy :is(.candor-item>h3,.candor-table caption,.candor-group th){font-size:11pt}
.candor-policy .candor-table :is(thead th,.candor-more td){font-size:8.5pt}
.candor-policy .candor-head :is(h1,h2){font-size:26pt}
.candor-policy :is(h1,h2,h3,h4){break-after:avoid}
.candor-table tr,.candor-facts div{break-inside:avoid}
.candor-table thead{display:table-header-group}
.candor-section a[href^="http"]:not([href^="#"])::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}
.candor-section h2 a::after,.candor-section h3 a::after{content:none!important}
}
}`;
