// The second host: it serves the maps, knows its visitors by a number, and has a pixel to offer.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Dataset } from '../catalog/dataset.ts';
import { loadDatasets } from '../catalog/load.ts';
import { cookieLine, embedCookie } from '../http/cookies.ts';
import type { Exchange } from '../http/exchange.ts';
import { exchangeFrom } from '../http/exchange.ts';
import type { Reply } from '../http/reply.ts';
import { pageReply, problemReply, sendReply, withCookies } from '../http/reply.ts';
import type { Portal } from '../http/serve.ts';
import { serve } from '../http/serve.ts';
import { parseMapStyle } from '../pages/map-section.ts';
import type { Random } from '../security/random.ts';
import { systemRandom } from '../security/random.ts';
import { parseLanguage } from '../words/language.ts';
import { renderMapPage } from './map-page.ts';

/** How to make an embed host. */
export type EmbedOptions = { readonly random?: Random };

// A transparent GIF of one pixel.
const pixel: Uint8Array = Uint8Array.from(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'));

function showMap(exchange: Exchange, datasets: ReadonlyMap<string, Dataset>, random: Random): Reply {
  const { query, cookies } = exchange;
  const dataset = datasets.get(query.get('dataset') ?? '') ?? null;
  const page = renderMapPage(dataset, parseMapStyle(query.get('style')), parseLanguage(query.get('lang')) ?? 'en');
  const reply = pageReply(dataset === null ? 404 : 200, page);
  if (cookies.has(embedCookie.name)) return reply;
  return withCookies(reply, [cookieLine(embedCookie, Buffer.from(random(16)).toString('hex'))]);
}

/** The embed host: `/map?dataset=…&style=…&lang=…` sets `embed_visitor`, `/pixel.gif` sets nothing. */
export function createEmbedServer(options: EmbedOptions = {}): Portal {
  const random = options.random ?? systemRandom;
  const datasets = loadDatasets();
  const respond = (exchange: Exchange): Reply => {
    if (exchange.method !== 'GET' && exchange.method !== 'HEAD') return problemReply(405, 'METHOD_NOT_ALLOWED', 'Expected GET, HEAD');
    if (exchange.path === '/map') return showMap(exchange, datasets, random);
    if (exchange.path === '/pixel.gif')
      return {
        status: 200,
        headers: [
          ['Content-Type', 'image/gif'],
          ['Cache-Control', 'no-store'],
        ],
        body: pixel,
      };
    return problemReply(404, 'NOT_FOUND', 'Expected /map or /pixel.gif');
  };
  return serve((request: IncomingMessage, response: ServerResponse) => {
    const exchange = exchangeFrom(request);
    sendReply(response, respond(exchange), exchange.method);
  });
}
