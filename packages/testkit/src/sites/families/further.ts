// What was added after the first families, each by itself.
import { html, image, inline, mayStill, onceAccepted, picture, script } from '../answers.ts';
import { createNotice } from '../notice.ts';
import { tellAct, writeCookie, writeStore } from '../page-scripts.ts';
import { prose } from '../prose.ts';
import type { CorpusSite } from '../site.ts';
import { site } from '../site.ts';
import { cookie, declare, foreignCookie, loads, stored } from '../things.ts';
import { askingSite } from './banners.ts';

/** Sites of this family. */
export const furtherSites: readonly CorpusSite[] = [
  site('answer-for-ever', 'The answer is kept for more than a year', ['life', 'banner'], (v) => ({
    ...askingSite(v, {}),
    choice: cookie('cookies_preferences', { days: 398, secure: true }),
    violations: [{ rule: 'R-FOREVER', item: 'cookies_preferences' }],
  })),
  site('legitimate-interest', 'Advertising is on already, on grounds of a legitimate interest', ['banner', 'pre-ticked'], (v) =>
    askingSite(
      v,
      {
        technique: 'purposes',
        buttons: ({ yes, no, accept, reject }) => [
          '<label><input type="checkbox"> Advertising (consent)</label> <label><input type="checkbox" role="switch" checked> Advertising (legitimate interest)</label>',
          `<button type="button" id="${yes}" onclick="answer('yes')">${accept}</button>`,
          `<button type="button" id="${no}" onclick="answer('no')">${reject}</button>`,
        ],
      },
      { rules: ['R-LI', 'R-PRETICK'] },
    ),
  ),
  site(
    'referrer',
    'The session’s number is in the address of a page, and goes away as the referrer of a picture',
    ['identifiers', 'third-party'],
    (v) => {
      const [place, photo] = [v.path('/account'), v.path('/photo.gif')];
      const session = cookie('sessionid', { secure: true, httpOnly: true });
      return {
        declares: [declare('necessary', session), declare('necessary', loads('cdn', 'image'))],
        moves: [{ click: `#${v.mark('account')}` }],
        routes: {
          '/': (visit) => {
            const value = visit.cookies.get('sessionid') ?? visit.fresh();
            return html(`${prose(v)}<p><a id="${v.mark('account')}" href="${place}?sid=${value}">Your account</a></p>`, {
              cookies: [{ ...session, value }],
            });
          },
          [place]: (visit) =>
            html(`<h1>Your account</h1>${image(visit.url('cdn', photo))}${inline(tellAct(visit, 'identifier-sent'))}`, {
              headers: { 'referrer-policy': 'unsafe-url' },
            }),
          [`cdn:${photo}`]: () => picture(),
        },
        violations: [{ rule: 'R-LEAK', item: v.host('cdn') }],
        does: { unasked: ['cookie sessionid', 'act identifier-sent', `request ${v.host('cdn')}`] },
      };
    },
  ),
  site(
    'foreign-storage',
    'A frame of another site keeps a number in its own localStorage',
    ['before-consent', 'storage', 'third-party'],
    (v) => {
      const [item, place] = [stored('local', v.name('player'), 'video'), v.path('/player')];
      return {
        declares: [declare('preferences', item), declare('preferences', loads('video', 'frame'))],
        notice: createNotice(v),
        routes: {
          '/': (visit) => html(prose(v) + (mayStill(visit) ? `<iframe title="Video" src="${visit.url('video', place)}"></iframe>` : '')),
          [`video:${place}`]: (visit) => html(`<p>Video</p>${inline(`${writeStore(visit, item)};`)}`),
        },
        violations: [
          { rule: 'R-PRE-STORE', item: item.name },
          { rule: 'R-PRE-3P', item: v.host('video') },
        ],
        does: { unasked: [`local ${item.name}`, `request ${v.host('video')}`] },
      };
    },
  ),
  site('shared-worker', 'A worker that all pages share keeps a number in a database', ['before-consent', 'storage', 'worker'], (v) => {
    const [item, place] = [stored('indexed-db', v.name('shared-db')), v.path('/shared.js')];
    return {
      declares: [declare('statistics', item)],
      notice: createNotice(v),
      sweeps: [item],
      routes: {
        '/': (visit) => html(prose(v) + (mayStill(visit) ? inline(`new SharedWorker('${place}').port.start();`) : '')),
        [place]: (visit) => script(`${writeStore(visit, item, { by: 'worker' })};`),
      },
      violations: [{ rule: 'R-PRE-STORE', item: item.name }],
      does: { unasked: [`indexed-db ${item.name}`] },
    };
  }),
  site(
    'manager-in-manager',
    'A tag of the site loads a tag of another site, which writes a cookie for the site',
    ['before-consent', 'cookie', 'third-party'],
    (v) => {
      const [seen, own, tag] = [cookie(v.name('tm_id'), { days: 180 }), v.path('/boot.js'), v.path('/container.js')];
      return {
        declares: [declare('marketing', seen), declare('marketing', loads('tags', 'script'))],
        notice: createNotice(v),
        sweeps: [seen],
        routes: {
          '/': (visit) => html(prose(v) + (mayStill(visit) ? `<script async src="${own}"></script>` : '')),
          [own]: (visit) =>
            script(`const tag = document.createElement('script'); tag.src = '${visit.url('tags', tag)}'; document.head.append(tag);`),
          [`tags:${tag}`]: (visit) => script(`setTimeout(() => { ${writeCookie(visit, seen)} }, 50);`),
        },
        violations: [
          { rule: 'R-PRE-STORE', item: seen.name },
          { rule: 'R-PRE-3P', item: v.host('tags') },
        ],
        does: { unasked: [`cookie ${seen.name}`, `request ${v.host('tags')}`] },
      };
    },
  ),
  site('sync-frame-after-yes', 'After a yes a frame and its cookie come, all declared', ['clean', 'third-party'], (v) => {
    const [seen, place, near] = [
      foreignCookie('shop', v.name('rec'), { days: 30, partitioned: true }),
      v.path('/more'),
      cookie(v.name('near'), { days: 7 }),
    ];
    return {
      declares: [declare('marketing', seen), declare('marketing', loads('shop', 'frame')), declare('statistics', near)],
      notice: createNotice(v),
      sweeps: [near],
      routes: {
        '/': (visit) =>
          html(
            prose(v) + (visit.phase === 'accepted' ? `<iframe title="More" src="${visit.url('shop', place)}"></iframe>` : ''),
            onceAccepted(visit, near),
          ),
        [`shop:${place}`]: () => html('<p>More of this.</p>', { cookies: [seen] }),
      },
      does: { accepted: [`cookie ${seen.name}`, `cookie ${near.name}`, `request ${v.host('shop')}`] },
    };
  }),
];
