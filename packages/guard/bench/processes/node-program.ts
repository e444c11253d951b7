// Starts one program of the bench in a process of its own.
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Started, Upstream } from '../entries/entry.ts';
import type { Running, Usage } from './running.ts';

/** Which program, before which site, with which flags of Node. */
export type Start = { readonly folder: string; readonly name: string; readonly upstream: Upstream; readonly flags?: readonly string[] };

/** The next message, or why there will be none. */
async function nextMessage(child: ChildProcess, complaints: readonly string[]): Promise<unknown> {
  const stop = new AbortController();
  const ended = once(child, 'exit', { signal: stop.signal }).then(() => {
    throw new Error(complaints.join('').match(/^\w*Error.*$/m)?.[0] ?? 'The process ended');
  });
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: stop.signal }), ended]);
    return message;
  } finally {
    stop.abort();
    ended.catch(() => undefined);
  }
}

/** Starts it and waits until it listens. Rejects with its own words when it does not. */
export async function startProgram({ folder, name, upstream, flags = [] }: Start): Promise<Running> {
  const args = [join(folder, `${name}.mjs`), upstream.host, String(upstream.port)];
  const child = fork(join(folder, 'program.mjs'), args, { execArgv: [...flags], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const complaints: string[] = [];
  child.stderr?.on('data', (text) => complaints.push(String(text)));
  const { port } = (await nextMessage(child, complaints)) as Started;
  return {
    port,
    usage: async (collect = false) => {
      child.send(collect ? 'collect' : 'usage');
      return (await nextMessage(child, complaints)) as Usage;
    },
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}
