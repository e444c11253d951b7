// Django, a relay and the guard for the length of a test file. Without a Django the file's tests are skipped, loudly.
import { afterAll, beforeAll } from 'vitest';
import type { Django, Guarded } from '../src/index.ts';
import { findDjango, guardLibrary, noDjango, startDjango } from '../src/index.ts';
import type { Relay } from './relay.ts';
import { startRelay } from './relay.ts';

/** The Django of this machine, or null. */
export const found: Awaited<ReturnType<typeof findDjango>> = await findDjango();

if (found === null) console.warn(`SKIPPED: ${noDjango}`);

/** The host whose script the home page loads undeclared. Nobody listens there. */
export const strangerHost = 'stranger.localhost';

/** What runs, once tests do. */
export type Running = { readonly django: Django; readonly relay: Relay; readonly guarded: Guarded };

/** Starts before the tests and stops after them. */
export function running(options: { readonly trustForwarded?: boolean } = {}): () => Running {
  const ends: (() => Promise<void>)[] = [];
  let parts: Running | undefined;
  beforeAll(async () => {
    if (found === null) return;
    const django = await startDjango({ python: found.python, script: `http://${strangerHost}:9/visit.js` });
    ends.push(django.close);
    const relay = await startRelay(django.url);
    ends.push(relay.close);
    const guarded = await guardLibrary({ upstream: relay.url, port: 0, ...options });
    ends.push(guarded.close);
    parts = { django, relay, guarded };
  }, 60_000);
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });
  return () => {
    if (parts === undefined) throw new RangeError('Expected the library to run');
    return parts;
  };
}
