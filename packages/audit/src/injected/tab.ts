// Run in isolated worlds of the page on top: what belongs to a tab, so that a visit can go on in another one.

/** The session storage of the page's origin and the tab's name. Values stay in memory, and go nowhere but into the next tab. */
export type Tab = { readonly origin: string; readonly name: string; readonly entries: readonly (readonly [string, string])[] };

/** What belongs to this tab; null where it has nothing. */
export function readTab(): Tab | null {
  try {
    const entries = Object.entries(sessionStorage).map(([key, value]): readonly [string, string] => [key, String(value)]);
    return entries.length === 0 && self.name === '' ? null : { origin: self.origin, name: self.name, entries };
  } catch {
    return null;
  }
}

/** Gives this tab what another one had, before the page's own code runs. */
export function restoreTab({ origin, name, entries }: Tab): void {
  if (self !== top || self.origin !== origin) return;
  self.name = name;
  for (const [key, value] of entries) sessionStorage.setItem(key, value);
}
