// tarteaucitron: a loader that fetches styles, a language and its catalogue of services; ours are custom services.
import { gatedFrameUrl, renderPlainGated, wakePlainGated } from '../page.ts';
import { addedService, asked, traces } from '../words.ts';
import type { Peer } from './peer.ts';
import { script, styles } from './peer.ts';

const types = { embeds: 'video', audience: 'analytic', advertising: 'ads' } as const;
const files = ['tarteaucitron.min.js', 'tarteaucitron.services.min.js', 'lang/tarteaucitron.en.min.js', 'advertising.min.js'] as const;

function service(
  key: string,
  facts: { readonly type: string; readonly name: string; readonly cookies: readonly string[]; readonly js: string },
): string {
  const { type, name, cookies, js } = facts;
  const data = JSON.stringify({ key, type, name, needConsent: true, cookies, readmoreLink: '', uri: '/cookies/policy' });
  return `tarteaucitron.services.${key} = Object.assign(${data}, { js: function () { ${js} }, fallback: function () {} });
(tarteaucitron.job = tarteaucitron.job || []).push('${key}');`;
}

/** The French one, per service. */
export const tarteaucitron: Peer = {
  name: 'tarteaucitron',
  packages: ['tarteaucitronjs'],
  banner: '#tarteaucitronAlertBig',
  accept: { selector: '#tarteaucitronPersonalize2' },
  reject: { selector: '#tarteaucitronAllDenied2' },
  // Its buttons are shown half a second before it listens to them.
  deafFor: 700,
  preferences: { selector: '#tarteaucitron', open: (page) => page.evaluate('tarteaucitron.userInterface.openPanel()') },
  withdraw: (page) =>
    page
      .evaluate('(() => { tarteaucitron.userInterface.respondAll(false); tarteaucitron.userInterface.closePanel(); })()')
      .then(() => undefined),
  build: async ({ read, surroundings }, variant) => {
    const texts = await Promise.all(files.map((file) => read(`tarteaucitronjs/${file}`)));
    const all = asked.map(({ id, name }) =>
      service(id, {
        type: types[id],
        name,
        cookies: id === 'audience' ? Object.values(traces).filter((trace) => trace !== traces.local) : [],
        js:
          id === 'audience'
            ? wakePlainGated.replace(/^for \(const frame.*$/m, '')
            : id === 'embeds'
              ? `document.querySelector('iframe[data-gate]').src = '${gatedFrameUrl(surroundings)}';`
              : '',
      }),
    );
    const added = service(addedService.id, { type: 'analytic', name: addedService.name, cookies: [], js: '' });
    const settings = {
      privacyUrl: '/cookies/policy',
      bodyPosition: 'bottom',
      hashtag: '#tarteaucitron',
      cookieName: 'tarteaucitron',
      orientation: 'bottom',
      groupServices: false,
      showAlertSmall: false,
      cookieslist: false,
      showIcon: true,
      adblocker: false,
      DenyAllCta: true,
      AcceptAllCta: true,
      highPrivacy: true,
      handleBrowserDNTRequest: false,
      removeCredit: false,
      moreInfoLink: true,
      useExternalCss: false,
      useExternalJs: false,
      mandatory: true,
    };
    return {
      assets: {
        ...Object.fromEntries(files.map((file, at) => [`/peer/${file}`, script(texts[at] ?? '')])),
        '/peer/css/tarteaucitron.min.css': styles(await read('tarteaucitronjs/css/tarteaucitron.min.css')),
      },
      fragments: {
        head: '<script src="/peer/tarteaucitron.min.js"></script>',
        gated: renderPlainGated(surroundings),
        tail: `<script>var tarteaucitronForceLanguage = 'en';
tarteaucitron.init(${JSON.stringify(settings)});
${all.join('\n')}${variant === 'material' ? added : ''}</script>`,
      },
    };
  },
};
