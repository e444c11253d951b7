// How the question is put. The cookie behind it waits for a yes and heeds a no: only the question is at fault, or fair in a rare form.
import { html, inline, onceAccepted } from '../answers.ts';
import type { NoticePieces, NoticeShape } from '../notice.ts';
import { answerButton, createNotice } from '../notice.ts';
import { prose } from '../prose.ts';
import type { CorpusRule, CorpusSite, Declared, Routes, SiteParts, Visit } from '../site.ts';
import { site } from '../site.ts';
import { cookie, declare, loads } from '../things.ts';
import type { Variation } from '../variation.ts';
import type { CorpusLanguage } from '../words.ts';

/** What surrounds a question on its site. */
export type Asking = {
  readonly rules?: readonly CorpusRule[];
  readonly routes?: Routes;
  readonly declares?: readonly Declared[];
  readonly code?: (visit: Visit) => string;
  readonly main?: string;
  /** Pages on which the question appears once more, or the content is gone. */
  readonly refused?: string;
  readonly pageLanguage?: CorpusLanguage;
};

/** A site with one cookie of statistics behind a question of some shape. */
export function askingSite(
  v: Variation,
  shape: NoticeShape,
  { rules = [], routes = {}, declares = [], code, main = '', refused, pageLanguage }: Asking = {},
): SiteParts {
  const seen = cookie(v.name('visitor'), { days: 30 });
  const notice = createNotice(v, shape);
  const text = prose(v, pageLanguage ?? shape.language);
  const canAccept = notice.controls.accept !== undefined;
  const language = pageLanguage === undefined ? {} : { language: pageLanguage };
  return {
    declares: [declare('statistics', seen), ...declares],
    notice,
    sweeps: [seen],
    routes: {
      '/': (visit) => {
        const shown =
          visit.phase === 'rejected' && refused !== undefined ? refused.replace('NOTICE', () => notice.markup(visit)) : text + main;
        return html(shown + (code === undefined ? '' : inline(code(visit))), { ...language, ...onceAccepted(visit, seen) });
      },
      ...routes,
    },
    violations: rules.map((rule) => ({ rule })),
    does: canAccept ? { accepted: [`cookie ${seen.name}`] } : {},
  };
}

// A question in a shadow root; its buttons call the page's function. A closed one is pressed by place.
function inShadow(v: Variation, mode: 'open' | 'closed'): NoticeShape {
  const host = v.mark('ask');
  const at = (left: number) => [{ select: `#${host}`, at: [left + 40, 142] as const }];
  const place = (left: number): string => `position:absolute;left:${left}px;top:120px;width:200px;height:44px;font-size:16px`;
  const shape: NoticeShape = {
    technique: mode === 'open' ? 'shadow' : 'closed-shadow',
    buttons: ({ yes, no, accept, reject }) => [
      `<button type="button" id="${yes}" style="${place(20)}" onclick="answer('yes')">${accept}</button>`,
      `<button type="button" id="${no}" style="${place(260)}" onclick="answer('no')">${reject}</button>`,
    ],
    wrap: (inner) => `<div id="${host}" style="position:fixed;left:0;bottom:0;width:600px;height:200px;z-index:1000"></div>
<script>document.getElementById('${host}').attachShadow({ mode: '${mode}' }).append(document.createRange().createContextualFragment(${JSON.stringify(inner).replaceAll('<', '\\u003c')}));</script>`,
    styles: `#${v.mark('notice')}{position:absolute;inset:0;max-width:none}#${v.mark('notice')} button{margin:0}`,
  };
  return mode === 'open' ? shape : { ...shape, controls: { accept: at(20), reject: at(260) } };
}

