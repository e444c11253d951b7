// Declared, but otherwise: how long, how safe, where, what for, when, and never.
import { html, image, inline, onceAccepted, picture, redirect } from '../answers.ts';
import { createNotice } from '../notice.ts';
import { writeStore } from '../page-scripts.ts';
import { prose } from '../prose.ts';
import type { Cookie, CorpusRule, CorpusSite, Declared, SiteParts } from '../site.ts';
import { site } from '../site.ts';
import { cookie, declare, foreignCookie, loads, stored } from '../things.ts';
import type { Variation } from '../variation.ts';

type Otherwise = {
  readonly rule: CorpusRule;
  readonly declared: Omit<Declared, 'category' | 'of'>;
  readonly sent: Cookie;
  readonly kept?: boolean;
};

// The cookie waits for the answer, heeds it, and is not what was declared.
function otherwise(v: Variation, { rule, declared, sent }: Otherwise): SiteParts {
  return {
    declares: [declare('statistics', sent, declared)],
    notice: createNotice(v),
    sweeps: [sent],
    routes: { '/': (visit) => html(prose(v), onceAccepted(visit, sent)) },
    violations: [{ rule, item: sent.name }],
    does: { accepted: [`cookie ${sent.name}`] },
  };
}

// A cookie that needs no answer, on a site that has no question.
function necessary(v: Variation, sent: Cookie, { rule, declared }: Pick<Otherwise, 'rule' | 'declared'>): SiteParts {
  return {
    declares: [declare('necessary', sent, declared)],
    routes: { '/': () => html(prose(v), { cookies: [sent] }) },
    violations: [{ rule, item: sent.name }],
    does: { unasked: [`cookie ${sent.name}`] },
  };
}

