// A shop on two loopback sites (`shop.localhost`, `offers.localhost`) that keeps to its declaration unless told to lie.
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

/** What the shop does besides what it declares; each is independent of the others. */
export type ShopLie =
  | 'undeclared'
  | 'pixel'
  | 'life'
  | 'after-reject'
  | 'language-for-all'
  | 'local-storage'
  | 'redirect'
  | 'survives'
  | 'flags'
  | 'script-cookie'
  | 'zombie';

export type Shop = { readonly url: string; readonly close: () => Promise<void> };

/** How the shop asks: with our hooks, with words only, with words that a script draws later, or not at all. */
export type ShopNotice = 'hooks' | 'words' | 'late' | 'none';

const day = 86_400;

/** Opens the shop on a free port. */
export async function openShop(lies: readonly ShopLie[] = [], notice: ShopNotice = 'hooks'): Promise<Shop> {
  const server = createServer((request, response) => answer(request, response, { lies: new Set(lies), notice }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://shop.localhost:${port}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Told = { readonly lies: ReadonlySet<ShopLie>; readonly notice: ShopNotice };

function answer(request: IncomingMessage, response: ServerResponse, told: Told): void {
  const host = (request.headers.host ?? '').split(':')[0];
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  request.resume();
  request.once('end', () =>
    host === 'offers.localhost' ? answerOffers(response, path) : answerShop(request, response, { ...told, path }),
  );
}

function answerOffers(response: ServerResponse, path: string): void {
  if (path === '/pixel.gif') {
    response.writeHead(200, { 'content-type': 'image/gif' }).end();
    return;
  }
  const cookie = `offers_visitor=7; Path=/; Max-Age=${30 * day}; Secure; HttpOnly; SameSite=None`;
  response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': cookie }).end('<p>Offers');
}

type Asked = Told & { readonly path: string };

function answerShop(request: IncomingMessage, response: ServerResponse, { lies, notice, path }: Asked): void {
  const cookies = request.headers.cookie ?? '';
  const choice = /cookies_preferences=(\w+)/.exec(cookies)?.[1] ?? null;
  const set: string[] = [];
  const port = (request.headers.host ?? '').split(':')[1] ?? '';
  if (lies.has('undeclared')) set.push('ab_test=1; Path=/');
  if (lies.has('language-for-all') && !cookies.includes('language='))
    set.push(`language=en; Path=/; Max-Age=${365 * day}; Secure; SameSite=Lax`);
  if (lies.has('after-reject') && choice === 'no') set.push(promo('/'));
  if (choice === 'yes' && path.startsWith('/items')) {
    set.push(promo('/'));
    if (lies.has('survives')) set.push(promo('/items'));
  }
  const send = (status: number, headers: { [name: string]: string }, body = ''): void => {
    response.writeHead(status, { ...headers, 'set-cookie': set, 'cache-control': 'no-store' }).end(body);
  };
  if (path.startsWith('/cookies/answer/')) {
    const granted = path.endsWith('/yes');
    set.push(`cookies_preferences=${granted ? 'yes' : 'no'}; Path=/; Max-Age=${182 * day}; Secure; SameSite=Lax`);
    if (!granted && !lies.has('after-reject')) set.push('promo=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax');
    if (path.endsWith('/withdraw') && lies.has('zombie')) set.push(promo('/'));
    return send(303, { location: '/' });
  }
  if (path === '/go/offer') {
    if (lies.has('redirect')) set.push('r_seen=1; Path=/; HttpOnly');
    return send(302, { location: '/items/1' });
  }
  if (path === '/language') {
    set.push(`language=fr; Path=/; Max-Age=${365 * day}; Secure; SameSite=Lax`);
    return send(303, { location: '/' });
  }
  if (path === '/login') {
    const life = lies.has('life') ? 300 : 100;
    if (request.method === 'POST')
      set.push(`sessionid=1; Path=/; Max-Age=${14 * day}; Secure; ${lies.has('flags') ? '' : 'HttpOnly; '}SameSite=Lax`);
    set.push(`csrftoken=1; Path=/; Max-Age=${life * day}; Secure; SameSite=Lax`);
    if (request.method === 'POST') return send(303, { location: '/' });
  }
  if (path === '/shop.js') return send(200, { 'content-type': 'text/javascript' }, scriptOf(lies));
  send(
    200,
    { 'content-type': 'text/html; charset=utf-8' },
    page({ lies, notice, path, port, choice, loggedIn: cookies.includes('sessionid=') }),
  );
}

function promo(path: string): string {
  return `promo=1; Path=${path}; Max-Age=${30 * day}; Secure; HttpOnly; SameSite=Lax`;
}

function scriptOf(lies: ReadonlySet<ShopLie>): string {
  const lines = ['// the shop', lies.has('local-storage') ? "localStorage.setItem('visitor_id', '1');" : ''];
  if (lies.has('script-cookie')) lines.push("document.cookie = 'js_seen=secret-value; path=/; max-age=1000';");
  return lines.join('\n');
}

type PageFacts = Told & { readonly path: string; readonly port: string; readonly choice: string | null; readonly loggedIn: boolean };

function page({ lies, notice, path, port, choice, loggedIn }: PageFacts): string {
  const item = lies.has('redirect') ? '/go/offer' : '/items/1';
  const pixel = lies.has('pixel') ? `<img alt="" src="http://offers.localhost:${port}/pixel.gif">` : '';
  const frame = choice === 'yes' && path.startsWith('/items') ? `<iframe src="http://offers.localhost:${port}/frame"></iframe>` : '';
  return `<!doctype html><html lang="en"><title>Shop</title><h1>${path}</h1>
<a href="${item}">An item</a> <a href="/login">Log in</a> <a href="/about">About</a> <a href="/logout">Log out</a> <a href="/list.csv">List</a>
<a data-candor="way-back" href="/cookies/preferences">Cookie settings</a>
${choice === null ? drawNotice(notice) : ''}${path === '/cookies/preferences' && choice === 'yes' ? renderWithdraw(notice) : ''}
${path === '/login' ? '<form method="post"><input name="user"><button id="enter">Enter</button></form>' : ''}${loggedIn ? '<p id="who">You</p>' : ''}
<form method="post" action="/language"><button name="language" value="en">English</button><button name="language" value="fr">Français</button></form>
${pixel}${frame}<script src="/shop.js"></script>`;
}

function drawNotice(notice: ShopNotice): string {
  if (notice !== 'late') return renderNotice(notice);
  return `<template>${renderNotice(notice)}</template><script>
setTimeout(() => { const late = document.querySelector('template'); late.replaceWith(late.content); }, 400);</script>`;
}

function renderNotice(notice: ShopNotice): string {
  if (notice === 'none') return '';
  const hook = (name: string): string => (notice === 'hooks' ? `data-candor="${name}"` : '');
  return `<section><p>May we use cookies for offers?</p>
<form method="post" action="/cookies/answer/yes"><button ${hook('accept')}>Accept all</button></form>
<form method="post" action="/cookies/answer/no"><button ${hook('reject')}>Reject all</button></form></section>`;
}

function renderWithdraw(notice: ShopNotice): string {
  const hook = notice === 'hooks' ? 'data-candor="withdraw"' : '';
  return `<section><p>You accepted cookies.</p><form method="post" action="/cookies/answer/withdraw"><button ${hook}>Withdraw consent</button></form></section>`;
}
