// Answers a page's question as a visitor does: over several layers, with toggles where there is no other way, counting clicks.
import type { Page } from 'playwright-core';
import { pause } from '../settle.ts';
import { createDeadline } from '../within.ts';
import type { Answer, Way } from './choose-way.ts';
import { chooseToggle, chooseWay, signatureOf } from './choose-way.ts';
import type { Finding } from './find-question.ts';
import { findQuestion, lookForQuestion } from './find-question.ts';
import type { Press } from './press.ts';
import { press } from './press.ts';
import type { Handle, Question } from './question.ts';

/** What a press is for: another layer, a toggle, or the answer itself. */
export type PressKind = 'open' | 'switch' | 'answer';

/** How an answer ended. `path` are the labels that were pressed; `by` who found the way. */
export type Answering = {
  readonly outcome: 'answered' | 'no-question' | 'no-way' | 'covered' | 'needs-interact' | 'failed';
  readonly clicks: number;
  readonly layers: number;
  readonly path: readonly string[];
  readonly by: 'finder' | 'autoconsent';
  /** Whether the question that was found had a way to accept it. */
  readonly canAccept: boolean;
};

/**
 * How to answer. `mayInteract`: whether forms may be sent. `perform` does what it is given, waits until the page has settled, and
 * says whether it could. `otherwise` is asked where the finder finds no way, or no question though it waited for one; it says whether it answered.
 */
export type AnswerOptions = Finding & {
  readonly mayInteract: boolean;
  readonly perform?: (work: () => Promise<void>, kind: PressKind) => Promise<boolean>;
  readonly otherwise?: (page: Page, answer: Answer) => Promise<boolean>;
};

type Walk = {
  readonly page: Page;
  readonly answer: Answer;
  readonly options: AnswerOptions;
  readonly path: string[];
  readonly pressed: Set<string>;
  clicks: number;
  layers: number;
};

const mostLayers = 5;
const mostQuestions = 3;
const mostToggles = 80;
const redrawPatience = 2500;
const layerPatience = 3000;
const leavePatience = 1200;

/** Finds the question and answers it. */
export async function answerQuestion(page: Page, answer: Answer, options: AnswerOptions): Promise<Answering> {
  const walk: Walk = { page, answer, options, path: [], pressed: new Set(), clicks: 0, layers: 0 };
  const question = await findQuestion(page, options);
  const outcome = question === null ? 'no-question' : await answerAll(walk, question);
  const lost = outcome === 'no-way' || (outcome === 'no-question' && options.patience > 0);
  const helped = lost && options.otherwise !== undefined && (await options.otherwise(page, answer));
  const { clicks, layers, path } = walk;
  const canAccept = helped || (question !== null && chooseWay(question, 'accept') !== null);
  return { outcome: helped ? 'answered' : outcome, clicks, layers, path, by: helped ? 'autoconsent' : 'finder', canAccept };
}

// Two questions may be there at once, and an answer may be asked to be confirmed.
async function answerAll(walk: Walk, first: Question): Promise<Answering['outcome']> {
  let question: Question | null = first;
  for (let count = 0; question !== null && count < mostQuestions; count += 1) {
    const outcome = await answerOne(walk, question);
    if (outcome !== 'answered') return count === 0 ? outcome : 'answered';
    question = await nextQuestion(walk);
  }
  return 'answered';
}

// Two questions may say the same in two places; what was pressed once is not pressed for another question.
function placeOf({ label, box }: Way['control']): string {
  return `${label} ${Math.round(box.x / 40)} ${Math.round(box.y / 40)}`;
}

async function answerOne(walk: Walk, first: Question): Promise<Answering['outcome']> {
  let question = first;
  for (let layer = 0; layer < mostLayers; layer += 1) {
    walk.layers += 1;
    const way = chooseWay(question, walk.answer, walk.path);
    if (way === null) return 'no-way';
    const ended = await go(walk, way, question);
    if (ended !== 'pressed') return ended;
    if (way.kind !== 'open') {
      for (const { handle, label } of way.also) await pressOnce(walk, { handle, label, kind: 'answer' });
      if (layer === 0 && way.also.length === 0) await repeatUnheard(walk, way, question);
      return 'answered';
    }
    const next = await nextLayer(walk.page, question);
    if (next === null) return 'no-way';
    question = next;
  }
  return 'no-way';
}

