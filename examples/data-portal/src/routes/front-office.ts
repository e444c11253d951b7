// The pages that anybody can read.

import { encodeCsv } from '../catalog/csv.ts';
import type { Dataset } from '../catalog/dataset.ts';
import { cellOf } from '../catalog/dataset.ts';
import { cookieLine, cookieValue, mapStyleCookie } from '../http/cookies.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Reply } from '../http/reply.ts';
import { withCookies } from '../http/reply.ts';
import { datasetPage } from '../pages/dataset.ts';
import { developersPage } from '../pages/developers.ts';
import { homePage } from '../pages/home.ts';
import { listPage } from '../pages/list.ts';
import { parseMapStyle } from '../pages/map-section.ts';
import type { PortalContext, Route } from './portal-context.ts';
import { showPage, viewOf } from './portal-context.ts';

// The look of the map is kept only for a visitor who granted the maps; for others it holds for this page.
function showDataset(dataset: Dataset, exchange: Exchange, context: PortalContext): Reply {
  const granted = context.granted(exchange);
  const kept = granted ? cookieValue(exchange.cookies, mapStyleCookie.name) : null;
  const style = parseMapStyle(exchange.query.get('style') ?? kept);
  const view = viewOf(exchange, context);
  const reply = showPage(view, datasetPage(dataset, exchange.query, { embedOrigin: context.embedOrigin, granted, style }, view));
  return granted && kept !== style ? withCookies(reply, [cookieLine(mapStyleCookie, style)]) : reply;
}

function exportCsv(dataset: Dataset): string {
  const names = dataset.fields.map((field) => field.name);
  return encodeCsv([names, ...dataset.rows.map((row) => names.map((name) => cellOf(row, name)))]);
}

function exportJson(dataset: Dataset): string {
  return `${JSON.stringify(dataset.rows.map((row) => Object.fromEntries(row)))}\n`;
}

function download(dataset: Dataset, format: string): Reply {
  const [type, body] =
    format === 'csv' ? ['text/csv; charset=utf-8; header=present', exportCsv(dataset)] : ['application/json', exportJson(dataset)];
  const disposition = `attachment; filename="${dataset.id}.${format}"`;
  return {
    status: 200,
    headers: [
      ['Content-Type', type],
      ['Content-Disposition', disposition],
      ['Cache-Control', 'no-cache'],
    ],
    body,
  };
}

function respondDataset(exchange: Exchange, context: PortalContext): Reply | null {
  const [, id = '', file] = /^\/datasets\/([a-z0-9-]+)(?:\/export\.(csv|json))?$/.exec(exchange.path) ?? [];
  const dataset = context.catalog.find(id);
  if (dataset === null) return null;
  return file === undefined ? showDataset(dataset, exchange, context) : download(dataset, file);
}

/** Home, list, dataset, downloads, developers. */
export const frontOffice: Route = (exchange, context) => {
  if (exchange.method !== 'GET' && exchange.method !== 'HEAD') return null;
  switch (exchange.path) {
    case '/':
      return showPage(viewOf(exchange, context), homePage(context.catalog.list(), viewOf(exchange, context)));
    case '/datasets':
      return showPage(viewOf(exchange, context), listPage(context.catalog.list(), exchange.query, viewOf(exchange, context)));
    case '/developers':
      return showPage(viewOf(exchange, context), developersPage(viewOf(exchange, context)));
    default:
      return respondDataset(exchange, context);
  }
};
