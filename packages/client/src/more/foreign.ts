// Records that another tool left in web storage, where no server sees them.
import type { Page } from '../page.ts';

/** The keys of the tools that can be told to keep their record there. */
const KEYS = ['klaro', 'cc_cookie'];

/**
 * Hands such records to the office as the cookies that the same tools write else, while nothing is chosen here. `refresh` asks what
 * holds then; the office keeps it and removes the cookies. Where it does not answer, the records stay for the next page.
 */
export async function handOver({ env, asker }: Page, refresh: () => Promise<unknown>): Promise<void> {
  if (!asker.consent.ask) return;
  const { localStorage } = env.window;
  const found = KEYS.flatMap((key) => {
    const value = localStorage.getItem(key);
    return value === null || value.length > 3000 ? [] : [{ key, value }];
  });
  if (found.length === 0) return;
  for (const { key, value } of found) env.writeCookie(`${key}=${encodeURIComponent(value)}; Path=/; Max-Age=60; SameSite=Lax`);
  const before = asker.consent;
  await refresh();
  if (asker.consent !== before) for (const { key } of found) localStorage.removeItem(key);
}
