// Load from outside: wrk where it is on the machine, else autocannon.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Where requests go, and as what. */
export type Target = { readonly port: number; readonly path: string; readonly headers: readonly string[] };

/** What a load is like. */
export type Shape = { readonly connections: number; readonly seconds: number };

/** What was counted. Times in microseconds. `failures` are requests without an answer and answers that are not 2xx or 3xx. */
export type Load = {
  readonly requests: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly failures: number;
  readonly p50: number;
  readonly p99: number;
};

/** Something that makes load. */
export type Loader = { readonly name: string; run(target: Target, shape: Shape): Promise<Load> };

const run = promisify(execFile);
const script = fileURLToPath(new URL('visitors.lua', import.meta.url));
const headerOptions = (headers: readonly string[]): readonly string[] => headers.flatMap((header) => ['-H', header]);

type Counted = {
  readonly requests: number;
  readonly duration: number;
  readonly bytes: number;
  readonly broken: number;
  readonly refused: number;
  readonly p50: number;
  readonly p99: number;
};

async function runWrk({ port, path, headers }: Target, { connections, seconds }: Shape): Promise<Load> {
  const shape = ['-t1', `-c${connections}`, `-d${seconds}s`];
  const { stdout } = await run('wrk', [...shape, '-s', script, ...headerOptions(headers), `http://127.0.0.1:${port}${path}`]);
  const counted = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Counted;
  const { requests, bytes, p50, p99 } = counted;
  return { requests, bytes, p50, p99, seconds: counted.duration / 1e6, failures: counted.broken + counted.refused };
}

type Cannon = {
  readonly duration: number;
  readonly errors: number;
  readonly timeouts: number;
  readonly non2xx: number;
  readonly requests: { readonly total: number };
  readonly throughput: { readonly total: number };
  readonly latency: { readonly p50: number; readonly p99: number };
};

/** All of its requests come from one visitor, and its times are whole milliseconds. */
const visitor = 'Cookie: sessionid=6a09e667bb67ae853c6ef372a54ff53a; csrftoken=510e527f9b05688c1f83d9ab5be0cd19';

function autocannon(modules: string): Loader['run'] {
  return async ({ port, path, headers }, { connections, seconds }) => {
    const options = ['-j', '-n', '-c', String(connections), '-d', String(seconds), ...headerOptions([...headers, visitor])];
    const program = join(modules, 'autocannon', 'autocannon.js');
    const { stdout } = await run(process.execPath, [program, ...options, `http://127.0.0.1:${port}${path}`], { maxBuffer: 1e7 });
    const counted = JSON.parse(stdout) as Cannon;
    return {
      requests: counted.requests.total,
      seconds: counted.duration,
      bytes: counted.throughput.total,
      failures: counted.errors + counted.timeouts + counted.non2xx,
      p50: counted.latency.p50 * 1000,
      p99: counted.latency.p99 * 1000,
    };
  };
}

/** The version of wrk, or null where there is none. */
export async function findWrk(): Promise<string | null> {
  // It says its version and exits with 1.
  const said = await run('wrk', ['-v']).catch((cause: { readonly stdout?: unknown }) => cause);
  return /^wrk (\S+)/.exec(String(said.stdout ?? ''))?.[1] ?? null;
}

/** What makes the load. `modules` is where autocannon was installed. */
export async function chooseLoader(modules: string): Promise<Loader> {
  const wrk = await findWrk();
  return wrk === null ? { name: 'autocannon', run: autocannon(modules) } : { name: `wrk ${wrk}`, run: runWrk };
}
