// The same site behind every mount, each built as its users build it.
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { pipeline, Readable } from 'node:stream';
import { createClock, createSeededBytes } from '@candor/testkit';
import type { HttpBindings } from '@hono/node-server';
import { createAdaptorServer } from '@hono/node-server';
import express from 'express';
import Fastify from 'fastify';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import type { GuardSummary } from '../../src/contract.ts';
import { createGuard } from '../../src/guard.ts';
import { guardExpress } from '../../src/mounts/express.ts';
import { guardFastify } from '../../src/mounts/fastify.ts';
import { guardHono } from '../../src/mounts/hono.ts';
import type { Limit, MountName } from '../../src/mounts/limits.ts';
import { limitsOf } from '../../src/mounts/limits.ts';
import type { MountOptions } from '../../src/mounts/mount.ts';
import { guardListener, guardServer } from '../../src/mounts/node.ts';
import { createWebGuard } from '../../src/mounts/web.ts';
import { client, site as declared, NOW } from '../site.ts';
import type { Reply, Seen, Site } from './site.ts';
import { byName, nodeBody, nodeCookies, writeRaw } from './site.ts';

/** A site behind a mount. */
export type Stand = {
  readonly port: number;
  readonly limits: readonly Limit[];
  readonly server: Server;
  report(): GuardSummary;
  close(): Promise<void>;
};

type Start = (site: Site, options: MountOptions) => Promise<Stand>;

