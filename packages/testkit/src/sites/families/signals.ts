// Signals of the browser and to vendors, and visitors without scripts.
import { html, image, inline, mayStill, onceAccepted, picture } from '../answers.ts';
import { createNotice } from '../notice.ts';
import { tellAct, writeCookie, writeStore } from '../page-scripts.ts';
import { prose } from '../prose.ts';
import type { CorpusSite } from '../site.ts';
import { site } from '../site.ts';
import { cookie, declare, foreignCookie, loads, stored } from '../things.ts';

/** Sites of this family. */
export const signalSites: readonly CorpusSite[] = [
  site('gpc-not-heard', 'An advertiser’s picture and cookie come in spite of the signal', ['gpc', 'third-party'], (v) => {
    const [seen, place] = [foreignCookie('ads', v.name('aid'), { days: 90 }), v.path('/ad.gif')];
    const notice = createNotice(v);
    return {
      profile: 'us-ca',
      visitors: ['gpc'],
      declares: [declare('marketing', seen), declare('marketing', loads('ads', 'image'))],
      notice,
      routes: {
        '/': (visit) => html(prose(v) + (visit.gpc || visit.phase === 'accepted' ? image(visit.url('ads', place)) : '')),
        [`ads:${place}`]: () => picture({ cookies: [seen] }),
      },
      violations: [
        { rule: 'R-GPC-IGN', item: v.host('ads') },
        { rule: 'R-GPC-IGN', item: seen.name },
      ],
      does: { accepted: [`cookie ${seen.name}`] },
    };
  }),
  site('gpc-script-not-heard', 'A script keeps a number in spite of the signal', ['gpc', 'storage'], (v) => {
    const item = stored('local', v.name('ad_profile'));
    return {
      profile: 'us-ca',
      visitors: ['gpc'],
      declares: [declare('marketing', item)],
      notice: createNotice(v),
      sweeps: [item],
      routes: { '/': (visit) => html(prose(v) + (visit.gpc || visit.phase === 'accepted' ? inline(`${writeStore(visit, item)};`) : '')) },
      violations: [{ rule: 'R-GPC-IGN', item: item.name }],
      does: { accepted: [`local ${item.name}`] },
    };
  }),
  site('gpc-heard', 'The signal is heard: nothing comes with it, and the page says so', ['gpc', 'clean'], (v) => {
    const seen = cookie(v.name('visitor'), { days: 30 });
    return {
      profile: 'us-ca',
      visitors: ['gpc'],
      declares: [declare('marketing', seen)],
      notice: createNotice(v),
      sweeps: [seen],
      routes: {
        '/': (visit) =>
          html(
            prose(v) + (visit.gpc ? '<p role="status">Opt-out request honoured: your browser sends Global Privacy Control.</p>' : ''),
            visit.gpc ? {} : onceAccepted(visit, seen),
          ),
      },
      does: { accepted: [`cookie ${seen.name}`] },
    };
  }),
  site('pixel-without-scripts', 'Visitors without scripts get a picture of another site', ['no-script', 'third-party'], (v) => {
    const [seen, place] = [foreignCookie('pixel', v.name('uid'), { days: 390 }), v.path('/ns.gif')];
    return {
      visitors: ['no-script'],
      declares: [declare('marketing', seen), declare('marketing', loads('pixel', 'image'))],
      notice: createNotice(v),
      routes: {
        '/': (visit) =>
          html(
            prose(v) +
              (visit.phase === 'accepted'
                ? image(visit.url('pixel', place))
                : mayStill(visit)
                  ? `<noscript>${image(visit.url('pixel', place))}</noscript>`
                  : ''),
          ),
        [`pixel:${place}`]: () => picture({ cookies: [seen] }),
      },
      violations: [{ rule: 'R-NOJS', item: v.host('pixel') }],
      does: { accepted: [`request ${v.host('pixel')}`] },
    };
  }),
  site(
    'style-without-scripts',
    'Visitors without scripts are counted by a style sheet’s background with a cookie',
    ['no-script', 'cookie'],
    (v) => {
      const [seen, place] = [cookie(v.name('visitor'), { days: 90 }), v.path('/count.gif')];
      return {
        visitors: ['no-script'],
        declares: [declare('statistics', seen)],
        notice: createNotice(v),
        sweeps: [seen],
        routes: {
          '/': (visit) =>
            html(
              prose(v) +
                (visit.phase === 'accepted'
                  ? image(place)
                  : mayStill(visit)
                    ? `<noscript><p style="background:url(${place})">Please allow scripts.</p></noscript>`
                    : ''),
            ),
          [place]: (visit) => picture({ cookies: mayStill(visit) ? [seen] : [] }),
        },
        violations: [{ rule: 'R-NOJS', item: seen.name }],
        does: { accepted: [`cookie ${seen.name}`] },
      };
    },
  ),
  site('granted-by-default', 'Vendors are told of a consent that nobody gave', ['signal'], (v) => {
    const seen = cookie(v.name('visitor'), { days: 30 });
    return {
      declares: [declare('marketing', seen)],
      notice: createNotice(v),
      sweeps: [seen],
      routes: {
        '/': (visit) =>
          html(prose(v), {
            head: `<script>window.dataLayer = []; function gtag() { dataLayer.push(arguments); }
gtag('consent', 'default', { ad_storage: '${visit.phase === 'unasked' || visit.phase === 'accepted' ? 'granted' : 'denied'}', analytics_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' }); ${tellAct(visit, 'signal')}</script>`,
            ...onceAccepted(visit, seen),
          }),
      },
      violations: [{ rule: 'R-POS-SIGNAL' }],
      does: { unasked: ['act signal'], accepted: [`cookie ${seen.name}`] },
    };
  }),
  site('granted-after-no', 'Vendors are told of a yes after a no', ['signal', 'reject-ignored'], (v) => {
    const seen = cookie(v.name('visitor'), { days: 30 });
    return {
      declares: [declare('marketing', seen)],
      notice: createNotice(v),
      sweeps: [seen],
      routes: {
        '/': (visit) => {
          const state = visit.phase === 'accepted' || visit.phase === 'rejected' ? 'granted' : 'denied';
          return html(prose(v), {
            head: `<script>window.dataLayer = []; function gtag() { dataLayer.push(arguments); }
gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' });
gtag('consent', 'update', { ad_storage: '${state}', analytics_storage: '${state}', ad_user_data: '${state}', ad_personalization: '${state}' }); ${tellAct(visit, 'signal')}</script>`,
            ...onceAccepted(visit, seen),
          });
        },
      },
      violations: [{ rule: 'R-SIG-MISMATCH' }],
      does: { rejected: ['act signal'], accepted: [`cookie ${seen.name}`] },
    };
  }),
  site('one-purpose-for-all', 'A yes to comfort brings advertising as well', ['granular'], (v) => {
    const [comfort, ads] = [cookie(v.name('layout'), { days: 30 }), cookie(v.name('promo'), { days: 30 })];
    const boxes = [v.mark('comfort'), v.mark('ads'), v.mark('save')] as const;
    const notice = createNotice(v, {
      technique: 'purposes',
      buttons: ({ words, accept, reject, yes, no }) => [
        `<label><input type="checkbox" id="${boxes[0]}"> Comfort</label> <label><input type="checkbox" id="${boxes[1]}"> Advertising</label>`,
        `<button type="button" id="${boxes[2]}" onclick="answer(document.querySelector('#${boxes[0]}:checked, #${boxes[1]}:checked') ? 'yes' : 'no')">${words.save}</button>`,
        `<button type="button" id="${yes}" onclick="answer('yes')">${accept}</button>`,
        `<button type="button" id="${no}" onclick="answer('no')">${reject}</button>`,
      ],
    });
    return {
      declares: [declare('preferences', comfort), declare('marketing', ads)],
      notice,
      sweeps: [comfort, ads],
      routes: {
        '/': (visit) => html(prose(v) + (visit.phase === 'accepted' ? inline(writeCookie(visit, ads)) : ''), onceAccepted(visit, comfort)),
      },
      violations: [{ rule: 'R-GRAN', item: ads.name }],
      does: { accepted: [`cookie ${comfort.name}`, `cookie ${ads.name}`] },
    };
  }),
];
