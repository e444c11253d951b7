// Sites that declare nothing at all: only what differs before, after a yes and after a no can be judged.
import { html, image, inline, mayStill, onceAccepted, picture } from '../answers.ts';
import { createNotice } from '../notice.ts';
import { writeStore } from '../page-scripts.ts';
import { prose } from '../prose.ts';
import type { CorpusSite } from '../site.ts';
import { site } from '../site.ts';
import { cookie, foreignCookie, stored } from '../things.ts';

const kinds = ['no-declaration'] as const;

/** Sites of this family. */
export const undeclaredSites: readonly CorpusSite[] = [
  site(
    'undeclared-early',
    'Nothing is declared; a number for a year comes before any answer and goes with a no',
    [...kinds, 'before-consent'],
    (v) => {
      const [seen, item] = [cookie(v.name('visitor'), { days: 365 }), stored('local', v.name('visitor_copy'))];
      return {
        declares: null,
        notice: createNotice(v),
        sweeps: [seen, item],
        routes: {
          '/': (visit) =>
            html(prose(v) + (mayStill(visit) ? inline(`${writeStore(visit, item)};`) : ''), { cookies: mayStill(visit) ? [seen] : [] }),
        },
        violations: [
          { rule: 'R-PRE-STORE', item: seen.name },
          { rule: 'R-PRE-STORE', item: item.name },
        ],
        does: { unasked: [`cookie ${seen.name}`, `local ${item.name}`] },
      };
    },
  ),
  site(
    'undeclared-deaf',
    'Nothing is declared; after a yes and after a no the same advertiser is asked',
    [...kinds, 'reject-ignored'],
    (v) => {
      const [seen, place] = [foreignCookie('ads', v.name('aid'), { days: 90 }), v.path('/ad.gif')];
      return {
        declares: null,
        notice: createNotice(v),
        routes: {
          '/': (visit) => html(prose(v) + (visit.phase === 'accepted' || visit.phase === 'rejected' ? image(visit.url('ads', place)) : '')),
          [`ads:${place}`]: () => picture({ cookies: [seen] }),
        },
        violations: [
          { rule: 'R-REJ-3P', item: v.host('ads') },
          { rule: 'R-REJ-STORE', item: seen.name },
        ],
        does: { accepted: [`cookie ${seen.name}`], rejected: [`cookie ${seen.name}`] },
      };
    },
  ),
  site('undeclared-fair', 'Nothing is declared; what is kept waits for a yes and goes with it', [...kinds, 'clean'], (v) => {
    const seen = cookie(v.name('visitor'), { days: 90 });
    return {
      declares: null,
      notice: createNotice(v),
      sweeps: [seen],
      routes: { '/': (visit) => html(prose(v), onceAccepted(visit, seen)) },
      does: { accepted: [`cookie ${seen.name}`] },
    };
  }),
];
