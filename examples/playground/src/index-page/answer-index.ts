// Answers for the index: the page, its styles, and a few lines that send the form when a select changes.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { renderHtml } from '@candor/core';
import { renderIndex } from './render-index.ts';
import { indexStyles } from './styles.ts';
import { readView } from './view.ts';

const script = `document.forms[0].addEventListener('change', ({ currentTarget }) => currentTarget.requestSubmit());\n`;

/** Answers one request. */
export function answerIndex(request: IncomingMessage, response: ServerResponse, port: number): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/style.css') return give(response, 'text/css', indexStyles);
  if (url.pathname === '/form.js') return give(response, 'text/javascript', script);
  if (url.pathname === '/') return give(response, 'text/html', renderHtml(renderIndex(readView(url.searchParams), port)));
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Nothing here\n');
}

function give(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' }).end(body);
}
