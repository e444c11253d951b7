import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';

type Purposes = { readonly [id: string]: { readonly allowed: boolean } };
type Listener = (consent: { readonly purposes: Purposes }) => void;
type Command = readonly [string, string, { readonly [key: string]: unknown }];

const denied = {
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  analytics_storage: 'denied',
  functionality_storage: 'denied',
  personalization_storage: 'denied',
  security_storage: 'denied',
};
const refused = { ...denied, security_storage: 'granted' };
const settings = {
  purposes: { ad_storage: ['ads', 'social'], analytics_storage: ['audience'], security_storage: [] },
  regions: [{ ...refused, analytics_storage: 'granted', region: ['US-CA'] }],
  wait: { wait_for_update: 500 },
};

function allow(...ids: readonly string[]): Purposes {
  return Object.fromEntries(['ads', 'social', 'audience'].map((id) => [id, { allowed: ids.includes(id) }]));
}

async function bundle(): Promise<string> {
  const input = fileURLToPath(new URL('../src/projections/google-consent-mode.ts', import.meta.url));
  const built = await rolldown({ input, platform: 'browser', tsconfig: false });
  const { output } = await built.generate({ format: 'iife', minify: true, comments: false });
  await built.close();
  return output[0].code;
}

const script = await bundle();

type Page = { readonly purposes?: Purposes; readonly globals?: { readonly [name: string]: unknown } };

/** Runs the script in a page with this text in `#candor-state` (null: no such element), and hands out what a page sees of it. */
function open(text: string | null, { purposes: present = allow(), globals = {} }: Page = {}) {
  const listeners: Listener[] = [];
  let purposes = present;
  const candor = {
    on(event: string, listener: Listener): void {
      expect(event).toBe('change');
      listeners.push(listener);
      listener({ purposes });
    },
  };
  const document = { getElementById: (id: string) => (id === 'candor-state' && text !== null ? { textContent: text } : null) };
  const window = createContext({ document, candor, ...globals });
  window['window'] = window;
  runInContext(script, window);
  const layer = (): readonly ArrayLike<unknown>[] => runInContext('Array.from(window.dataLayer)', window) as ArrayLike<unknown>[];
  return {
    layer,
    commands: (): readonly Command[] =>
      JSON.parse(runInContext('JSON.stringify(Array.from(window.dataLayer, (entry) => Array.from(entry)))', window) as string) as Command[],
    isArguments: (): boolean =>
      runInContext("window.dataLayer.every((entry) => Object.prototype.toString.call(entry) === '[object Arguments]')", window) as boolean,
    change(next: Purposes): void {
      purposes = next;
      for (const listener of listeners) listener({ purposes });
    },
  };
}

function state(purposes: Purposes, projection: unknown = settings): string {
  return JSON.stringify({ consent: { purposes }, projections: { 'google-consent-mode-v2': projection } });
}

test("J7 the visitor's state is the default, then those of other regions, then an update that holds everywhere", () => {
  const { commands, isArguments } = open(state(allow()));
  expect(commands()).toEqual([
    ['consent', 'default', { ...refused, wait_for_update: 500 }],
    ['consent', 'default', { ...refused, analytics_storage: 'granted', region: ['US-CA'] }],
    ['consent', 'update', refused],
  ]);
  expect(isArguments()).toBe(true);
});

test('J7 a type is granted where all its purposes are allowed', () => {
  expect(open(state(allow('ads', 'audience'))).commands()[0]?.[2]).toMatchObject({ ad_storage: 'denied', analytics_storage: 'granted' });
  expect(open(state(allow('ads', 'social'))).commands()[0]?.[2]).toMatchObject({ ad_storage: 'granted', analytics_storage: 'denied' });
});

test('J8 each change is an update, a withdrawal too', () => {
  const page = open(state(allow()));
  page.change(allow('audience'));
  page.change(allow());
  expect(page.commands().slice(3)).toEqual([
    ['consent', 'update', { ...refused, analytics_storage: 'granted' }],
    ['consent', 'update', refused],
  ]);
});

test('J8 what the page put into its data layer before stays', () => {
  const { layer } = open(state(allow()), { globals: { dataLayer: [['earlier']] } });
  expect(layer()).toHaveLength(4);
});

test.each([
  ['no state', null],
  ['no JSON', '{'],
  ['null', 'null'],
  ['an empty state', '{}'],
  ['no settings', JSON.stringify({ consent: { purposes: allow('ads') }, projections: {} })],
  ['settings without purposes', state(allow('ads', 'social'), {})],
])('J9 with %s nothing is granted and nothing throws', (_name, text) => {
  expect(open(text, { purposes: allow('ads', 'social', 'audience') }).commands()).toEqual([
    ['consent', 'default', denied],
    ['consent', 'update', denied],
  ]);
});

test('J9 with no state that can be read everything is denied before any tag', () => {
  expect(open(null, { globals: { candor: undefined } }).commands()).toEqual([['consent', 'default', denied]]);
});

test('J9 a page that replaced its data layer or lacks ours is not broken', () => {
  const page = { dataLayer: { length: 0 } };
  expect(() => runInContext(script, createContext({ window: page, document: { getElementById: () => null } }))).not.toThrow();
  expect(() => runInContext(script, createContext({ window: {} }))).not.toThrow();
});

test('J10 the script is at most 450 bytes of brotli', () => {
  const { length } = brotliCompressSync(script);
  console.log(`google-consent-mode-v2: ${length} bytes with brotli`);
  expect(length).toBeLessThanOrEqual(450);
});
