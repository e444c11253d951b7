// The look of the small site: a page that could be anybody's, light and dark.

/** Its style sheet. */
export const siteStyles = `:root{color-scheme:light dark;--ground:light-dark(#f6f8f9,#12181c);--ink:light-dark(#1b2b34,#e2e9ec);--accent:light-dark(#0b5d74,#83cfe0)}
:root.warm{--ground:light-dark(#fffaf2,#1a1210);--ink:light-dark(#33190f,#f4e6d8);--accent:light-dark(#8a1f3d,#ffb9c6)}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.65 system-ui,sans-serif}
.warm body{font-family:Georgia,"Times New Roman",serif}
header,main{max-inline-size:60rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
header{padding-block:1.25rem;font-weight:650;font-size:1.125rem}
header a{color:var(--accent);text-decoration:none}
header a:hover{text-decoration:underline}
main{padding-block-end:3rem}
main>img{display:block;inline-size:100%;block-size:auto;border-radius:.5rem}
h1{max-inline-size:22ch;margin:2rem 0 1rem;font-size:clamp(1.625rem,1.2rem + 2vw,2.5rem);line-height:1.15;letter-spacing:-.015em;text-wrap:balance}
:lang(ar) h1{letter-spacing:0;line-height:1.35}
h2{margin:2.5rem 0 .75rem;font-size:1.375rem;line-height:1.25}
p{max-inline-size:38rem;margin:0 0 1rem}
iframe{display:block;inline-size:100%;max-inline-size:40rem;block-size:18.75rem;border:0;border-radius:.5rem}
iframe[hidden]{display:none}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
`;
