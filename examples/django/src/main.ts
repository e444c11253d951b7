// Starts Django and the guard in front of it, and says where both are; Ctrl-C stops both and leaves nothing behind.
import { parseArgs } from 'node:util';
import { LibraryError } from './errors.ts';
import { startLibrary } from './start-library.ts';

const help = `Usage: npm start -w @candor-example/django -- [options]
  --port N   where visitors come in (4600)`;

const { values } = parseArgs({ options: { port: { type: 'string', default: '4600' }, help: { type: 'boolean' } } });

// npm passes on the Ctrl-C that the terminal has sent already: both are one, and a second listener stays for it.
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
}

async function run(port: number): Promise<void> {
  const stopped = untilStopped();
  const { django, guarded, close } = await startLibrary({ port, say: (text) => process.stderr.write(text) });
  const lines = [
    `Django ${django.version}  ${django.url}/   answers to Host: library.localhost only`,
    `Guard          ${guarded.origin}/   the same site, held to its declaration`,
    `Admin          ${guarded.origin}/admin/   librarian / ${django.password}`,
    `Policy         ${guarded.origin}/cookies/policy`,
    `Compare        curl -sI -H 'Host: library.localhost' ${django.url}/`,
    `               curl -sI -H 'Host: library.localhost:${guarded.port}' http://127.0.0.1:${guarded.port}/`,
    'Ctrl-C stops both',
  ];
  console.log(lines.join('\n'));
  await stopped;
  await close();
}

if (values.help) console.log(help);
else {
  run(Number(values.port)).catch((error: unknown) => {
    const coded = error instanceof Error && 'code' in error ? `${String(error.code)}: ${error.message}` : String(error);
    console.error(coded);
    // A machine without Django has nothing to show, and nothing is broken.
    process.exitCode = error instanceof LibraryError && error.code === 'LIBRARY_NO_DJANGO' ? 0 : 2;
  });
}
