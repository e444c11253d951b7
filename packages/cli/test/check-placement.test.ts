import type { RequestListener } from 'node:http';
import { clientAssets } from '@candor/client';
import { identifyDeclaration } from '@candor/core';
import { createGuard } from '@candor/guard';
import { startOrigin } from '@candor/testkit';
import { expect, onTestFinished, test } from 'vitest';
import type { PlaceCode } from '../src/check-placement.ts';
import { checkPlacement, isLoopback, PLACES } from '../src/check-placement.ts';
import { library } from './declaration.ts';

const publicOrigin = 'http://library.localhost:8080';

async function codesFor(
  listener: RequestListener,
  more: { readonly isOpen?: boolean; readonly origin?: string } = {},
): Promise<readonly PlaceCode[]> {
  const site = await startOrigin(listener);
  onTestFinished(() => site.close());
  const placement = { upstream: site.url, publicOrigin: more.origin ?? publicOrigin, prefix: '/cookies', isOpen: more.isOpen ?? false };
  return checkPlacement(placement, ['127.0.0.1']);
}

const redirectTo =
  (location: string): RequestListener =>
  (_request, response) =>
    response.writeHead(302, { location }).end();

test('X84 a site that answers under the name that visitors type raises no warning', async () => {
  const seen: string[] = [];
  const codes = await codesFor((request, response) => {
    seen.push(`${request.headers.host} ${request.headers['x-forwarded-proto']}`);
    response.end('Books');
  });
  expect(codes).toEqual([]);
  expect(seen).toEqual(['library.localhost:8080 http', 'library.localhost:8080 http']);
});

const redirects: readonly (readonly [location: string, codes: readonly PlaceCode[]])[] = [
  ['/en/', []],
  ['http://library.localhost:8080/en/', []],
  ['http://library.localhost:3000/en/', ['PLACE_REDIRECTS_AWAY']],
  ['http://127.0.0.1:3000/', ['PLACE_REDIRECTS_AWAY']],
  ['//other.example/', ['PLACE_REDIRECTS_AWAY']],
  ['https://library.localhost/', ['PLACE_REDIRECTS_TO_HTTPS']],
  ['http://[', []],
];

test.each(redirects)('X84 a redirect to %s leads %j', async (location, codes) => {
  expect(await codesFor(redirectTo(location))).toEqual(codes);
});

test('X84 behind TLS a redirect to https is the site’s own', async () => {
  expect(await codesFor(redirectTo('https://library.localhost/en/'), { origin: 'https://library.localhost' })).toEqual([]);
});

test('X84 a guard behind the guard is told from a site', async () => {
  const site = await startOrigin((_request, response) => response.end('Books'));
  onTestFinished(() => site.close());
  const guard = createGuard({
    declaration: { declaration: library, id: identifyDeclaration(library) },
    upstream: site.url,
    mode: 'enforce',
    client: clientAssets,
    random: (bytes) => new Uint8Array(bytes),
    now: () => 1_790_000_000,
  });
  const { port } = await guard.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => guard.close());
  const placement = { upstream: `http://127.0.0.1:${port}`, publicOrigin, prefix: '/cookies', isOpen: false };
  expect(await checkPlacement(placement, [])).toEqual(['PLACE_GUARD_BEHIND']);
});

test('X84 a site whose port answers on a network address is named where others may come in, and there alone', async () => {
  const answer: RequestListener = (_request, response) => void response.end('Books');
  expect(await codesFor(answer, { isOpen: true })).toEqual(['PLACE_SITE_OPEN']);
  expect(await codesFor(answer, { isOpen: false })).toEqual([]);
});

test('X84 a site that does not answer is said to', async () => {
  const site = await startOrigin((_request, response) => response.end());
  const upstream = site.url;
  await site.close();
  const placement = { upstream, publicOrigin, prefix: '/cookies', isOpen: true };
  expect(await checkPlacement(placement, ['127.0.0.1'])).toEqual(['PLACE_NO_ANSWER']);
  expect(Object.keys(PLACES)).toContain('PLACE_NO_ANSWER');
});

test('X84 what is loopback is this machine alone', () => {
  expect(['localhost', '127.0.0.1', '127.9.9.9', '::1', '[::1]'].map(isLoopback)).toEqual([true, true, true, true, true]);
  expect(['0.0.0.0', '::', '10.0.0.1', 'example.org', '127.0.0.1.example.org'].map(isLoopback)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