export function optionsFor(overrides: Partial<MountOptions> = {}): MountOptions {
  return {
    declaration: declared,
    mode: 'enforce',
    client,
    random: createSeededBytes(1),
    now: createClock(NOW).now,
    onReady: () => undefined,
    ...overrides,
  };
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

function seenByNode(request: IncomingMessage, body: () => Promise<Uint8Array> = () => nodeBody(request)): Seen {
  const header = (name: string): string | undefined => [request.headers[name] ?? []].flat()[0];
  return { method: request.method ?? '', url: request.url ?? '', cookies: nodeCookies(request), header, body };
}

function sendByNode(response: ServerResponse, { status = 200, headers, body, hints, raw }: Reply): void {
  if (raw !== undefined) return writeRaw(response.socket, raw);
  if (hints !== undefined) response.writeEarlyHints({ link: [...hints] });
  response.statusCode = status;
  for (const [name, values] of byName(headers)) response.setHeader(name, values.length === 1 ? (values[0] ?? '') : values);
  if (body === null || body === undefined) response.end();
  else if (typeof body === 'string' || body instanceof Uint8Array) response.end(body);
  else pipeline(Readable.from(body), response, () => undefined);
}

/** Something behind the guard that adds a cookie when the head is written, as session stores do. */
function addLate(response: ServerResponse, late: string | undefined): void {
  if (late === undefined) return;
  const { writeHead } = response;
  response.writeHead = ((...given: Parameters<typeof writeHead>) => {
    response.appendHeader('Set-Cookie', late);
    return writeHead.apply(response, given);
  }) as typeof writeHead;
}

function nodeSite(site: Site): Server {
  const server = createServer((request, response) => {
    void (async () => {
      const reply = await site.answer(seenByNode(request));
      addLate(response, reply.late);
      if (reply.throws === true) sendByNode(response, { status: 500, headers: reply.headers ?? [], body: 'failed' });
      else sendByNode(response, reply);
    })();
  });
  const { switched } = site;
  if (switched !== undefined) server.on('upgrade', (_request, socket: Duplex) => void socket.end(switched, 'latin1'));
  return server;
}

const startNode: Start = async (site, options) => {
  const server = nodeSite(site);
  const { limits, report } = guardServer(server, options);
  return { port: await listening(server), limits, server, report, close: () => closed(server) };
};

const startListener: Start = async (site, options) => {
  const inner = nodeSite(site);
  const { listener, limits, report } = guardListener((request, response) => void inner.emit('request', request, response), options);
  const server = createServer(listener);
  if (site.switched !== undefined) server.on('upgrade', (_request, socket: Duplex) => void socket.end(site.switched, 'latin1'));
  return { port: await listening(server), limits, server, report, close: () => closed(server) };
};

const startProxy: Start = async (site, options) => {
  const server = nodeSite(site);
  const upstream = `http://127.0.0.1:${await listening(server)}`;
  const guard = createGuard({ ...options, upstream });
  const { port } = await guard.listen({ host: '127.0.0.1', port: 0 });
  const close = async (): Promise<void> => {
    await guard.close();
    await closed(server);
  };
  return { port, limits: limitsOf('proxy'), server, report: guard.report, close };
};

const startExpress: Start = async (site, options) => {
  const app = express();
  const { limits, report } = guardExpress(app, options);
  app.use(async (request, response) => {
    const reply = await site.answer(seenByNode(request));
    addLate(response, reply.late);
    for (const [name, value] of reply.headers ?? []) response.append(name, value);
    if (reply.throws === true) throw new TypeError('The site fails');
    const { status = 200, body } = reply;
    if (typeof body === 'string' && reply.hints === undefined && reply.raw === undefined) response.status(status).send(Buffer.from(body));
    else sendByNode(response, { ...reply, headers: [] });
  });
  const server = createServer(app);
  if (site.switched !== undefined) server.on('upgrade', (_request, socket: Duplex) => void socket.end(site.switched, 'latin1'));
  return { port: await listening(server), limits, server, report, close: () => closed(server) };
};

const startFastify: Start = async (site, options) => {
  const { serverFactory, limits, report } = guardFastify(options);
  const app = Fastify({ serverFactory, forceCloseConnections: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  app.addHook('onSend', async (_request, reply, payload) => {
    const late = reply.getHeader('x-late');
    reply.removeHeader('x-late');
    if (typeof late === 'string') reply.header('set-cookie', late);
    return payload;
  });
  app.all('/*', async (request, reply) => {
    const { body } = request;
    const whole = (): Promise<Uint8Array> => nodeBody(body instanceof Readable ? body : request.raw);
    const seen = seenByNode(request.raw, whole);
    const given = await site.answer({ ...seen, cookies: [...seen.cookies, request.headers.cookie] });
    for (const [name, values] of byName(given.headers)) reply.header(name, values.length === 1 ? values[0] : values);
    if (given.throws === true) throw new TypeError('The site fails');
    if (given.raw !== undefined) return writeRaw(reply.raw.socket, given.raw);
    if (given.hints !== undefined) reply.raw.writeEarlyHints({ link: [...given.hints] });
    if (given.late !== undefined) reply.header('x-late', given.late);
    const { status = 200, body: out } = given;
    const payload = out === null || out === undefined || typeof out === 'string' || out instanceof Uint8Array ? out : Readable.from(out);
    return reply.code(status).send(payload instanceof Uint8Array ? Buffer.from(payload) : (payload ?? undefined));
  });
  if (site.switched !== undefined) app.server.on('upgrade', (_request, socket: Duplex) => void socket.end(site.switched, 'latin1'));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return { port, limits, server: app.server, report, close: async () => void (await app.close()) };
};

function streamOf(body: Reply['body']): string | ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | null {
  if (body === undefined || body === null || typeof body === 'string') return body ?? null;
  if (body instanceof Uint8Array) return Uint8Array.from(body);
  return Readable.toWeb(Readable.from(body)) as ReadableStream<Uint8Array>;
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}

function sendPast({ outgoing }: HttpBindings, { hints, raw }: Reply): void {
  if (hints !== undefined) outgoing.writeEarlyHints({ link: [...hints] });
  if (raw !== undefined) writeRaw(outgoing.socket, raw);
}

type Bound = { Bindings: HttpBindings };

async function answerHono(site: Site, context: Context<Bound>): Promise<Response> {
  const { raw } = context.req;
  const parsed = Object.entries(getCookie(context)).map(([name, value]) => `${name}=${value}`);
  const reply = await site.answer({
    method: raw.method,
    url: pathOf(raw),
    cookies: [context.req.header('cookie'), raw.headers.get('cookie'), parsed.length === 0 ? undefined : parsed.join('; ')],
    header: (name) => context.req.header(name),
    body: async () => new Uint8Array(await context.req.arrayBuffer()),
  });
  for (const [name, value] of reply.headers ?? []) context.header(name, value, { append: true });
  if (reply.throws === true) throw new TypeError('The site fails');
  sendPast(context.env, reply);
  if (reply.late !== undefined) context.header('x-late', reply.late);
  context.status((reply.status ?? 200) as Parameters<typeof context.status>[0]);
  const body = streamOf(reply.body);
  return body === null ? context.body(null) : context.body(body);
}

const startHono: Start = async (site, options) => {
  const app = new Hono<Bound>();
  const remoteAddress = (context: Context<Bound>): string => context.env.incoming.socket.remoteAddress ?? '';
  const { limits, report } = guardHono(app, { ...options, remoteAddress });
  app.use('*', async (context, next) => {
    await next();
    const late = context.res.headers.get('x-late');
    context.res.headers.delete('x-late');
    if (late !== null) context.header('Set-Cookie', late, { append: true });
  });
  app.onError((_error, context) => context.text('failed', 500));
  app.all('*', (context) => answerHono(site, context));
  return serveFetch(site, (request, env) => app.fetch(request, env), { limits, report });
};

const startWeb: Start = async (site, options) => {
  const { handle, limits, report } = createWebGuard(options);
  const answer = async (request: Request, env: HttpBindings): Promise<Response> => {
    const reply = await site.answer({
      method: request.method,
      url: pathOf(request),
      cookies: [request.headers.get('cookie')],
      header: (name) => request.headers.get(name),
      body: async () => new Uint8Array(await request.arrayBuffer()),
    });
    if (reply.throws === true) throw new TypeError('The site fails');
    sendPast(env, reply);
    const headers = new Headers();
    for (const [name, value] of [...(reply.headers ?? []), ...(reply.late === undefined ? [] : [['set-cookie', reply.late] as const])])
      headers.append(name, value);
    return new Response(streamOf(reply.body), { status: reply.status ?? 200, headers });
  };
  const fetch = (request: Request, env: HttpBindings): Promise<Response> =>
    handle(request, (given) => answer(given, env), { remoteAddress: env.incoming.socket.remoteAddress ?? '' });
  return serveFetch(site, fetch, { limits, report });
};

async function serveFetch(
  site: Site,
  fetch: (request: Request, env: HttpBindings) => Promise<Response> | Response,
  { limits, report }: Pick<Stand, 'limits' | 'report'>,
): Promise<Stand> {
  const server = createAdaptorServer({ fetch: (request: Request, env: unknown) => fetch(request, env as HttpBindings) }) as Server;
  if (site.switched !== undefined) server.on('upgrade', (_request, socket: Duplex) => void socket.end(site.switched, 'latin1'));
  return { port: await listening(server), limits, server, report, close: () => closed(server) };
}

/** Every mount by its name. */
export const STANDS: { readonly [M in MountName]: Start } = {
  proxy: startProxy,
  node: startNode,
  listener: startListener,
  express: startExpress,
  fastify: startFastify,
  hono: startHono,
  web: startWeb,
};
