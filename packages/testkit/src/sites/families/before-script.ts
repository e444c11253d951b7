// Before any answer: what scripts store, by every door that a page has.
import { html, inline, mayStill, script } from '../answers.ts';
import { createNotice } from '../notice.ts';
import { setInCookieStore, tell, writeCookie, writeStore } from '../page-scripts.ts';
import { prose } from '../prose.ts';
import type { Cookie, CorpusSite, Routes, SiteParts, Stored, Visit } from '../site.ts';
import { site } from '../site.ts';
import { attributesOf, cookie, cookieOfStore, declare, stored } from '../things.ts';
import type { Variation } from '../variation.ts';

const kinds = ['before-consent', 'script'] as const;

const labelOf = (item: Cookie | Stored): string => `${'store' in item ? item.store : 'cookie'} ${item.name}`;

// The page runs one script before any answer, and stops once somebody refuses.
function early(v: Variation, items: readonly (Cookie | Stored)[], code: (visit: Visit) => string, routes: Routes = {}): SiteParts {
  return {
    declares: items.map((item) => declare('statistics', item)),
    notice: createNotice(v),
    sweeps: items,
    routes: { '/': (visit) => html(v.order([prose(v), mayStill(visit) ? inline(code(visit)) : ''])), ...routes },
    violations: items.map(({ name }) => ({ rule: 'R-PRE-STORE', item: name })),
    does: { unasked: items.map(labelOf), accepted: items.map(labelOf) },
  };
}

function inStore(v: Variation, store: Stored['store'], name: string): SiteParts {
  const item = stored(store, v.name(name));
  return early(v, [item], (visit) => `${writeStore(visit, item)};`);
}

/** Sites of this family. */
export const beforeScriptSites: readonly CorpusSite[] = [
  site('script-cookie', 'A script sets a cookie', [...kinds, 'cookie'], (v) => {
    const seen = cookie(v.name('visitor'), { days: 365 });
    return early(v, [seen], (visit) => writeCookie(visit, seen));
  }),
  site('borrowed-setter', 'A script sets a cookie with the setter of an empty frame', [...kinds, 'cookie', 'frame'], (v) => {
    const seen = cookie(v.name('borrowed'), { days: 180 });
    const told = (visit: Visit): string =>
      tell(visit.phase, { kind: 'stored', store: 'cookie', name: seen.name, by: 'script', cookie: attributesOf(seen) });
    return early(
      v,
      [seen],
      (visit) => `const frame = document.createElement('iframe'); frame.hidden = true; document.documentElement.append(frame);
const { set } = Object.getOwnPropertyDescriptor(frame.contentWindow.Document.prototype, 'cookie');
set.call(document, '${seen.name}=${visit.fresh()}; Path=/; Max-Age=${seen.seconds}; SameSite=lax'); frame.remove(); ${told(visit)}`,
    );
  }),
  site('blank-frame-cookie', 'An empty frame sets a cookie in the name of its page', [...kinds, 'cookie', 'frame'], (v) => {
    const seen = cookie(v.name('blank'), { days: 30 });
    return early(
      v,
      [seen],
      (visit) => `const frame = document.createElement('iframe'); frame.hidden = true; document.documentElement.append(frame);
((document) => { ${writeCookie(visit, seen, { by: 'frame' })} })(frame.contentDocument);`,
    );
  }),
  site('cookie-store', 'A script sets a cookie with the cookie store', [...kinds, 'cookie', 'cookie-store'], (v) => {
    const seen = cookieOfStore(v.name('tab_id'), 30);
    return early(v, [seen], (visit) => `${setInCookieStore(visit, seen)};`);
  }),
  site('service-worker-cookie', 'A service worker sets a cookie', [...kinds, 'cookie', 'service-worker'], (v) => {
    const [seen, place] = [cookieOfStore(v.name('push_id'), 60), v.path('/sw.js')];
    const worker = stored('service-worker', place);
    const parts = early(v, [seen, worker], (visit) => `${writeStore(visit, worker)};`, {
      [place]: (visit) =>
        script(
          `self.addEventListener('activate', (event) => event.waitUntil(${setInCookieStore(visit, seen, { by: 'service-worker' })}));`,
        ),
    });
    // It wakes once: a later yes finds it awake.
    return { ...parts, does: { unasked: [`cookie ${seen.name}`, `service-worker ${place}`] } };
  }),
  site('local-storage', 'A script keeps a number in localStorage', [...kinds, 'storage'], (v) => inStore(v, 'local', 'visitor_id')),
  site('local-storage-property', 'A script assigns a property of localStorage', [...kinds, 'storage'], (v) => {
    const item = stored('local', v.name('ab_group'));
    const told = (visit: Visit): string => tell(visit.phase, { kind: 'stored', store: 'local', name: item.name, by: 'script' });
    return early(v, [item], (visit) => `localStorage['${item.name}'] = '${visit.fresh()}'; ${told(visit)}`);
  }),
  site('session-storage', 'A script keeps a number in sessionStorage', [...kinds, 'storage'], (v) => inStore(v, 'session', 'visit_id')),
  site('indexed-db', 'A script keeps a number in a database', [...kinds, 'storage'], (v) => inStore(v, 'indexed-db', 'profile-db')),
  site('cache-storage', 'A script keeps a number as a cached response', [...kinds, 'storage'], (v) => inStore(v, 'cache', 'profile-cache')),
  site('private-file', 'A script keeps a number in a private file', [...kinds, 'storage'], (v) => inStore(v, 'opfs', 'profile.bin')),
  site('worker-database', 'A worker keeps a number in a database', [...kinds, 'storage', 'worker'], (v) => {
    const [item, place] = [stored('indexed-db', v.name('worker-db')), v.path('/count.js')];
    return early(v, [item], () => `new Worker('${place}');`, {
      [place]: (visit) => script(`${writeStore(visit, item, { by: 'worker' })};`),
    });
  }),
  site('blob-worker-cache', 'A worker made of text keeps a number as a cached response', [...kinds, 'storage', 'worker'], (v) => {
    const item = stored('cache', v.name('blob-cache'));
    return early(v, [item], (visit) => {
      const code = `caches.open('${item.name}').then((cache) => cache.put(self.origin + '/kept', new Response('${visit.fresh()}'))).then(() => postMessage(1));`;
      const told = tell(visit.phase, { kind: 'stored', store: 'cache', name: item.name, by: 'worker' });
      return `const made = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(code)}]))); made.onmessage = () => { ${told} };`;
    });
  }),
  site('window-name', 'A script keeps a number in the window’s name', [...kinds, 'window-name'], (v) => {
    const item = stored('window-name', 'window.name');
    return {
      ...early(v, [item], (visit) => `${writeStore(visit, item)};`),
      declares: [],
      violations: [{ rule: 'R-UNDECL', item: 'window.name' }],
    };
  }),
  site('many-doors', 'One number is kept in four stores at once', [...kinds, 'storage', 'cookie'], (v) => {
    const seen = cookie(v.name('ever'), { days: 365 });
    const items = [stored('local', v.name('ever_l')), stored('session', v.name('ever_s')), stored('indexed-db', v.name('ever_d'))];
    return early(v, [seen, ...items], (visit) => {
      const value = visit.fresh();
      return `${writeCookie(visit, seen, { value })} ${items.map((item) => `${writeStore(visit, item, { value })};`).join('\n')}`;
    });
  }),
];
