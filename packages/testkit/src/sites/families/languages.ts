// Questions in other languages, some of them unfair.
import { answerButton } from '../notice.ts';
import type { CorpusSite } from '../site.ts';
import { site } from '../site.ts';
import type { CorpusLanguage } from '../words.ts';
import { askingSite } from './banners.ts';

const fair: readonly (readonly [CorpusLanguage, string])[] = [
  ['de', 'German'],
  ['fr', 'French'],
  ['es', 'Spanish'],
  ['it', 'Italian'],
  ['pl', 'Polish'],
  ['fi', 'Finnish'],
  ['hu', 'Hungarian'],
  ['el', 'Greek'],
  ['ru', 'Russian'],
  ['ar', 'Arabic'],
  ['he', 'Hebrew'],
  ['ja', 'Japanese'],
  ['zh', 'Chinese'],
  ['ko', 'Korean'],
];

const kinds = ['banner', 'language'] as const;

/** Sites of this family. */
export const languageSites: readonly CorpusSite[] = [
  ...fair.map(([language, name]) =>
    site(`fair-${language}`, `The fair question in ${name}`, [...kinds, 'clean'], (v) => askingSite(v, { language })),
  ),
  site('only-yes-ja', 'A question in Japanese without a no', [...kinds, 'no-reject'], (v) =>
    askingSite(
      v,
      { language: 'ja', controls: { reject: null }, rejectClicks: null, buttons: ({ yes, accept }) => [answerButton(yes, 'yes', accept)] },
      { rules: ['R-NO-REJECT'] },
    ),
  ),
  site('second-layer-de', 'A question in German whose no is on the second layer', [...kinds, 'layers'], (v) =>
    askingSite(
      v,
      {
        language: 'de',
        technique: 'layers',
        rejectClicks: 2,
        controls: { reject: [{ select: `#${v.mark('more')}` }, { select: `#${v.mark('no')}` }] },
        buttons: ({ yes, no, accept, reject }) => [
          answerButton(yes, 'yes', accept),
          `<button type="button" id="${v.mark('more')}" onclick="document.getElementById('${v.mark('layer')}').hidden = false">Einstellungen</button>`,
          `<div id="${v.mark('layer')}" hidden>${answerButton(no, 'no', reject)}</div>`,
        ],
      },
      { rules: ['R-NO-REJECT', 'R-CLICKS'] },
    ),
  ),
  site('ticked-ar', 'A question in Arabic whose boxes are ticked beforehand', [...kinds, 'pre-ticked'], (v) =>
    askingSite(
      v,
      {
        language: 'ar',
        technique: 'purposes',
        buttons: ({ yes, no, accept, reject }) => [
          `<label><input type="checkbox" checked> الإحصاءات</label>`,
          answerButton(yes, 'yes', accept),
          answerButton(no, 'no', reject),
        ],
      },
      { rules: ['R-PRETICK'] },
    ),
  ),
];
