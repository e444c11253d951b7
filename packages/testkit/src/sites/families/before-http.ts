// Before any answer: what responses of every kind bring along.
import { html, image, inline, json, mayStill, nothing, picture, redirect, script, style, unlessRefused } from '../answers.ts';
import { createNotice } from '../notice.ts';
import { prose } from '../prose.ts';
import type { Cookie, CorpusSite, Handler, Routes, SiteParts } from '../site.ts';
import { site } from '../site.ts';
import { cookie, declare, foreignCookie, loads } from '../things.ts';
import type { Variation } from '../variation.ts';

const kinds = ['before-consent', 'cookie', 'http'] as const;

// A site whose question is fair and whose refusal works: one cookie alone does not wait for the answer.
function early(v: Variation, seen: Cookie, routes: Routes): SiteParts {
  return {
    declares: [declare('statistics', seen)],
    notice: createNotice(v),
    sweeps: [seen],
    routes,
    violations: [{ rule: 'R-PRE-STORE', item: seen.name }],
    does: { unasked: [`cookie ${seen.name}`], accepted: [`cookie ${seen.name}`] },
  };
}

const visitorCookie = (v: Variation): Cookie => cookie(v.name('visitor'), { days: 30, httpOnly: true });

// The page asks for one more thing, and that thing brings the cookie.
function brought(
  v: Variation,
  path: string,
  [markup, handler]: readonly [(address: string) => string, (seen: Cookie) => Handler],
): SiteParts {
  const seen = visitorCookie(v);
  const place = v.path(path);
  return early(v, seen, { '/': () => html(v.order([prose(v), markup(place)])), [place]: handler(seen) });
}

