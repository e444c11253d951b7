// Eight ways of not keeping to the declaration, each alone in its function. README.md says what should find each.

import { html } from '@candor/core';
import type { Exchange, Lie, LieContext, Reply } from '@candor-example/data-portal';
import { cookieLine, csrfCookie, languageCookie, mapStyleCookie, withCookies } from '@candor-example/data-portal';

const year = 31_536_000;

function isPage(reply: Reply): boolean {
  return reply.headers.some(([name, value]) => name === 'Content-Type' && value.startsWith('text/html'));
}

function isDatasetPage(reply: Reply, exchange: Exchange): boolean {
  return reply.status === 200 && isPage(reply) && exchange.path.startsWith('/datasets/');
}

function randomHex(context: LieContext): string {
  return Array.from(context.random(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const undeclaredCookie: Lie = {
  name: 'undeclared-cookie',
  alter: (reply, exchange, context) => {
    if (!isPage(reply)) return reply;
    const value = exchange.cookies.get('tracking_id')?.[0] ?? randomHex(context);
    return withCookies(reply, [cookieLine({ name: 'tracking_id', maxAge: year, httpOnly: true, sameSite: 'Lax' }, value)]);
  },
};

const pixelBeforeChoice: Lie = {
  name: 'pixel-before-choice',
  markup: ({ embedOrigin }) => html`<img src="${embedOrigin}/pixel.gif" alt="" width="1" height="1">`,
};

// The line is found by its name and rewritten, so that the cookie itself goes on working.
const longerLife: Lie = {
  name: 'longer-life',
  alter: (reply) => ({
    ...reply,
    headers: reply.headers.map(([name, value]) => {
      const longer = name === 'Set-Cookie' && value.startsWith(`${csrfCookie.name}=`);
      return [name, longer ? value.replace(/Max-Age=\d+/, `Max-Age=${2 * year}`) : value] as const;
    }),
  }),
};

const cookieAfterReject: Lie = {
  name: 'cookie-after-reject',
  alter: (reply, exchange, context) =>
    isDatasetPage(reply, exchange) && context.mapsAnswer(exchange) === 'denied'
      ? withCookies(reply, [cookieLine(mapStyleCookie, 'coast')])
      : reply,
};

// In the language the page has anyway, so that nothing but the cookie gives it away.
const languageForEveryone: Lie = {
  name: 'language-for-everyone',
  alter: (reply, exchange) => {
    if (!isPage(reply) || exchange.cookies.has(languageCookie.name)) return reply;
    const [, language = 'en'] = /<html lang="([a-z]+)"/.exec(String(reply.body)) ?? [];
    return withCookies(reply, [cookieLine(languageCookie, language)]);
  },
};

const visitorScript = `'use strict';
{
  const key = 'visitor_id';
  if (localStorage.getItem(key) === null) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    localStorage.setItem(key, Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
}
`;

const localStorageId: Lie = {
  name: 'local-storage-id',
  markup: () => html`<script src="/static/visitor.js" defer></script>`,
  respond: (exchange) =>
    exchange.path === '/static/visitor.js'
      ? {
          status: 200,
          headers: [
            ['Content-Type', 'text/javascript; charset=utf-8'],
            ['Cache-Control', 'no-cache'],
          ],
          body: visitorScript,
        }
      : null,
};

const redirectCookie: Lie = {
  name: 'redirect-cookie',
  datasetLink: (id) => `/r/${id}`,
  respond: (exchange) => {
    const [, id] = /^\/r\/([a-z0-9-]+)$/.exec(exchange.path) ?? [];
    if (id === undefined) return null;
    const seen = cookieLine({ name: 'r_seen', maxAge: year, httpOnly: true, sameSite: 'Lax' }, id);
    return withCookies(
      {
        status: 302,
        headers: [
          ['Location', `/datasets/${id}`],
          ['Cache-Control', 'no-store'],
        ],
        body: '',
      },
      [seen],
    );
  },
};

// Kept a second time under a path that nobody declared: expiring the declared one leaves it.
const survivesWithdrawal: Lie = {
  name: 'survives-withdrawal',
  alter: (reply, exchange, context) =>
    isDatasetPage(reply, exchange) && context.mapsAnswer(exchange) === 'granted'
      ? withCookies(reply, [cookieLine({ ...mapStyleCookie, path: '/datasets' }, 'coast')])
      : reply,
};

const all = {
  'undeclared-cookie': undeclaredCookie,
  'pixel-before-choice': pixelBeforeChoice,
  'longer-life': longerLife,
  'cookie-after-reject': cookieAfterReject,
  'language-for-everyone': languageForEveryone,
  'local-storage-id': localStorageId,
  'redirect-cookie': redirectCookie,
  'survives-withdrawal': survivesWithdrawal,
} as const satisfies { readonly [name: string]: Lie };

/** The name of a lie. */
export type LieName = keyof typeof all;

/** All eight, in the order of README.md. */
export const lieNames: readonly LieName[] = Object.keys(all) as LieName[];

/** The lie of a name. */
export function lieNamed(name: LieName): Lie {
  return all[name];
}
