import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { referenceDeclaration } from '../../../testkit/src/reference-declaration.ts';
import { renderHtml } from '../../src/base/html.ts';
import { resolveConsent } from '../../src/consent/resolve-consent.ts';
import { identifyDeclaration } from '../../src/declaration/identify.ts';
import { renderBanner } from '../../src/notice/render-banner.ts';
import { renderPreferences } from '../../src/notice/render-preferences.ts';
import { renderNoticeStyles, renderStylePart } from '../../src/notice/styles.ts';
import { themeNames } from '../../src/notice/themes.ts';
import { forms, viewOf } from './compile-view.ts';

const declaration = referenceDeclaration();
const view = { ...viewOf({ declaration }), declaration: identifyDeclaration(declaration) };
const brotli = (text: string): number => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test.each(themeNames)('N25 the styles of a first page in theme "%s" are at most 750 bytes, of any other 520', (theme) => {
  expect(brotli(renderStylePart(theme, 'page') + renderStylePart(theme, 'banner'))).toBeLessThanOrEqual(750);
  expect(brotli(renderStylePart(theme, 'page'))).toBeLessThanOrEqual(520);
});

test('N25 the banner of the reference declaration is at most 600 bytes, and with its styles 1,330', () => {
  const banner = renderHtml(renderBanner(view, { ...forms, gpc: false }));
  expect(view.purposes.filter(({ choice }) => choice === 'ask')).toHaveLength(3);
  expect(brotli(banner)).toBeLessThanOrEqual(600);
  expect(brotli(renderStylePart('default', 'page') + renderStylePart('default', 'banner') + banner)).toBeLessThanOrEqual(1_330);
});

test('N25 the preference centre of the reference declaration with all styles is at most 6,000 bytes', () => {
  const state = resolveConsent(declaration, { profile: 'eu-base', choice: null, gpc: true, now: 0 });
  const text = renderHtml(renderPreferences(view, { ...forms, state, saved: true }));
  expect(text.match(/<li>/g)?.length).toBe(40);
  expect(brotli(text + renderNoticeStyles('default'))).toBeLessThanOrEqual(6_000);
});
