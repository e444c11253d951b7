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
  /** What `document.cookie` was given and what is not decided yet; it is read back meanwhile. */
  readonly waiting: Set<readonly unknown[]>;
  /** Takes over another consent: whoever listens is told, and what may wake now wakes. */
  apply(consent: ConsentState): void;
};

/** The second part: loaded when the document is there, or when somebody needs it. */
export type More = {
  /** Starts what lasts as long as the page: the notice, placeholders, sweeping, other tabs, the signal. Once. */
  start(page: Page): Promise<void> | void;
  /** Decides the lines that wait, in the order in which they were given. */
  setCookies(page: Page): void;
  openPreferences(page: Page): Promise<void>;
  debug(page: Page): DebugReport;
};

/** Starts in a page. `load` fetches the second part. */
export function startPage(env: Env, state: PageState, load: () => Promise<More>): Candor {
  const { document, window } = env;
  const { structuredClone } = window;
  const listeners = new Map<(value: unknown) => unknown, string>();
  const emit = (event: string, value: unknown): void => listeners.forEach((of, tell) => of === event && tell(value));
  const asker = createAsker(env, state, emit);
  const gates = createGates(document, asker);
  const apply = (consent: ConsentState): void => {
    asker.consent = consent;
    emit('change', consent);
    gates.pass();
  };
  const waiting = new Set<readonly unknown[]>();
  const page: Page = { env, state, asker, gates, waiting, apply };
  let more: More | undefined;
  // A second part that cannot be had is asked for again when it is needed next; whoever needed it hears of the fault.
  const second = async (): Promise<More> => (more ??= await load());
  const setCookie: SetCookie = (given) => {
    waiting.add(given);
    return more ? more.setCookies(page) : second().then((loaded) => loaded.setCookies(page));
  };
  const seen = new WeakSet<object>();
  /** Installs every hook in a window and in whatever window comes out of it. Windows of other origins are theirs. */
  const adopt = (given: unknown): void => {
    let realm = given as Realm;
    try {
      realm = ((given as Document).defaultView as Realm | null) ?? realm;
      // A frame that was navigated has the same window and other constructors.
      if (seen.has(realm.Document)) return;
      seen.add(realm.Document);
    } catch {
      return;
    }
    hookCookies(realm, asker, setCookie, waiting);
    hookStores(realm, asker);
    hookLoads(realm, asker, adopt);
  };
  adopt(window);
  document.addEventListener('DOMContentLoaded', () => {
    gates.pass();
    // Not before: a frame that the parser has just inserted does not load an address it is given in the same breath.
    new MutationObserver(gates.pass).observe(document, { childList: true, subtree: true });
    // The question first: what follows waits until it is painted, and in a page that nobody sees until somebody does.
    requestAnimationFrame(() => setTimeout(async () => (await second()).start(page)));
  });
  return {
    declaration: state.enforcement.declaration,
    granted: (purpose) => asker.allows([purpose]),
    blocked: asker.blocked,
    on: (event, listener: (value: never) => void) => {
      // Each is told a copy, so that what is heard changes nothing that holds; its fault is a rejection, and nobody else's.
      const tell: (value: unknown) => unknown = async (value) => listener(structuredClone(value) as never);
      listeners.set(tell, event);
      (event === 'change' ? [asker.consent] : asker.blocked).forEach(tell);
      return () => void listeners.delete(tell);
    },
    open: async () => (await second()).openPreferences(page),
    debug: async () => (await second()).debug(page),
  };
}
