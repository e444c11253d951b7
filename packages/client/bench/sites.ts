// The servers of the bench, all on the loopback: the page's own site, and one that stands for every other site.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { startOrigin } from '@candor/testkit';
import type { Assets, Site, Surroundings } from './entry.ts';
import { heroPath, renderHero } from './page.ts';
import { siteHost, traces } from './words.ts';

/** The other sites, and what reached them. `hits` are the paths with query that were asked of the undeclared host. */
export type OtherSites = { readonly surroundings: Surroundings; readonly hits: readonly string[]; close(): Promise<void> };

function send(response: ServerResponse, type: string, body: string | Buffer, headers: { readonly [name: string]: string } = {}): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  response.end(body);
}

const isOf = (request: IncomingMessage, host: string): boolean => (request.headers.host ?? '').split(':')[0] === host;

/** Starts the server of all other sites. */
export async function startOtherSites(): Promise<OtherSites> {
  const hits: string[] = [];
  const origin = await startOrigin((request, response) => {
    const target = request.url ?? '/';
    if (isOf(request, 'undeclared.localhost')) hits.push(target);
    request.resume();
    const path = target.split('?')[0] ?? '/';
    if (path.endsWith('.js')) send(response, 'text/javascript', 'window.benchTag = performance.now();');
    else if (path.endsWith('.gif')) send(response, 'image/gif', Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64'));
    else send(response, 'text/html; charset=utf-8', '<!doctype html><title>Map</title><p>Map</p>', { 'access-control-allow-origin': '*' });
  });
  const at = (name: string): string => `http://${name}.localhost:${origin.port}`;
  const surroundings = { tracker: at('tracker'), frame: at('frame'), undeclared: at('undeclared') };
  return { surroundings, hits, close: origin.close };
}

const hero = renderHero();

/** Answers what belongs to the site itself; says whether it did. */
export function answerSite(request: IncomingMessage, response: ServerResponse, page: string, assets: Assets): void {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const asset = path === heroPath ? hero : assets[path];
  request.resume();
  if (asset !== undefined) send(response, asset.type, asset.body);
  else if (path === '/' || path.endsWith('/')) send(response, 'text/html; charset=utf-8', page);
  else if (path === '/trace') send(response, 'text/plain', 'ok', { 'set-cookie': `${traces.http}=1; Path=/; HttpOnly; Max-Age=86400` });
  else if (path === '/set-cookie') send(response, 'text/plain', 'ok', { 'set-cookie': 'u_header=1; Path=/; Max-Age=86400' });
  else {
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end('no');
  }
}

/** A page with the files of its own origin. */
export type PageWithAssets = { readonly page: string; readonly assets: Assets };

/** Serves a page that is made for the origin at which it is served. */
export async function openPageAt(make: (origin: string) => PageWithAssets): Promise<Site> {
  const made: { site?: PageWithAssets } = {};
  const server = await startOrigin((request, response) => answerSite(request, response, made.site?.page ?? '', made.site?.assets ?? {}));
  const origin = `http://${siteHost}:${server.port}`;
  made.site = make(origin);
  return { origin, close: server.close };
}

/** Serves a page and its files at the site's own host. */
export function openPage(page: string, assets: Assets): Promise<Site> {
  return openPageAt(() => ({ page, assets }));
}
