// Runs in every frame before the page's own code, and in workers as soon as they are there: the property of Global Privacy Control.

/** Makes `navigator.globalPrivacyControl` true, as a browser that sends the signal has it. */
export function showSignal(): void {
  const holder: object = Object.getPrototypeOf(navigator);
  const signal = {
    get globalPrivacyControl(): boolean {
      return true;
    },
  };
  const described = Object.getOwnPropertyDescriptor(signal, 'globalPrivacyControl');
  if (described !== undefined) Object.defineProperty(holder, 'globalPrivacyControl', described);
}
