// A site behind TLS. The certificate is of no authority, and for a name that no resolver knows.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { expect, test } from 'vitest';
import type { GuardOptions } from '../../src/index.ts';
import { createGuard } from '../../src/index.ts';
import { client, NOW, site } from '../site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText, statusOf } from '../wire.ts';

const read = (name: string): string => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
const certificate = read('site-certificate.pem');

async function replyThrough(upstreamTls: GuardOptions['upstreamTls']): Promise<string> {
  const secure = createServer({ key: read('site-key.pem'), cert: certificate }, (request, response) => {
    response.setHeader('Set-Cookie', ['_stranger=1', 'csrftoken=a; Path=/; SameSite=Lax']);
    response.end(`host ${request.headers.host}, by ${request.headers['x-forwarded-proto']}`);
  });
  secure.listen(0, '127.0.0.1');
  await once(secure, 'listening');
  const address = secure.address();
  const upstream = `https://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const random = (bytes: number): Uint8Array => new Uint8Array(bytes);
  const guard = createGuard({
    declaration: site,
    upstream,
    mode: 'enforce',
    client,
    random,
    now: () => NOW,
    ...(upstreamTls && { upstreamTls }),
  });
  const { port } = await guard.listen({ host: '127.0.0.1', port: 0 });
  try {
    return await exchangeBytes(port, requestText('GET /login'));
  } finally {
    await guard.close();
    secure.closeAllConnections();
    secure.close();
  }
}

test('G170 a site behind TLS is reached by the authority and the name that are given', async () => {
  const reply = await replyThrough({ ca: certificate, serverName: 'site.test' });
  expect(statusOf(reply)).toBe(200);
  expect(bodyOf(reply)).toContain('host portal.localhost, by http');
  expect(headerValues(reply, 'set-cookie')).toEqual(['csrftoken=a; Path=/; SameSite=Lax']);
});

test.each([
  ['no authority vouches for it', undefined],
  ['it shows another name', { ca: certificate }],
  ['it shows another name than the one given', { ca: certificate, serverName: 'other.test' }],
])('G170 a site is not spoken to where %s', async (_name, tls) => {
  expect(statusOf(await replyThrough(tls))).toBe(502);
});
