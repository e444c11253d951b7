// Starts the playground and says where it is; Ctrl-C ends it and leaves nothing behind.
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { PlaygroundError } from './errors.ts';
import { startPlayground } from './playground.ts';

const help = `Usage: npm start -w @candor-example/playground -- [options]
  --port N   the port on this machine (4500)`;

async function run(port: number): Promise<void> {
  const playground = await startPlayground({ port });
  console.log(`Playground  ${playground.origin}/\nCtrl-C ends it`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await playground.close();
}

const { values } = parseArgs({ options: { port: { type: 'string', default: '4500' }, help: { type: 'boolean' } } });
if (values.help) console.log(help);
else {
  run(Number(values.port)).catch((error: unknown) => {
    console.error(error instanceof PlaygroundError ? `${error.code}: ${error.message}` : error);
    process.exitCode = 2;
  });
}
