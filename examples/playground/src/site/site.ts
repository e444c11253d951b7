// The small site behind every guard: one page, its styles and its picture. It sets its cookies on every page, allowed or not.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { renderHtml } from '@candor/core';
import { cellOf } from '../cell.ts';
import { renderSitePage } from './page.ts';
import { picture } from './picture.ts';
import { siteStyles } from './styles.ts';

const cookies: readonly string[] = [
  'basket=2; Path=/; Secure; SameSite=Lax',
  '_visits=1; Path=/; Max-Age=2592000; Secure; SameSite=Lax',
  '_map_look=12; Path=/; Max-Age=7776000; Secure; SameSite=Lax',
  '_quay=4f2; Path=/; Max-Age=7776000; Secure; SameSite=Lax',
];

/** Answers as the site; `port` is the one that visitors come to. */
export function answerSite(request: IncomingMessage, response: ServerResponse, port: number): void {
  const cell = cellOf((request.headers.host ?? '').replace(/:\d+$/, ''));
  const path = (request.url ?? '/').split('?')[0];
  if (path === '/style.css') return give(response, 'text/css', siteStyles);
  if (path === '/lighthouse.svg') return give(response, 'image/svg+xml', picture);
  if (path !== '/' || cell === null) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Nothing here\n');
    return;
  }
  response.setHeader('set-cookie', [...cookies]);
  give(response, 'text/html', renderHtml(renderSitePage(cell, port)));
}

function give(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' }).end(body);
}
