import type { ConsentState, Declaration } from '@candor/core';
import { afterEach, expect, test } from 'vitest';
import { storageToClear } from '../src/front/storage-to-clear.ts';
import type { Portal } from './portal.ts';
import { openPortal, portalDeclaration, prefix } from './portal.ts';

let portal: Portal | null = null;
afterEach(() => portal?.close());

function withStorage(purposes: readonly string[]): (declaration: Declaration) => Declaration {
  return (declaration) => {
    const [template] = Object.values(declaration.trackers);
    if (template === undefined) throw new Error('the fixture has trackers');
    const trackers = purposes.map((purpose, index) => [
      `stored-${index}`,
      {
        ...pick(template),
        kind: 'local' as const,
        names: [{ exact: `key-${index}` }] as const,
        origins: ['http://portal.localhost:8080'],
        life: { kind: 'session' as const },
        purposes: [purpose] as const,
      },
    ]);
    const others = Object.entries(declaration.trackers).filter(([, tracker]) => tracker.kind === 'cookie' || tracker.kind === 'request');
    return { ...declaration, trackers: Object.fromEntries([...others, ...trackers]) };
  };
}

function pick({ provider, locations, setWhen, function: what, explanation, recipients, data }: Declaration['trackers'][string]) {
  return { provider, locations, setWhen, function: what, explanation, recipients, data };
}

function consent(allowed: readonly string[]): ConsentState {
  const purposes = Object.fromEntries(
    ['map', 'audience', 'authentication'].map((id) => [
      id,
      { state: 'unset' as const, allowed: allowed.includes(id), reason: 'default-on' as const, ask: false },
    ]),
  );
  return { profile: 'eu-base', gpc: false, purposes, ask: false };
}

test.each([
  { when: 'nothing is stored', stored: [], before: ['map'], after: [], wanted: false },
  { when: 'what is stored was withdrawn', stored: ['map'], before: ['map'], after: [], wanted: true },
  { when: 'what is stored was never allowed', stored: ['map'], before: [], after: [], wanted: false },
  { when: 'what is stored is still allowed', stored: ['map'], before: ['map'], after: ['map'], wanted: false },
  { when: 'something stored stays allowed', stored: ['map', 'audience'], before: ['map', 'audience'], after: ['audience'], wanted: false },
])('P25 storage is cleared as a whole ($wanted) when $when', ({ stored, before, after, wanted }) => {
  const declaration = portalDeclaration(withStorage(stored));
  expect(storageToClear(declaration, consent(before), consent(after))).toBe(wanted);
});

test('P25 a withdrawal answers with Clear-Site-Data for storage, and a first refusal does not', async () => {
  portal = await openPortal({ declare: withStorage(['map']) });
  const browser = portal.browser();
  const post = (form: Record<string, string>) => browser.post(`${prefix}/preferences`, { form });
  expect((await post({ do: 'reject-all' })).headers.get('clear-site-data')).toBeNull();
  expect((await post({ do: 'accept-all' })).headers.get('clear-site-data')).toBeNull();
  expect((await post({ do: 'withdraw' })).headers.get('clear-site-data')).toBe('"storage"');
});
