// Other people's questions, as they are published, in front of a cookie that waits for a yes. Served from the folder in which they are
// installed; those that are not installed are named, so that nobody takes a shorter list for the whole one.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { html, inline } from '../answers.ts';
import { createNotice } from '../notice.ts';
import { dropCookie, tell, writeCookie } from '../page-scripts.ts';
import { prose } from '../prose.ts';
import type { Answer, Cookie, CorpusSite, Visit } from '../site.ts';
import { site } from '../site.ts';
import type { CookieOptions } from '../things.ts';
import { attributesOf, cookie, declare } from '../things.ts';

/** A published question: which files, which words make it appear, where its buttons are, and how its cookie reads. */
type Peer = {
  readonly name: string;
  readonly markup: string;
  readonly accept: string;
  readonly reject: string;
  readonly cookie: CookieOptions & { readonly name: string };
  readonly yes: RegExp;
  readonly no: RegExp;
  /** The statement that asks once more. */
  readonly again: string;
};

const file = (path: string): string =>
  path.endsWith('.css') ? `<link rel="stylesheet" href="/peer/${path}">` : `<script src="/peer/${path}"></script>`;
const run = (code: string): string => `<script>${code}</script>`;

const peers: readonly Peer[] = [
  {
    name: 'vanilla-cookieconsent',
    markup: `${file('dist/cookieconsent.css')}${file('dist/cookieconsent.umd.js')}${run(`CookieConsent.run({ categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
language: { default: 'en', translations: { en: { consentModal: { title: 'Cookies', description: 'May we use cookies for statistics?', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all', showPreferencesBtn: 'Preferences' },
preferencesModal: { title: 'Cookies', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all', savePreferencesBtn: 'Save', sections: [{ title: 'Statistics', linkedCategory: 'analytics' }] } } } } });`)}`,
    accept: '#cc-main [data-role=all]',
    reject: '#cc-main [data-role=necessary]',
    cookie: { name: 'cc_cookie', days: 182 },
    yes: /"analytics"\]/,
    no: /"necessary"\]/,
    again: 'CookieConsent.showPreferences()',
  },
  {
    name: 'klaro',
    markup: `${run(`window.klaroConfig = { version: 1, acceptAll: true, services: [{ name: 'stats', title: 'Statistics', purposes: ['analytics'] }],
translations: { zz: { privacyPolicyUrl: '/cookies/policy' }, en: { purposes: { analytics: { title: 'Statistics' } } } } };`)}<script defer data-config="klaroConfig" src="/peer/dist/klaro.js"></script>`,
    accept: '.klaro .cm-btn-success',
    reject: '.klaro .cn-decline',
    cookie: { name: 'klaro', days: 120 },
    yes: /"stats":true/,
    no: /"stats":false/,
    again: 'klaro.show()',
  },
  {
    name: 'tarteaucitronjs',
    markup: `${file('tarteaucitron.js')}${run(`window.tarteaucitronForceLanguage = 'en'; tarteaucitron.init({ privacyUrl: '/cookies/policy', orientation: 'bottom', showAlertSmall: false, cookieslist: false, DenyAllCta: true,
AcceptAllCta: true, highPrivacy: true, handleBrowserDNTRequest: false, removeCredit: true, showIcon: true, iconPosition: 'BottomRight' });
tarteaucitron.services.stats = { key: 'stats', type: 'analytic', name: 'Statistics', needConsent: true, cookies: [], js() {}, fallback() {} }; (tarteaucitron.job = tarteaucitron.job || []).push('stats');`)}`,
    accept: '#tarteaucitronPersonalize2',
    reject: '#tarteaucitronAllDenied2',
    cookie: { name: 'tarteaucitron', days: 365 },
    yes: /!stats=true/,
    no: /!stats=false/,
    again: 'tarteaucitron.userInterface.openPanel()',
  },
  {
    name: 'cookieconsent',
    markup: `${file('build/cookieconsent.min.css')}${file('build/cookieconsent.min.js')}${run("addEventListener('load', () => cookieconsent.initialise({ type: 'opt-in', palette: { popup: { background: '#000' }, button: { background: '#f1d600' } } }));")}`,
    accept: '.cc-allow',
    reject: '.cc-deny',
    cookie: { name: 'cookieconsent_status', days: 365 },
    yes: /^allow$/,
    no: /^deny$/,
    again: "document.cookie = 'cookieconsent_status=; Path=/; Max-Age=0'; location.reload()",
  },
  {
    name: 'orejime',
    markup: `${file('dist/orejime-standard.css')}${run("window.orejimeConfig = { purposes: [{ id: 'analytics', title: 'Statistics', cookies: ['visitor'] }], privacyPolicyUrl: '/cookies/policy' };")}${file('dist/orejime-standard-en.js')}`,
    accept: '.orejime-Banner-saveButton',
    reject: '.orejime-Banner-declineButton',
    cookie: { name: 'eu-consent', days: 120, sameSite: 'strict' },
    yes: /"analytics":true/,
    no: /"analytics":false/,
    again: 'orejime.prompt()',
  },
  {
    name: 'cookies-eu-banner',
    markup: `<template id="cookies-eu-banner-template"><div id="cookies-eu-banner">May we use cookies for statistics? <button id="cookies-eu-reject">Reject</button> <button id="cookies-eu-accept">Accept</button></div></template>
${file('dist/cookies-eu-banner.global.js')}${run('CookiesEuBanner.createCookiesBanner({ onAccept() {}, onReject() {} });')}`,
    accept: '#cookies-eu-accept',
    reject: '#cookies-eu-reject',
    cookie: { name: 'hasConsent', days: 360 },
    yes: /^true$/,
    no: /^false$/,
    again: "document.cookie = 'hasConsent=; Path=/; Max-Age=0'; location.reload()",
  },
];

function findFolder(name: string, from: string): string | null {
  try {
    return dirname(createRequire(from).resolve(`${name}/package.json`));
  } catch {
    return null;
  }
}

function serveFile(folder: string, path: string): Answer {
  const target = join(folder, path);
  if (!target.startsWith(folder + sep)) return { status: 404 };
  try {
    return { type: `text/${path.endsWith('.css') ? 'css' : 'javascript'}; charset=utf-8`, body: readFileSync(target) };
  } catch {
    return { status: 404 };
  }
}

// The site looks at the question's cookie, as sites do; its own script tells the log what it saw there.
function watch(visit: Visit, peer: Peer, [kept, seen]: readonly [Cookie, Cookie]): string {
  const told = (phase: 'unasked' | 'accepted' | 'rejected'): string =>
    tell(phase, { kind: 'stored', store: 'cookie', name: kept.name, by: 'script', cookie: attributesOf(kept) });
  return `const read = (text) => { const value = decodeURIComponent(text);
if (${peer.yes}.test(value)) { ${told('accepted')} ${writeCookie(visit, seen, { phase: 'accepted' })} } else if (${peer.no}.test(value)) { ${told('rejected')} if (document.cookie.includes('${seen.name}=')) { ${dropCookie(visit, seen, 'rejected')} } } else { ${told('unasked')} } };
const now = document.cookie.split('; ').find((pair) => pair.startsWith('${kept.name}=')); if (now !== undefined) read(now.slice(${kept.name.length + 1}));
cookieStore.addEventListener('change', (event) => { for (const one of event.changed) if (one.name === '${kept.name}') read(one.value);
for (const one of event.deleted) if (one.name === '${kept.name}') { ${tell('unasked', { kind: 'removed', store: 'cookie', name: kept.name, cookie: attributesOf(kept) })} } });`;
}

function peerSite(peer: Peer, folder: string): CorpusSite {
  return site(`peer-${peer.name}`, `The question of ${peer.name}, as published`, ['peer', 'banner', 'clean'], (v) => {
    const { name, ...options } = peer.cookie;
    const kept = cookie(name, peer.name === 'vanilla-cookieconsent' ? { ...options, domain: v.host('') } : options);
    const seen = cookie(v.name('visitor'), { days: 30 });
    return {
      choice: kept,
      // A script stores it, at no request of the site's own.
      choiceWhen: { on: 'always' },
      declares: [declare('statistics', seen)],
      notice: createNotice(v, {
        technique: 'peer',
        controls: { accept: [{ select: peer.accept }], reject: [{ select: peer.reject }], withdraw: null },
      }),
      routes: {
        '/': (visit) =>
          html(
            `${prose(v)}${inline(watch(visit, peer, [kept, seen]))}${peer.markup}<footer><button type="button" onclick="${peer.again}">Cookie settings</button> <a href="/cookies/policy">Cookies policy</a></footer>`,
            { bare: true },
          ),
        '/cookies/preferences': () => html('<h1>Not found</h1>', { status: 404, bare: true }),
        '/peer/*': (visit) => serveFile(folder, visit.path.slice('/peer/'.length)),
      },
      does: { accepted: [`cookie ${name}`, `cookie ${seen.name}`], rejected: [`cookie ${name}`] },
    };
  });
}

/** The sites of the published questions that `from`, a file, can import, and the names of those that it cannot. */
export function findPeerSites(from: string): { readonly sites: readonly CorpusSite[]; readonly missing: readonly string[] } {
  const found = peers.map((peer) => ({ peer, folder: findFolder(peer.name, from) }));
  return {
    sites: found.flatMap(({ peer, folder }) => (folder === null ? [] : [peerSite(peer, folder)])),
    missing: found.flatMap(({ peer, folder }) => (folder === null ? [peer.name] : [])),
  };
}
