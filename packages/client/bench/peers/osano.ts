// Osano's classic banner: one yes or no; what a yes wakes is the site's own glue.
import { renderPlainGated, wakePlainGated } from '../page.ts';
import { textFor } from '../words.ts';
import type { Peer } from './peer.ts';
import { script, styles } from './peer.ts';

/** cookieconsent 3, dormant and still on many sites. It has no categories, no preference centre and no revision. */
export const osano: Peer = {
  name: 'cookieconsent (Osano)',
  packages: ['cookieconsent'],
  banner: '.cc-window',
  accept: { selector: '.cc-window .cc-allow' },
  reject: { selector: '.cc-window .cc-deny' },
  preferences: null,
  withdraw: (page) => page.evaluate(`benchPopup.setStatus('deny')`),
  build: async ({ read, surroundings }, variant) => {
    const config = {
      palette: { popup: { background: '#ffffff', text: '#1b1b1b' }, button: { background: '#1b1b1b', text: '#ffffff' } },
      type: 'opt-in',
      content: { message: textFor(variant), allow: 'Accept all', deny: 'Reject all', link: 'Policy', href: '/cookies/policy' },
    };
    return {
      assets: {
        '/peer/cookieconsent.min.css': styles(await read('cookieconsent/build/cookieconsent.min.css')),
        '/peer/cookieconsent.min.js': script(await read('cookieconsent/build/cookieconsent.min.js')),
      },
      fragments: {
        head: '<link rel="stylesheet" href="/peer/cookieconsent.min.css">',
        gated: renderPlainGated(surroundings),
        tail: `<script src="/peer/cookieconsent.min.js"></script>
<script>function wake() { ${wakePlainGated} }
window.cookieconsent.initialise(Object.assign(${JSON.stringify(config)}, {
  onInitialise: function () { if (this.hasConsented()) wake(); },
  onStatusChange: function () { if (this.hasConsented()) wake(); }
}), function (popup) { window.benchPopup = popup; });</script>`,
      },
    };
  },
};