// A question in a frame of another site, which tells the page by a message.
function inFrame(v: Variation): readonly [NoticeShape, Asking] {
  const [place, frame] = [v.path('/ask'), v.mark('ask')];
  const ids = [v.mark('frame-yes'), v.mark('frame-no')] as const;
  const press = (id: string) => [{ select: `#${id}`, frame: `#${frame}` }];
  const shape: NoticeShape = {
    technique: 'frame',
    controls: { accept: press(ids[0]), reject: press(ids[1]) },
    wrap: (
      _inner,
      visit,
    ) => `<iframe id="${frame}" title="Cookies" src="${visit.url('cmp', place)}" style="position:fixed;inset:auto 0 0 0;width:100%;height:180px;border:0;background:#fff;z-index:1000"></iframe>
<script>addEventListener('message', (event) => { if (event.data === 'yes' || event.data === 'no') answer(event.data); });</script>`,
  };
  const button = (id: string, choice: string, words: string): string =>
    `<button type="button" id="${id}" style="min-width:160px;min-height:44px" onclick="parent.postMessage('${choice}', '*')">${words}</button>`;
  const routes: Routes = {
    [`cmp:${place}`]: () =>
      html(
        `<p>May we and our partners use cookies for statistics?</p>${button(ids[0], 'yes', 'Accept all')} ${button(ids[1], 'no', 'Reject all')}`,
        { bare: true },
      ),
  };
  return [shape, { routes, declares: [declare('necessary', loads('cmp', 'frame'))] }];
}

const secondLayer = (v: Variation, { yes, no, accept, reject, words }: NoticePieces): readonly string[] => [
  answerButton(yes, 'yes', accept),
  `<button type="button" id="${v.mark('more')}" onclick="document.getElementById('${v.mark('layer')}').hidden = false">${words.settings}</button>`,
  `<div id="${v.mark('layer')}" hidden><label><input type="checkbox"> Statistics</label> ${answerButton(no, 'no', reject)}</div>`,
];

const rules = (...list: readonly CorpusRule[]): Asking => ({ rules: list });
const look = (style: string): NoticeShape => ({
  buttons: ({ yes, no, accept, reject }) => [
    answerButton(yes, 'yes', accept),
    answerButton(no, 'no', reject).replace('<button', `<button style="${style}"`),
  ],
});

const kinds = ['banner'] as const;
const light = (v: Variation): string =>
  `#${v.mark('notice')}{background:#fff;color:#1a1a1a}#${v.mark('notice')} button{background:#1d4f91;color:#fff;border-color:#1d4f91}`;

// Closing or scrolling counts as a yes: what only a yes may bring comes then as well.
function silentYes(v: Variation, shape: NoticeShape, code?: (visit: Visit) => string): SiteParts {
  const parts = askingSite(v, shape, code === undefined ? {} : { code });
  const seen = cookie(v.name('visitor'), { days: 30 });
  return {
    ...parts,
    routes: {
      '/': (visit) =>
        html(`${prose(v)}<div style="height:2400px"></div>${code === undefined ? '' : inline(code(visit))}`, {
          cookies: visit.phase === 'accepted' || visit.phase === 'closed' ? [seen] : [],
        }),
    },
    violations: [{ rule: 'R-CLOSE', item: seen.name }],
    does: { ...parts.does, closed: [`cookie ${seen.name}`] },
  };
}

