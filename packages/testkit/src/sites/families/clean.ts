// Nothing is wrong with these, whatever they look like.
import { html, image, inline, json, load, nothing, onceAccepted, picture, redirect, script, style } from '../answers.ts';
import { createNotice } from '../notice.ts';
import { writeCookie, writeStore } from '../page-scripts.ts';
import { prose } from '../prose.ts';
import type { CorpusSite } from '../site.ts';
import { site } from '../site.ts';
import { cookie, declare, foreignCookie, loads, stored } from '../things.ts';

const kinds = ['clean'] as const;

/** Sites of this family. */
export const cleanSites: readonly CorpusSite[] = [
  site('session-only', 'One cookie of the session, declared, and no question', [...kinds, 'no-banner'], (v) => {
    const session = cookie('sessionid', { secure: true, httpOnly: true });
    return {
      declares: [declare('necessary', session)],
      routes: { '/': () => html(prose(v), { cookies: [session] }) },
      does: { unasked: ['cookie sessionid'] },
    };
  }),
  site('nothing-at-all', 'Nothing is kept and nobody else is asked', [...kinds, 'no-banner'], (v) => ({
    declares: [],
    routes: { '/': () => html(prose(v)) },
  })),
  site('exempt-counter', 'A counter’s well-known cookie, declared as statistics that a profile exempts', [...kinds, 'profile'], (v) => {
    const seen = cookie('_ga', { days: 390, domain: v.host('') });
    return {
      profile: 'fr',
      exempts: ['statistics'],
      declares: [declare('statistics', seen)],
      routes: { '/': () => html(prose(v), { cookies: [seen] }) },
      does: { unasked: ['cookie _ga'] },
    };
  }),
  site('chart', 'A chart is drawn on a canvas', [...kinds, 'canvas'], (v) => ({
    declares: [],
    routes: {
      '/': () =>
        html(
          `${prose(v)}<canvas id="${v.mark('chart')}" width="400" height="160"></canvas>${inline(`const pen = document.getElementById('${v.mark('chart')}').getContext('2d');
pen.font = '12px sans-serif'; [40, 90, 60, 130].forEach((value, at) => { pen.fillStyle = '#1d4f91'; pen.fillRect(20 + at * 90, 150 - value, 60, value); pen.fillStyle = '#111'; pen.fillText(String(value), 30 + at * 90, 145 - value); pen.measureText('Visitors ' + value); });`)}`,
        ),
    },
  })),
  site('picture-editor', 'A canvas is saved as a file when somebody presses the button', [...kinds, 'canvas'], (v) => ({
    declares: [],
    routes: {
      '/': () =>
        html(
          `${prose(v)}<canvas id="${v.mark('board')}" width="200" height="100"></canvas> <button type="button" id="${v.mark('save')}">Save the picture</button>${inline(`const board = document.getElementById('${v.mark('board')}'); const pen = board.getContext('2d'); pen.fillStyle = '#396'; pen.fillRect(10, 10, 80, 60);
document.getElementById('${v.mark('save')}').onclick = () => { const link = document.createElement('a'); link.download = 'picture.png'; link.href = board.toDataURL(); link.click(); };`)}`,
        ),
    },
  })),
  site('quiet-map', 'A map of another site, declared as asked for, which keeps nothing', [...kinds, 'third-party'], (v) => {
    const [map, tile] = [v.path('/map'), v.path('/tiles/1.gif')];
    return {
      declares: [declare('necessary', loads('maps', 'frame', 'image'))],
      routes: {
        '/': (visit) => html(`${prose(v)}<iframe title="Map" width="400" height="200" src="${visit.url('maps', map)}"></iframe>`),
        [`maps:${map}`]: (visit) => html(`<p>Map</p>${image(visit.url('maps', tile))}`),
        [`maps:${tile}`]: () => picture(),
      },
      does: { unasked: [`request ${v.host('maps')}`] },
    };
  }),
  site('cookie-bakery', 'A shop that sells cookies', [...kinds, 'words'], () => ({
    declares: [],
    routes: {
      '/': () =>
        html(`<h1>Our cookies</h1><p>All cookies are baked today. We accept orders until noon; we decline none.</p>
<form><fieldset><legend>Choose your cookies</legend><label><input type="checkbox" checked> Chocolate cookies</label> <label><input type="checkbox"> Oat cookies</label></fieldset>
<button type="button">Accept all cookies in the box</button> <button type="button">Reject the raisins</button></form>`),
    },
  })),
  site('form-and-language', 'A form’s token, and a language once somebody chose it', [...kinds, 'form'], (v) => {
    const [token, language, form, place, button] = [
      cookie('csrftoken', { days: 364, secure: true }),
      cookie('django_language', { secure: true }),
      v.path('/contact'),
      v.path('/i18n/setlang/'),
      v.mark('french'),
    ];
    return {
      declares: [
        declare('necessary', token, { when: { on: 'form', requests: [{ hosts: [v.host('')], paths: [form] }] } }),
        declare('necessary', language, {
          when: { on: 'language-choice', requests: [{ hosts: [v.host('')], paths: [place], methods: ['POST'] }] },
        }),
      ],
      moves: [{ go: form }, { go: '/' }, { click: `#${button}` }],
      routes: {
        '/': () =>
          html(
            `${prose(v)}<p><a href="${form}">Contact</a></p><form method="post" action="${place}"><button name="language" value="en">English</button> <button id="${button}" name="language" value="fr">Français</button></form>`,
          ),
        [form]: () =>
          html('<h1>Contact</h1><form method="post"><label>Message <input name="message"></label> <button>Send</button></form>', {
            cookies: [token],
          }),
        [place]: () => redirect('/', { status: 303, cookies: [{ ...language, value: 'fr' }] }),
      },
      does: { unasked: ['cookie csrftoken', 'cookie django_language'] },
    };
  }),
  site('own-fonts', 'Fonts and styles come from a host of the site itself', [...kinds, 'fonts'], (v) => {
    const [sheet, face] = [v.path('/faces.css'), v.path('/face.woff2')];
    return {
      declares: [],
      routes: {
        '/': (visit) => html(prose(v), { head: `<link rel="stylesheet" href="${visit.url('.static', sheet)}">` }),
        [`.static:${sheet}`]: (visit) =>
          style(
            `@font-face { font-family: Own; src: url(${visit.url('.static', face)}) format('woff2'); } h1 { font-family: Own, serif; }`,
          ),
        [`.static:${face}`]: () => ({ status: 404, type: 'font/woff2', body: '' }),
      },
    };
  }),
  site('takes-away', 'Cookies of earlier years are taken away', [...kinds, 'deletion'], (v) => {
    const old = [cookie('_ga', { domain: v.host('') }), cookie('_fbp'), cookie(v.name('old_visitor'), { path: v.path('/shop') })];
    return {
      declares: [],
      routes: {
        '/': () =>
          html(
            `${prose(v)}${inline("document.cookie = '_gid=; Path=/; Max-Age=0'; localStorage.removeItem('old'); indexedDB.deleteDatabase('old');")}`,
            { expires: old },
          ),
      },
    };
  }),
  site('refused-lines', 'No browser stores what these lines ask for', [...kinds, 'refused'], (v) => {
    const bad = [
      cookie(v.name('elsewhere'), { days: 30, domain: v.host('nobody'), refusedBy: 'another site’s domain' }),
      cookie('__Host-visit', { days: 30, secure: true, path: v.path('/shop'), refusedBy: 'the prefix asks for the path "/"' }),
      cookie('__Secure-visit', { days: 30, refusedBy: 'the prefix asks for Secure' }),
      cookie(v.name('travels'), { days: 30, sameSite: 'none', refusedBy: 'SameSite=None asks for Secure' }),
      cookie(v.name('split'), { days: 30, partitioned: true, refusedBy: 'Partitioned asks for Secure' }),
    ];
    return { declares: [], routes: { '/': () => html(prose(v), { cookies: bad }) } };
  }),
  site('refused-script-lines', 'No browser stores what this script asks for', [...kinds, 'refused', 'script'], (v) => {
    const bad = [
      cookie(v.name('hidden'), { days: 30, httpOnly: true, refusedBy: 'scripts set no HttpOnly' }),
      cookie('__Host-ab', { days: 30, domain: v.host(''), secure: true, refusedBy: 'the prefix asks for no Domain' }),
    ];
    return { declares: [], routes: { '/': (visit) => html(prose(v) + inline(bad.map((one) => writeCookie(visit, one)).join(' '))) } };
  }),
  site(
    'lax-picture-cookie',
    'A picture of another site sends a cookie that browsers refuse there',
    [...kinds, 'refused', 'third-party'],
    (v) => {
      const [seen, place] = [
        { ...foreignCookie('cdn', v.name('uid'), { days: 30, refusedBy: 'SameSite=Lax in another site' }), sameSite: 'lax' as const },
        v.path('/photo.gif'),
      ];
      return {
        declares: [declare('necessary', loads('cdn', 'image'))],
        routes: { '/': (visit) => html(prose(v) + image(visit.url('cdn', place))), [`cdn:${place}`]: () => picture({ cookies: [seen] }) },
        does: { unasked: [`request ${v.host('cdn')}`] },
      };
    },
  ),
  site(
    'offline-reader',
    'A service worker and a cache for reading without a network, declared as asked for',
    [...kinds, 'service-worker'],
    (v) => {
      const [place, cache] = [v.path('/offline.js'), stored('cache', v.name('articles'))];
      const worker = stored('service-worker', place);
      return {
        declares: [declare('necessary', worker), declare('necessary', cache)],
        routes: {
          '/': (visit) => html(prose(v) + inline(`${writeStore(visit, worker)}; ${writeStore(visit, cache)};`)),
          [place]: () => script("self.addEventListener('fetch', () => {});"),
        },
        does: { unasked: [`service-worker ${place}`, `cache ${cache.name}`] },
      };
    },
  ),
  site('basket', 'A basket in sessionStorage, declared as asked for', [...kinds, 'storage'], (v) => {
    const item = stored('session', v.name('basket'));
    return {
      declares: [declare('necessary', item)],
      routes: { '/': (visit) => html(prose(v) + inline(`${writeStore(visit, item)};`)) },
      does: { unasked: [`session ${item.name}`] },
    };
  }),
  site('all-fair', 'Everything waits for a yes, heeds a no and goes with the yes', [...kinds, 'banner'], (v) => {
    const [seen, item, foreign, place] = [
      cookie(v.name('visitor'), { days: 90, secure: true, httpOnly: true }),
      stored('local', v.name('reader')),
      foreignCookie('ads', v.name('aid'), { days: 30 }),
      v.path('/ad.gif'),
    ];
    return {
      declares: [
        declare('statistics', seen),
        declare('preferences', item),
        declare('marketing', foreign),
        declare('marketing', loads('ads', 'image')),
      ],
      notice: createNotice(v),
      sweeps: [seen, item],
      routes: {
        '/': (visit) =>
          html(
            prose(v) + (visit.phase === 'accepted' ? image(visit.url('ads', place)) + inline(`${writeStore(visit, item)};`) : ''),
            onceAccepted(visit, seen),
          ),
        [`ads:${place}`]: () => picture({ cookies: [foreign] }),
      },
      does: { accepted: [`cookie ${seen.name}`, `local ${item.name}`, `cookie ${foreign.name}`] },
    };
  }),
  site('counts-without-cookies', 'Visits are counted from requests alone', [...kinds, 'statistics'], (v) => ({
    declares: [],
    routes: {
      '/': () => html(prose(v) + inline(`navigator.sendBeacon('${v.path('/count')}', JSON.stringify({ page: location.pathname }));`)),
      [v.path('/count')]: () => nothing(),
    },
  })),
  site('only-reads', 'A script looks whether there is anything, and keeps nothing', [...kinds, 'script'], (v) => ({
    declares: [],
    routes: {
      '/': () =>
        html(
          prose(v) +
            inline(
              "const dark = localStorage.getItem('theme') === 'dark' || document.cookie.includes('theme=dark'); document.documentElement.dataset.theme = dark ? 'dark' : 'light'; sessionStorage.length;",
            ),
        ),
    },
  })),
  site('hashed-assets', 'Files carry long numbers in their names, the same for everybody', [...kinds, 'identifiers'], (v) => {
    const [one, two] = [v.path('/app.4f9d2c81a7b3e650.js'), v.path('/chunks/c7e1a09b44d2f836.js')];
    return {
      declares: [declare('necessary', loads('cdn', 'script'))],
      routes: {
        '/': (visit) => html(prose(v) + load(`${one}?v=20260101-8f3a`) + load(`${visit.url('cdn', two)}?build=c0ffee1234567890`)),
        [one]: () => script('document.documentElement.dataset.ready = "yes";'),
        [`cdn:${two}`]: () => script('document.documentElement.dataset.more = "yes";'),
      },
      does: { unasked: [`request ${v.host('cdn')}`] },
    };
  }),
  site('layout-reads', 'The width of the screen and the density of its points decide on the layout', [...kinds, 'device'], (v) => ({
    declares: [],
    routes: {
      '/': () =>
        html(
          prose(v) +
            inline(
              "document.body.dataset.layout = screen.width > 900 && devicePixelRatio >= 1 && !matchMedia('(prefers-reduced-motion)').matches ? 'wide' : 'small'; new Intl.DateTimeFormat(navigator.language).format(new Date());",
            ),
        ),
    },
  })),
  site('plays-a-tone', 'A button plays a tone', [...kinds, 'audio'], (v) => ({
    declares: [],
    moves: [{ click: `#${v.mark('play')}` }],
    routes: {
      '/': () =>
        html(
          `${prose(v)}<button type="button" id="${v.mark('play')}">Play</button>${inline(`document.getElementById('${v.mark('play')}').onclick = () => { const room = new AudioContext(); const tone = room.createOscillator(); tone.connect(room.destination); tone.start(); tone.stop(room.currentTime + 0.05); };`)}`,
        ),
    },
  })),
  site('search-as-you-type', 'What is typed into the search goes to the site itself, to find something', [...kinds, 'typing'], (v) => {
    const [field, place] = [v.mark('search'), v.path('/suggest')];
    return {
      declares: [],
      moves: [{ type: `#${field}`, text: 'rye bread' }],
      routes: {
        '/': () =>
          html(
            `${prose(v)}<form role="search"><label>Search <input id="${field}" type="search" name="q"></label></form>${inline(`document.getElementById('${field}').addEventListener('input', (event) => fetch('${place}?q=' + encodeURIComponent(event.target.value)));`)}`,
          ),
        [place]: () => json(['rye', 'bread']),
      },
    };
  }),
  site('terms-dialog', 'A dialog asks to accept the terms of a competition', [...kinds, 'decoy', 'no-banner'], (v) => ({
    declares: [],
    routes: {
      '/': () =>
        html(
          `${prose(v)}<div role="dialog" aria-label="Competition" style="position:fixed;inset:auto 0 0 0;padding:16px;background:#eee"><p>Our photo competition has begun. Do you accept the rules?</p><button type="button" onclick="this.parentElement.remove()">Accept</button> <button type="button" onclick="this.parentElement.remove()">Decline</button></div>`,
        ),
    },
  })),
];
