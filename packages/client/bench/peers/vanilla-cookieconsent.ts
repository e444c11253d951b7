// vanilla-cookieconsent: stylesheet, one module, and a configuration; frames need a package of their own, here three lines.
import { gatedFrameUrl, gatedInline, gatedScriptUrl } from '../page.ts';
import { addedService, asked, siteHost, textFor, title, tracePath, traces } from '../words.ts';
import type { Peer } from './peer.ts';
import { script, styles } from './peer.ts';

const cookies = [
  { name: traces.host },
  { name: traces.domain, domain: siteHost },
  { name: traces.path, path: tracePath },
  { name: traces.http },
];

/** The most used free banner. A material change raises its revision, as its documentation asks. */
export const vanillaCookieConsent: Peer = {
  name: 'vanilla-cookieconsent',
  packages: ['vanilla-cookieconsent'],
  banner: '#cc-main .cm',
  accept: { selector: '#cc-main .cm [data-role="all"]' },
  reject: { selector: '#cc-main .cm [data-role="necessary"]' },
  preferences: { selector: '#cc-main .pm', open: (page) => page.evaluate('CookieConsent.showPreferences()') },
  withdraw: (page) => page.evaluate('CookieConsent.acceptCategory([])'),
  build: async ({ read, surroundings }, variant) => {
    const material = variant === 'material';
    const sections = asked.map(({ id, name, text }) => ({
      title: name,
      description: material && id === 'audience' ? `${text} ${addedService.text}` : text,
      linkedCategory: id,
    }));
    const config = {
      hideFromBots: false,
      ...(material ? { revision: 1 } : {}),
      categories: {
        necessary: { enabled: true, readOnly: true },
        ...Object.fromEntries(asked.map(({ id }) => [id, id === 'audience' ? { autoClear: { cookies } } : {}])),
      },
      language: {
        default: 'en',
        translations: {
          en: {
            consentModal: {
              title,
              description: textFor(variant),
              acceptAllBtn: 'Accept all',
              acceptNecessaryBtn: 'Reject all',
              showPreferencesBtn: 'Manage preferences',
            },
            preferencesModal: {
              title: 'Your choices',
              acceptAllBtn: 'Accept all',
              acceptNecessaryBtn: 'Reject all',
              savePreferencesBtn: 'Save',
              closeIconLabel: 'Close',
              sections,
            },
          },
        },
      },
    };
    const wakeFrames = `onConsent() { if (CookieConsent.acceptedCategory('embeds')) for (const frame of document.querySelectorAll('iframe[data-category]:not([src])')) frame.src = frame.dataset.src; }`;
    return {
      assets: {
        '/peer/cookieconsent.css': styles(await read('vanilla-cookieconsent/dist/cookieconsent.css')),
        '/peer/cookieconsent.umd.js': script(await read('vanilla-cookieconsent/dist/cookieconsent.umd.js')),
      },
      fragments: {
        head: '<link rel="stylesheet" href="/peer/cookieconsent.css">',
        gated: `<script type="text/plain" data-category="audience">${gatedInline}</script>
<script type="text/plain" data-category="audience" data-src="${gatedScriptUrl(surroundings)}"></script>
<iframe data-category="embeds" data-src="${gatedFrameUrl(surroundings)}" title="Map"></iframe>`,
        tail: `<script type="module">import '/peer/cookieconsent.umd.js';
CookieConsent.run(Object.assign(${JSON.stringify(config)}, { ${wakeFrames} }));</script>`,
      },
    };
  },
};
