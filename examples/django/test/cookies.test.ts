// What Django sets, held against what the visitor gets, and the other way round.
import { checkDeclaration, lintDeclaration } from '@candor/core';
import { describe, expect, test } from 'vitest';
import { declarationAt } from '../src/index.ts';
import { found, running, strangerHost } from './running.ts';
import type { Visit } from './visitor.ts';
import { logIn, tokenIn, visitorAt } from './visitor.ts';

const nameOf = (line: string): string => line.slice(0, line.indexOf('='));
const { declaration } = declarationAt(4600);

test('C7 the declaration holds, and lints without an error', () => {
  const checked = checkDeclaration(declaration);
  expect(checked.ok ? [] : checked.issues).toEqual([]);
  expect(lintDeclaration(declaration).filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe.skipIf(found === null)('Django', () => {
  const library = running();
  // What Django sent for one request, and what came of it.
  const compare = async (asked: Promise<Visit>): Promise<{ readonly visit: Visit; readonly sent: readonly string[] }> => {
    library().relay.sent();
    const visit = await asked;
    return { visit, sent: library().relay.sent() };
  };

  test('C1 csrftoken passes as Django set it, and so does its renewal', async () => {
    const visitor = visitorAt(library().guarded.port);
    const first = await compare(visitor.get('/suggest/'));
    expect(first.sent.map(nameOf)).toEqual(['csrftoken']);
    expect(first.visit.setCookies).toEqual(first.sent);
    const logged = await compare(logIn(visitor, library().django.password, '/log-in/'));
    expect(logged.visit.status).toBe(302);
    expect(logged.visit.setCookies.filter((line) => nameOf(line) === 'csrftoken')).toEqual(
      logged.sent.filter((line) => nameOf(line) === 'csrftoken').slice(-1),
    );
  });

  test('C1 sessionid passes as Django set it at log-in, renewed by the admin, and deleted at log-out', async () => {
    const visitor = visitorAt(library().guarded.port);
    const page = await visitor.get('/admin/login/');
    const fields = { csrfmiddlewaretoken: tokenIn(page), username: 'librarian', password: library().django.password, next: '/admin/' };
    const logged = await compare(visitor.post('/admin/login/', fields));
    expect(logged.sent.map(nameOf).sort()).toEqual(['csrftoken', 'sessionid']);
    expect(logged.visit.setCookies).toEqual(logged.sent);
    const form = await visitor.get('/admin/library/book/add/');
    const book = { csrfmiddlewaretoken: tokenIn(form), title: 'Tides', author: 'A. Mariner' };
    const renewed = await compare(visitor.post('/admin/library/book/add/', book));
    expect(renewed.sent.map(nameOf)).toContain('sessionid');
    expect(renewed.visit.setCookies).toEqual(renewed.sent);
    const home = await visitor.get('/');
    const ended = await compare(visitor.post('/log-out/', { csrfmiddlewaretoken: tokenIn(home) }));
    expect(ended.sent.some((line) => /^sessionid="";.*Max-Age=0/.test(line))).toBe(true);
    expect(ended.visit.setCookies).toEqual(ended.sent);
  });

  test('C1 C5 a language choice sets django_language as Django set it, and nothing else', async () => {
    const visitor = visitorAt(library().guarded.port);
    const page = await visitor.get('/language/');
    const { visit, sent } = await compare(
      visitor.post('/i18n/setlang/', { csrfmiddlewaretoken: tokenIn(page), language: 'fr', next: '/' }),
    );
    expect(visit.setCookies).toEqual(sent.filter((line) => nameOf(line) === 'django_language'));
    expect(visit.setCookies).toHaveLength(1);
    if (found?.version.startsWith('3.') === true) expect(sent.map(nameOf)).toContain('sessionid');
  });

  test('C2 C4 what the view sets undeclared reaches nobody, and the stranger stands in no policy', async () => {
    const { visit, sent } = await compare(visitorAt(library().guarded.port).get('/'));
    expect(sent.map(nameOf).sort()).toEqual(['_visitor_stats', 'library_visits']);
    expect(visit.status).toBe(200);
    expect(visit.setCookies).toEqual([]);
    expect(visit.text).toContain(`<script src="http://${strangerHost}:9/visit.js">`);
    expect(visit.policies).toHaveLength(2);
    for (const policy of visit.policies) {
      expect(policy).not.toContain(strangerHost);
      expect(/script-src ([^;]*)/.exec(policy)?.[1]?.split(' ')).not.toContain('*');
    }
    const { observations } = library().guarded.system.guard.report();
    expect(observations).toContainEqual(
      expect.objectContaining({ kind: 'set-cookie', name: '_visitor_stats', code: 'DROP_UNDECLARED', page: '/' }),
    );
  });

  test('C3 Django sees the declared cookies with their values, and no other', async () => {
    const visitor = visitorAt(library().guarded.port);
    const csrf = 'a'.repeat(32);
    const Cookie = `_visitor_stats=1; csrftoken=${csrf}; django_language=fr; _ga=GA1.2.3; sessionid=s3; messages=hello; Sessionid=no`;
    const { visit: seen, sent } = await compare(visitor.get('/seen/', { Cookie }));
    expect(JSON.parse(seen.text)).toMatchObject({ cookies: { csrftoken: csrf, django_language: 'fr', sessionid: 's3' } });
    expect(Object.keys((JSON.parse(seen.text) as { readonly cookies: object }).cookies)).toHaveLength(3);
    // Django ends a session that it does not know.
    const expired = seen.setCookies.filter((line) => !sent.includes(line));
    expect([...new Set(expired.map(nameOf))].sort()).toEqual(['Sessionid', '_ga', '_visitor_stats', 'messages']);
    for (const line of expired) expect(line).toMatch(/Max-Age=0/i);
  });

  test('C2 C6 what is declared with consent passes for those who agreed, and is gone when they withdraw', async () => {
    const visitor = visitorAt(library().guarded.port);
    const answer = async (fields: Readonly<Record<string, string>>): Promise<Visit> =>
      visitor.post('/cookies/preferences', fields, { 'Sec-Fetch-Site': 'same-origin' });
    await answer({ do: 'reject-all' });
    expect((await visitor.get('/')).setCookies).toEqual([]);
    await answer({ do: 'accept-all' });
    const { visit, sent } = await compare(visitor.get('/'));
    expect(visit.setCookies).toEqual(sent.filter((line) => nameOf(line) === 'library_visits'));
    expect(visit.setCookies).toHaveLength(1);
    expect(JSON.parse((await visitor.get('/seen/')).text)).toMatchObject({ cookies: { library_visits: expect.any(String) } });
    await answer({ do: 'withdraw' });
    expect([...visitor.jar.keys()]).toEqual(['cookies_preferences']);
  });

  test('C4 reading sets no cookie', async () => {
    const visitor = visitorAt(library().guarded.port);
    for (const path of ['/', '/suggest/thanks/', '/seen/', '/static/admin/css/base.css', '/nowhere/', '/admin/']) {
      expect((await visitor.get(path)).setCookies, path).toEqual([]);
    }
  });
});
