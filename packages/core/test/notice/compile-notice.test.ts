import { expect, test } from 'vitest';
import { renderHtml } from '../../src/base/html.ts';
import type { Declaration } from '../../src/declaration/types.ts';
import { checkNotice } from '../../src/notice/check-notice.ts';
import { compileNotice } from '../../src/notice/compile-notice.ts';
import { noticeHash } from '../../src/notice/notice-hash.ts';
import { renderBanner } from '../../src/notice/render-banner.ts';
import { renderPreferences } from '../../src/notice/render-preferences.ts';
import { richDeclaration as rich } from '../policy/rich-declaration.ts';
import { compileView } from '../policy/seed-declarations.ts';
import { declarationId, forms, stateOf, viewOf } from './compile-view.ts';

const own = (texts: Declaration['notice']['texts'], theme: Declaration['notice']['theme'] = 'default'): Declaration => ({
  ...rich,
  notice: { ...rich.notice, texts, theme },
});

test('N13 the kind of basis decides: consent is asked, objectable and opt-out can be objected to, the rest is shown', () => {
  const choices = (profile: 'eu-base' | 'us-ca' | 'au-qld'): unknown => viewOf({ profile }).purposes.map(({ id, choice }) => [id, choice]);
  const fixed = [
    ['login', 'none'],
    ['choice', 'none'],
    ['history', 'ask'],
  ];
  expect(choices('eu-base')).toEqual([...fixed, ['visits', 'object'], ['maps', 'ask']]);
  expect(choices('us-ca')).toEqual([...fixed, ['visits', 'object'], ['maps', 'object']]);
  expect(choices('au-qld')).toEqual([...fixed, ['visits', 'none'], ['maps', 'ask']]);
});

test('N13 a profile that is not offered asks, as the deciders do', () => {
  expect(viewOf({ profile: 'br' }).purposes.find(({ id }) => id === 'visits')?.choice).toBe('ask');
});

