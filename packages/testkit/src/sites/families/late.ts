// Before any answer, but not at once: what waits for time, a movement or another page.
import { html, inline, mayStill, nothing, redirect, unlessRefused } from '../answers.ts';
import { createNotice } from '../notice.ts';
import { writeCookie, writeStore } from '../page-scripts.ts';
import { prose } from '../prose.ts';
import type { Cookie, CorpusSite, Move, Routes, SiteParts, Stored, Visit } from '../site.ts';
import { site } from '../site.ts';
import { cookie, declare, stored } from '../things.ts';
import type { Variation } from '../variation.ts';

const kinds = ['before-consent', 'late'] as const;

type Late = {
  readonly code?: (visit: Visit) => string;
  readonly main?: string;
  readonly routes?: Routes;
  readonly moves?: readonly Move[];
};

function late(v: Variation, item: Cookie | Stored, { code, main = '', routes = {}, moves = [] }: Late): SiteParts {
  const label = `${'store' in item ? item.store : 'cookie'} ${item.name}`;
  const home = { '/': (visit: Visit) => html(prose(v) + main + (code !== undefined && mayStill(visit) ? inline(code(visit)) : '')) };
  return {
    declares: [declare('statistics', item)],
    notice: createNotice(v),
    sweeps: [item],
    routes: { ...home, ...routes },
    moves,
    violations: [{ rule: 'R-PRE-STORE', item: item.name }],
    does: { unasked: [label], accepted: [label] },
  };
}

const seenCookie = (v: Variation): Cookie => cookie(v.name('seen'), { days: 60 });
const long = '<div style="height:3000px"></div><p>The end of the page.</p>';