/** Sites of this family. */
export const beforeHttpSites: readonly CorpusSite[] = [
  site('page-cookie', 'The page itself brings a cookie', kinds, (v) => {
    const seen = visitorCookie(v);
    return early(v, seen, { '/': (visit) => html(prose(v), unlessRefused(visit, seen)) });
  }),
  site('hop-cookie', 'A hop on the way to the page brings a cookie', [...kinds, 'redirect'], (v) => {
    const seen = visitorCookie(v);
    const place = v.path('/welcome');
    return early(v, seen, { '/': (visit) => redirect(place, unlessRefused(visit, seen)), [place]: () => html(prose(v)) });
  }),
  site('picture-hop-cookie', 'A picture is redirected twice and the middle hop brings a cookie', [...kinds, 'redirect'], (v) => {
    const [seen, one, two, three] = [visitorCookie(v), v.path('/i/one.gif'), v.path('/i/two.gif'), v.path('/i/three.gif')];
    return early(v, seen, {
      '/': () => html(prose(v) + image(one)),
      [one]: () => redirect(two),
      [two]: (visit) => redirect(three, { status: 307, ...unlessRefused(visit, seen) }),
      [three]: () => picture(),
    });
  }),
  site('missing-picture-cookie', 'A picture that is not there brings a cookie', kinds, (v) =>
    brought(v, '/gone.gif', [image, (seen) => (visit) => ({ status: 404, body: '', ...unlessRefused(visit, seen) })]),
  ),
  site('picture-cookie', 'A picture brings a cookie', kinds, (v) =>
    brought(v, '/logo.gif', [image, (seen) => (visit) => picture(unlessRefused(visit, seen))]),
  ),
  site('preload-cookie', 'A script that is only preloaded brings a cookie', kinds, (v) => {
    const seen = visitorCookie(v);
    const place = v.path('/later.js');
    const head = `<link rel="preload" as="script" href="${place}">`;
    return early(v, seen, { '/': () => html(prose(v), { head }), [place]: (visit) => script('// later', unlessRefused(visit, seen)) });
  }),
  site('style-cookie', 'A style sheet imports another one that brings a cookie', kinds, (v) => {
    const [seen, one, two] = [visitorCookie(v), v.path('/look.css'), v.path('/fonts/faces.css')];
    return early(v, seen, {
      '/': () => html(prose(v), { head: `<link rel="stylesheet" href="${one}">` }),
      [one]: () => style(`@import url("${two}"); h1 { font-weight: 600; }`),
      [two]: (visit) => style('p { max-width: 60ch; }', unlessRefused(visit, seen)),
    });
  }),
  site('fetch-cookie', 'Data that a script asks for bring a cookie', kinds, (v) =>
    brought(v, '/api/opening-hours', [
      (place) => inline(`fetch('${place}').then((hours) => hours.json());`),
      (seen) => (visit) => json({ open: '9-17' }, unlessRefused(visit, seen)),
    ]),
  ),
  site('empty-answer-cookie', 'An answer without content brings a cookie', kinds, (v) =>
    brought(v, '/ping', [
      (place) => inline(`const asked = new XMLHttpRequest(); asked.open('POST', '${place}'); asked.send();`),
      (seen) => (visit) => nothing(unlessRefused(visit, seen)),
    ]),
  ),
  site('stream-cookie', 'A stream of events brings a cookie', kinds, (v) =>
    brought(v, '/events', [
      (place) =>
        inline(`const told = new EventSource('${place}'); told.onmessage = () => told.close(); told.onerror = () => told.close();`),
      (seen) => (visit) => ({ type: 'text/event-stream', body: 'data: open\n\n', ...unlessRefused(visit, seen) }),
    ]),
  ),
  site('frame-cookie', 'A frame of the site itself brings a cookie', [...kinds, 'frame'], (v) =>
    brought(v, '/inside', [
      (place) => `<iframe title="Opening hours" src="${place}"></iframe>`,
      (seen) => (visit) => html('<p>Open from nine to five.</p>', { bare: true, ...unlessRefused(visit, seen) }),
    ]),
  ),
  site('socket-cookie', 'The handshake of a WebSocket brings a cookie', [...kinds, 'web-socket'], (v) => {
    const seen = visitorCookie(v);
    const place = v.path('/live');
    const open = inline(`const live = new WebSocket('ws://' + location.host + '${place}'); live.onopen = () => {};`);
    return early(v, seen, {
      '/': () => html(prose(v) + open),
      [place]: (visit) => ({ by: 'web-socket', ...unlessRefused(visit, seen) }),
    });
  }),
  site('worker-fetch-cookie', 'A worker asks for data that bring a cookie', [...kinds, 'worker'], (v) => {
    const [seen, worker, place] = [visitorCookie(v), v.path('/sums.js'), v.path('/api/sums')];
    return early(v, seen, {
      '/': () => html(prose(v) + inline(`new Worker('${worker}');`)),
      [worker]: () => script(`fetch('${place}');`),
      [place]: (visit) => json([1, 2, 3], { by: 'worker', ...unlessRefused(visit, seen) }),
    });
  }),
  site(
    'subdomain-cookie',
    'A host below the site’s own, as a disguised vendor has it, sets a cookie for the whole site',
    [...kinds, 'cname'],
    (v) => {
      const seen = cookie(v.name('vendor_id'), { days: 390, domain: v.host(''), role: '.stats' });
      const place = v.path('/collect.gif');
      return {
        ...early(v, seen, {
          '/': (visit) => html(prose(v) + (mayStill(visit) ? image(visit.url('.stats', place)) : '')),
          [`.stats:${place}`]: (visit) => picture({ cookies: [seen], headers: { 'x-served-for': visit.path } }),
        }),
        sweeps: [{ ...seen, role: '' }],
      };
    },
  ),
  site('proxied-vendor', 'The site passes a vendor’s script and cookie on under its own name', [...kinds, 'first-party-proxy'], (v) => {
    const seen = cookie(v.name('fp_uid'), { days: 365, httpOnly: true, secure: true });
    const [tag, hit] = [v.path('/metrics/tag.js'), v.path('/metrics/hit')];
    return early(v, seen, {
      '/': () => html(prose(v), { head: `<script async src="${tag}"></script>` }),
      [tag]: () => script(`fetch('${hit}?page=' + encodeURIComponent(location.pathname), { method: 'POST', keepalive: true });`),
      [hit]: (visit) => nothing(unlessRefused(visit, seen)),
    });
  }),
  site('pixel-elsewhere', 'A picture of another site brings that site’s cookie', ['before-consent', 'cookie', 'third-party'], (v) => {
    const seen = foreignCookie('pixel', v.name('uid'), { days: 90, httpOnly: true });
    const place = v.path('/p.gif');
    return {
      declares: [declare('marketing', seen), declare('marketing', loads('pixel', 'image'))],
      notice: createNotice(v),
      routes: {
        '/': (visit) => html(prose(v) + (mayStill(visit) ? image(visit.url('pixel', place)) : '')),
        [`pixel:${place}`]: () => picture({ cookies: [seen] }),
      },
      violations: [
        { rule: 'R-PRE-STORE', item: seen.name },
        { rule: 'R-PRE-3P', item: v.host('pixel') },
      ],
      does: { unasked: [`cookie ${seen.name}`, `request ${v.host('pixel')}`] },
    };
  }),
  site(
    'partitioned-frame',
    'A frame of another site keeps a cookie for this site only',
    ['before-consent', 'cookie', 'partitioned'],
    (v) => {
      const seen = foreignCookie('widget', v.name('chat'), { days: 30, partitioned: true });
      const place = v.path('/chat');
      return {
        declares: [declare('preferences', seen), declare('preferences', loads('widget', 'frame'))],
        notice: createNotice(v),
        routes: {
          '/': (visit) => html(prose(v) + (mayStill(visit) ? `<iframe title="Chat" src="${visit.url('widget', place)}"></iframe>` : '')),
          [`widget:${place}`]: () => html('<p>How can we help?</p>', { cookies: [seen] }),
        },
        violations: [
          { rule: 'R-PRE-STORE', item: seen.name },
          { rule: 'R-PRE-3P', item: v.host('widget') },
        ],
        does: { unasked: [`cookie ${seen.name}`, `request ${v.host('widget')}`] },
      };
    },
  ),
  site('fonts-elsewhere', 'Fonts of another site are asked for without an answer', ['before-consent', 'request', 'third-party'], (v) => {
    const place = v.path('/face.css');
    return {
      declares: [declare('preferences', loads('fonts', 'style'))],
      notice: createNotice(v),
      routes: {
        '/': (visit) => html(prose(v), { head: mayStill(visit) ? `<link rel="stylesheet" href="${visit.url('fonts', place)}">` : '' }),
        [`fonts:${place}`]: () => style('h1 { letter-spacing: 0.01em; }'),
      },
      violations: [{ rule: 'R-PRE-3P', item: v.host('fonts') }],
      does: { unasked: [`request ${v.host('fonts')}`] },
    };
  }),
];
