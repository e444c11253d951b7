// Runs in the page's own world at the very end of its visit: what a page sends on leaving cannot be watched once it has been left.

/** Tells the page that it is hidden and about to be left; afterwards nothing of that is to be seen. */
export function sayGoodbye(): void {
  const hidden = { visibilityState: 'hidden', hidden: true };
  for (const [name, value] of Object.entries(hidden)) Object.defineProperty(document, name, { get: () => value, configurable: true });
  try {
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
  } finally {
    for (const name of Object.keys(hidden)) Reflect.deleteProperty(document, name);
  }
}
