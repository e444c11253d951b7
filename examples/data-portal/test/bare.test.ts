import { decodeChoice } from '@candor/core';
import { expect, test } from 'vitest';
import { running } from './running.ts';
import { parseSetCookie } from './set-cookie.ts';
import type { Visit, Visitor } from './visitor.ts';
import { visitorOf } from './visitor.ts';

const portal = running({ bare: true });

function answer(visitor: Visitor, fields: { readonly [name: string]: string }, headers = {}): Promise<Visit> {
  return visitor.send('POST', '/cookies/preferences', new URLSearchParams({ return: '/datasets', ...fields }), headers);
}

test('N1 every page asks until there is an answer', async () => {
  const visitor = visitorOf(portal.port());
  expect((await visitor.get('/')).text).toContain('id="candor-notice"');
  const reply = await answer(visitor, { do: 'reject-all' });
  expect([reply.status, reply.headers.get('location')]).toEqual([303, '/datasets']);
  const choice = decodeChoice(visitor.jar.get('cookies_preferences') ?? '');
  expect(choice.ok && choice.value.answers[4]?.state).toBe('denied');
  expect((await visitor.get('/')).text).not.toContain('id="candor-notice"');
  await answer(visitor, { do: 'forget' });
  expect(visitor.jar.size).toBe(0);
  expect((await visitor.get('/')).text).toContain('id="candor-notice"');
});

test('N1 a grant brings the map, a grant of something else does not', async () => {
  const visitor = visitorOf(portal.port());
  await answer(visitor, { do: 'save', grant: 'statistics' });
  expect((await visitor.get('/datasets/street-trees')).text).not.toMatch(/<iframe src=/);
  await answer(visitor, { do: 'save', grant: 'embeds' });
  expect((await visitor.get('/datasets/street-trees')).text).toMatch(/<iframe src=/);
});

test('N2 a withdrawal expires the declared cookie that is held', async () => {
  const visitor = visitorOf(portal.port());
  await answer(visitor, { do: 'accept-all' });
  await visitor.get('/datasets/street-trees');
  expect(visitor.jar.has('map_style')).toBe(true);
  const reply = await answer(visitor, { do: 'withdraw' });
  const expiry = reply.setCookies.map(parseSetCookie).find((cookie) => cookie.name === 'map_style');
  expect(expiry?.attributes.get('max-age')).toBe('0');
  expect(expiry?.attributes.get('path')).toBe('/');
  expect(visitor.jar.has('map_style')).toBe(false);
  await visitor.get('/datasets/street-trees');
  expect([...visitor.jar.keys()]).toEqual(['cookies_preferences']);
});

test('N3 an answer that no browser vouches for is refused', async () => {
  const visitor = visitorOf(portal.port());
  for (const headers of [{ Origin: 'https://elsewhere.example' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
    const reply = await answer(visitor, { do: 'accept-all' }, headers);
    expect([reply.status, reply.setCookies]).toEqual([403, []]);
  }
  expect((await answer(visitor, { do: 'accept-all' }, { Origin: '' })).status).toBe(403);
  expect((await answer(visitor, { do: 'dance' })).status).toBe(403);
});

test('N1 the policy and the preferences are pages of the portal', async () => {
  const visitor = visitorOf(portal.port());
  expect((await visitor.get('/cookies/policy')).text).toContain('To remember the user from one page to another');
  expect((await visitor.get('/cookies/policy', { 'Accept-Language': 'fr' })).text).toContain('Authentification');
  const preferences = await visitor.get('/cookies/preferences');
  expect(preferences.text).toContain('data-candor="withdraw"');
  expect(preferences.text).not.toContain('id="candor-notice"');
  expect((await visitor.get('/cookies/notice.css')).headers.get('content-type')).toContain('text/css');
});
