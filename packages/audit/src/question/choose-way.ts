// Which control leads to an answer. Pure. Who wants to reject is never led over a control that accepts.
import type { Control, Deed, Question, Toggle } from './question.ts';
import { countMentions, rankLanguages } from './words/languages.ts';

/** The answer that is wanted. */
export type Answer = 'accept' | 'reject';

/** A way to the answer: `answer` gives it, `switch` sets the toggles first, `open` leads to another layer. `also` is pressed after it. */
export type Way = { readonly kind: 'answer' | 'switch' | 'open'; readonly control: Control; readonly also: readonly Control[] };

/** The next step towards an answer; null where there is none. `opened` are labels that led to this layer. */
export function chooseWay(question: Question, answer: Answer, opened: readonly string[] = []): Way | null {
  const pick = (deed: Deed, by?: Control['by']): Control | null => best(question, deed, by);
  const open = fresh(pick('preferences'), opened);
  const save = question.toggles.length > 0 ? pick('save') : null;
  const ways: readonly (Way | null)[] =
    answer === 'accept'
      ? [
          way('answer', pick('accept', 'hook') ?? pick('accept', 'words') ?? pick('acknowledge')),
          way('switch', save),
          way('answer', pick('accept', 'place')),
          way('open', open),
          way('answer', pick('reject') === null ? pick('close') : null),
        ]
      : [rejection(question, pick('reject')), way('switch', save), way('open', open), way('answer', pick('withdraw'))];
  return ways.find((one) => one !== null) ?? null;
}

function way(kind: Way['kind'], control: Control | null): Way | null {
  return control === null ? null : { kind, control, also: [] };
}

// Where each purpose has a control of its own and none speaks of all, each is pressed, and what saves them last.
function rejection(question: Question, first: Control | null): Way | null {
  if (first === null || first.by === 'hook' || speaksOfAll(question, first)) return way('answer', first);
  const others = question.controls.filter((control) => control !== first && control.deed === 'reject' && control.label === first.label);
  const save = others.length === 0 ? null : best(question, 'save');
  return { kind: 'answer', control: first, also: [...others, ...(save === null ? [] : [save])] };
}

function speaksOfAll({ language }: Question, { label }: Control): boolean {
  return countMentions(rankLanguages('', language).slice(0, 1), 'all', label) > 0;
}

function fresh(control: Control | null, opened: readonly string[]): Control | null {
  return control === null || opened.includes(control.label) ? null : control;
}

// Our hooks first, then what speaks of all, then what is on the screen, then buttons before links.
function best(question: Question, deed: Deed, by?: Control['by']): Control | null {
  const fit = question.controls.filter((control) => control.deed === deed && (by === undefined || control.by === by));
  const rank = (control: Control): number =>
    (control.by === 'hook' ? 8 : 0) +
    (speaksOfAll(question, control) ? 4 : 0) +
    (control.isInView ? 2 : 0) +
    (control.role === 'link' ? 0 : 1);
  return fit.toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
}

/** The next toggle to press so that the toggles say what is wanted; null where they do. `tried` are those pressed already. */
export function chooseToggle(question: Question, answer: Answer, tried: ReadonlySet<number>): Toggle | null {
  const able = question.toggles.filter(({ isLocked, handle }) => !isLocked && !tried.has(handle.backendNodeId));
  const wrong = able.find((toggle) =>
    toggle.group === null ? toggle.isOn !== (answer === 'accept') && toggle.purposeLike : isWrongRadio(toggle, answer, question),
  );
  return wrong ?? null;
}

// In a group one option says no; the first that does not is a yes.
function isWrongRadio(toggle: Toggle, answer: Answer, { toggles }: Question): boolean {
  if (toggle.isOn) return false;
  const group = toggles.filter((other) => other.group === toggle.group);
  if (!group.some(({ saysNo }) => saysNo)) return false;
  return answer === 'reject' ? toggle.saysNo : group.find(({ saysNo }) => !saysNo) === toggle;
}

/** What tells two questions, or two layers of one, apart: not the page, since an answer may lead to another that asks the same. */
export function signatureOf({ text, controls }: Question): string {
  return [text.slice(0, 200), ...controls.map(({ label, deed }) => `${deed} ${label}`)].join('\n');
}