/** Sites of this family. */
export const bannerSites: readonly CorpusSite[] = [
  site('no-reject', 'There is no way to say no', [...kinds, 'no-reject'], (v) =>
    askingSite(
      v,
      { controls: { reject: null }, rejectClicks: null, buttons: ({ yes, accept }) => [answerButton(yes, 'yes', accept)] },
      rules('R-NO-REJECT'),
    ),
  ),
  site('got-it', 'The only button says that one has understood', [...kinds, 'no-reject'], (v) =>
    askingSite(
      v,
      {
        controls: { reject: null },
        rejectClicks: null,
        buttons: ({ yes }) => [answerButton(yes, 'yes', v.pick(['Got it', 'OK', 'I understand']))],
      },
      rules('R-NO-REJECT'),
    ),
  ),
  site('reject-behind', 'The no is on the second layer', [...kinds, 'layers'], (v) =>
    askingSite(
      v,
      {
        technique: 'layers',
        rejectClicks: 2,
        controls: { reject: [{ select: `#${v.mark('more')}` }, { select: `#${v.mark('no')}` }] },
        buttons: (pieces) => secondLayer(v, pieces),
      },
      rules('R-NO-REJECT', 'R-CLICKS'),
    ),
  ),
  site('reject-asks-again', 'Who says no is asked whether that is so', [...kinds, 'layers'], (v) =>
    askingSite(
      v,
      {
        technique: 'layers',
        rejectClicks: 2,
        controls: { reject: [{ select: `#${v.mark('first-no')}` }, { select: `#${v.mark('no')}` }] },
        buttons: ({ yes, no, accept, reject }) => [
          answerButton(yes, 'yes', accept),
          `<button type="button" id="${v.mark('first-no')}" onclick="document.getElementById('${v.mark('sure')}').hidden = false">${reject}</button>`,
          `<div id="${v.mark('sure')}" hidden><p>Are you sure?</p>${answerButton(no, 'no', 'Yes, reject')}</div>`,
        ],
      },
      rules('R-CLICKS'),
    ),
  ),
  site('ticked-before', 'The boxes of the purposes are ticked beforehand', [...kinds, 'pre-ticked'], (v) =>
    askingSite(
      v,
      {
        technique: 'purposes',
        buttons: ({ yes, no, accept, reject, words }) => [
          `<label><input type="checkbox" checked id="${v.mark('stats')}"> Statistics</label> <label><input type="checkbox" checked> Advertising</label>`,
          `<button type="button" id="${v.mark('save')}" onclick="answer(document.getElementById('${v.mark('stats')}').checked ? 'yes' : 'no')">${words.save}</button>`,
          answerButton(yes, 'yes', accept),
          answerButton(no, 'no', reject),
        ],
      },
      rules('R-PRETICK'),
    ),
  ),
  site('close-is-yes', 'Closing the question counts as a yes', [...kinds, 'close'], (v) =>
    silentYes(v, {
      controls: { close: [{ select: `#${v.mark('close')}` }] },
      buttons: ({ yes, no, accept, reject }) => [
        answerButton(yes, 'yes', accept),
        answerButton(no, 'no', reject),
        `<button type="button" id="${v.mark('close')}" aria-label="Close" onclick="answer('closed')">×</button>`,
      ],
    }),
  ),
  site('scroll-is-yes', 'Scrolling counts as a yes', [...kinds, 'scroll'], (v) =>
    silentYes(v, { controls: { scroll: true } }, (visit) =>
      visit.phase === 'unasked' ? "addEventListener('scroll', () => answer('closed'), { once: true });" : '',
    ),
  ),
  site('wall', 'Without a yes there is nothing to read', [...kinds, 'wall'], (v) =>
    askingSite(
      v,
      {},
      { rules: ['R-COOKIEWALL'], refused: '<h1>Please accept cookies</h1><p>This site can only be read with cookies.</p>' },
    ),
  ),
  site('grey-on-white', 'The words of the no can hardly be read', [...kinds, 'prominence'], (v) =>
    askingSite(v, { ...look('background:#fff;color:#c9c9c9;border-color:#1d4f91'), styles: light(v) }, rules('R-TEXTCR')),
  ),
  site('small-no', 'The no is a quarter as large as the yes', [...kinds, 'prominence'], (v) =>
    askingSite(v, { ...look('min-width:70px;min-height:26px;padding:2px 4px;font-size:11px'), styles: light(v) }, rules('R-SIZE')),
  ),
  site('pale-no', 'The no has neither fill nor outline beside a yes in full colour', [...kinds, 'prominence'], (v) =>
    askingSite(v, { ...look('background:#fff;border-color:#fff;color:#444'), styles: light(v) }, rules('R-EDGE')),
  ),
  site('link-in-sentence', 'The no is a word in a sentence', [...kinds, 'prominence'], (v) =>
    askingSite(
      v,
      {
        buttons: ({ yes, no, accept }) => [
          `<p>You can also <a href="#" id="${no}" style="color:inherit" onclick="answer('no'); return false">continue without accepting</a> and read on.</p>`,
          answerButton(yes, 'yes', accept),
        ],
      },
      rules('R-LINKREJ'),
    ),
  ),
  site('two-ways-to-yes', 'There are three buttons for a yes and one for a no', [...kinds, 'prominence'], (v) =>
    askingSite(
      v,
      {
        buttons: ({ yes, no, accept, reject }) => [
          answerButton(yes, 'yes', accept),
          answerButton(`${yes}-2`, 'yes', 'Accept and close'),
          answerButton(`${yes}-3`, 'yes', 'Accept recommended'),
          answerButton(no, 'no', reject),
        ],
      },
      rules('R-DUPACC'),
    ),
  ),
  site('no-below-the-edge', 'The no is reached only by scrolling within the question', [...kinds, 'off-screen'], (v) =>
    askingSite(
      v,
      {
        styles: `#${v.mark('notice')}{max-height:160px;overflow:auto}`,
        buttons: ({ yes, no, accept, reject }) => [
          answerButton(yes, 'yes', accept),
          '<div style="height:600px">Our partners and we process data as described in the policy.</div>',
          answerButton(no, 'no', reject),
        ],
      },
      rules('R-OFFSCREEN'),
    ),
  ),
  site('asked-again', 'The question comes again after a no', [...kinds, 'nagging'], (v) =>
    askingSite(v, {}, { rules: ['R-NAG'], refused: `<h1>Welcome back</h1><p>Something to read all the same, in a line or two.</p>NOTICE` }),
  ),
  site('other-language', 'The page is in French and the question in English', [...kinds, 'language'], (v) =>
    askingSite(v, {}, { rules: ['R-LANG'], pageLanguage: 'fr' }),
  ),
  site('shaming', 'The no insults who presses it', [...kinds, 'words'], (v) =>
    askingSite(
      v,
      {
        buttons: ({ yes, no, accept }) => [
          answerButton(yes, 'yes', accept),
          answerButton(no, 'no', v.pick(['No thanks, I prefer a bad experience', 'No, I do not care about small businesses'])),
        ],
      },
      rules('R-WORDS'),
    ),
  ),
  site('no-keyboard', 'The buttons are no buttons: no key reaches them', [...kinds, 'accessibility'], (v) =>
    askingSite(
      v,
      {
        styles: `#${v.mark('notice')} .${v.mark('press')}{display:inline-block;min-width:160px;padding:12px;margin:4px;background:#1d4f91;color:#fff;cursor:pointer}`,
        buttons: ({ yes, no, accept, reject }) => [
          `<div class="${v.mark('press')}" id="${yes}" onclick="answer('yes')">${accept}</div>`,
          `<div class="${v.mark('press')}" id="${no}" onclick="answer('no')">${reject}</div>`,
        ],
      },
      rules('R-A11Y'),
    ),
  ),
  site('open-shadow', 'The question is in a shadow root', [...kinds, 'shadow', 'clean'], (v) => askingSite(v, inShadow(v, 'open'))),
  site('closed-shadow', 'The question is in a closed shadow root', [...kinds, 'shadow', 'clean'], (v) =>
    askingSite(v, inShadow(v, 'closed')),
  ),
  site('foreign-frame', 'The question is in a frame of another site', [...kinds, 'frame', 'clean'], (v) => askingSite(v, ...inFrame(v))),
  site('late-question', 'The question comes after a second and a half', [...kinds, 'late', 'clean'], (v) =>
    askingSite(v, {
      technique: 'late',
      wrap: (inner) =>
        `<template id="${v.mark('kept')}">${inner}</template><script>setTimeout(() => { const kept = document.getElementById('${v.mark('kept')}'); kept.replaceWith(kept.content); }, ${v.delay(1500)});</script>`,
    }),
  ),
  site('form-question', 'The question is a form that needs no script', [...kinds, 'form', 'clean'], (v) =>
    askingSite(v, {
      technique: 'form',
      wrap: (inner) => `<form method="post" action="/cookies/choice">${inner}</form>`,
      buttons: ({ yes, no, accept, reject }) => [
        `<button id="${yes}" name="choice" value="yes">${accept}</button>`,
        `<button id="${no}" name="choice" value="no">${reject}</button>`,
      ],
    }),
  ),
  site('modal-question', 'The question is a modal dialog', [...kinds, 'dialog', 'clean'], (v) =>
    askingSite(v, {
      technique: 'dialog',
      styles: `#${v.mark('notice')}{position:static}`,
      wrap: (inner) =>
        `<dialog id="${v.mark('modal')}" aria-label="Cookie settings">${inner}</dialog><script>document.getElementById('${v.mark('modal')}').showModal();</script>`,
    }),
  ),
  site('decoy-dialog', 'A dialog about a newsletter stands beside the question', [...kinds, 'decoy', 'clean'], (v) =>
    askingSite(
      v,
      {},
      {
        main: `<div role="dialog" aria-label="Newsletter" style="position:fixed;top:200px;right:16px;width:260px;padding:12px;border:1px solid #444;background:#fff"><p>Accept our invitation: news once a month.</p><button type="button" onclick="this.parentElement.remove()">Accept invitation</button> <button type="button" onclick="this.parentElement.remove()">No thanks</button></div>`,
      },
    ),
  ),
  site('in-the-flow', 'The question is a paragraph at the beginning of the page', [...kinds, 'flow', 'clean'], (v) =>
    askingSite(v, { technique: 'flow', styles: `#${v.mark('notice')}{position:static;max-width:none}` }),
  ),
];
