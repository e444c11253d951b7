// After a refusal: sites that go on all the same.
import { html, image, inline, load, nothing, onceAccepted, picture, script } from '../answers.ts';
import { createNotice } from '../notice.ts';
import { writeCookie, writeStore } from '../page-scripts.ts';
import { prose } from '../prose.ts';
import type { Cookie, CorpusSite, Declared, Move, Routes, SiteParts, Stored, Visit } from '../site.ts';
import { site } from '../site.ts';
import { cookie, declare, foreignCookie, loads, stored } from '../things.ts';
import type { Variation } from '../variation.ts';

const kinds = ['reject-ignored'] as const;

const hasAnswered = (visit: Visit): boolean => visit.phase === 'accepted' || visit.phase === 'rejected';
const bring = (visit: Visit, ...cookies: readonly Cookie[]): { readonly cookies: readonly Cookie[] } => ({
  cookies: hasAnswered(visit) ? cookies : [],
});

type Deaf = {
  readonly declares: readonly Declared[];
  readonly routes: Routes;
  readonly items: readonly (Cookie | Stored)[];
  readonly moves?: readonly Move[];
};

// Nothing before the answer, and the withdrawal works: only a no is not heard.
function deaf(v: Variation, { declares, routes, items, moves = [] }: Deaf): SiteParts {
  const labels = items.map((item) => `${'store' in item ? item.store : 'cookie'} ${item.name}`);
  return {
    declares,
    notice: createNotice(v),
    sweeps: items.filter((item) => item.role === ''),
    routes,
    moves,
    violations: items.map(({ name }) => ({ rule: 'R-REJ-STORE', item: name })),
    does: { accepted: labels, rejected: labels },
  };
}

