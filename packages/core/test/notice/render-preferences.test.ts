import { expect, test } from 'vitest';
import { renderHtml } from '../../src/base/html.ts';
import type { ConsentState } from '../../src/consent/types.ts';
import { renderPreferences } from '../../src/notice/render-preferences.ts';
import type { NoticeView } from '../../src/notice/view.ts';
import { newer } from '../policy/seed-declarations.ts';
import { forms, stateOf, viewOf } from './compile-view.ts';

const page = (state: ConsentState = stateOf(), view: NoticeView = viewOf(), saved = false): string =>
  renderHtml(renderPreferences(view, { ...forms, state, saved }));
const box = (text: string, id: string): string =>
  new RegExp(`<input type="checkbox" name="grant" value="${id}"[^>]*>`).exec(text)?.[0] ?? '';
const part = (text: string, name: string): string =>
  text.split(/(?=<(?:fieldset|div) class="candor-purpose")/).find((piece) => piece.includes(`>${name}</`)) ?? '';

test('N8 nothing is ticked that nobody agreed to; what runs unasked is shown as running', () => {
  const text = page();
  expect(box(text, 'history')).not.toBe('');
  expect(box(text, 'history')).not.toContain('checked');
  expect(box(text, 'maps')).not.toContain('checked');
  expect(box(text, 'visits')).toContain(' checked');
  expect(part(text, 'Recent searches')).toContain('Off: you have not answered yet.');
  expect(part(text, 'Counting visits')).toContain('On, until you object.');
});

test('N8 answers are shown as they were given', () => {
  const text = page(stateOf({ 3: 'granted', 4: 'objected', 5: 'denied' }));
  expect(box(text, 'history')).toContain(' checked');
  expect(part(text, 'Recent searches')).toContain('On: you agreed.');
  expect(box(text, 'visits')).not.toContain('checked');
  expect(part(text, 'Counting visits')).toContain('Off: you objected.');
  expect(box(text, 'maps')).not.toContain('checked');
  expect(part(text, 'Embedded maps')).toContain('Off: you refused.');
});

test('N8 a box speaks with its state and stands in a group with the purpose’s name', () => {
  const text = part(page(), 'Embedded maps');
  expect(text).toContain('<legend><h3>Embedded maps</h3></legend>');
  expect(text).toContain('aria-describedby="candor-state-5"');
  expect(text).toContain('id="candor-state-5"');
});

test('N9 every purpose is shown with who, how long, why, what refusing costs, and its rows', () => {
  const text = part(page(), 'Embedded maps');
  for (const piece of [
    'Example Maps',
    '13 months',
    'With your consent',
    'You see a table of places',
    'may link your visit',
    '<code dir="ltr">_map_*</code>',
    'To draw the map in the page',
  ]) {
    expect(text).toContain(piece);
  }
  expect(part(page(), 'Counting visits')).toContain('<dt>On your device</dt><dd>nothing is stored</dd>');
});

test('N22 under each purpose stands every provider with role, country and policy, and every tracker with what, how long, why and recipients', () => {
  const text = part(page(), 'Embedded maps');
  for (const piece of [
    '<h4>Example Maps</h4>',
    'Third party: decides for itself · United States · <a href="https://maps.example/privacy" rel="noreferrer" aria-label="Its own policy: Example Maps">Its own policy</a>',
    '<b>Map settings (front office)</b> <code dir="ltr">_map_*</code>, <code dir="ltr">mapsid</code>',
    '<p>To remember zoom and position, and to recognise the browser</p>',
    '<span>Duration: 13 months; the data behind it: 13 months · Passed on to: Example Maps</span>',
    '<summary>What is stored or loaded (2)</summary>',
  ]) {
    expect(text).toContain(piece);
  }
});

