// Questions: the fair one, and the pieces that unfair ones are made of.
import type { Controls, Notice, Press, Visit } from './site.ts';
import type { Variation } from './variation.ts';
import type { CorpusLanguage, NoticeWords } from './words.ts';
import { noticeWords } from './words.ts';

/** How a question differs from the fair one: two equal buttons at the foot of the page. */
export type NoticeShape = {
  readonly technique?: string;
  readonly language?: CorpusLanguage;
  /** Markup of the buttons, in the place of the usual two. */
  readonly buttons?: (pieces: NoticePieces) => readonly string[];
  /** What stands around it; without, a section. */
  readonly wrap?: (inner: string, visit: Visit) => string;
  readonly styles?: string;
  readonly controls?: Partial<{ readonly [control in keyof Controls]: Controls[control] | null }>;
  readonly acceptClicks?: number | null;
  readonly rejectClicks?: number | null;
};

/** Ids and words for those who write buttons of their own. */
export type NoticePieces = {
  readonly words: NoticeWords;
  readonly accept: string;
  readonly reject: string;
  readonly yes: string;
  readonly no: string;
  readonly id: (written: string) => string;
};

/** A button that gives an answer. */
export function answerButton(id: string, choice: 'yes' | 'no' | 'back' | 'closed', words: string): string {
  return `<button type="button" id="${id}" onclick="answer('${choice}')">${words}</button>`;
}

type Colours = readonly [paper: string, ink: string, button: string, text: string];

const themes: readonly [Colours, ...Colours[]] = [
  ['#ffffff', '#1a1a1a', '#1d4f91', '#ffffff'],
  ['#14213d', '#f5f5f5', '#f5f5f5', '#14213d'],
  ['#fdf6e3', '#2b2b2b', '#2b2b2b', '#fdf6e3'],
];

const places: readonly [string, ...string[]] = ['inset:auto 0 0 0', 'inset:0 0 auto 0', 'inset:auto 16px 16px auto;max-width:420px'];

/** The style of a question: opaque, readable, both buttons alike. `id` is the element's. */
export function noticeStyle(variation: Variation, id: string): string {
  const [paper, ink, button, text] = variation.pick(themes);
  const place = variation.pick(places);
  return `#${id}{position:fixed;z-index:1000;${place};padding:16px;background:${paper};color:${ink};border:1px solid ${ink};font:16px/1.4 sans-serif}
#${id} button{min-width:160px;min-height:44px;margin:4px;padding:8px 16px;background:${button};color:${text};border:2px solid ${button};font:inherit;cursor:pointer}`;
}

/** The controls of a page where consent was given: the settings page withdraws. */
const withdraw = (id: string): readonly Press[] => [{ select: '[href="/cookies/preferences"]' }, { select: `#${id}` }];

/** A question. Without `shape` the fair one. */
export function createNotice(variation: Variation, shape: NoticeShape = {}): Notice {
  const language = shape.language ?? 'en';
  const words: NoticeWords = noticeWords[language];
  const id = variation.mark.bind(variation);
  const accept = variation.pick(words.accept);
  const reject = variation.pick(words.reject);
  const text = variation.pick(words.text);
  const [yes, no, box] = [id('yes'), id('no'), id('notice')];
  const pieces: NoticePieces = { words, accept, reject, yes, no, id };
  const buttons = shape.buttons?.(pieces) ?? [answerButton(yes, 'yes', accept), answerButton(no, 'no', reject)];
  const inner = `<style>${noticeStyle(variation, box)}${shape.styles ?? ''}</style><div id="${box}" role="region" aria-label="${words.settings}"><p>${text}</p><div>${buttons.join(' ')}</div></div>`;
  const usual: Controls = { accept: [{ select: `#${yes}` }], reject: [{ select: `#${no}` }], withdraw: withdraw(id('back')) };
  const controls = Object.fromEntries(Object.entries({ ...usual, ...shape.controls }).filter(([, presses]) => presses !== null));
  return {
    language,
    controls,
    truth: {
      present: true,
      technique: shape.technique ?? 'plain',
      language,
      acceptClicks: shape.acceptClicks === undefined ? 1 : shape.acceptClicks,
      rejectClicks: shape.rejectClicks === undefined ? 1 : shape.rejectClicks,
    },
    markup: (visit) => shape.wrap?.(inner, visit) ?? inner,
  };
}
