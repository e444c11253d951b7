// hono/proxy on @hono/node-server as its documentation shows it.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';

export function start({ host, port }) {
  const app = new Hono();
  app.all('*', (context) => {
    const { pathname, search } = new URL(context.req.url);
    return proxy(`http://${host}:${port}${pathname}${search}`, { raw: context.req.raw, headers: context.req.header() });
  });
  return new Promise((resolve) =>
    serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (address) => resolve({ port: address.port })),
  );
}
