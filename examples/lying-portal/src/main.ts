// Starts the twin bare, with its embed host: `npm start -w @candor-example/lying-portal -- --lies redirect-cookie,longer-life`.
import { parseArgs } from 'node:util';
import { createEmbedServer } from '@candor-example/data-portal';
import { lieNames } from './lies.ts';
import { createLyingPortal } from './lying-portal.ts';

const { values } = parseArgs({
  options: { port: { type: 'string' }, 'embed-port': { type: 'string' }, lies: { type: 'string' }, guarded: { type: 'boolean' } },
});

async function start(): Promise<void> {
  const host = '127.0.0.1';
  const asked = values.lies?.split(',');
  const unknown = asked?.filter((name) => !lieNames.some((known) => known === name)) ?? [];
  if (unknown.length > 0) throw new RangeError(`Expected lies out of ${lieNames.join(', ')}, found "${unknown.join('", "')}"`);
  const lies = lieNames.filter((name) => asked?.includes(name) ?? true);
  const embed = createEmbedServer();
  const embedAddress = await embed.listen({ host, port: Number(values['embed-port'] ?? 8083) });
  const portal = createLyingPortal({ embedOrigin: `http://embed.localhost:${embedAddress.port}`, bare: values.guarded !== true, lies });
  const address = await portal.listen({ host, port: Number(values.port ?? 8082) });
  console.log(`Lying portal http://portal.localhost:${address.port}/`);
  console.log(`Lies         ${lies.join(', ')}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void Promise.all([portal.close(), embed.close()]);
    });
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
