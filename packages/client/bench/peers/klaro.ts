// Klaro: one deferred file with all languages and its styles, and attributes on what waits.
import { gatedFrameUrl, gatedInline, gatedScriptUrl } from '../page.ts';
import { addedService, asked, siteHost, textFor, title, tracePath, traces } from '../words.ts';
import type { Peer } from './peer.ts';
import { script } from './peer.ts';

const cookies = [traces.host, [traces.domain, '/', siteHost], [traces.path, tracePath, siteHost], traces.http];

/** A React-like manager in one file. */
export const klaro: Peer = {
  name: 'klaro',
  packages: ['klaro'],
  banner: '.klaro .cookie-notice',
  accept: { selector: '.klaro .cookie-notice .cm-btn-success' },
  reject: { selector: '.klaro .cookie-notice .cn-decline' },
  preferences: { selector: '.klaro .cookie-modal .cm-modal', open: (page) => page.evaluate('void klaro.show(undefined, true)') },
  withdraw: (page) => page.evaluate('(() => { const m = klaro.getManager(); m.changeAll(false); m.saveAndApplyConsents(); })()'),
  build: async ({ read, surroundings }, variant) => {
    const services = asked.map(({ id, name, text }) => ({
      name: id,
      title: name,
      description: text,
      purposes: [id],
      cookies: id === 'audience' ? cookies : [],
    }));
    const added = { name: addedService.id, title: addedService.name, description: addedService.text, purposes: ['audience'], cookies: [] };
    const config = {
      version: 1,
      acceptAll: true,
      lang: 'en',
      translations: {
        zz: { privacyPolicyUrl: '/cookies/policy' },
        en: {
          consentNotice: { title, description: textFor(variant) },
          purposes: Object.fromEntries(asked.map(({ id, name }) => [id, name])),
        },
      },
      services: variant === 'material' ? [...services, added] : services,
    };
    return {
      assets: { '/peer/klaro.js': script(await read('klaro/dist/klaro.js')) },
      fragments: {
        head: '',
        gated: `<script type="text/plain" data-type="text/javascript" data-name="audience">${gatedInline}</script>
<script type="text/plain" data-type="text/javascript" data-name="audience" data-src="${gatedScriptUrl(surroundings)}"></script>
<iframe data-name="embeds" data-src="${gatedFrameUrl(surroundings)}" title="Map"></iframe>`,
        tail: `<script>var klaroConfig = ${JSON.stringify(config)};</script>
<script defer src="/peer/klaro.js"></script>`,
      },
    };
  },
};
