import { expect, test } from 'vitest';
import { renderHtml } from '../../src/base/html.ts';
import type { Basis, Declaration } from '../../src/declaration/types.ts';
import { noticeHash } from '../../src/notice/notice-hash.ts';
import { renderBanner, renderWayBack } from '../../src/notice/render-banner.ts';
import { renderNoticeStyles } from '../../src/notice/styles.ts';
import { themeNames } from '../../src/notice/themes.ts';
import { richDeclaration as rich } from '../policy/rich-declaration.ts';
import { newer } from '../policy/seed-declarations.ts';
import { declarationId, forms, viewOf } from './compile-view.ts';

const history = rich.purposes['history'] as Declaration['purposes'][string];
const optOut = rich.purposes['maps']?.basis['us-ca'] as Basis;
const banner = (view = viewOf(), gpc = false): string => renderHtml(renderBanner(view, { ...forms, gpc }));
const button = (text: string, hook: string): string =>
  new RegExp(`<button[^>]*data-candor="${hook}"[^>]*>[^<]*</button>`).exec(text)?.[0] ?? '';

test('N2 with nothing to ask there is no banner, and the way back stays', () => {
  const view = viewOf({ declaration: newer, profile: 'au-qld' });
  expect(banner(view)).toBe('');
  expect(renderHtml(renderWayBack(view))).toContain('<a data-candor="way-back" href="/cookies/preferences">Your cookie choices</a>');
});

test('N2 where everything runs until objected to there is no banner, and the way back leads to the objection', () => {
  const view = viewOf({
    declaration: { ...rich, purposes: { ...rich.purposes, history: { ...history, basis: { default: { ...optOut } } } } },
    profile: 'us-ca',
  });
  expect(view.purposes.map(({ choice }) => choice)).not.toContain('ask');
  expect(view.purposes.map(({ choice }) => choice)).toContain('object');
  expect(banner(view)).toBe('');
  expect(renderHtml(renderWayBack(view))).toContain('href="/cookies/preferences">Your cookie choices</a>');
});

test('N20 answers and link are the only things in the banner that take the focus, words first, and its name is its title', () => {
  const text = banner();
  expect(text).not.toMatch(/tabindex|autofocus|contenteditable/);
  const hooks = [...text.matchAll(/<(?:a|button|input type="(?!hidden)|summary)[^>]*data-candor="([^"]+)"/g)].map(([, hook]) => hook);
  expect(hooks).toEqual(['accept', 'reject', 'preferences']);
  expect(text.indexOf('<h2>')).toBeLessThan(text.indexOf('<form'));
  expect(text).toContain('aria-label="Cookies: your choice"');
  expect(text).toContain('<h2>Cookies: your choice</h2>');
});

test('N3 accept and reject are the same element, and differ in nothing but their value, hook and word', () => {
  const text = banner();
  const same = (html: string): string =>
    html
      .replace(/value="[^"]*"/, '')
      .replace(/data-candor="[^"]*"/, '')
      .replace(/>[^<]*</, '><');
  expect(button(text, 'accept')).not.toBe('');
  expect(same(button(text, 'accept'))).toBe(same(button(text, 'reject')));
  expect(text.match(/data-candor="accept"/g)).toHaveLength(1);
  expect(text.match(/data-candor="reject"/g)).toHaveLength(1);
});

test('N33 where some was answered before only the rest is asked, and both answers are about the rest', () => {
  const view = viewOf();
  const asked = view.purposes.filter(({ choice }) => choice === 'ask');
  const [first, ...others] = asked;
  if (first === undefined || others.length === 0) throw new Error('Too little is asked');
  const text = renderHtml(renderBanner(view, { ...forms, gpc: false, asked: [first.id] }));
  expect(text.match(/<li>/g)).toHaveLength(1);
  expect(text).toContain(`<b>${first.name}</b>`);
  expect(text.match(/name="purpose" value="([^"]*)"/g)).toEqual([`name="purpose" value="${first.id}"`]);
  expect(button(text, 'accept')).toContain('value="grant"');
  expect(button(text, 'reject')).toContain('value="withdraw"');
  const whole = renderHtml(renderBanner(view, { ...forms, gpc: false, asked: asked.map(({ id }) => id) }));
  expect(whole).toBe(banner(view));
  expect(renderHtml(renderBanner(view, { ...forms, gpc: false, asked: [] }))).toBe('');
});

test.each(themeNames)('N3 no rule of theme "%s" is for one answer only', (theme) => {
  const css = renderNoticeStyles(theme).replace('.candor-placeholder p:first-child', '');
  const selectors = [...css.matchAll(/([^{};]+)\{/g)].map(([, selector = '']) => selector);
  const forButtons = selectors.filter((selector) => selector.includes('button'));
  expect(forButtons.length).toBeGreaterThan(1);
  for (const selector of selectors) {
    expect(selector).not.toMatch(/data-candor|\[value|\[name|accept|reject|nth|:first|:last|only|button\+|button~|order/);
  }
  expect(css).not.toMatch(/[;{]order:|row-reverse|direction:/);
});

test('N4 the hooks that page, client and audit rely on are there', () => {
  const text = banner();
  expect(text.startsWith('<section id="candor-notice" data-candor="banner"')).toBe(true);
  expect(text).toContain(`data-declaration="${declarationId.slice(0, 12)}"`);
  expect(text).toContain('<a href="/cookies/preferences" data-candor="preferences">');
  expect(text).toContain('lang="en" dir="ltr"');
});

test('N5 the banner is one plain form that says which words were shown and where to return', () => {
  const view = viewOf();
  const text = banner(view);
  expect(text.match(/<form/g)).toHaveLength(1);
  expect(text).toContain('method="post" action="/cookies/preferences"');
  for (const [name, value] of [
    ['return', '/datasets?q=trees&amp;page=2'],
    ['notice', noticeHash(view)],
    ['language', 'en'],
    ['profile', 'eu-base'],
  ]) {
    expect(text).toContain(`<input type="hidden" name="${name}" value="${value}">`);
  }
  // A button of a form submits it unless it says otherwise.
  expect(text).not.toMatch(/<button[^>]* type=/);
  expect(button(text, 'accept')).toContain('name="do" value="accept-all"');
  expect(button(text, 'reject')).toContain('name="do" value="reject-all"');
  expect(text).not.toMatch(/<script| style="| on[a-z]+="/i);
});

test('N6 every purpose that is asked about is named with its text, who is behind it and how long it stays', () => {
  const text = banner();
  expect(text.match(/<li>/g)).toHaveLength(2);
  expect(text).toContain('<b>Recent searches</b>. Shows your last ten searches under the search box.');
  expect(text).toContain('Who: Opendatasoft. How long: 3 months, starting again with each visit.');
  expect(text).toContain('Who: Example Maps. How long: 13 months.');
  expect(text).not.toContain('Counting visits');
});

test('N7 the signal is not called honoured where it changes nothing', () => {
  const view = viewOf({ profile: 'au-qld' });
  expect(banner(view, true)).not.toContain('Global Privacy Control');
  expect(renderHtml(renderWayBack(view, { gpc: true }))).not.toContain('signal');
});

test('N7 Global Privacy Control is acknowledged where it is sent, and only there', () => {
  expect(banner(viewOf(), true)).toContain('Global Privacy Control: your signal is honoured.');
  expect(banner()).not.toContain('Global Privacy Control');
  const view = viewOf({ profile: 'us-ca' });
  expect(renderHtml(renderWayBack(view, { gpc: true }))).toContain('your signal is honoured');
  expect(renderHtml(renderWayBack(view))).not.toContain('signal');
});
