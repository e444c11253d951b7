// The site's own machinery through the guard: log-in, forms, languages, admin.
import { describe, expect, test } from 'vitest';
import { host } from '../src/index.ts';
import { found, running } from './running.ts';
import type { Visit, Visitor } from './visitor.ts';
import { logIn, tokenIn, visitorAt } from './visitor.ts';

describe.skipIf(found === null)('Django', () => {
  const library = running();
  const come = (): Visitor => visitorAt(library().guarded.port);
  const comeAsLibrarian = async (): Promise<Visitor> => {
    const visitor = come();
    await logIn(visitor, library().django.password);
    return visitor;
  };
  const suggestions = async (): Promise<string> => /<p id="thanks">(.*)<\/p>/.exec((await come().get('/suggest/thanks/')).text)?.[1] ?? '';

  test('W1 log-in with the right password opens the admin, a wrong one makes no session', async () => {
    const visitor = come();
    const wrong = await logIn(visitor, 'guess');
    expect(wrong.status).toBe(200);
    expect(visitor.jar.has('sessionid')).toBe(false);
    expect((await visitor.get('/admin/')).headers.get('location')).toBe('/admin/login/?next=/admin/');
    const right = await logIn(visitor, library().django.password);
    expect([right.status, right.headers.get('location')]).toEqual([302, '/admin/']);
    expect((await visitor.get('/admin/')).status).toBe(200);
    const other = come();
    expect((await logIn(other, library().django.password, '/log-in/')).headers.get('location')).toBe('/');
    expect((await other.get('/')).text).toContain('<form id="log-out"');
  });

  test('W2 a form with its token is taken; without it, with another visitor’s, or from elsewhere it is refused', async () => {
    const before = await suggestions();
    const book = { title: 'Knots & <Bends>', author: 'É. Marin' };
    // A visitor of its own for each: Django gives a new token to whoever came with a wrong one.
    const suggest = async (token: string | null, headers: Readonly<Record<string, string>> = {}): Promise<Visit> => {
      const visitor = come();
      const own = tokenIn(await visitor.get('/suggest/'));
      return visitor.post('/suggest/', { csrfmiddlewaretoken: token ?? own, ...book }, headers);
    };
    const theirs = tokenIn(await come().get('/suggest/'));
    expect((await suggest('')).status).toBe(403);
    expect((await suggest(theirs)).status).toBe(403);
    expect((await suggest(null, { Cookie: '' })).status).toBe(403);
    expect((await suggest(null, { Cookie: `csrftoken=${theirs}` })).status).toBe(403);
    // Django compares origins since 4.0.
    if (Number(found?.version.split('.')[0]) >= 4) expect((await suggest(null, { Origin: 'https://elsewhere.example' })).status).toBe(403);
    expect(await suggestions()).toBe(before);
    const taken = await suggest(null);
    expect([taken.status, taken.headers.get('location')]).toEqual([302, '/suggest/thanks/']);
    expect(await suggestions()).not.toBe(before);
    const listed = await (await comeAsLibrarian()).get('/admin/library/book/?suggested__exact=1');
    expect(listed.text).toContain('Knots &amp; &lt;Bends&gt;');
    expect(listed.text).toContain('É. Marin');
  });

  test('W3 log-out ends the session at Django and removes its cookie', async () => {
    const visitor = await comeAsLibrarian();
    const session = visitor.jar.get('sessionid') ?? '';
    const refused = await visitor.post('/log-out/', {});
    expect([refused.status, visitor.jar.get('sessionid')]).toEqual([403, session]);
    await visitor.post('/log-out/', { csrfmiddlewaretoken: tokenIn(await visitor.get('/')) });
    expect(visitor.jar.has('sessionid')).toBe(false);
    visitor.jar.set('sessionid', session);
    expect((await visitor.get('/admin/')).status).toBe(302);
  });

  test('W4 the language picked holds on the next page and in the admin, and the question speaks it', async () => {
    const visitor = await comeAsLibrarian();
    const csrfmiddlewaretoken = tokenIn(await visitor.get('/language/'));
    const chosen = await visitor.post('/i18n/setlang/', { csrfmiddlewaretoken, language: 'fr', next: '/' });
    expect([chosen.status, chosen.headers.get('location')]).toEqual([302, '/']);
    const home = await visitor.get('/', { 'Accept-Language': 'en' });
    expect(home.text).toContain('<html lang="fr">');
    expect(home.text).toContain('Tout refuser');
    expect((await visitor.get('/admin/')).text).toContain('Site d’administration');
  });

  test('W5 the admin adds, changes and deletes an object, and its messages need no cookie', async () => {
    const visitor = await comeAsLibrarian();
    const send = async (path: string, fields: Readonly<Record<string, string>>): Promise<string> => {
      const form = await visitor.get(path);
      expect(form.status, path).toBe(200);
      const sent = await visitor.post(path, { csrfmiddlewaretoken: tokenIn(form), ...fields });
      expect([sent.status, sent.headers.get('location')], path).toEqual([302, '/admin/library/book/']);
      return (await visitor.get('/admin/library/book/')).text;
    };
    const added = await send('/admin/library/book/add/', { title: 'Harbour Lights', author: 'B. Keeper' });
    expect(added).toContain('was added successfully');
    const change = /href="(\/admin\/library\/book\/\d+\/change\/)[^"]*">Harbour Lights</.exec(added)?.[1] ?? '';
    const changed = await send(change, { title: 'Harbour Lights II', author: 'B. Keeper', suggested: 'on' });
    expect(changed).toContain('was changed successfully');
    expect(changed).toMatch(/>Harbour Lights II<\/a>/);
    const deleted = await send(change.replace('/change/', '/delete/'), { post: 'yes' });
    expect(deleted).toContain('was deleted successfully');
    expect(deleted).not.toMatch(/>Harbour Lights II<\/a>/);
    expect([...visitor.jar.keys()].sort()).toEqual(['csrftoken', 'sessionid']);
  });

  test('W6 the admin’s scripts and styles pass byte for byte', async () => {
    const { django } = library();
    const page = await (await comeAsLibrarian()).get('/admin/library/book/add/');
    const files = [...page.text.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(files.length).toBeGreaterThan(3);
    for (const path of files) {
      const direct = await visitorAt(Number(new URL(django.url).port), { Host: host }).get(path);
      const guarded = await come().get(path);
      expect(guarded.status, path).toBe(200);
      expect(guarded.body === direct.body, path).toBe(true);
    }
  });

  test('P1 Django knows the address as the visitor typed it, and believes no X-Forwarded header of a visitor', async () => {
    const { origin } = library().guarded;
    const forged = {
      'X-Forwarded-Host': 'elsewhere.example',
      'X-Forwarded-Proto': 'https',
      Forwarded: 'proto=https;host=elsewhere.example',
    };
    for (const headers of [{}, forged]) {
      expect(JSON.parse((await come().get('/seen/?a=1', headers)).text)).toMatchObject({ address: `${origin}/seen/?a=1`, secure: false });
    }
  });
});
