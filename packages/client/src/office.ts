// Where choices are kept: the front office on the site's own origin, or the page itself where there is no server.
import type { PageConsent } from '@candor/core';
import type { Page } from './page.ts';

/** Keeps a choice and says what holds. Both answer null when they cannot: nothing has changed then. */
export type Office = {
  /** Sends a form's fields; `receipt` is null where no log is kept. */
  keep(fields: URLSearchParams): Promise<{ readonly receipt?: unknown } | null>;
  /** What holds now; with `gpc` for a browser that says so to scripts only. */
  ask(gpc: boolean): Promise<PageConsent | null>;
  /** The preference centre as the site renders it, or null. */
  preferences(): Promise<string | null>;
};

/** Milliseconds. */
const PATIENCE = 10_000;

/** Whether a page that is the same for everybody does not know its visitor yet. */
export function isUnknown({ state, asker }: Page): boolean {
  return Boolean(state.shared) && asker.consent === state.consent;
}

/** The front office under a prefix of this origin. An answer that is late, refused or unreadable is none. */
function createServerOffice(page: Page): Office {
  const { fetch, location } = page.env;
  const { prefix } = page.state.enforcement;
  const send = async <T>(path: string, read: (response: Response) => Promise<T>, init: RequestInit): Promise<T | null> => {
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      const response = await fetch(prefix + path, { cache: 'no-store', redirect: 'error', signal, ...init });
      return response.ok ? await read(response) : null;
    } catch {
      return null;
    }
  };
  const json = { headers: { accept: 'application/json' } };
  return {
    keep: (body) =>
      send('/preferences', (response) => response.json() as Promise<{ receipt?: unknown }>, { ...json, method: 'POST', body }),
    ask: async (gpc) => {
      const answer = await send(
        `/api/state${isUnknown(page) ? '/shared' : ''}${gpc ? '?gpc=1' : ''}`,
        (response) => response.json() as Promise<PageConsent>,
        json,
      );
      return answer?.consent?.purposes ? answer : null;
    },
    preferences: () =>
      send(`/preferences?return=${encodeURIComponent(location.pathname + location.search)}`, (response) => response.text(), {
        headers: { accept: 'text/html' },
      }),
  };
}

let open: (page: Page) => Office = createServerOffice;

/** The office of a page. */
export function officeOf(page: Page): Office {
  return open(page);
}

/** Keeps choices elsewhere, where there is no server. */
export function useOffice(create: (page: Page) => Office): void {
  open = create;
}
