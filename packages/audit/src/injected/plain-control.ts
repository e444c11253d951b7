// Runs in an isolated world of the page on top: whether what is at a point works without a script.

/** Whether the point belongs to a link that leads somewhere else, or to a control that sends a form. */
export function isPlainControl(x: number, y: number): boolean {
  const control = document.elementFromPoint(x, y)?.closest('a[href], button, input') ?? null;
  if (control instanceof HTMLAnchorElement) return /^https?:/.test(control.href) && !control.href.startsWith(`${location.href}#`);
  if (control instanceof HTMLButtonElement || control instanceof HTMLInputElement) {
    return control.form !== null && (control.type === 'submit' || control.type === 'image');
  }
  return false;
}
