// A declaration that measures, a clock that is moved by hand, and views.

import { join } from 'node:path';
import type { Declaration, Identified } from '@candor/core';
import { createFolders } from '@candor/testkit';
import { afterAll } from 'vitest';
import type { MeasuredView } from '../src/dimension.ts';
import type { Measure } from '../src/measure.ts';
import { createMeasure } from '../src/measure.ts';
import type { CountStore } from '../src/store.ts';

const folders = createFolders();
afterAll(folders.remove);

// Noon of 23 November 2026 in Brisbane, where the day is ten hours ahead of UTC all year.
export const noon = Date.parse('2026-11-23T02:00:00Z') / 1000;
export const today = '2026-11-23';

const because = { source: 'https://example.org/guidance', asOf: '2026-02-05', verified: false };

export function declarationOf(change: Partial<NonNullable<Declaration['measurement']>> = {}, timeZone = 'Australia/Brisbane'): Declaration {
  const text = { en: 'x' };
  return {
    language: 1,
    version: '1',
    date: '2026-11-01',
    languages: ['en'],
    site: {
      name: text,
      hosts: ['example.org', '*.example.org'],
      prefix: '/cookies',
      timeZone,
      choiceScope: { host: 'example.org', path: '/', partitioned: false },
      locations: {},
    },
    profiles: { default: 'uk', offered: ['uk', 'fr'] },
    controller: { provider: 'us', address: 'x', contact: 'x', hostingCountry: 'AU' },
    providers: {},
    purposes: {
      visits: {
        number: 3,
        revision: 1,
        category: 'statistics',
        name: text,
        text,
        consequence: text,
        basis: { default: { kind: 'consent' }, uk: { kind: 'objectable', ground: 'PECR Schedule A1', because } },
      },
    },
    trackers: {},
    scripts: { inline: 'hashes', hashes: [] },
    policy: { parts: [] },
    notice: { texts: {}, theme: 'x', onGrant: 'live', onWithdraw: 'sweep', choiceLife: { default: 1 }, askAgainAfter: { default: 1 } },
    measurement: {
      purpose: 'visits',
      tier: { default: 'A' },
      dimensions: ['path', 'referrer', 'language', 'device', 'browser'],
      k: 3,
      retentionDays: 30,
      ...change,
    },
    signals: { gpc: { default: 'opt-out' }, projections: [] },
  };
}

export function identified(declaration: Declaration = declarationOf()): Identified {
  return { declaration, id: 'e'.repeat(64) };
}

export const desktop = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

export function view(person: number, path = '/', change: Partial<MeasuredView> = {}): MeasuredView {
  return { path, referrer: null, userAgent: desktop, language: 'en-AU,en;q=0.8', remoteAddress: `203.0.113.${person}`, at: 0, ...change };
}

/** A source of bytes that never repeats, and keeps every array it gave. */
export function createBytes(): { readonly random: (bytes: number) => Uint8Array; readonly given: Uint8Array[] } {
  const given: Uint8Array[] = [];
  return {
    given,
    random: (bytes) => {
      const key = Uint8Array.from({ length: bytes }, (_, at) => ((given.length + 1) * 37 + at * 11) % 256 || 1);
      given.push(key);
      return key;
    },
  };
}

export function measureOn(store: CountStore, clock: { now: number }, declaration: Declaration = declarationOf()): Measure {
  return createMeasure({ declaration: identified(declaration), store, now: () => clock.now, random: createBytes().random, flushEvery: 0 });
}

export function temporaryFile(): string {
  return join(folders.create(), 'counts.sqlite');
}
