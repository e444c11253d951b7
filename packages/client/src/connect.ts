// How a site's own code reaches `window.candor`, with names checked against its declaration; also where Candor is not.
import type { Declaration, PurposeIdOf } from '@candor/core';
import type { Blocked, Candor, DebugReport } from './api.ts';

/** What `debug` says where Candor is not in the page. */
export type Absent = { readonly code: 'CANDOR_ABSENT'; readonly message: string; readonly hint: string };

/** `window.candor` as the site's own code holds it. Where it is absent nothing is granted and nobody is told anything. */
export type Connection<PurposeId extends string = string> = Pick<Candor<PurposeId>, 'granted' | 'on' | 'open' | 'blocked'> & {
  /** Id of the declaration that this page was compiled from; null where Candor is absent. */
  readonly declaration: string | null;
  debug(): Promise<DebugReport | Absent>;
};

/** `prefix` is that of the declaration: where `open` goes when the preference centre cannot be opened in the page. */
export type ConnectOptions = { readonly prefix?: string };

const absent: Absent = {
  code: 'CANDOR_ABSENT',
  message: 'There is no "window.candor" here',
  hint: 'Serve the page through the guard, or put the static file first into its head',
};

/**
 * Looked up at each call, and never waited for: Candor comes before every other script, so that what is not there when somebody asks
 * does not come later. An element with this id is not it.
 */
function find(): Candor | undefined {
  const { candor } = globalThis as { readonly candor?: Partial<Candor> };
  return typeof candor?.granted === 'function' ? (candor as Candor) : undefined;
}

async function openPreferences({ prefix }: ConnectOptions): Promise<void> {
  const candor = find();
  if (prefix === undefined) return candor?.open();
  try {
    if (candor) return await candor.open();
  } catch {
    // What the page could not load, the site renders.
  }
  const { location } = globalThis as { readonly location?: Location };
  location?.assign(`${prefix}/preferences?return=${encodeURIComponent(location.pathname + location.search)}`);
}

/** Connects code to the page it runs in: `connectCandor<typeof declaration>()` knows the purposes of that declaration. */
export function connectCandor<D extends Declaration = Declaration>(options: ConnectOptions = {}): Connection<PurposeIdOf<D>> {
  return {
    get declaration() {
      return find()?.declaration ?? null;
    },
    get blocked(): readonly Blocked[] {
      return find()?.blocked ?? [];
    },
    granted: (purpose) => find()?.granted(purpose) === true,
    on: (event, listener: never) => find()?.on(event as 'change', listener) ?? (() => undefined),
    open: () => openPreferences(options),
    debug: async () => (await find()?.debug()) ?? absent,
  };
}
