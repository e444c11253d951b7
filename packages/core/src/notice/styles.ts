// The look of the notice. Colours are in a layer, so that a site's own values win; rules are outside it, so that a site's rules for
// bare elements do not. There is one rule for all answers and none for a single one. Their transparent border is what forced
// colours make visible.
import { findTheme } from './themes.ts';

/** The CSS of banner, preference centre and way back for a theme name: a few kilobytes, no request, logical properties only. */
export function renderNoticeStyles(theme: string): string {
  const { paper, ink, soft, line, button, buttonText } = findTheme(theme);
  const tokens = `--candor-paper:${paper};--candor-ink:${ink};--candor-soft:${soft};--candor-line:${line};--candor-button:${button};--candor-on-button:${buttonText}`;
  return `@layer candor-notice{:root{${tokens}}}\n${rules}`;
}

const rules = `.candor-notice,.candor-preferences,.candor-way-back{color:var(--candor-ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:break-word}
.candor-notice{color-scheme:light dark;position:fixed;inset-block:auto 0;inset-inline:0;z-index:1000;box-sizing:border-box;display:grid;grid-template-rows:minmax(0,1fr) auto;gap:.75rem;max-block-size:40vh;max-block-size:40dvh;margin:0;padding:.875rem max(1rem,(100% - 66rem)/2) .375rem;background:var(--candor-paper);border:solid var(--candor-line);border-width:1px 0 0;font-size:.9375rem;text-align:start}
:root:has(#candor-notice){scroll-padding-block-end:42vh}
body:has(>#candor-notice)::after{content:"";display:block;block-size:42vh}
.candor-words{overflow:auto}
.candor-words :is(h2,p,ul){margin:0 0 .375rem;padding:0;font:inherit}
.candor-words h2{font-weight:650}
.candor-words ul{padding-inline-start:1.125rem}
.candor-words span,.candor-state,.candor-preferences :is(dt,li span){color:var(--candor-soft)}
.candor-answers{display:grid;grid-template-columns:1fr 1fr;gap:.25rem .75rem;margin:0}
.candor-button{box-sizing:border-box;min-block-size:2.75rem;margin:0;padding:.5rem 1.25rem;border:1px solid transparent;border-radius:.375rem;background:var(--candor-button);color:var(--candor-on-button);font:600 1rem/1.25 system-ui,sans-serif;cursor:pointer}
.candor-button:hover{text-decoration:underline}
.candor-more-choices{grid-column:1/-1;justify-self:center}
.candor-more-choices,.candor-way-back a{display:inline-flex;align-items:center;min-block-size:2.75rem;color:inherit}
:is(.candor-notice,.candor-preferences,.candor-way-back) :focus-visible{outline:3px solid var(--candor-button);outline-offset:2px}
.candor-notice .candor-button{padding-inline:.5rem}
.candor-signal,.candor-saved{padding-inline-start:.75rem!important;border-inline-start:.25rem solid var(--candor-button)}
.candor-way-back{margin:0;background:var(--candor-paper);font-size:.875rem;text-align:center}
#candor-status{position:sticky;inset-block-end:0}
.candor-preferences{max-inline-size:43rem}
.candor-preferences a{display:inline-block;padding-block:.25rem}
.candor-preferences h2{margin:2.5rem 0 0}
.candor-preferences form{margin-block-start:1rem}
.candor-purpose{min-inline-size:0;margin:1rem 0 0;padding:1.25rem;border:1px solid var(--candor-line);border-radius:.5rem}
.candor-purpose :is(legend,h3){float:inline-start;inline-size:100%;margin:0;padding:0;font-size:1.125rem;font-weight:650}
.candor-purpose :is(legend,h3)+*{clear:both}
.candor-purpose p{margin:.25rem 0}
.candor-choice{display:flex;align-items:center;gap:.75rem;min-block-size:2.75rem;font-weight:600}
.candor-choice input{flex:none;inline-size:1.5rem;block-size:1.5rem;margin:0;accent-color:var(--candor-button)}
.candor-purpose dl div{display:grid;grid-template-columns:minmax(6rem,24%) 1fr;gap:0 1rem;padding-block:.25rem}
.candor-purpose dd{margin:0}
.candor-purpose :is(dd,code){overflow-wrap:anywhere}
.candor-purpose summary{padding-block:.625rem}
.candor-preferences .candor-answers{grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem;margin-block-start:1.25rem}
@media (min-width:60em){.candor-notice{grid-template:auto/minmax(0,1fr) 22rem;gap:2.5rem;padding-block:1.5rem}.candor-notice form{align-self:center}}
@media print{.candor-notice,.candor-way-back{display:none}}
`;
