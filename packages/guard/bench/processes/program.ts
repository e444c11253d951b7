// The process of one program: starts it, tells its port, and says what it has used whenever it is asked.
import type { Program } from '../entries/entry.ts';
import type { Usage } from './running.ts';

function measure(collect: boolean): Usage {
  // There only where the process was started for it.
  if (collect) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  return { cpu: user + system, resident: rss, heap: heapUsed };
}

const [, , path = '', host = '', port = ''] = process.argv;
const program = (await import(path)) as Program;
process.on('message', (asked) => process.send?.(measure(asked === 'collect')));
// Nobody is left to ask.
process.on('disconnect', () => process.exit());
process.send?.(await program.start({ host, port: Number(port) }));
