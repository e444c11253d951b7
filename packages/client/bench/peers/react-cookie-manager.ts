// react-cookie-manager: one component around the application that patches the page's loading functions for listed hosts.
import { renderPlainGated, wakePlainGated } from '../page.ts';
import { addedService, textFor, title } from '../words.ts';
import type { Peer } from './peer.ts';
import { script } from './peer.ts';

/** Its list of blocked hosts holds the one that nobody declares; what a yes wakes is the site's own glue. */
export const reactCookieManager: Peer = {
  name: 'react-cookie-manager',
  packages: ['react-cookie-manager', 'react', 'react-dom'],
  banner: '.cookie-manager .rcm-surface.fixed',
  accept: { selector: '.cookie-manager button', text: 'Accept' },
  reject: { selector: '.cookie-manager button', text: 'Decline' },
  preferences: {
    selector: '.cookie-manager .rcm-overlay .rcm-surface',
    open: (page) => page.locator('.cookie-manager button', { hasText: 'Manage' }).first().click(),
  },
  withdraw: (page) => page.evaluate('benchConsent.declineCookies()'),
  build: async ({ bundle, surroundings }, variant) => {
    const translations = { title, message: textFor(variant), buttonText: 'Accept all', declineButtonText: 'Decline all' };
    const added = [{ id: addedService.id, title: addedService.name, description: addedService.text }];
    const source = `import { createRoot } from 'react-dom/client';
import { CookieManager, useCookieConsent } from 'react-cookie-manager';
function wake() { ${wakePlainGated} }
function Door() { window.benchConsent = useCookieConsent(); return null; }
createRoot(document.getElementById('consent')).render(
  <CookieManager translations={${JSON.stringify(translations)}} showManageButton={true} blockedDomains={['undeclared.localhost']}
    privacyPolicyUrl="/cookies/policy" onAccept={wake} onConsentLoaded={(consent) => { if (consent && consent.Analytics.consented) wake(); }}
    ${variant === 'material' ? `categories={${JSON.stringify(added)}}` : ''}>
    <Door />
  </CookieManager>);`;
    return {
      assets: { '/peer/cookie-manager.js': script(await bundle(`cookie-manager-${variant}`, source)) },
      fragments: {
        head: '',
        gated: `${renderPlainGated(surroundings)}<div id="consent"></div>`,
        tail: '<script src="/peer/cookie-manager.js"></script>',
      },
    };
  },
};