test('N22 headings go down one rank at a time, and the first names the dialog that holds them', () => {
  const ranks = [...page().matchAll(/<h([1-6])/g)].map(([, rank]) => Number(rank));
  expect(ranks[0]).toBe(1);
  expect(new Set(ranks)).toEqual(new Set([1, 2, 3, 4]));
  for (const [index, rank] of ranks.entries()) expect(rank - (ranks[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  expect(page()).toContain('<h1 id="candor-preferences-title">');
});

test('N9 exempt purposes are shown and have no control', () => {
  const text = page();
  expect(text).toContain('<h2>What runs without a question</h2>');
  expect(part(text, 'Authentication')).toContain('No consent needed');
  expect(box(text, 'login')).toBe('');
  expect(text).not.toContain('value="login"');
});

test('N10 saving, accepting, refusing, withdrawing and forgetting are buttons of one kind, saving first', () => {
  const buttons = [...page().matchAll(/<button[^>]*>/g)].map(([tag]) => tag);
  const deeds = buttons.map((tag) => /value="([^"]+)" data-candor="([^"]+)"/.exec(tag)?.slice(1));
  expect(deeds).toEqual([
    ['object', 'object'],
    ['save', 'save'],
    ['accept-all', 'accept'],
    ['reject-all', 'reject'],
    ['withdraw', 'withdraw'],
    ['forget', 'forget'],
  ]);
  for (const tag of buttons) expect(tag).toMatch(/^<button class="candor-button" name="do" /);
});

test('N10 an objection is a form of its own that names its purpose, and is gone once made', () => {
  const text = page();
  expect(text).toContain('<form id="candor-object-4" method="post" action="/cookies/preferences">');
  expect(text).toContain('<input type="hidden" name="purpose" value="visits">');
  expect(part(text, 'Counting visits')).toContain('data-candor="object" form="candor-object-4"');
  expect(page(stateOf({ 4: 'objected' }))).not.toContain('data-candor="object"');
});

test('N10 every form posts, returns and names the words shown', () => {
  const forms = page().match(/<form[\s\S]*?<\/form>/g) ?? [];
  expect(forms).toHaveLength(4);
  for (const form of forms) {
    expect(form).toContain('method="post" action="/cookies/preferences"');
    for (const name of ['return', 'notice', 'language', 'profile']) expect(form.match(new RegExp(`name="${name}"`, 'g'))).toHaveLength(1);
  }
  expect(page()).not.toMatch(/<script| style="| on[a-z]+="/i);
});

test('N11 what runs with notice has no control, and saving the rest is no refusal of it', () => {
  const view = viewOf({ profile: 'au-qld' });
  const text = page(stateOf({}, { profile: 'au-qld' }), view);
  expect(box(text, 'visits')).toBe('');
  expect(text).toContain('<input type="hidden" name="grant" value="visits">');
  const objected = page(stateOf({ 4: 'objected' }, { profile: 'au-qld' }), view);
  expect(objected).not.toContain('name="grant" value="visits"');
});

test('N11 where nothing waits for an answer there is nothing to accept or withdraw, only to forget', () => {
  const options = { declaration: newer, profile: 'au-qld' } as const;
  const text = page(stateOf({}, options), viewOf(options));
  expect(text).toContain('Nothing on this site waits for your answer.');
  expect([...text.matchAll(/data-candor="([^"]+)"/g)].map(([, hook]) => hook)).toEqual(['forget']);
});

test('N12 Global Privacy Control is acknowledged, and what it turned off says so', () => {
  const text = page(stateOf({}, { gpc: true }));
  expect(text).toContain('Global Privacy Control: your signal is honoured. What it covers is off');
  expect(part(text, 'Counting visits')).toContain('Off, because your browser sends Global Privacy Control.');
  expect(box(text, 'visits')).not.toContain('checked');
  expect(page()).not.toContain('Global Privacy Control');
  const recorded = { gpc: true, profile: 'au-qld' } as const;
  expect(page(stateOf({}, recorded), viewOf(recorded))).not.toContain('Global Privacy Control');
});

test('N12 a saved choice is confirmed as a status message', () => {
  expect(page(stateOf(), viewOf(), true)).toContain('<p class="candor-saved" role="status">Your choices are saved.</p>');
  expect(page()).not.toContain('role="status"');
});

test('N12 a state that knows nothing of a purpose ticks nothing', () => {
  const text = page({ profile: 'eu-base', gpc: false, purposes: {}, ask: true });
  expect(text).not.toMatch(/ checked/);
  expect(part(text, 'Counting visits')).toContain('Off at present.');
});