/** Sites of this family. */
export const attributeSites: readonly CorpusSite[] = [
  site('longer-than-declared', 'A cookie lives for a year and was declared for a month', ['life'], (v) =>
    otherwise(v, { rule: 'R-LIFE', sent: cookie(v.name('visitor'), { days: 365 }), declared: { days: 30 } }),
  ),
  site('session-that-stays', 'A cookie declared for the session stays for a week', ['life'], (v) =>
    otherwise(v, { rule: 'R-LIFE', sent: cookie(v.name('visit'), { days: 7 }), declared: { with: { seconds: null } } }),
  ),
  site('extended-on-each-visit', 'Each page pushes the end of a cookie on, which was not declared', ['life', 'return-visit'], (v) =>
    otherwise(v, { rule: 'R-LIFE-EXTEND', sent: cookie(v.name('visitor'), { days: 30 }), declared: { extended: false } }),
  ),
  site('session-not-http-only', 'The session’s cookie can be read by scripts', ['flags'], (v) =>
    necessary(v, cookie('sessionid', { secure: true, sameSite: 'lax' }), { rule: 'R-FLAGS', declared: { with: { httpOnly: true } } }),
  ),
  site('not-secure', 'A cookie declared as secure is not', ['flags'], (v) =>
    necessary(v, cookie(v.name('basket'), { httpOnly: true }), { rule: 'R-FLAGS', declared: { with: { secure: true } } }),
  ),
  site('none-instead-of-strict', 'A cookie declared for this site only travels everywhere', ['flags'], (v) =>
    necessary(v, cookie(v.name('basket'), { httpOnly: true, secure: true, sameSite: 'none' }), {
      rule: 'R-FLAGS',
      declared: { with: { sameSite: 'strict' } },
    }),
  ),
  site('all-hosts-instead-of-one', 'A cookie declared for one host is sent to all hosts of the site', ['scope'], (v) =>
    necessary(v, cookie(v.name('basket'), { domain: v.host(''), secure: true }), { rule: 'R-SCOPE', declared: { with: { domain: null } } }),
  ),
  site('whole-site-instead-of-path', 'A cookie declared for one part is sent on the whole site', ['scope'], (v) =>
    necessary(v, cookie(v.name('basket'), { secure: true }), { rule: 'R-SCOPE', declared: { with: { path: v.path('/basket') } } }),
  ),
  site('vendor-as-necessary', 'A well-known vendor’s cookie is declared as necessary', ['misclassified'], (v) => {
    const seen = cookie('_fbp', { days: 90, domain: v.host('') });
    return necessary(v, seen, { rule: 'R-MISCLASS', declared: {} });
  }),
  site('counter-as-necessary', 'A well-known counter’s cookies are declared as necessary', ['misclassified'], (v) => {
    const [one, two] = [cookie('_ga', { days: 395, domain: v.host('') }), cookie('_ga_K4X2P7Q1RT', { days: 395, domain: v.host('') })];
    return {
      declares: [declare('necessary', one), declare('necessary', two)],
      routes: { '/': () => html(prose(v), { cookies: [one, two] }) },
      violations: [
        { rule: 'R-MISCLASS', item: '_ga' },
        { rule: 'R-MISCLASS', item: '_ga_K4X2P7Q1RT' },
      ],
      does: { unasked: ['cookie _ga', 'cookie _ga_K4X2P7Q1RT'] },
    };
  }),
  site('ghost-cookie', 'A declared cookie never comes', ['ghost'], (v) => {
    const [real, ghost] = [cookie(v.name('visitor'), { days: 30 }), cookie(v.name('heatmap'), { days: 30 })];
    return {
      declares: [declare('statistics', real), declare('statistics', ghost)],
      notice: createNotice(v),
      sweeps: [real],
      routes: { '/': (visit) => html(prose(v), onceAccepted(visit, real)) },
      violations: [{ rule: 'R-GHOST', item: ghost.name }],
      does: { accepted: [`cookie ${real.name}`] },
    };
  }),
  site('ghost-store', 'A declared store and a declared request never come', ['ghost'], (v) => {
    const [real, ghost] = [cookie(v.name('visitor'), { days: 30 }), stored('local', v.name('survey'))];
    return {
      declares: [declare('statistics', real), declare('statistics', ghost), declare('marketing', loads('surveys', 'script'))],
      notice: createNotice(v),
      sweeps: [real],
      routes: { '/': (visit) => html(prose(v), onceAccepted(visit, real)), 'surveys:/never': () => picture() },
      violations: [
        { rule: 'R-GHOST', item: ghost.name },
        { rule: 'R-GHOST', item: v.host('surveys') },
      ],
      does: { accepted: [`cookie ${real.name}`] },
    };
  }),
  site('session-before-log-in', 'The cookie of logging in comes to everybody', ['moment'], (v) => {
    const [session, place, button] = [cookie('sessionid', { secure: true, httpOnly: true }), v.path('/login'), v.mark('enter')];
    const when = { on: 'log-in', requests: [{ hosts: [v.host('')], paths: [place], methods: ['POST'] }] } as const;
    return {
      declares: [declare('necessary', session, { when })],
      routes: {
        '/': () => html(`${prose(v)}<p><a href="${place}">Log in</a></p>`, { cookies: [session] }),
        [place]: (visit) =>
          visit.method === 'POST'
            ? redirect('/', { status: 303, cookies: [session] })
            : html(
                `<h1>Log in</h1><form method="post"><label>Name <input name="user"></label> <label>Password <input type="password" name="password"></label> <button id="${button}">Log in</button></form>`,
              ),
      },
      violations: [{ rule: 'R-MOMENT', item: 'sessionid' }],
      does: { unasked: ['cookie sessionid'] },
    };
  }),
  site('undeclared-after-yes', 'After a yes there is a cookie and a store that nobody declared', ['undeclared'], (v) => {
    const [known, extra, item] = [
      cookie(v.name('visitor'), { days: 30 }),
      cookie(v.name('extra'), { days: 30 }),
      stored('local', v.name('extra_copy')),
    ];
    return {
      declares: [declare('statistics', known)],
      notice: createNotice(v),
      sweeps: [known, extra, item],
      routes: {
        '/': (visit) =>
          html(prose(v) + (visit.phase === 'accepted' ? inline(`${writeStore(visit, item)};`) : ''), onceAccepted(visit, known, extra)),
      },
      violations: [
        { rule: 'R-UNDECL', item: extra.name },
        { rule: 'R-UNDECL', item: item.name },
      ],
      does: { accepted: [`cookie ${known.name}`, `cookie ${extra.name}`, `local ${item.name}`] },
    };
  }),
  site(
    'undeclared-party-after-yes',
    'After a yes another site is asked that nobody declared, and brings its cookie',
    ['undeclared', 'third-party'],
    (v) => {
      const [known, seen, place] = [
        cookie(v.name('visitor'), { days: 30 }),
        foreignCookie('ads', v.name('aid'), { days: 90 }),
        v.path('/ad.gif'),
      ];
      return {
        declares: [declare('statistics', known)],
        notice: createNotice(v),
        sweeps: [known],
        routes: {
          '/': (visit) => html(prose(v) + (visit.phase === 'accepted' ? image(visit.url('ads', place)) : ''), onceAccepted(visit, known)),
          [`ads:${place}`]: () => picture({ cookies: [seen] }),
        },
        violations: [
          { rule: 'R-UNDECL', item: v.host('ads') },
          { rule: 'R-UNDECL', item: seen.name },
        ],
        does: { accepted: [`cookie ${known.name}`, `cookie ${seen.name}`, `request ${v.host('ads')}`] },
      };
    },
  ),
];
