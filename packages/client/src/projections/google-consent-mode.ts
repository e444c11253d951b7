// Google Consent Mode v2, basic: the default before any tag, an update at each change. Without a state that can be read all is denied.
import type { ConsentState, GoogleConsentSettings, GoogleConsentType } from '@candor/core';

type Purposes = { readonly [id: string]: { readonly allowed: boolean } | undefined };
type Page = {
  dataLayer?: { push(entry: unknown): unknown };
  readonly candor?: { on(event: 'change', listener: (consent: Pick<ConsentState, 'purposes'>) => void): unknown };
};
/** The part of `#candor-state` that is read here. Nothing of it is relied on: what is missing is denied. */
type State = {
  readonly consent?: { readonly purposes?: Purposes };
  readonly projections?: { readonly 'google-consent-mode-v2'?: Partial<GoogleConsentSettings> };
};

const types: readonly GoogleConsentType[] = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
];

try {
  const page: Page = window as unknown as Page;
  const layer: NonNullable<Page['dataLayer']> = page.dataLayer ?? [];
  page.dataLayer = layer;
  // Google's tags take an Arguments object and nothing like it.
  const gtag = function (..._command: readonly unknown[]): void {
    layer.push(arguments);
  };
  const state = readState();
  const settings = state?.projections?.['google-consent-mode-v2'];
  const statesFor = (purposes: Purposes): { readonly [type: string]: string } =>
    Object.fromEntries(
      types.map((type) => [type, settings?.purposes?.[type]?.every((id) => purposes[id]?.allowed === true) ? 'granted' : 'denied']),
    );
  gtag('consent', 'default', { ...statesFor(state?.consent?.purposes ?? {}), ...settings?.wait });
  for (const region of settings?.regions ?? []) gtag('consent', 'default', region);
  // At once too: a default for a region would outdo the visitor's own where Google places them elsewhere.
  page.candor?.on('change', ({ purposes }) => gtag('consent', 'update', statesFor(purposes)));
} catch {
  // A page that left no room for the signal gets none.
}

function readState(): State | null {
  try {
    return JSON.parse(document.getElementById('candor-state')?.textContent ?? '') as State;
  } catch {
    return null;
  }
}
