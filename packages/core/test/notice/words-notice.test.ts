import { expect, test } from 'vitest';
import { renderHtml } from '../../src/base/html.ts';
import { renderBanner, renderWayBack } from '../../src/notice/render-banner.ts';
import { renderPreferences } from '../../src/notice/render-preferences.ts';
import { findNoticeWords } from '../../src/notice/words/find-words.ts';
import type { NoticeWords } from '../../src/notice/words/notice-words.ts';
import { findPolicyWords, policyLanguages } from '../../src/policy/words/find-words.ts';
import { newLanguages, smallDeclaration } from '../policy/words-declaration.ts';
import { leavesOf, sayLeaf } from '../policy/words-leaves.ts';
import { forms, stateOf, viewOf } from './compile-view.ts';

function wordsIn(language: string): NoticeWords {
  const words = findNoticeWords(language);
  if (words === null) throw new Error(`There are no words in "${language}"`);
  return words;
}

test('W1 the notice speaks the languages of the policy', () => {
  for (const language of policyLanguages) expect(wordsIn(language).tag).toBe(language);
});

test.each(newLanguages)('W2 %s fills every word of the notice, and none of them is English', (language) => {
  const english = leavesOf(wordsIn('en'));
  const leaves = leavesOf(wordsIn(language));
  expect([...leaves.keys()]).toEqual([...english.keys()]);
  for (const [path, leaf] of leaves) {
    const text = sayLeaf(leaf);
    expect(text, path).toMatch(/^\S(.*\S)?$/u);
    expect(text, path).not.toMatch(/[{}$#"—]| {2}/);
    if (path !== 'tag') expect(text, path).not.toBe(sayLeaf(english.get(path) ?? ''));
    if (language === 'ar') expect(text, path).not.toMatch(/[,;?]/);
  }
});

test.each(newLanguages)('W2 a sentence of the notice ends as one in %s where it does in English', (language) => {
  const english = leavesOf(wordsIn('en'));
  const ends = (text: string): boolean => /[.]$/.test(text);
  for (const [path, leaf] of leavesOf(wordsIn(language))) {
    expect(ends(sayLeaf(leaf)), path).toBe(ends(sayLeaf(english.get(path) ?? '')));
  }
});

test.each(policyLanguages)('W4 accepting and refusing take as many words and about as many letters in %s', (language) => {
  const { accept, reject } = wordsIn(language).texts;
  const [shorter = 0, longer = 0] = [accept.length, reject.length].toSorted((a, b) => a - b);
  expect(longer / shorter).toBeLessThanOrEqual(1.4);
  expect(accept.split(' ').length).toBe(reject.split(' ').length);
  for (const text of [accept, reject]) expect(text).not.toMatch(/[!✓✔👍]/u);
});

test.each(policyLanguages)('W4 the answers, ways and states in %s cannot be taken for each other', (language) => {
  const { texts, states } = wordsIn(language);
  const deeds = [texts.accept, texts.reject, texts.preferences, texts.save, texts.withdraw, texts.object, texts.forget];
  expect(new Set(deeds).size).toBe(deeds.length);
  expect(new Set(Object.values(states)).size).toBe(4);
});

test.each(newLanguages)('W7 the notice of a declaration in %s is in that language and direction', (language) => {
  const view = viewOf({ declaration: smallDeclaration, language });
  const direction = findPolicyWords(language)?.direction;
  const banner = renderHtml(renderBanner(view, { ...forms, gpc: true }));
  const state = stateOf({ 4: 'objected', 5: 'granted' }, { declaration: smallDeclaration });
  const preferences = renderHtml(renderPreferences(view, { ...forms, state, saved: true }));
  const wayBack = renderHtml(renderWayBack(view));
  expect(direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
  for (const markup of [banner, preferences, wayBack]) {
    expect(markup).toContain(`lang="${language}" dir="${direction}"`);
    expect(markup).not.toMatch(/undefined|\bnull\b|\[object/);
    const english = [...leavesOf(wordsIn('en')).values()].map(sayLeaf).filter((text) => text.length > 6);
    expect(english.filter((text) => markup.includes(text))).toEqual([]);
  }
  const { texts, labels, states } = wordsIn(language);
  for (const text of [texts.title, texts.text, texts.accept, texts.reject, texts.preferences, texts.gpc]) expect(banner).toContain(text);
  for (const text of [labels.saved, labels.decide, states.granted, states.objected, texts.forgetText]) expect(preferences).toContain(text);
  expect(wayBack).toContain(texts.wayBack);
});
