// After a withdrawal: what stays, what comes back, what is still asked.
import { html, image, inline, onceAccepted, picture } from '../answers.ts';
import { createNotice } from '../notice.ts';
import { tellAct, writeCookie, writeStore } from '../page-scripts.ts';
import { prose } from '../prose.ts';
import type { Cookie, CorpusSite, Declared, Move, Notice, Routes, SiteParts, Stored, Violation } from '../site.ts';
import { site } from '../site.ts';
import { cookie, declare, foreignCookie, loads, stored } from '../things.ts';
import type { Variation } from '../variation.ts';

const kinds = ['withdrawal'] as const;

type Left = {
  readonly declares: readonly Declared[];
  readonly routes: Routes;
  readonly sweeps: readonly (Cookie | Stored)[];
  readonly violations: readonly Violation[];
  readonly does: readonly string[];
  readonly after?: readonly string[];
  readonly moves?: readonly Move[];
  readonly notice?: Notice;
};

function left(v: Variation, { does, after = [], ...parts }: Left): SiteParts {
  return { notice: parts.notice ?? createNotice(v), does: { accepted: does, withdrawn: after }, ...parts };
}

function leftInStore(v: Variation, store: Stored['store'], name: string): SiteParts {
  const item = stored(store, v.name(name));
  return left(v, {
    declares: [declare('statistics', item)],
    sweeps: [],
    violations: [{ rule: 'R-WD-LEFT', item: item.name }],
    does: [`${store} ${item.name}`],
    routes: { '/': (visit) => html(prose(v) + (visit.phase === 'accepted' ? inline(`${writeStore(visit, item)};`) : '')) },
  });
}

