// httpxy as its documentation shows it, with connections kept.
import { Agent, createServer } from 'node:http';
import { createProxyServer } from 'httpxy';
import { listen } from './listen.mjs';

export function start({ host, port }) {
  const proxy = createProxyServer({ target: `http://${host}:${port}`, agent: new Agent({ keepAlive: true }) });
  proxy.on('error', () => {});
  return listen(createServer((request, response) => void proxy.web(request, response)));
}
