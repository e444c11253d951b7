// A cache that several visitors share, by the rules of RFC 9111, in front of whatever is to be tried.
import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request as openRequest } from 'node:http';
import CachePolicy from 'http-cache-semantics';

/** A running cache. `hits` are the targets that were answered without asking, `renewed` those that only needed a 304. */
export type SharedCache = {
  readonly port: number;
  readonly hits: readonly string[];
  readonly renewed: readonly string[];
  empty(): void;
  close(): Promise<void>;
};

type Headers = { readonly [name: string]: string | readonly string[] | undefined };
type Answer = { readonly status: number; readonly headers: Headers; readonly body: Buffer };
type Stored = { readonly policy: CachePolicy; readonly status: number; readonly body: Buffer };
type Asked = { readonly method: string; readonly url: string; readonly headers: IncomingHttpHeaders };

async function ask(
  port: number,
  { method, url, headers }: { readonly method: string; readonly url: string; readonly headers: Headers },
): Promise<Answer> {
  const outgoing = openRequest({ host: '127.0.0.1', port, method, path: url, headers: { ...headers, connection: 'close' }, agent: false });
  outgoing.end();
  const [message] = (await once(outgoing, 'response')) as [IncomingMessage];
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  // Two lines of a policy are one list of policies.
  const policies = message.headersDistinct['content-security-policy'];
  return {
    status: message.statusCode ?? 0,
    headers: { ...message.headers, ...(policies === undefined ? {} : { 'content-security-policy': policies }) },
    body: Buffer.concat(pieces.map((piece) => new Uint8Array(piece))),
  };
}

function send(response: ServerResponse, status: number, headers: Headers, body: Buffer): void {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !['connection', 'transfer-encoding', 'keep-alive'].includes(name)) response.setHeader(name, value);
  }
  response.writeHead(status);
  response.end(new Uint8Array(body));
}

/** Starts it before a port of the loopback. */
export async function startSharedCache(upstream: number): Promise<SharedCache> {
  const store = new Map<string, Stored>();
  const hits: string[] = [];
  const renewed: string[] = [];
  const keep = (key: string, asked: Asked, { status, headers, body }: Answer): Headers => {
    const policy = new CachePolicy(asked, { status, headers }, { shared: true });
    if (asked.method === 'GET' && policy.storable()) store.set(key, { policy, status, body });
    return headers;
  };
  const renew = async (key: string, asked: Asked, stored: Stored, response: ServerResponse): Promise<void> => {
    const answer = await ask(upstream, { ...asked, headers: stored.policy.revalidationHeaders(asked) });
    const { policy, modified } = stored.policy.revalidatedPolicy(asked, answer);
    if (modified || answer.status !== 304) return send(response, answer.status, keep(key, asked, answer), answer.body);
    store.set(key, { ...stored, policy });
    renewed.push(asked.url);
    return send(response, stored.status, policy.responseHeaders(), stored.body);
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked: Asked = { method: request.method ?? 'GET', url: request.url ?? '/', headers: request.headers };
    const key = `${asked.headers.host} ${asked.url}`;
    const stored = asked.method === 'GET' ? store.get(key) : undefined;
    if (stored?.policy.satisfiesWithoutRevalidation(asked) === true) {
      hits.push(asked.url);
      return send(response, stored.status, stored.policy.responseHeaders(), stored.body);
    }
    if (stored !== undefined) return renew(key, asked, stored, response);
    const answer = await ask(upstream, asked);
    return send(response, answer.status, keep(key, asked, answer), answer.body);
  };
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    hits,
    renewed,
    empty: () => store.clear(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
