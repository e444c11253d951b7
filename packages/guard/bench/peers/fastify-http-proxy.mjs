// @fastify/http-proxy as its documentation shows it.
import proxy from '@fastify/http-proxy';
import fastify from 'fastify';

export async function start({ host, port }) {
  const server = fastify();
  await server.register(proxy, { upstream: `http://${host}:${port}` });
  await server.listen({ host: '127.0.0.1', port: 0 });
  return { port: server.server.address().port };
}
