import type { CookieItem, Tracker } from '@candor/core';
import { checkDeclaration, encodeChoice, lintDeclaration } from '@candor/core';
import { expect, test } from 'vitest';
import { declaration } from '../src/index.ts';
import { running } from './running.ts';
import { parseSetCookie } from './set-cookie.ts';
import type { Visitor } from './visitor.ts';
import { tokenIn, visitorOf } from './visitor.ts';

const portal = running();
const at = Math.floor(Date.now() / 1000);

function cookieOf(name: string): Tracker & CookieItem {
  const tracker = declaration.trackers[name];
  if (tracker?.kind !== 'cookie') throw new RangeError(`Expected a declared cookie "${name}"`);
  return tracker;
}

function expectDeclared(line: string | undefined, name: string): void {
  const cookie = parseSetCookie(line ?? '');
  const { life, secure, httpOnly, sameSite, scopes } = cookieOf(name);
  expect(cookie.name).toBe(name);
  expect(Number(cookie.attributes.get('max-age'))).toBe(life.kind === 'seconds' ? life.max : Number.NaN);
  expect(cookie.attributes.has('secure')).toBe(secure);
  expect(cookie.attributes.has('httponly')).toBe(httpOnly);
  expect(cookie.attributes.get('samesite')?.toLowerCase()).toBe(sameSite);
  expect(cookie.attributes.has('domain')).toBe(false);
  expect(scopes.map((scope) => scope.path)).toContain(cookie.attributes.get('path'));
  expect(cookie.attributes.size).toBe(httpOnly ? 5 : 4);
}

function choose(visitor: Visitor, state: 'granted' | 'denied', revision = 1): void {
  visitor.jar.set('cookies_preferences', encodeChoice({ answers: { 4: { state, revision } }, at, declaration: '0123456789ab' }));
}

test('C2 csrftoken, sessionid and django_language are set as declared', async () => {
  const visitor = visitorOf(portal.port());
  const form = await visitor.get('/admin/login');
  expect(form.setCookies).toHaveLength(1);
  expectDeclared(form.setCookies[0], 'csrftoken');
  const body = new URLSearchParams({ csrfmiddlewaretoken: tokenIn(form), username: 'editor', password: 'low-tide-at-pelican-point' });
  const logIn = await visitor.send('POST', '/admin/login', body);
  expect(logIn.setCookies).toHaveLength(2);
  expectDeclared(logIn.setCookies[0], 'sessionid');
  expectDeclared(logIn.setCookies[1], 'csrftoken');
  const language = await visitor.send('POST', '/i18n/setlang', new URLSearchParams({ language: 'fr', next: '/datasets' }));
  expect(language.setCookies).toHaveLength(1);
  expectDeclared(language.setCookies[0], 'django_language');
});

test('C3 the language form answers with where it came from, on this site only', async () => {
  const visitor = visitorOf(portal.port());
  const lead = async (next: string): Promise<string | undefined> =>
    (await visitor.send('POST', '/i18n/setlang', new URLSearchParams({ language: 'fr', next }))).headers.get('location');
  expect(await lead('/datasets?q=sea')).toBe('/datasets?q=sea');
  for (const next of [
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'datasets',
    '/a\r\nSet-Cookie: x=1',
    '',
  ]) {
    expect(await lead(next), next).toBe('/');
  }
});

test('C3 an unknown language and a form of another site set nothing', async () => {
  const visitor = visitorOf(portal.port());
  const body = new URLSearchParams({ language: 'fr' });
  expect((await visitor.send('POST', '/i18n/setlang', new URLSearchParams({ language: 'xx' }))).setCookies).toEqual([]);
  for (const headers of [
    { Origin: 'https://elsewhere.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ]) {
    const refused = await visitor.send('POST', '/i18n/setlang', body, headers);
    expect(refused.status, JSON.stringify(headers)).toBe(403);
    expect(refused.setCookies).toEqual([]);
  }
  expect((await visitor.get('/i18n/setlang')).status).toBe(404);
});

test('C4 map_style is set as declared for a choice that grants the maps, and the map has its address', async () => {
  const visitor = visitorOf(portal.port());
  choose(visitor, 'granted');
  const page = await visitor.get('/datasets/street-trees?style=contrast');
  expect(page.setCookies).toHaveLength(1);
  expectDeclared(page.setCookies[0], 'map_style');
  expect(page.text).toMatch(/<iframe src="[^"]*style=contrast/);
  const again = await visitor.get('/datasets/street-trees');
  expect(again.text).toMatch(/<iframe src="[^"]*style=contrast/);
  expect(again.setCookies).toEqual([]);
});

test('C4 without that choice it is not set, and the look holds for the page only', async () => {
  const visitor = visitorOf(portal.port());
  const visits: (() => void)[] = [
    () => visitor.jar.clear(),
    () => choose(visitor, 'denied'),
    () => choose(visitor, 'granted', 2),
    () => visitor.jar.set('cookies_preferences', 'nonsense'),
  ];
  for (const prepare of visits) {
    prepare();
    const page = await visitor.get('/datasets/street-trees?style=contrast');
    expect(page.setCookies).toEqual([]);
    expect(page.text).not.toMatch(/<iframe src=/);
    expect(page.text).toContain('style=contrast');
  }
});

test('C5 the declaration holds at run time, and lints without an error', () => {
  const checked = checkDeclaration(declaration);
  expect(checked.ok ? [] : checked.issues).toEqual([]);
  expect(lintDeclaration(declaration).filter((issue) => issue.severity === 'error')).toEqual([]);
});

test('C5 the seed’s rows are declared in its words', () => {
  const rows = ['sessionid', 'django_language', 'csrftoken', 'cookies_preferences'].map((id) => {
    const tracker = declaration.trackers[id];
    return [tracker && declaration.providers[tracker.provider].name, tracker?.function['en'], id, tracker?.explanation['en']];
  });
  expect(rows).toEqual([
    ['Opendatasoft', 'Authentication', 'sessionid', 'To remember the user from one page to another'],
    ['Opendatasoft', 'Language selection', 'django_language', "To remember the visitor's language"],
    ['Opendatasoft', 'API (CSRF)', 'csrftoken', 'To retrieve data via API calls'],
    ['Opendatasoft', 'Choices related to your cookie preferences', 'cookies_preferences', "To remember the visitor's cookie preferences"],
  ]);
});
