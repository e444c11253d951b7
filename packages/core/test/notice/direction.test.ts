import { expect, test } from 'vitest';
import { renderHtml } from '../../src/base/html.ts';
import { renderBanner } from '../../src/notice/render-banner.ts';
import { renderPreferences } from '../../src/notice/render-preferences.ts';
import { findNoticeWords } from '../../src/notice/words/find-words.ts';
import { policyLanguages } from '../../src/policy/words/find-words.ts';
import { smallDeclaration } from '../policy/words-declaration.ts';
import { leavesOf, sayLeaf } from '../policy/words-leaves.ts';
import { forms, stateOf, viewOf } from './compile-view.ts';

const arabic = viewOf({ declaration: smallDeclaration, language: 'ar' });
const asked = arabic.purposes.find(({ choice }) => choice === 'ask');

test('N30 names of trackers are code from left to right, with the comma of the language between them', () => {
  const text = renderHtml(renderPreferences(arabic, { ...forms, state: stateOf({}, { declaration: smallDeclaration }) }));
  expect(text).toContain('<code dir="ltr">_map_*</code>، <code dir="ltr">mapsid</code>');
  expect(text).not.toContain('<code>');
});

test('N30 several providers stand with the comma of the language, each in its own direction', () => {
  if (asked === undefined) throw new Error('Nothing is asked');
  const providers = ['Example Maps', 'Tiles Inc.'].map((name) => ({ id: name, name, role: '', country: null, policy: null, rows: [] }));
  const text = renderHtml(renderBanner({ ...arabic, purposes: [{ ...asked, providers }] }, { ...forms, gpc: false }));
  expect(text).toContain('<bdi>Example Maps</bdi>، <bdi>Tiles Inc.</bdi> ');
});

test('N30 a name that ends in a full stop is not given a second one', () => {
  const view = viewOf();
  const [purpose] = view.purposes.filter(({ choice }) => choice === 'ask');
  if (purpose === undefined) throw new Error('Nothing is asked');
  const named = (name: string): string => {
    const providers = [{ id: 'a', name, role: '', country: null, policy: null, rows: [] }];
    return renderHtml(renderBanner({ ...view, purposes: [{ ...purpose, providers }] }, { ...forms, gpc: false }));
  };
  expect(named('Tiles Inc.')).toContain('Who: Tiles Inc. How long');
  expect(named('Tiles')).toContain('Who: Tiles. How long');
});

test('N30 French sets a no-break space before every colon and semicolon', () => {
  const french = viewOf({ language: 'fr' });
  const banner = renderHtml(renderBanner(french, { ...forms, gpc: true }));
  const preferences = renderHtml(renderPreferences(french, { ...forms, state: stateOf(), saved: true }));
  expect(banner).toContain('Qui\u00a0: Example Maps. Combien de temps\u00a0: ');
  expect(preferences).toMatch(/Durée\u00a0: /);
  for (const text of [banner, preferences]) expect(text.replace(/<[^>]*>|&[a-z0-9#]+;/g, '')).not.toMatch(/[^\u00a0][:;]/);
});

test.each(policyLanguages)('W6 signs in %s have the spaces of the language', (language) => {
  for (const [path, leaf] of leavesOf(findNoticeWords(language) ?? {})) {
    const text = sayLeaf(leaf);
    if (language === 'fr') expect(text, path).not.toMatch(/[^\u00a0][:;!?]/u);
    else expect(text, path).not.toMatch(/[ \u00a0][:;!?،؛]/u);
  }
});
