// Runs in the page on one control: is it part of a question about cookies, and would it submit a form?
// No inner functions: it is handed over as it is.

/** What the driver must know of a control before it presses it. */
export type ControlContext = { readonly aboutConsent: boolean; readonly submits: boolean };

/** Looks at the control's surroundings; `words` is the source of a pattern of the question's words. */
export function describeControl(control: Element, words: string): ControlContext {
  const pattern = new RegExp(words, 'i');
  let around: Element | null = control;
  let aboutConsent = false;
  for (let height = 0; height < 6 && around !== null && around !== document.body && !aboutConsent; height += 1) {
    const text = around.textContent ?? '';
    // A whole page mentions cookies in its footer: only what is short enough to be a notice counts.
    aboutConsent = text.length < 4000 && pattern.test(text);
    const root: Node = around.getRootNode();
    around = around.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  const isButton = control instanceof HTMLButtonElement || control instanceof HTMLInputElement;
  return { aboutConsent, submits: isButton && control.form !== null && (control.type === 'submit' || control.type === 'image') };
}