/** Sites of this family. */
export const rejectedSites: readonly CorpusSite[] = [
  site('no-is-yes', 'A no and a yes bring the same cookie', kinds, (v) => {
    const seen = cookie(v.name('visitor'), { days: 90 });
    return deaf(v, {
      declares: [declare('statistics', seen)],
      items: [seen],
      routes: { '/': (visit) => html(prose(v), bring(visit, seen)) },
    });
  }),
  site('another-name', 'After a no the same number comes under another name', kinds, (v) => {
    const [seen, other] = [cookie(v.name('visitor'), { days: 90 }), cookie(v.name('pref_v'), { days: 90 })];
    return {
      ...deaf(v, {
        declares: [declare('statistics', seen), declare('statistics', other)],
        items: [other],
        routes: { '/': (visit) => html(prose(v), visit.phase === 'rejected' ? { cookies: [other] } : onceAccepted(visit, seen, other)) },
      }),
      sweeps: [seen, other],
      does: { accepted: [`cookie ${seen.name}`], rejected: [`cookie ${other.name}`] },
    };
  }),
  site('no-for-a-second', 'A no holds for a second and a half', [...kinds, 'late'], (v) => {
    const item = stored('local', v.name('visitor_id'));
    const wait = v.delay(1500);
    return deaf(v, {
      declares: [declare('statistics', item)],
      items: [item],
      routes: {
        '/': (visit) => html(prose(v) + (hasAnswered(visit) ? inline(`setTimeout(() => { ${writeStore(visit, item)}; }, ${wait});`) : '')),
      },
    });
  }),
  site('no-for-one-page', 'A no holds on the home page only', [...kinds, 'second-page'], (v) => {
    const [seen, place] = [cookie(v.name('visitor'), { days: 90 }), v.path('/prices')];
    return deaf(v, {
      declares: [declare('statistics', seen)],
      items: [seen],
      moves: [{ go: place }],
      routes: {
        '/': () => html(`${prose(v)}<p><a href="${place}">Prices</a></p>`),
        [place]: (visit) => html('<h1>Prices</h1>', bring(visit, seen)),
      },
    });
  }),
  site('manager-all-the-same', 'A tag manager of another site is loaded after a no, and loads a pixel', [...kinds, 'third-party'], (v) => {
    const [tag, pixel] = [v.path('/tag.js'), v.path('/hit.gif')];
    return {
      ...deaf(v, {
        declares: [declare('marketing', loads('tags', 'script')), declare('marketing', loads('hits', 'image'))],
        items: [],
        routes: {
          '/': (visit) => html(prose(v) + (hasAnswered(visit) ? load(visit.url('tags', tag)) : '')),
          [`tags:${tag}`]: (visit) => script(`new Image().src = '${visit.url('hits', pixel)}';`),
          [`hits:${pixel}`]: () => picture(),
        },
      }),
      violations: [
        { rule: 'R-REJ-3P', item: v.host('tags') },
        { rule: 'R-REJ-3P', item: v.host('hits') },
      ],
      does: { accepted: [`request ${v.host('hits')}`], rejected: [`request ${v.host('tags')}`, `request ${v.host('hits')}`] },
    };
  }),
  site('frame-after-no', 'A video of another site brings its cookie after a no', [...kinds, 'third-party', 'cookie'], (v) => {
    const seen = foreignCookie('video', v.name('watcher'), { days: 180 });
    const place = v.path('/embed');
    const parts = deaf(v, {
      declares: [declare('preferences', seen), declare('preferences', loads('video', 'frame'))],
      items: [seen],
      routes: {
        '/': (visit) => html(prose(v) + (hasAnswered(visit) ? `<iframe title="Video" src="${visit.url('video', place)}"></iframe>` : '')),
        [`video:${place}`]: () => html('<p>Video</p>', { cookies: [seen] }),
      },
    });
    return { ...parts, violations: [...(parts.violations ?? []), { rule: 'R-REJ-3P', item: v.host('video') }] };
  }),
  site('database-after-no', 'A database is filled after a no', [...kinds, 'storage'], (v) => {
    const item = stored('indexed-db', v.name('audience'));
    return deaf(v, {
      declares: [declare('statistics', item)],
      items: [item],
      routes: { '/': (visit) => html(prose(v) + (hasAnswered(visit) ? inline(`${writeStore(visit, item)};`) : '')) },
    });
  }),
  site('pixel-of-the-no', 'The no itself is told to another site by a pixel with a cookie', [...kinds, 'third-party'], (v) => {
    const seen = foreignCookie('consent', v.name('answer_id'), { days: 365 });
    const place = v.path('/answer.gif');
    const parts = deaf(v, {
      declares: [declare('marketing', seen), declare('marketing', loads('consent', 'image'))],
      items: [seen],
      routes: {
        '/': (visit) => html(prose(v) + (hasAnswered(visit) ? image(visit.url('consent', place)) : '')),
        [`consent:${place}`]: () => picture({ cookies: [seen] }),
      },
    });
    return { ...parts, violations: [...(parts.violations ?? []), { rule: 'R-REJ-3P', item: v.host('consent') }] };
  }),
  site('beacon-after-no', 'After a no a beacon to the site itself brings a cookie', [...kinds, 'cookie'], (v) => {
    const [seen, place] = [cookie(v.name('sid'), { days: 1, httpOnly: true }), v.path('/stat')];
    return deaf(v, {
      declares: [declare('statistics', seen)],
      items: [seen],
      routes: {
        '/': (visit) => html(prose(v) + (hasAnswered(visit) ? inline(`navigator.sendBeacon('${place}', 'page');`) : '')),
        [place]: (visit) => nothing(bring(visit, seen)),
      },
    });
  }),
  site('script-after-no', 'A script that reads the answer sets its cookie whatever it says', [...kinds, 'cookie', 'script'], (v) => {
    const seen = cookie(v.name('heat'), { days: 30 });
    return deaf(v, {
      declares: [declare('statistics', seen)],
      items: [seen],
      routes: { '/': (visit) => html(prose(v) + (hasAnswered(visit) ? inline(writeCookie(visit, seen)) : '')) },
    });
  }),
];
