import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { readGot } from './contract/clause.ts';
import { server as expressServer } from './fixtures/mounts/express.ts';
import { server as fastifyServer } from './fixtures/mounts/fastify.ts';
import { fetch as honoFetch } from './fixtures/mounts/hono.ts';
import { server as nodeServer } from './fixtures/mounts/node.ts';
import { fetch as webFetch } from './fixtures/mounts/web.ts';
import { stateOf } from './site.ts';
import { exchangeBytes, requestText } from './wire.ts';

const guide = readFileSync(new URL('../../../docs/guides/mounts.md', import.meta.url), 'utf8');

async function bodyFrom(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const { body } = readGot(await exchangeBytes(port, requestText('GET /')));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return body;
}

async function bodyOf(fetch: (request: Request) => Response | Promise<Response>): Promise<string> {
  return (await fetch(new Request('http://portal.localhost/'))).text();
}

const PROGRAMS: { readonly [name: string]: () => Promise<string> } = {
  node: () => bodyFrom(nodeServer),
  express: () => bodyFrom(expressServer),
  fastify: () => bodyFrom(fastifyServer),
  hono: () => bodyOf(honoFetch),
  web: () => bodyOf(webFetch),
};

for (const [name, run] of Object.entries(PROGRAMS)) {
  test(`M39 the program of the guide for ${name} is the one that runs here, and its page carries the question`, async () => {
    expect(guide).toContain(`\`\`\`ts\n${readFileSync(new URL(`fixtures/mounts/${name}.ts`, import.meta.url), 'utf8')}\`\`\``);
    const body = await run();
    expect(body).toContain('<h1>Hello</h1>');
    expect(stateOf(body)).toMatchObject({ consent: { ask: true } });
  });
}