/** Sites of this family. */
export const lateSites: readonly CorpusSite[] = [
  site('on-scroll', 'A cookie comes when the page is scrolled', [...kinds, 'scroll'], (v) => {
    const seen = seenCookie(v);
    const code = (visit: Visit): string => `addEventListener('scroll', () => { ${writeCookie(visit, seen)} }, { once: true });`;
    return late(v, seen, { code, main: long, moves: [{ scroll: true }] });
  }),
  site('on-sight', 'A cookie comes when the foot of the page is seen', [...kinds, 'scroll'], (v) => {
    const seen = seenCookie(v);
    const code = (
      visit: Visit,
    ): string => `const eye = new IntersectionObserver((seen) => { if (!seen.some((one) => one.isIntersecting)) return;
eye.disconnect(); ${writeCookie(visit, seen)} }); eye.observe(document.getElementById('end'));`;
    return late(v, seen, {
      code,
      main: '<div style="height:3000px"></div><p id="end">The end of the page.</p>',
      moves: [{ scroll: true }],
    });
  }),
  site('after-two-seconds', 'A cookie comes after two seconds', [...kinds, 'timer'], (v) => {
    const seen = seenCookie(v);
    return late(v, seen, { code: (visit) => `setTimeout(() => { ${writeCookie(visit, seen)} }, ${v.delay(2000)});` });
  }),
  site('after-frames', 'A number is kept once a hundred pictures of an animation were drawn', [...kinds, 'timer'], (v) => {
    const item = stored('local', v.name('frames'));
    const code = (visit: Visit): string =>
      `let left = 100; const draw = () => { if (left-- > 0) return void requestAnimationFrame(draw); ${writeStore(visit, item)}; }; draw();`;
    return late(v, item, { code });
  }),
  site('on-mouse', 'A cookie comes when the pointer moves', [...kinds, 'mouse'], (v) => {
    const seen = seenCookie(v);
    const code = (visit: Visit): string => `addEventListener('pointermove', () => { ${writeCookie(visit, seen)} }, { once: true });`;
    return late(v, seen, { code, moves: [{ mouse: true }] });
  }),
  site('when-idle', 'A number is kept when the browser has nothing to do', [...kinds, 'idle'], (v) => {
    const item = stored('local', v.name('idle'));
    return late(v, item, { code: (visit) => `requestIdleCallback(() => { ${writeStore(visit, item)}; });` });
  }),
  site('second-page', 'A cookie comes with the second page', [...kinds, 'second-page'], (v) => {
    const [seen, place] = [seenCookie(v), v.path('/opening-hours')];
    return late(v, seen, {
      main: `<p><a href="${place}">Opening hours</a></p>`,
      routes: { [place]: (visit) => html('<h1>Opening hours</h1><p>From nine to five.</p>', unlessRefused(visit, seen)) },
      moves: [{ go: place }],
    });
  }),
  site('error-page', 'A cookie comes with the page that says that there is no such page', [...kinds, 'error-page'], (v) => {
    const [seen, place] = [seenCookie(v), v.path('/old-price-list')];
    return late(v, seen, {
      main: `<p><a href="${place}">Prices</a></p>`,
      routes: { [place]: (visit) => html('<h1>There is no such page</h1>', { status: 404, ...unlessRefused(visit, seen) }) },
      moves: [{ go: place }],
    });
  }),
  site('on-language', 'A cookie of statistics comes with the choice of a language', [...kinds, 'language'], (v) => {
    const [seen, place, name] = [seenCookie(v), v.path('/language'), v.mark('language')];
    return late(v, seen, {
      main: `<form method="post" action="${place}"><button id="${name}" name="language" value="fr">Français</button> <button name="language" value="en">English</button></form>`,
      routes: { [place]: (visit) => redirect('/', { status: 303, ...unlessRefused(visit, seen) }) },
      moves: [{ click: `#${name}` }],
    });
  }),
  site('on-log-in', 'A cookie of statistics comes with logging in', [...kinds, 'log-in'], (v) => {
    const [seen, place, button] = [seenCookie(v), v.path('/login'), v.mark('enter')];
    const session = cookie('sessionid', { httpOnly: true, secure: true });
    const parts = late(v, seen, {
      main: `<p><a href="${place}">Log in</a></p>`,
      routes: {
        [place]: (visit) =>
          visit.method === 'POST'
            ? redirect('/', { status: 303, cookies: [session, ...unlessRefused(visit, seen).cookies] })
            : html(
                `<h1>Log in</h1><form method="post"><label>Name <input name="user" value="reader"></label> <label>Password <input type="password" name="password" value="reader"></label> <button id="${button}">Log in</button></form>`,
              ),
      },
      moves: [{ go: place }, { click: `#${button}` }],
    });
    const when = { on: 'log-in', requests: [{ hosts: [v.host('')], paths: [place], methods: ['POST'] }] } as const;
    return { ...parts, declares: [...(parts.declares ?? []), declare('necessary', session, { when })] };
  }),
  site('on-form', 'A cookie of statistics comes with a message that is sent', [...kinds, 'form'], (v) => {
    const [seen, place, button] = [seenCookie(v), v.path('/message'), v.mark('send')];
    return late(v, seen, {
      main: `<form method="post" action="${place}"><label>Message <input name="message" value="Hello"></label> <button id="${button}">Send</button></form>`,
      routes: { [place]: (visit) => html('<h1>Thank you</h1>', unlessRefused(visit, seen)) },
      moves: [{ click: `#${button}` }],
    });
  }),
  site('on-leaving', 'A cookie comes with the message that the visitor leaves', [...kinds, 'leaving'], (v) => {
    const [seen, place, bye] = [seenCookie(v), v.path('/about'), v.path('/bye')];
    return late(v, seen, {
      code: () => `addEventListener('pagehide', () => navigator.sendBeacon('${bye}', 'bye'));`,
      main: `<p><a href="${place}">About us</a></p>`,
      routes: { [place]: () => html('<h1>About us</h1>'), [bye]: (visit) => nothing(unlessRefused(visit, seen)) },
      moves: [{ go: place }],
    });
  }),
  site('on-route', 'A number is kept when a page without loading changes its address', [...kinds, 'route'], (v) => {
    const [item, place, link] = [stored('local', v.name('route')), v.path('/catalogue'), v.mark('catalogue')];
    const code = (visit: Visit): string => `document.getElementById('${link}').addEventListener('click', (event) => {
event.preventDefault(); history.pushState({}, '', '${place}'); document.querySelector('h1').textContent = 'Catalogue'; ${writeStore(visit, item)}; });`;
    return late(v, item, {
      code,
      main: `<p><a id="${link}" href="${place}">Catalogue</a></p>`,
      routes: { [place]: () => html('<h1>Catalogue</h1>') },
      moves: [{ click: `#${link}` }],
    });
  }),
  site('on-focus', 'A cookie comes when a field is entered', [...kinds, 'typing'], (v) => {
    const [seen, field] = [seenCookie(v), v.mark('search')];
    const code = (visit: Visit): string =>
      `document.getElementById('${field}').addEventListener('input', () => { ${writeCookie(visit, seen)} }, { once: true });`;
    return late(v, seen, {
      code: (visit) => `addEventListener('DOMContentLoaded', () => { ${code(visit)} });`,
      main: `<form role="search"><label>Search <input id="${field}" type="search"></label></form>`,
      moves: [{ type: `#${field}`, text: 'bread' }],
    });
  }),
];
