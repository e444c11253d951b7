// nginx in the foreground with a configuration of its own, measured over all of its processes.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Place } from '../origin/nginx-conf.ts';
import type { Running, Usage } from './running.ts';

// Linux counts in hundredths of a second and pages of 4 KiB wherever this runs.
const TICK = 10_000;
const PAGE = 4096;
const PATIENCE = 5000;

/** The version of nginx, or null where there is none. */
export async function findNginx(): Promise<string | null> {
  const found = await promisify(execFile)('nginx', ['-v']).catch(() => null);
  return found === null ? null : (/nginx\/(\S+)/.exec(found.stderr)?.[1] ?? 'unknown');
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function usageOf(pid: number): Promise<Usage> {
  const [stat, memory, children] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/statm`, 'utf8'),
    readFile(`/proc/${pid}/task/${pid}/children`, 'utf8'),
  ]);
  // The name in parentheses may hold anything; what is behind it is counted from the third field on.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const own = { cpu: (Number(fields[11]) + Number(fields[12])) * TICK, resident: Number(memory.split(' ')[1]) * PAGE };
  const others = await Promise.all(
    children
      .trim()
      .split(' ')
      .filter(Boolean)
      .map((child) => usageOf(Number(child))),
  );
  return others.reduce((sum, { cpu, resident }) => ({ cpu: sum.cpu + cpu, resident: sum.resident + resident, heap: 0 }), {
    ...own,
    heap: 0,
  });
}

/** Whether something accepts connections there. */
async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Starts nginx with the configuration that `render` gives, from a folder that is there, and waits until it answers. */
export async function startNginx(folder: string, render: (place: Place) => string): Promise<Running> {
  const port = await findFreePort();
  const configuration = join(folder, 'nginx.conf');
  await writeFile(configuration, render({ folder, port }));
  const child = spawn('nginx', ['-p', folder, '-e', join(folder, 'error.log'), '-c', configuration], { stdio: 'ignore' });
  const stop = (): void => void child.kill();
  process.once('exit', stop);
  const deadline = Date.now() + PATIENCE;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`nginx does not answer: ${await complaintOf(folder)}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    port,
    usage: () => usageOf(child.pid ?? 0),
    close: async () => {
      process.off('exit', stop);
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}

async function complaintOf(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'error.log'), 'utf8').catch(() => '');
  return text.trim().split('\n').at(-1) ?? '';
}