async function go(walk: Walk, way: Way, question: Question): Promise<'pressed' | 'covered' | 'needs-interact' | 'failed'> {
  if (way.control.submits && !walk.options.mayInteract) return 'needs-interact';
  if (way.kind === 'switch' && !(await setToggles(walk, question))) return 'failed';
  const kind = way.kind === 'open' ? 'open' : 'answer';
  let control = way.kind === 'switch' ? await findAgain(walk.page, way) : way.control;
  // A page that draws itself anew has the same control in another place, and what slides in is under something else at first.
  const end = createDeadline(redrawPatience);
  for (;;) {
    const ended = await pressOnce(walk, { handle: control.handle, label: control.label, kind });
    if (ended === 'pressed') {
      walk.pressed.add(placeOf(control));
      return ended;
    }
    if (end.passed()) return ended === 'gone' ? 'failed' : ended;
    await pause(ended === 'gone' ? 0 : 200);
    control = await findAgain(walk.page, way);
  }
}

async function findAgain(page: Page, { control }: Way): Promise<Way['control']> {
  const question = await lookForQuestion(page);
  return question?.controls.find(({ deed, label }) => deed === control.deed && label === control.label) ?? control;
}

type Pressing = { readonly handle: Handle; readonly label: string; readonly kind: PressKind };

async function pressOnce(walk: Walk, { handle, label, kind }: Pressing): Promise<Press> {
  const ends: Press[] = [];
  const work = async (): Promise<void> => {
    ends.push(await press(walk.page, handle));
  };
  const perform = walk.options.perform ?? performPlainly;
  const done = await perform(work, kind);
  const ended = ends[0] ?? 'gone';
  if (ended !== 'pressed') return ended;
  walk.clicks += 1;
  if (kind !== 'switch') walk.path.push(label);
  return done ? 'pressed' : 'gone';
}

async function performPlainly(work: () => Promise<void>): Promise<boolean> {
  await work();
  return true;
}

// One after the other, looking again each time: a switch for all moves the others.
async function setToggles(walk: Walk, first: Question): Promise<boolean> {
  const tried = new Set<number>();
  let question: Question | null = first;
  while (question !== null && tried.size < mostToggles) {
    const toggle = chooseToggle(question, walk.answer, tried);
    if (toggle === null) return true;
    tried.add(toggle.handle.backendNodeId);
    await pressOnce(walk, { handle: toggle.handle, label: toggle.label, kind: 'switch' });
    question = await lookForQuestion(walk.page);
  }
  return question !== null;
}

async function nextLayer(page: Page, before: Question): Promise<Question | null> {
  const end = createDeadline(layerPatience);
  const old = signatureOf(before);
  let grown: Question | null = null;
  while (!end.passed()) {
    const question = await lookForQuestion(page);
    if (question !== null && signatureOf(question) !== old) {
      // Drawn in steps: a layer is there when it looks the same twice.
      if (grown !== null && signatureOf(grown) === signatureOf(question)) return question;
      grown = question;
    }
    await pause(80);
  }
  return grown;
}

// The question goes, or another comes; one that stays is the page's own affair.
async function nextQuestion({ page, answer, pressed }: Walk): Promise<Question | null> {
  const end = createDeadline(leavePatience);
  for (;;) {
    const question = await lookForQuestion(page);
    if (question === null) return null;
    const way = chooseWay(question, answer);
    if (way !== null && !pressed.has(placeOf(way.control))) return question;
    if (end.passed()) return null;
    await pause(80);
  }
}

// A press that came before the page listened changes nothing: it is made once more, never on a form.
async function repeatUnheard(walk: Walk, way: Way, question: Question): Promise<void> {
  if (way.control.submits || question.kind === 'form' || way.kind !== 'answer') return;
  const end = createDeadline(leavePatience);
  const old = signatureOf(question);
  while (!end.passed()) {
    const now = await lookForQuestion(walk.page);
    if (now === null || signatureOf(now) !== old) return;
    await pause(80);
  }
  await pressOnce(walk, { handle: way.control.handle, label: way.control.label, kind: 'answer' });
}
