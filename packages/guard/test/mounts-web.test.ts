import { runInNewContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { createWebGuard } from '../src/mounts/web.ts';
import { DECLARED } from './contract/clause.ts';
import { optionsFor } from './contract/stands.ts';
import { choiceFor, client, NOW, site, stateOf } from './site.ts';

/** What every runtime of the web has, and nothing of Node's. */
const GLOBALS = {
  ...{ AbortController, CompressionStream, DecompressionStream, Headers, ReadableStream, Request, Response, TransformStream },
  ...{ TextDecoder, TextEncoder, URL, URLSearchParams, Uint8Array, queueMicrotask, setTimeout, clearTimeout },
};

type Handle = (request: Request, next: (request: Request) => Response) => Promise<Response>;

/** The mount as one script, run where there is no Node. */
async function loadWithoutNode(): Promise<{ readonly imports: readonly string[]; readonly handle: Handle }> {
  const bundle = await rolldown({
    input: new URL('../src/mounts/web.ts', import.meta.url).pathname,
    platform: 'neutral',
    resolve: { conditionNames: ['@candor/source', 'import', 'default'] },
    external: /^node:/,
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'mount' });
  const [{ code, imports }] = output;
  const context = { ...GLOBALS };
  const mount = runInNewContext(`${code}\nmount`, context) as { createWebGuard(options: unknown): { readonly handle: Handle } };
  const random = (bytes: number): Uint8Array => new Uint8Array(bytes);
  const options = { declaration: site, mode: 'enforce', client, random, now: () => NOW, onReady: () => undefined };
  return { imports, handle: mount.createWebGuard(options).handle };
}

test('M37 the mount for handlers of the web runs with nothing of Node’s, and does what it does with it', async () => {
  const { imports, handle } = await loadWithoutNode();
  expect(imports).toEqual([]);
  let cookies: string | null = 'none';
  const next = (request: Request): Response => {
    cookies = request.headers.get('cookie');
    const headers = new Headers({ 'content-type': 'text/html; charset=utf-8' });
    headers.append('set-cookie', '_ga=1');
    headers.append('set-cookie', 'csrftoken=t; Path=/; Secure; SameSite=Lax; Max-Age=31449600');
    return new Response('<html><head></head><body>\u00e9<img src="https://evil.example/p.gif"></body></html>', { headers });
  };
  const cookie = `_ga=1; csrftoken=t; cookies_preferences=${choiceFor('denied')}`;
  const response = await handle(new Request('http://portal.localhost/login', { headers: { cookie } }), next);
  const body = await response.text();
  expect(cookies).toContain('csrftoken=t');
  expect(cookies).not.toContain('_ga');
  expect(stateOf(body)).toMatchObject({ consent: { purposes: { map: { state: 'denied' } } } });
  expect(body).toContain('\u00e9');
  const set = response.headers.getSetCookie().filter((line) => !/max-age=0/i.test(line));
  expect(set).toEqual(['csrftoken=t; Path=/; Secure; SameSite=Lax; Max-Age=31449600']);
  expect(response.headers.get('content-security-policy')?.split(/,\s*/)).toHaveLength(2);
});

/** What runtimes give for a switch of protocols: no other code can make one. */
class Switched extends Response {
  override get status(): number {
    return 101;
  }
}

test('M11 a switch of protocols stays the object it is, without cookies that nobody declared', async () => {
  const { handle } = createWebGuard(optionsFor());
  const headers = new Headers({ upgrade: 'websocket', 'x-own': '1' });
  headers.append('set-cookie', '_ga=1');
  headers.append('set-cookie', DECLARED);
  const made = new Switched(null, { headers });
  const response = await handle(new Request('http://portal.localhost/login'), () => made);
  expect(response).toBe(made);
  expect(response.headers.getSetCookie()).toEqual([DECLARED]);
  expect([response.headers.get('upgrade'), response.headers.get('x-own')]).toEqual(['websocket', '1']);
  const closed = new Switched(null);
  Object.defineProperty(closed, 'headers', { value: Response.error().headers });
  expect(await handle(new Request('http://portal.localhost/login'), () => closed)).toBe(closed);
});

test('M18 an error of the handler is the runtime’s to answer', async () => {
  const { handle } = createWebGuard(optionsFor());
  const failing = (): never => {
    throw new TypeError('The site fails');
  };
  await expect(handle(new Request('http://portal.localhost/'), failing)).rejects.toThrow('The site fails');
});

test('M31 a page in a coding that the streams at hand cannot read goes out as it came, with its policies', async () => {
  const { handle } = createWebGuard(optionsFor());
  const bytes = new Uint8Array(brotliCompressSync('<html><head></head><body>x</body></html>'));
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' };
  const request = new Request('http://portal.localhost/', { headers: { 'accept-encoding': 'gzip' } });
  const response = await handle(request, () => new Response(bytes, { headers }));
  expect(response.headers.get('content-encoding')).toBe('br');
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  expect(response.headers.get('content-security-policy')?.split(/,\s*/)).toHaveLength(2);
});

test('M5 the request stays the visitor’s: method, body, own lines and Host', async () => {
  const { handle } = createWebGuard(optionsFor());
  let seen: readonly unknown[] = [];
  const next = async (request: Request): Promise<Response> => {
    const { method, url, headers } = request;
    seen = [method, url, headers.get('host'), headers.get('x-own'), headers.get('cookie'), await request.text()];
    return new Response('x');
  };
  const headers = { host: 'portal.localhost', 'x-own': '1', cookie: '_ga=1; csrftoken=t' };
  await handle(new Request('http://portal.localhost//a/./b?q=1', { method: 'POST', headers, body: 'whole' }), next);
  expect(seen).toEqual(['POST', 'http://portal.localhost/a/b?q=1', 'portal.localhost', '1', 'csrftoken=t', 'whole']);
});
