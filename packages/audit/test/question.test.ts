// What labels say in all languages, and what is chosen in a question that is known. No browser.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseToggle, chooseWay } from '../src/question/choose-way.ts';
import type { Control, Deed, Question, Toggle } from '../src/question/question.ts';
import { lexicons } from '../src/question/words/all.ts';
import { rankLanguages, readIn } from '../src/question/words/languages.ts';
import { wordings } from './sites/question/wordings.ts';

const deeds = ['accept', 'reject', 'preferences', 'save', 'acknowledge'] as const;
const neutral = rankLanguages('', null);

test('A81 at least thirty languages are known, the twenty-four of the Union among them', () => {
  const known = new Set(lexicons.map(({ language }) => language));
  expect(known.size).toBe(lexicons.length);
  const union = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' ');
  expect(union.filter((language) => !known.has(language))).toEqual([]);
  expect(known.size).toBeGreaterThanOrEqual(30);
});

test.each(wordings)('A82 $language: a question is told by its language, and each label says its deed', (wording) => {
  const ranked = rankLanguages(`${wording.title} ${wording.text}`, null);
  expect(ranked[0]?.language).toBe(wording.language);
  const read = deeds.flatMap((deed) => wording[deed].map((label) => [label, deed, readIn(ranked, label)?.deed]));
  expect(read.filter(([, deed, said]) => deed !== said)).toEqual([]);
});

test('A82 in capitals, with arrows and without marks a label says the same', () => {
  for (const label of [
    'TOUT REFUSER',
    '→ Tout refuser',
    'Tout  refuser !',
    'ΑΠΌΡΡΙΨΗ ΌΛΩΝ',
    'Απορριψη ολων',
    'ALLE ABLEHNEN',
    'odmitnout vse',
  ])
    expect([label, readIn(neutral, label)?.deed]).toEqual([label, 'reject']);
});

test('A82 negations refuse, and what is not necessary is not the necessary', () => {
  const said: readonly (readonly [string, Deed | 'no' | null])[] = [
    ['I do not accept', 'reject'],
    ['Continue without accepting', 'reject'],
    ['Accept necessary cookies', 'reject'],
    ['Accept optional cookies', 'accept'],
    ['Nicht notwendige Cookies akzeptieren', 'accept'],
    ['Save and accept all', 'accept'],
    ['Accept selected', 'save'],
    ['Strictly necessary cookies', null],
    ['Accept or reject', null],
    ['Cookie policy', null],
    ['Got it', 'acknowledge'],
    ['×', 'close'],
    ['No', 'no'],
    ['Withdraw my consent', 'withdraw'],
  ];
  expect(said.map(([label]) => [label, readIn(neutral, label)?.deed ?? null])).toEqual(said);
});

test('A82 a label of other words is not read, or counts what it does not understand', () => {
  for (const label of ['Search', 'Okayama prefecture', 'Send', 'Log in', 'Start chat', 'Yes, I am over 18', 'Subscribe'])
    expect([label, readIn(neutral, label)]).toEqual([label, null]);
  for (const label of ['Accept payment by card', 'Refuse collection days', 'Accept terms'])
    expect([label, readIn(neutral, label)?.unknown]).not.toEqual([label, 0]);
});

test('A84 no label that refuses reads as one that agrees in any language, nor the other way round', () => {
  for (const wording of wordings) {
    for (const ranked of [rankLanguages(wording.text, null), rankLanguages('', wording.language)]) {
      for (const label of wording.reject) expect([label, readIn(ranked, label)?.deed]).not.toEqual([label, 'accept']);
      for (const label of [...wording.accept, ...wording.acknowledge])
        expect([label, readIn(ranked, label)?.deed]).not.toEqual([label, 'reject']);
    }
  }
});

test('A82 any text is read in bounded time and without a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (label) => {
      const reading = readIn(neutral, label);
      expect(reading === null || reading.unknown >= 0).toBe(true);
    }),
    { numRuns: 60 },
  );
});

const box = { x: 0, y: 0, width: 100, height: 30 };
const style = { color: '', background: '', border: '', fontSize: '', fontWeight: '', opacity: 1, textDecoration: '' };