test('N14 the notice shows the rows of the policy, cell by cell', () => {
  const block = compileView(rich)
    .sections.flatMap(({ blocks }) => blocks)
    .find(({ kind }) => kind === 'trackers');
  const rows = block?.kind === 'trackers' ? block.groups.flatMap((group) => group.rows) : [];
  const shown = viewOf().purposes.flatMap(({ providers }) =>
    providers.flatMap((provider) => provider.rows.map((row) => ({ ...row, provider: provider.name }))),
  );
  expect(shown.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  for (const { id, names, cells } of rows) {
    expect(shown.find((row) => row.id === id)).toEqual({
      id,
      names,
      provider: cells.provider,
      function: cells.function,
      explanation: cells.purposes,
      duration: cells.duration,
      recipients: cells.recipients,
    });
  }
});

test('N15 the hash names exactly these words: equal for equal ones, other for any difference', () => {
  const view = viewOf();
  expect(noticeHash(view)).toMatch(/^[0-9a-f]{64}$/);
  expect(noticeHash(JSON.parse(JSON.stringify(view)))).toBe(noticeHash(view));
  const reordered = { ...rich, purposes: Object.fromEntries(Object.entries(rich.purposes).reverse()) };
  expect(noticeHash(viewOf({ declaration: reordered }))).toBe(noticeHash(view));
  const others = [
    viewOf({ language: 'fr' }),
    viewOf({ profile: 'fr' }),
    viewOf({ declaration: own({ title: { en: 'Cookies: your answer', fr: 'x' } }) }),
    viewOf({ declaration: own({}, 'ink') }),
    viewOf({ declaration: own({}, { radius: '3px' }) }),
  ];
  expect(new Set([view, ...others].map(noticeHash)).size).toBe(6);
});

test('N16 a declaration’s own words stand in place of the product’s; unknown keys and themes are warned of', () => {
  const declaration = own({ accept: { en: 'Yes to all', fr: 'Oui à tout' }, acceptt: { en: 'x', fr: 'x' } }, 'neon');
  const view = viewOf({ declaration, language: 'fr' });
  expect(view.texts.accept).toBe('Oui à tout');
  expect(view.texts.reject).toBe('Tout refuser');
  expect(Object.keys(view.texts)).not.toContain('acceptt');
  expect(checkNotice(declaration).map(({ code, path, severity }) => [code, path, severity])).toEqual([
    ['NOTICE_TEXT_UNKNOWN', 'notice.texts.acceptt', 'warning'],
    ['NOTICE_THEME_UNKNOWN', 'notice.theme', 'warning'],
  ]);
  expect(checkNotice(rich)).toEqual([]);
});

test('N21 providers are shown with role, country and address as the policy has them', () => {
  const maps = viewOf().purposes.find(({ id }) => id === 'maps')?.providers;
  expect(maps?.map(({ rows, ...who }) => [who, rows.map(({ id }) => id)])).toEqual([
    [
      {
        id: 'maps',
        name: 'Example Maps',
        role: 'Third party: decides for itself',
        country: 'United States',
        policy: 'https://maps.example/privacy',
      },
      ['map_cookie', 'map_embed'],
    ],
  ]);
  const history = viewOf({ language: 'fr' }).purposes.find(({ id }) => id === 'history')?.providers;
  expect(history?.map(({ name, country }) => [name, country])).toEqual([['Opendatasoft', 'France']]);
});

test('N21 what nobody stated is null, and no address but a web or mail address becomes one', () => {
  const odd = (policy: string): unknown => {
    const providers = { ...rich.providers, maps: { name: 'Maps', country: 'ZZ', role: 'third', policy } } as const;
    return viewOf({ declaration: { ...rich, providers } }).purposes.find(({ id }) => id === 'maps')?.providers[0];
  };
  expect(odd('javascript:alert(1)')).toMatchObject({ country: null, policy: null });
  expect(odd('https://maps.example/')).toMatchObject({ policy: 'https://maps.example/' });
  const nobody = { ...rich, providers: {} };
  expect(viewOf({ declaration: nobody }).purposes.find(({ id }) => id === 'maps')?.providers[0]).toMatchObject({ name: 'maps', role: '' });
});

test('N24 a theme of the site’s own is in the view; one that is refused leaves no notice, and checkNotice says why', () => {
  const view = viewOf({ declaration: own({}, { button: '#603', buttonText: 'hsl(0 0% 100%)', edge: 'light-dark(#603,#fff)' }) });
  expect(view.theme).toBe('own');
  expect(view.tokens).toMatchObject({ button: '#603', buttonText: '#fff', edge: 'light-dark(#603,#fff)', paper: 'light-dark(#fff,#222)' });
  const nudging = own({}, { reject: { button: '#eee', buttonText: '#000' } });
  const compiled = compileNotice(nudging, { language: 'en', profile: 'eu-base', declarationId });
  expect(compiled).toMatchObject({ ok: false, issues: [{ code: 'NOTICE_THEME_UNEQUAL', path: 'notice.theme', severity: 'error' }] });
  expect(checkNotice(nudging)).toEqual(compiled.ok ? [] : compiled.issues);
  expect(checkNotice(own({}, { button: '#603', buttonText: '#fff', edge: 'light-dark(#603,#fff)' }))).toEqual([]);
});

test('N16 a key from Object.prototype is no text', () => {
  const texts: Declaration['notice']['texts'] = JSON.parse('{"__proto__":{"en":"x"},"constructor":{"en":"x"}}');
  expect(noticeHash(viewOf({ declaration: own(texts) }))).toBe(noticeHash(viewOf()));
});

test('N17 a language without words or a text that is missing is refused by code', () => {
  const options = { language: 'tlh', profile: 'eu-base', declarationId } as const;
  expect(compileNotice(rich, options)).toMatchObject({ ok: false, issues: [{ code: 'POLICY_LANGUAGE_UNKNOWN' }] });
  const half = own({ title: { en: 'Only English' } });
  expect(compileNotice(half, { ...options, language: 'fr' })).toMatchObject({
    ok: false,
    issues: [{ code: 'POLICY_TEXT_MISSING', path: 'notice.texts.title.fr' }],
  });
});

test('N18 hostile words, ids and addresses are text', () => {
  const hostile = "\"><script>alert('x')</script>\u202e";
  const text = { en: hostile, fr: hostile };
  const maps = { ...(rich.purposes['maps'] as Declaration['purposes'][string]), name: text, text, consequence: text };
  const declaration = { ...own({ title: text, accept: text, gpc: text }), purposes: { ...rich.purposes, maps } };
  const view = viewOf({ declaration });
  const options = { action: hostile, returnTo: hostile };
  const state = stateOf({}, { declaration, gpc: true });
  const markup = [renderBanner(view, { ...options, gpc: true }), renderPreferences(view, { ...options, state })].map(renderHtml).join('');
  expect(markup).not.toContain('<script');
  expect(markup).not.toContain('"">');
  expect(renderHtml(renderBanner(view, { ...forms, gpc: true }))).not.toContain('\u202e');
  expect(markup).toContain('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;');
});
