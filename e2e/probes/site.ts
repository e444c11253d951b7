// The site that probes run in: a page for each, which the server holds open until it is told, and what the probes ask the site for.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Origin } from '@candor/testkit';
import { startOrigin } from '@candor/testkit';
import type { Place, Probe } from './probe.ts';
import { siteNonce, trustedPolicy } from './probe.ts';
import type { Ears, Hits, Tracker } from './tracker.ts';

/** One attempt under way. */
export type Attempt = { readonly number: string; readonly probe: Probe; readonly ears: Ears };

/** A running site. Pages of an attempt stay open until it is released. */
export type Site = Pick<Origin, 'url' | 'close'> & {
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  begin(attempt: Attempt): void;
  release(number: string): void;
};

const workers: { readonly [name: string]: string } = {
  'fetch.js': "fetch(location.search.slice(1), { mode: 'no-cors' });",
  'database.js': `const request = indexedDB.open('w_worker_database');
request.onsuccess = () => { request.result.close(); new BroadcastChannel('probe').postMessage('done'); };`,
  'cookie-store.js': "oninstall = (event) => event.waitUntil(cookieStore.set('w_worker_store', '1'));",
};

// The compiler of tests and that of programs name functions in different ways.
const prelude = `const __name = (value) => value;
const settled = (target) => new Promise((resolve) => {
  for (const event of ['load', 'error', 'open', 'success']) target.addEventListener(event, () => resolve());
  setTimeout(resolve, 1000);
});
const done = (says) => document.documentElement.setAttribute('data-probe', says);`;

function renderScript({ probe: { run }, number, ears: { socket, datagrams } }: Attempt, tracker: Tracker): string {
  const places: Omit<Place, 'settled'> = {
    at: `${tracker.origin}/hit/${number}`,
    away: `/away/${number}`,
    collect: `/collect/${number}`,
    ...{ socket, datagrams },
  };
  return `{ ${prelude}
(async () => (${String(run)})({ ...${JSON.stringify(places)}, settled }))().then(() => done('done'), (reason) => done('failed: ' + reason)); }`;
}

function renderStart({ probe: { id, markup = '', policy }, number }: Attempt): string {
  const nonce = policy === undefined ? '' : ` nonce="${siteNonce}"`;
  return `<!doctype html><html lang="en"><head><title>Probe</title></head><body><main><h1>Probe</h1>${markup}</main>
<script src="/run/${id}.js?${number}"${nonce}></script>`;
}

function openSocket({ socket, headers }: IncomingMessage, name: string): void {
  const key = createHash('sha1')
    .update(`${String(headers['sec-websocket-key'])}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64');
  const lines = ['Upgrade: websocket', 'Connection: Upgrade', `Sec-WebSocket-Accept: ${key}`, `Set-Cookie: ${name}=1; Path=/; HttpOnly`];
  socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
}

const plain = '<!doctype html><html lang="en"><head><title>Page</title></head><body><main>A page</main></body></html>';

/** Starts it. */
export async function startSite(hits: Hits, tracker: Tracker): Promise<Site> {
  const attempts = new Map<string, Attempt>();
  const held = new Map<string, ServerResponse>();
  const routes: { readonly [first: string]: (rest: string, request: IncomingMessage, response: ServerResponse) => void } = {
    probe: (_id, request, response) => {
      const number = (request.url ?? '').split('?')[1] ?? '';
      const attempt = attempts.get(number);
      const policy = attempt?.probe.policy;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...(policy && { 'content-security-policy': policy }) });
      response.write(attempt === undefined ? plain : renderStart(attempt));
      held.set(number, response);
    },
    run: (_id, request, response) => {
      const attempt = attempts.get((request.url ?? '').split('?')[1] ?? '');
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end(attempt === undefined ? '' : renderScript(attempt, tracker));
    },
    worker: (name, request, response) => {
      const service = request.headers['service-worker'] === undefined ? {} : { 'service-worker-allowed': '/' };
      response.writeHead(200, { 'content-type': 'text/javascript', ...service });
      response.end(workers[name.split('?')[0] ?? ''] ?? '');
    },
    'set-cookie': (name, _request, response) => {
      const [bare, httpOnly] = name.split('?');
      const line = `${bare}=1; Path=/; Max-Age=86400${httpOnly === undefined ? '' : '; HttpOnly'}`;
      response.writeHead(200, { 'content-type': 'text/plain', 'set-cookie': line });
      response.end('x');
    },
    away: (number, _request, response) => {
      response.writeHead(302, { location: `${tracker.origin}/hit/${number}` });
      response.end();
    },
    collect: (number, _request, response) => {
      hits.add(number);
      response.end();
    },
    trusted: (_rest, _request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': trustedPolicy });
      response.end(plain);
    },
    next: (_rest, _request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(plain);
    },
  };
  const answer: Site['answer'] = (request, response) => {
    const [, first = '', rest = ''] = /^\/([^/?]*)\/?(.*)$/.exec(request.url ?? '') ?? [];
    if (first === 'socket') return openSocket(request, rest);
    const route = routes[first === 'deep' ? 'next' : first];
    if (route !== undefined) return route(rest, request, response);
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
    return void response.end(plain);
  };
  const origin = await startOrigin(answer);
  return {
    url: origin.url,
    close: origin.close,
    answer,
    begin: (attempt) => void attempts.set(attempt.number, attempt),
    release: (number) => {
      held.get(number)?.end('</body></html>');
      held.delete(number);
      attempts.delete(number);
    },
  };
}
