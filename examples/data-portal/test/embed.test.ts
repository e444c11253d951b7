import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEmbedServer } from '../src/index.ts';
import { visitorOf } from './visitor.ts';

const embed = createEmbedServer({ random: (bytes) => new Uint8Array(bytes).fill(7) });
let port = 0;
beforeAll(async () => {
  ({ port } = await embed.listen({ host: '127.0.0.1', port: 0 }));
});
afterAll(() => embed.close());

test('E1 the map sets its visitor number once', async () => {
  const visitor = visitorOf(port);
  const first = await visitor.get('/map?dataset=playgrounds&lang=fr');
  expect(first.setCookies).toEqual([`embed_visitor=${'07'.repeat(16)}; Path=/; Max-Age=7776000; SameSite=None; Secure; HttpOnly`]);
  expect(first.text.match(/<circle/g)).toHaveLength(150);
  expect(first.text).toContain('Aires de jeux');
  expect((await visitor.get('/map?dataset=playgrounds')).setCookies).toEqual([]);
});

test('E1 the pixel sets nothing', async () => {
  const pixel = await visitorOf(port).get('/pixel.gif');
  expect([pixel.status, pixel.headers.get('content-type'), pixel.setCookies]).toEqual([200, 'image/gif', []]);
});

test('E1 a dataset without places and an unknown one say so', async () => {
  const visitor = visitorOf(port);
  expect((await visitor.get('/map?dataset=rainfall')).text).toContain('No map for this dataset');
  expect((await visitor.get('/map?dataset=__proto__')).status).toBe(404);
});
