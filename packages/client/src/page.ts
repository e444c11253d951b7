// What has to be there before any other script: the hooks and the gates. Everything else is in the second part of the script.
import type { ConsentState, PageState } from '@candor/core';
import type { Candor, DebugReport } from './api.ts';
import type { Asker } from './asker.ts';
import { createAsker } from './asker.ts';
import type { Env, Realm } from './env.ts';
import type { Gates } from './gates.ts';
import { createGates } from './gates.ts';
import type { SetCookie } from './hook-cookies.ts';
import { hookCookies } from './hook-cookies.ts';
import { hookLoads } from './hook-loads.ts';
import { hookStores } from './hook-stores.ts';

/** What the second part of the script is given. */
export type Page = {
  readonly env: Env;
  readonly state: PageState;
  readonly asker: Asker;
  readonly gates: Gates;
  /** Takes over another consent: whoever listens is told, and what may wake now wakes. */
  apply(consent: ConsentState): void;
};

/** The second part: loaded when the document is there, or when somebody needs it. */
export type More = {
  /** Starts what lasts as long as the page: the notice, placeholders, sweeping, other tabs, the signal. Once. */
  start(page: Page): Promise<void> | void;
  setCookie(page: Page, given: readonly unknown[]): void;
  openPreferences(page: Page): Promise<void>;
  debug(page: Page): DebugReport;
};

/** Starts in a page. `load` fetches the second part. */
export function startPage(env: Env, state: PageState, load: () => Promise<More>): Candor {
  const { document, window } = env;
  const listeners = new Map<unknown, unknown>();
  const emit = (event: string, value: unknown): void =>
    listeners.forEach((of, listener) => of === event && (listener as (value: unknown) => void)(value));
  const asker = createAsker(env, state, emit);
  const gates = createGates(document, asker);
  const apply = (consent: ConsentState): void => {
    asker.consent = consent;
    emit('change', consent);
    gates.pass();
  };
  const page: Page = { env, state, asker, gates, apply };
  let more: More | undefined;
  const second = async (): Promise<More> => (more ??= await load());
  const waiting = new Set<readonly unknown[]>();
  const setCookie: SetCookie = (given) => {
    if (more) return more.setCookie(page, given);
    waiting.add(given);
    // Without the second part nothing is set.
    return second().then(
      (loaded) => {
        waiting.delete(given);
        loaded.setCookie(page, given);
      },
      () => void waiting.delete(given),
    );
  };
  const seen = new WeakSet<object>();
  /** Installs every hook in a window and in whatever window comes out of it. Windows of other origins are theirs. */
  const adopt = (given: unknown): void => {
    try {
      const realm = given as Realm;
      // A frame that was navigated has the same window and other constructors.
      if (seen.has(realm.Document)) return;
      seen.add(realm.Document);
      hookCookies(realm, asker, setCookie, waiting);
      hookStores(realm, asker);
      hookLoads(realm, asker, adopt);
    } catch {}
  };
  adopt(window);
  document.addEventListener('DOMContentLoaded', async () => {
    gates.pass();
    // Not before: a frame that the parser has just inserted does not load an address it is given in the same breath.
    new MutationObserver(gates.pass).observe(document, { childList: true, subtree: true });
    await (await second()).start(page);
  });
  return {
    declaration: state.enforcement.declaration,
    blocked: asker.blocked,
    granted: (purpose) => asker.allows([purpose]),
    on: (event, listener: (value: never) => void) => {
      listeners.set(listener, event);
      if (event === 'change') listener(asker.consent as never);
      else asker.blocked.forEach(listener as () => void);
      return () => void listeners.delete(listener);
    },
    open: async () => (await second()).openPreferences(page),
    debug: async () => (await second()).debug(page),
  };
}