function control(deed: Deed, label: string, more: Partial<Control> = {}): Control {
  const handle = { backendNodeId: label.length, frame: null };
  return { deed, label, by: 'words', submits: false, role: 'button', box, style, isInView: true, handle, ...more };
}

function toggle(backendNodeId: number, more: Partial<Toggle> = {}): Toggle {
  const handle = { backendNodeId, frame: null };
  return { label: 'Statistics', isOn: true, isLocked: false, purposeLike: true, group: null, saysNo: false, box, handle, ...more };
}

function question(controls: readonly Control[], toggles: readonly Toggle[] = []): Question {
  const plain = { kind: 'banner', language: 'en', text: 'We use cookies', frame: '', isModal: false, coversPage: 0.1 } as const;
  return { ...plain, box, controls, toggles };
}

test('A84 whatever a question has, who rejects is never led over a control that accepts, acknowledges or closes', () => {
  const some = fc.constantFrom<Deed>('accept', 'reject', 'preferences', 'save', 'acknowledge', 'close', 'withdraw', 'way-back');
  const by = fc.constantFrom<Control['by']>('hook', 'words', 'place');
  const controls = fc.array(fc.record({ deed: some, by, label: fc.constantFrom('All', 'Some', 'OK', '') }), { maxLength: 8 });
  fc.assert(
    fc.property(controls, fc.boolean(), (list, hasToggles) => {
      const asked = question(
        list.map(({ deed, label, by: how }) => control(deed, label, { by: how })),
        hasToggles ? [toggle(1)] : [],
      );
      const way = chooseWay(asked, 'reject');
      const pressed = way === null ? [] : [way.control, ...way.also].map(({ deed }) => deed);
      expect(pressed.filter((deed) => deed === 'accept' || deed === 'acknowledge' || deed === 'close')).toEqual([]);
    }),
  );
});

test('A84 a single acknowledgement accepts and leaves no way to reject', () => {
  const asked = question([control('acknowledge', 'Got it')]);
  expect(chooseWay(asked, 'accept')).toMatchObject({ kind: 'answer', control: { label: 'Got it' } });
  expect(chooseWay(asked, 'reject')).toBeNull();
});

test('A85 our hook comes before words, all before some, a refusal before switches, switches before another layer', () => {
  const settings = control('preferences', 'Settings');
  const save = control('save', 'Save');
  const some = control('reject', 'Reject');
  const all = control('reject', 'Reject all');
  const hooked = control('reject', 'No', { by: 'hook' });
  expect(chooseWay(question([settings, save, some, all, hooked], [toggle(1)]), 'reject')?.control).toBe(hooked);
  expect(chooseWay(question([settings, save, some, all], [toggle(1)]), 'reject')?.control).toBe(all);
  expect(chooseWay(question([settings, save], [toggle(1)]), 'reject')).toMatchObject({ kind: 'switch', control: save });
  expect(chooseWay(question([settings, save]), 'reject')).toMatchObject({ kind: 'open', control: settings });
  expect(chooseWay(question([settings]), 'reject', ['Settings'])).toBeNull();
});

test('A85 where each purpose has its own refusal, each is pressed and saved', () => {
  const asked = question([control('reject', 'Deny'), control('reject', 'Deny'), control('accept', 'Allow'), control('save', 'Save')]);
  const way = chooseWay(asked, 'reject');
  expect([way?.control, ...(way?.also ?? [])].map((one) => one?.label)).toEqual(['Deny', 'Deny', 'Save']);
});

test('A85 switches are turned off but for locked ones, and of a group what says no is chosen', () => {
  const toggles = [toggle(1, { isLocked: true }), toggle(2, { isOn: false }), toggle(3)];
  expect(chooseToggle(question([], toggles), 'reject', new Set())?.handle.backendNodeId).toBe(3);
  expect(chooseToggle(question([], toggles), 'reject', new Set([3]))).toBeNull();
  expect(chooseToggle(question([], toggles), 'accept', new Set())?.handle.backendNodeId).toBe(2);
  const group = [toggle(4, { group: 'ads' }), toggle(5, { group: 'ads', isOn: false, saysNo: true })];
  expect(chooseToggle(question([], group), 'reject', new Set())?.handle.backendNodeId).toBe(5);
  expect(chooseToggle(question([], group), 'accept', new Set())).toBeNull();
});