/** Sites of this family. */
export const withdrawalSites: readonly CorpusSite[] = [
  site('left-under-path', 'The cookie of one part of the site stays', [...kinds, 'cookie'], (v) => {
    const place = v.path('/shop');
    const seen = cookie(v.name('basket_ad'), { days: 30 });
    const deep = { ...seen, path: place };
    return left(v, {
      declares: [declare('marketing', seen)],
      sweeps: [seen],
      violations: [{ rule: 'R-WD-LEFT', item: seen.name }],
      does: [`cookie ${seen.name}`],
      moves: [{ go: place }],
      routes: {
        '/': (visit) => html(`${prose(v)}<p><a href="${place}">Shop</a></p>`, onceAccepted(visit, seen)),
        [place]: (visit) => html('<h1>Shop</h1>', onceAccepted(visit, deep)),
      },
    });
  }),
  site('left-for-domain', 'The cookie for all hosts of the site stays, the one for this host goes', [...kinds, 'cookie'], (v) => {
    const seen = cookie(v.name('visitor'), { days: 90, domain: v.host('') });
    return left(v, {
      declares: [declare('statistics', seen)],
      sweeps: [{ ...seen, domain: null }],
      violations: [{ rule: 'R-WD-LEFT', item: seen.name }],
      does: [`cookie ${seen.name}`],
      routes: { '/': (visit) => html(prose(v), onceAccepted(visit, seen)) },
    });
  }),
  site(
    'left-in-partition',
    'The partitioned cookie stays, because its partition is not named',
    [...kinds, 'cookie', 'partitioned'],
    (v) => {
      const seen = cookie(v.name('embed_id'), { days: 90, partitioned: true, secure: true, sameSite: 'none' });
      return left(v, {
        declares: [declare('statistics', seen)],
        sweeps: [{ ...seen, partitioned: false }],
        violations: [{ rule: 'R-WD-LEFT', item: seen.name }],
        does: [`cookie ${seen.name}`],
        routes: { '/': (visit) => html(prose(v), onceAccepted(visit, seen)) },
      });
    },
  ),
  site('left-http-only', 'The page’s script cannot reach the cookie that it should take away', [...kinds, 'cookie'], (v) => {
    const seen = cookie(v.name('visitor'), { days: 90, httpOnly: true });
    return left(v, {
      declares: [declare('statistics', seen)],
      sweeps: [],
      violations: [{ rule: 'R-WD-LEFT', item: seen.name }],
      does: [`cookie ${seen.name}`],
      routes: {
        '/': (visit) =>
          html(
            prose(v) + (visit.phase === 'withdrawn' ? inline(`document.cookie = '${seen.name}=; Path=/; Max-Age=0';`) : ''),
            onceAccepted(visit, seen),
          ),
      },
    });
  }),
  site('left-local', 'What is kept in localStorage stays', [...kinds, 'storage'], (v) => leftInStore(v, 'local', 'reader')),
  site('left-database', 'The database stays', [...kinds, 'storage'], (v) => leftInStore(v, 'indexed-db', 'reader-db')),
  site('left-cache', 'The cached response stays', [...kinds, 'storage'], (v) => leftInStore(v, 'cache', 'reader-cache')),
  site('left-file', 'The private file stays', [...kinds, 'storage'], (v) => leftInStore(v, 'opfs', 'reader.bin')),
  site('left-worker', 'The service worker stays', [...kinds, 'storage', 'service-worker'], (v) => {
    const place = v.path('/offline.js');
    const item = stored('service-worker', place);
    return left(v, {
      declares: [declare('preferences', item)],
      sweeps: [],
      violations: [{ rule: 'R-WD-LEFT', item: place }],
      does: [`service-worker ${place}`],
      routes: {
        '/': (visit) => html(prose(v) + (visit.phase === 'accepted' ? inline(`${writeStore(visit, item)};`) : '')),
        [place]: () => ({ type: 'text/javascript', body: "self.addEventListener('fetch', () => {});" }),
      },
    });
  }),
  site('back-from-storage', 'The cookie goes and comes back from localStorage with the same value', [...kinds, 'respawn'], (v) => {
    const [seen, copy] = [cookie(v.name('uid'), { days: 365 }), stored('local', v.name('uid_copy'))];
    return left(v, {
      declares: [declare('statistics', seen), declare('statistics', copy)],
      sweeps: [seen],
      violations: [
        { rule: 'R-RESPAWN', item: seen.name },
        { rule: 'R-REJ-STORE', item: seen.name },
        { rule: 'R-WD-LEFT', item: copy.name },
      ],
      does: [`cookie ${seen.name}`, `local ${copy.name}`],
      after: [`cookie ${seen.name}`, 'act respawn'],
      routes: {
        '/': (visit) => {
          const value = visit.fresh();
          const first = `if (localStorage.getItem('${copy.name}') === null) { ${writeCookie(visit, seen, { value })} ${writeStore(visit, copy, { value })}; }`;
          const again = `const kept = localStorage.getItem('${copy.name}'); if (kept !== null) { ${writeCookie(visit, seen, { value: 'KEPT' }).replace(/"([^"]*)KEPT([^"]*)"/, '"$1" + kept + "$2"')} ${tellAct(visit, 'respawn')} }`;
          return html(prose(v) + (visit.phase === 'accepted' ? inline(first) : visit.phase === 'withdrawn' ? inline(again) : ''));
        },
      },
    });
  }),
  site(
    'back-from-etag',
    'The cookie goes and comes back from what the browser’s cache says about a picture',
    [...kinds, 'respawn'],
    (v) => {
      const [seen, place] = [cookie(v.name('uid'), { days: 365 }), v.path('/dot.gif')];
      return left(v, {
        declares: [declare('statistics', seen)],
        sweeps: [seen],
        violations: [
          { rule: 'R-RESPAWN', item: seen.name },
          { rule: 'R-REJ-STORE', item: seen.name },
        ],
        does: [`cookie ${seen.name}`],
        after: [`cookie ${seen.name}`, 'act respawn'],
        routes: {
          '/': (visit) => html(prose(v) + (visit.phase === 'accepted' || visit.phase === 'withdrawn' ? image(place) : '')),
          [place]: (visit) => {
            const known = /"([0-9a-f]{16})"/.exec(visit.header('if-none-match'))?.[1];
            if (known !== undefined) visit.tell({ kind: 'did', act: 'respawn', host: v.host('') });
            const value = known ?? visit.fresh();
            return picture({ headers: { etag: `"${value}"`, 'cache-control': 'no-cache' }, cookies: [{ ...seen, value }] });
          },
        },
      });
    },
  ),
  site('zombie', 'A slow answer that was under way brings the cookie back', [...kinds, 'late'], (v) => {
    const [seen, place] = [cookie(v.name('visitor'), { days: 90 }), v.path('/slow')];
    return left(v, {
      declares: [declare('statistics', seen)],
      sweeps: [seen],
      violations: [{ rule: 'R-REJ-STORE', item: seen.name }],
      does: [`cookie ${seen.name}`],
      after: [`cookie ${seen.name}`],
      routes: {
        '/': (visit) => html(prose(v), onceAccepted(visit, seen)),
        '/cookies/preferences': () => {
          const words = 'Withdraw consent';
          const slow = `fetch('${place}', { keepalive: true });`;
          return html(
            `<h1>Cookie settings</h1><p>You accepted cookies.</p><button type="button" id="${v.mark('back')}" onclick="${slow} setTimeout(() => answer('back'), 100)">${words}</button>`,
          );
        },
        [place]: (visit) => ({ ...onceAccepted(visit, seen), after: v.delay(700), arrivesIn: 'withdrawn' }),
      },
    });
  }),
  site('still-asked', 'The picture of another site is still asked for after the withdrawal', [...kinds, 'third-party'], (v) => {
    const place = v.path('/p.gif');
    return left(v, {
      declares: [declare('marketing', loads('pixel', 'image'))],
      sweeps: [],
      violations: [{ rule: 'R-REJ-3P', item: v.host('pixel') }],
      does: [`request ${v.host('pixel')}`],
      after: [`request ${v.host('pixel')}`],
      routes: {
        '/': (visit) =>
          html(prose(v) + (visit.phase === 'accepted' || visit.phase === 'withdrawn' ? image(visit.url('pixel', place)) : '')),
        [`pixel:${place}`]: () => picture(),
      },
    });
  }),
  site('set-again', 'The cookie is set again on every page after the withdrawal', [...kinds, 'cookie'], (v) => {
    const seen = cookie(v.name('visitor'), { days: 90 });
    return left(v, {
      declares: [declare('statistics', seen)],
      sweeps: [seen],
      violations: [{ rule: 'R-REJ-STORE', item: seen.name }],
      does: [`cookie ${seen.name}`],
      after: [`cookie ${seen.name}`],
      routes: { '/': (visit) => html(prose(v), { cookies: visit.phase === 'accepted' || visit.phase === 'withdrawn' ? [seen] : [] }) },
    });
  }),
  site('no-way-back', 'There is no way to withdraw', [...kinds, 'no-withdrawal'], (v) => {
    const seen = foreignCookie('pixel', v.name('uid'), { days: 90 });
    const [place, notice] = [v.path('/p.gif'), createNotice(v, { controls: { withdraw: null } })];
    return left(v, {
      notice,
      declares: [declare('marketing', seen), declare('marketing', loads('pixel', 'image'))],
      sweeps: [],
      violations: [{ rule: 'R-NOWD' }],
      does: [`cookie ${seen.name}`],
      routes: {
        '/': (visit) =>
          html(
            `${prose(v)}${visit.phase === 'accepted' ? image(visit.url('pixel', place)) : ''}${visit.phase === 'unasked' ? notice.markup(visit) : ''}`,
            {
              bare: true,
              head: '<script>const answer = (choice) => fetch("/cookies/choice", { method: "POST", body: choice }).then(() => location.reload());</script>',
            },
          ),
        '/cookies/preferences': () => html('<h1>Not found</h1>', { status: 404, bare: true }),
        [`pixel:${place}`]: () => picture({ cookies: [seen] }),
      },
    });
  }),
];
