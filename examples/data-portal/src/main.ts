// Starts the portal and its embed host: `npm start -w @candor-example/data-portal -- --port 8080`.
import { parseArgs } from 'node:util';
import { createEmbedServer } from './embed/embed-server.ts';
import { PortalError } from './errors.ts';
import { createPortal } from './portal.ts';
import { demonstrationPassword, editorName } from './security/passwords.ts';

const help = `Usage: npm start -w @candor-example/data-portal -- [options]
  --port N          the portal's port (8080)
  --embed-port N    the embed host's port (8081)
  --host H          where to listen (127.0.0.1)
  --bare            show a consent notice without a guard in front
  --password P      the editor's password (needed off loopback)
  --data-file F     keep edits in this JSON file`;

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    'embed-port': { type: 'string' },
    host: { type: 'string' },
    bare: { type: 'boolean' },
    password: { type: 'string' },
    'data-file': { type: 'string' },
    help: { type: 'boolean' },
  },
});

async function start(): Promise<void> {
  const { host = '127.0.0.1', port = '8080', 'embed-port': embedPort = '8081', 'data-file': dataFile, password, bare = false } = values;
  if (password === undefined && !/^(127\.|::1$|localhost$)/.test(host)) throw new PortalError('PORTAL_PASSWORD_NEEDED', host);
  const embed = createEmbedServer();
  const embedAddress = await embed.listen({ host, port: Number(embedPort) });
  const portal = createPortal({
    embedOrigin: `http://embed.localhost:${embedAddress.port}`,
    bare,
    password: password ?? demonstrationPassword,
    ...(dataFile === undefined ? {} : { dataFile }),
  });
  const address = await portal.listen({ host, port: Number(port) });
  console.log(`Portal       http://portal.localhost:${address.port}/`);
  console.log(`Embed host   http://embed.localhost:${embedAddress.port}/map?dataset=street-trees`);
  console.log(`Back office  http://portal.localhost:${address.port}/admin/  ${editorName} / ${password ?? demonstrationPassword}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void Promise.all([portal.close(), embed.close()]);
    });
  }
}

if (values.help) console.log(help);
else {
  start().catch((error: unknown) => {
    console.error(error instanceof PortalError ? `${error.code}: ${error.message}` : error);
    process.exitCode = 2;
  });
}
