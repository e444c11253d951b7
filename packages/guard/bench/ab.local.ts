import { execFileSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smallCase, pageCase, documentCase, encodedCase } from './cases.ts';
import { chooseLoader } from './load/load.ts';
import { bundlePrograms } from './processes/bundle.ts';
import { startProgram } from './processes/node-program.ts';
import { startNginx } from './processes/nginx.ts';
import * as conf from './origin/nginx-conf.ts';
const args = process.argv.slice(2);
const rounds = Number(args[0] ?? 3);
const wantCases = (args[1] ?? 'small').split(',');
const names = (args[2] ?? 'guard,dispatch').split(',');
const prof = args[3];
const out = '/tmp/ab/bundle'; mkdirSync(out, { recursive: true });
const programs = process.env.NOBUNDLE ? '/tmp/ab/bundle/candor' : await bundlePrograms(out, []);
import { enterSite } from './enter.ts';
import { findNginx } from './processes/nginx.ts';
const folder = await mkdtemp(join(tmpdir(), 'ab-'));
const closers: any[] = [];
const siteEntry = await enterSite({ folder, programs, nginx: await findNginx(), say: console.error, onClose: (c) => void closers.push(c) });
const site = siteEntry.running;
const upstream = { host: '127.0.0.1', port: site.port };
const loader = await chooseLoader('');
const cases: any = { small: smallCase, page: pageCase, document: documentCase, encoded: encodedCase };
const running: any = {};
for (const name of names) running[name] = name === 'site' ? site : await startProgram({ folder: programs, name, upstream, flags: [] });
if (prof) {
  const { fork } = await import('node:child_process');
  const { once } = await import('node:events');
  for (const name of names) {
    await running[name].close();
    const child = fork(join(programs, 'program.mjs'), [join(programs, `${name}.mjs`), '127.0.0.1', String(site.port)], { execArgv: [...(process.env.TRACE ? process.env.TRACE.split(' ') : ['--cpu-prof', `--cpu-prof-dir=/tmp/ab/prof-${name}`, '--cpu-prof-interval=150'])], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const [m] = await once(child, 'message');
    running[name] = { port: (m as any).port, usage: async () => { child.send('usage'); const [u] = await once(child, 'message'); return u; }, disconnect: () => child.disconnect() };
  }
}
const med = (xs: number[]) => [...xs].sort((a, b) => a - b)[xs.length >> 1]!;
for (const c of wantCases) {
  const got: any = {}; const rps: any = {};
  for (let r = 0; r <= rounds; r++) for (const name of names) {
    const before = await running[name].usage();
    const load = await loader.run({ port: running[name].port, path: cases[c].path, headers: cases[c].headers }, { connections: 32, seconds: r === 0 ? 3 : 1 });
    const after = await running[name].usage();
    if (r > 0) { (got[name] ??= []).push((after.cpu - before.cpu) / load.requests); (rps[name] ??= []).push(load.requests / load.seconds); }
  }
  const base = med(got[names.at(-1)!]);
  console.log(c.padEnd(9), names.map((n) => `${n} ${med(got[n]).toFixed(0)} µs (${(med(got[n]) / base).toFixed(2)}) ${med(rps[n]).toFixed(0)}/s`).join('   '));
}
if (prof) { /* the channel's end lets it write its profile */ for (const name of names) running[name].disconnect?.(); await new Promise((r) => setTimeout(r, 1500)); }
else for (const name of names) await running[name].close();
for (const c of closers) await c();
process.exit(0);
