// The declared site of the guard's tests, and a guard in front of whatever stands for it.
import { readFileSync } from 'node:fs';
import type { Declaration, Identified, Tracker } from '@candor/core';
import { encodeBase64, encodeChoice, identifyDeclaration, sha256 } from '@candor/core';
import { createClock, createSeededBytes } from '@candor/testkit';
import type { ClientAsset, ClientAssets, Guard, GuardOptions } from '../src/index.ts';
import { createGuard } from '../src/index.ts';
import type { RawOrigin, Script } from './wire.ts';
import { startRawOrigin } from './wire.ts';

const portal = JSON.parse(
  readFileSync(new URL('../../core/test/fixtures/portal.declaration.json', import.meta.url), 'utf8'),
) as Declaration;

/** Set by any page once the visitor accepts the map. */
const visits: Tracker = {
  kind: 'cookie',
  names: [{ prefix: '_vis' }],
  scopes: [{ host: 'portal.localhost', path: '/', partitioned: false }],
  secure: false,
  httpOnly: false,
  sameSite: 'lax',
  life: { kind: 'seconds', max: 3600, extended: false },
  provider: 'maps',
  purposes: ['map'],
  locations: ['front'],
  setWhen: { on: 'consent' },
  function: { en: 'Map', fr: 'Carte' },
  explanation: { en: 'To recognise the browser', fr: 'Pour reconnaître le navigateur' },
  recipients: [],
  data: { categories: ['identifier'] },
};

export const declaration: Declaration = { ...portal, trackers: { ...portal.trackers, visits } };
export const site: Identified = { declaration, id: identifyDeclaration(declaration) };
export const NOW = 1_790_000_000;

/** A `cookies_preferences` value that answers for the map. */
export function choiceFor(state: 'granted' | 'denied'): string {
  return encodeChoice({ answers: { 6: { state, revision: 1 } }, at: NOW - 60, declaration: site.id.slice(0, 12) });
}

/** The same for audience statistics. */
export function objection(): string {
  return encodeChoice({ answers: { 5: { state: 'objected', revision: 1 } }, at: NOW - 60, declaration: site.id.slice(0, 12) });
}

export function sha256Of(text: string): string {
  return encodeBase64(sha256(text));
}

export const clientAsset: ClientAsset = {
  path: '/assets/candor-0.js',
  body: '/* client */',
  sha256: sha256Of('/* client */'),
};
export const client: ClientAssets = {
  page: clientAsset,
  more: { path: '/assets/more-0.js', body: '/* more */', sha256: sha256Of('/* more */') },
  projections: { 'google-consent-mode-v2': { path: '/assets/google-0.js', body: '/* google */', sha256: sha256Of('/* google */') } },
};

export type Standing = { readonly port: number; readonly origin: RawOrigin; readonly guard: Guard; close(): Promise<void> };

/** A guard before a scripted origin. */
export async function standUp(script: Script, overrides: Partial<GuardOptions> = {}): Promise<Standing> {
  const origin = await startRawOrigin(script);
  const guard = createGuard({
    declaration: site,
    upstream: origin.url,
    mode: 'enforce',
    client,
    random: createSeededBytes(1),
    now: createClock(NOW).now,
    ...overrides,
  });
  const { port } = await guard.listen({ host: '127.0.0.1', port: 0 });
  return {
    port,
    origin,
    guard,
    close: async () => {
      await guard.close();
      await origin.close();
    },
  };
}

/** Runs a step with a guard up, and takes it down whatever happens. */
export async function withGuard<T>(
  script: Script,
  step: (standing: Standing) => Promise<T>,
  overrides: Partial<GuardOptions> = {},
): Promise<T> {
  const standing = await standUp(script, overrides);
  try {
    return await step(standing);
  } finally {
    await standing.close();
  }
}

/** A page as an origin sends it. */
export function page(body: string, headers: readonly string[] = []): string {
  const head = [
    'HTTP/1.1 200 OK',
    'Content-Type: text/html; charset=utf-8',
    `Content-Length: ${body.length}`,
    'Connection: close',
    ...headers,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

/** The data block of a page. */
export function stateOf(body: string): { readonly [key: string]: unknown } {
  const text = /<script type="application\/json" id="candor-state">(.*?)<\/script>/.exec(body)?.[1] ?? 'null';
  return JSON.parse(text) as { readonly [key: string]: unknown };
}
