// Cookies that scripts set. Reading a line to the letter takes more code than a page should wait for: the second part does it, and until
// it is there a line waits. What waits and may be here by its name is read back as if it had been set.
import type { Asker } from './asker.ts';
import type { Realm } from './env.ts';
import { watch } from './watch.ts';

/**
 * Sets a cookie if it may be set: a line, or what `cookieStore.set` was given, and at the end the stack of where that was. A promise
 * when it has to wait.
 */
export type SetCookie = (given: readonly unknown[]) => Promise<void> | void;

/** Stands before `document.cookie` and `cookieStore.set`. `waiting` are the lines that are not decided yet. */
export function hookCookies(realm: Realm, asker: Asker, set: SetCookie, waiting: ReadonlySet<readonly unknown[]>): void {
  const { prototype } = realm.Document;
  const pairOf = ([line]: readonly unknown[]): string => String(line).split(';')[0] ?? '';
  watch(prototype, 'cookie', (_go, args) => set([...args, new Error().stack]));
  watch(
    prototype,
    'cookie',
    (go) => [go(), ...[...waiting].map(pairOf).filter((pair) => !asker.refusesCookie(pair.split('=')[0] ?? ''))].filter(Boolean).join('; '),
    'get',
  );
  watch((realm as { readonly CookieStore?: { readonly prototype: object } }).CookieStore?.prototype, 'set', async (_go, args) =>
    set([...args, new Error().stack]),
  );
}
