// Runs in an isolated world of the page on top: where the focus is.

/** The rectangle of the focused element in the viewport, whatever shadow root it is in; null where nothing has the focus. */
export function findFocus(): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (focused === null || focused === document.body || focused === document.documentElement) return null;
  const { x, y, width, height } = focused.getBoundingClientRect();
  return { x, y, width, height };
}
