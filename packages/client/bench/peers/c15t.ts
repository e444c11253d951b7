// c15t for React without a backend: provider, banner and dialog, scripts by its loader, a list of hosts for its network blocker.
import { gatedFrameUrl, gatedInline, gatedScriptUrl } from '../page.ts';
import { textFor, title } from '../words.ts';
import type { Peer } from './peer.ts';
import { script, styles } from './peer.ts';

/** Offline mode. Its categories have fixed names; its list of blocked hosts holds the one that nobody declares. */
export const c15t: Peer = {
  name: '@c15t/react (offline)',
  packages: ['@c15t/react', 'react', 'react-dom'],
  banner: '[data-testid="consent-banner-root"]',
  accept: { selector: '[data-testid="consent-banner-root"] button', text: 'Accept' },
  reject: { selector: '[data-testid="consent-banner-root"] button', text: 'Reject' },
  preferences: {
    selector: '[data-testid="consent-dialog-root"], [role="dialog"]',
    open: (page) => page.evaluate(`benchConsent.setActiveUI('dialog')`),
  },
  withdraw: (page) => page.evaluate(`benchConsent.saveConsents('necessary')`).then(() => undefined),
  // Its stylesheet for sites is one import of this file, which a site's bundler resolves.
  build: async ({ read, bundle, surroundings }, variant) => {
    const blocked = ['undeclared.localhost', 'google-analytics.com'].map((domain) => ({ id: domain, domain, category: 'marketing' }));
    const categories = ['necessary', 'functionality', 'measurement', 'marketing', ...(variant === 'material' ? ['experience'] : [])];
    const options = {
      mode: 'offline',
      consentCategories: categories,
      overrides: { country: 'DE' },
      i18n: { locale: 'en', messages: { en: { cookieBanner: { title, description: textFor(variant) } } } },
      scripts: [
        { id: 'inline', textContent: gatedInline, category: 'measurement' },
        { id: 'tag', src: gatedScriptUrl(surroundings), category: 'measurement' },
      ],
      networkBlocker: { enabled: true, rules: blocked },
    };
    const source = `import { createRoot } from 'react-dom/client';
import { ConsentBanner, ConsentDialog, ConsentManagerProvider, Frame, useConsentManager } from '@c15t/react';
function Door() { window.benchConsent = useConsentManager(); return null; }
createRoot(document.getElementById('consent')).render(
  <ConsentManagerProvider options={${JSON.stringify(options)}}>
    <Door /><ConsentBanner /><ConsentDialog />
    <Frame category="functionality"><iframe src="${gatedFrameUrl(surroundings)}" title="Map" /></Frame>
  </ConsentManagerProvider>);`;
    return {
      assets: {
        '/peer/c15t.css': styles(await read('@c15t/ui/dist/styles.css')),
        '/peer/c15t.js': script(await bundle(`c15t-${variant}`, source)),
      },
      fragments: {
        head: '<link rel="stylesheet" href="/peer/c15t.css">',
        gated: '<div id="consent"></div>',
        tail: '<script src="/peer/c15t.js"></script>',
      },
    };
  },
};
