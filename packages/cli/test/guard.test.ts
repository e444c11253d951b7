import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import type { Origin } from '@candor/testkit';
import { startOrigin } from '@candor/testkit';
import { expect, onTestFinished, test } from 'vitest';
import type { Run, Running } from './candor.ts';
import { candor, folder, inProcess, start } from './candor.ts';
import { json, library } from './declaration.ts';

// A site that sets one cookie nobody declared, and never ends the answer to one path.
async function startSite(): Promise<Origin> {
  const site = await startOrigin((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'spy=1; Path=/' });
    if (request.url === '/stream') response.write('<p>on and on');
    else response.end('<!doctype html><title>Library</title><p>Books');
  });
  onTestFinished(() => site.close());
  return site;
}

function launch(args: readonly string[], cwd: string): Running {
  const running = start(args, { cwd });
  onTestFinished(() => void running.child.kill('SIGKILL'));
  return running;
}

const portOf = async (running: Running): Promise<number> => Number((await running.said(/listening(?:":"| +)127\.0\.0\.1:(\d+)/))[1]);

const ask = async (port: number, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers });

test('X70 X76 a busy port is said, and nothing stays open', async () => {
  const site = await startSite();
  const cwd = await folder({ 'candor.json': json(library) });
  const listen = ['--listen', `127.0.0.1:${site.port}`];
  const [full, filter, serve] = await Promise.all([
    candor(['guard', '--upstream', site.url, ...listen], { cwd }),
    candor(['guard', '--upstream', site.url, ...listen, '--no-platform'], { cwd }),
    candor(['serve', ...listen, '--data', 'other', '--json'], { cwd }),
  ]);
  const busy = `CLI_PORT_BUSY: Port ${site.port} on 127.0.0.1 is taken by another program\n  Stop that program, or choose another port with --listen\n`;
  expect(full).toEqual({ code: 2, stdout: '', stderr: busy });
  expect(filter).toEqual({ code: 2, stdout: '', stderr: busy });
  expect(serve).toMatchObject({ code: 2, stderr: busy });
  expect(JSON.parse(serve.stdout)).toMatchObject({ error: { code: 'CLI_PORT_BUSY' } });
  expect((await stat(join(cwd, 'data/ledger.seed'))).mode & 0o077).toBe(0);
});

test('X75 a data folder that cannot be used is said, and a seed that is there is kept', async () => {
  const cwd = await folder({ 'candor.json': json(library), file: 'not a folder', 'odd/ledger.seed': 'short', 'taken/ledger.seed/x': '' });
  const guard = (data: string): Promise<Run> =>
    inProcess([
      'guard',
      '--upstream',
      'http://127.0.0.1:9',
      '--listen',
      '127.0.0.1:0',
      '--declaration',
      join(cwd, 'candor.json'),
      '--data',
      join(cwd, data),
    ]);
  const below = await guard('file/data');
  expect(below.code).toBe(2);
  expect(below.stderr).toMatch(
    /^CLI_FILE: ".*file\/data\/ledger\.seed" cannot be used: a part of the path is a file, not a folder\n {2}Name a folder/,
  );
  const taken = await guard('taken');
  expect(taken.code).toBe(2);
  expect(taken.stderr).toMatch(/^CLI_FILE: ".*taken\/ledger\.seed" cannot be used: it is a folder\n/);
  const odd = await guard('odd');
  expect(odd.code).toBe(2);
  expect(odd.stderr).toMatch(/^LEDGER_SEED_INVALID: /);
  expect(await readFile(join(cwd, 'odd/ledger.seed'), 'utf8')).toBe('short');
});

test('X71 X72 X73 observing says where everything is, ends on Ctrl-C with an answer under way, and prints what would be dropped', async () => {
  const site = await startSite();
  const cwd = await folder({ 'candor.json': json(library) });
  const guard = launch(
    ['guard', '--upstream', site.url, '--listen', '127.0.0.1:0', '--mode', 'observe', '--data', 'kept', '--grace', '0'],
    cwd,
  );
  const port = await portOf(guard);
  const [, key = ''] = await guard.said(
    /receipts {5}are proved by the key (\S+)\n {15}pin it in the declaration as log\.keys\nCtrl-C stops it\n/,
  );
  const page = await ask(port, '/');
  expect(page.headers.get('set-cookie')).toBe('spy=1; Path=/');
  expect((await ask(port, '/cookies/policy')).status).toBe(200);
  const stream = get(`http://127.0.0.1:${port}/stream`).on('error', () => {});
  await once(stream, 'response');
  // npm hands on the Ctrl-C that the terminal has sent already.
  guard.child.kill('SIGINT');
  guard.child.kill('SIGINT');
  const { code, stdout, stderr } = await guard.ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^\d connections? w(as|ere) cut\n$/) });
  expect(stdout).toMatch(new RegExp(`^Observing ${site.url} under declaration [0-9a-f]{12}\n {2}listening {4}127\\.0\\.0\\.1:${port}\n`));
  expect(stdout).toContain(`  policy       http://library.localhost:${port}/cookies/policy\n`);
  expect(stdout).toMatch(/\n {2}back office {2}http:\/\/library\.localhost:\d+\/cookies\/admin\/\S+ {3}\(makes the first owner, once\)\n/);
  expect(stdout).toMatch(/set-cookie "spy"\n +1 × DROP_UNDECLARED on \/\n/);
  expect(stdout).toContain("names: [{ exact: 'spy' }],");
  const proof = await candor(['verify', 'kept', '--key', key], { cwd });
  expect(proof, proof.stdout + proof.stderr).toMatchObject({ code: 0 });
});

test('X71 X72 X77 X4 enforcing and serving end on SIGTERM, and speak JSON where it is asked for', async () => {
  const site = await startSite();
  const cwd = await folder({ 'candor.json': json(library) });
  const origin = ['--origin', 'https://library.localhost', '--trust-forwarded'];
  const region = ['--region-header', 'X-Country'];
  const guard = launch(['guard', '--upstream', site.url, '--listen', '127.0.0.1:0', '--json', ...origin, ...region], cwd);
  const filter = launch(['guard', '--upstream', site.url, '--listen', '127.0.0.1:0', '--json', '--no-platform', ...region], cwd);
  const serve = launch(['serve', '--listen', '127.0.0.1:0', '--data', 'served'], cwd);
  const [guardPort, filterPort, servePort] = await Promise.all([portOf(guard), portOf(filter), portOf(serve)]);
  expect((await ask(guardPort, '/')).headers.get('set-cookie')).toBeNull();
  expect((await ask(filterPort, '/')).headers.get('set-cookie')).toBeNull();
  for (const port of [guardPort, filterPort]) {
    expect(await (await ask(port, '/', { 'x-country': 'FR' })).text()).toContain('"profile":"fr"');
    expect(await (await ask(port, '/', { 'x-country': 'ZZ' })).text()).toContain('"profile":"eu-base"');
  }
  expect((await ask(servePort, '/cookies/policy')).status).toBe(200);
  const elsewhere = await ask(servePort, '/other');
  expect(elsewhere.status).toBe(404);
  expect(await elsewhere.text()).toBe('Only /cookies/ is served here\n');
  for (const { child } of [guard, filter, serve]) child.kill('SIGTERM');
  const [guardEnd, filterEnd, serveEnd] = await Promise.all([guard.ended, filter.ended, serve.ended]);
  for (const end of [guardEnd, filterEnd, serveEnd]) expect(end).toMatchObject({ code: 0, stderr: '' });
  const [first = '', ...rest] = guardEnd.stdout.split('\n');
  const facts = JSON.parse(first);
  expect(facts).toMatchObject({
    mode: 'enforce',
    upstream: site.url,
    listening: `127.0.0.1:${guardPort}`,
    publicOrigin: 'https://library.localhost',
  });
  expect(facts.key).toMatch(/^library\.localhost\/cookies\/log\+/);
  expect(facts.firstOwner).toMatch(/^https:\/\/library\.localhost\/cookies\/admin\//);
  expect(JSON.parse(rest.join('\n'))).toMatchObject({ mode: 'enforce', observations: [{ name: 'spy', kind: 'set-cookie' }] });
  expect(serveEnd.stdout).toMatch(/^Serving \/cookies under declaration [0-9a-f]{12}\n/);
});

test('X78 layers are enforced one by one: each is said at the start, and what was seen is told on a signal, at the end and in a file', async () => {
  const site = await startSite();
  const cwd = await folder({ 'candor.json': json(library) });
  const mode = ['--mode', 'cookie=enforce, html=observe'];
  const guard = launch(
    ['guard', '--upstream', site.url, '--listen', '127.0.0.1:0', '--no-platform', '--out', 'seen/report.json', ...mode],
    cwd,
  );
  const port = await portOf(guard);
  const reply = await ask(port, '/');
  expect(reply.headers.get('set-cookie')).toBe('spy=1; Path=/');
  expect(reply.headers.get('content-security-policy')).toBeNull();
  expect(reply.headers.get('content-security-policy-report-only')).toContain('report-uri /cookies/api/report');
  guard.child.kill('SIGUSR2');
  await guard.said(/ {2}set-cookie {2}observed: not safe to enforce\. Will be dropped: spy \(1 × on 1 page\)\n/);
  await ask(port, '/');
  guard.child.kill('SIGTERM');
  const { code, stdout, stderr } = await guard.ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^Guarding \S+ under declaration [0-9a-f]{12}\n {2}set-cookie {3}observe: .+\n {2}cookie {7}enforce: .+\n {2}html {9}observe: .+\n {2}csp {10}observe: .+\n {2}listening {4}/,
  );
  expect(stdout).toMatch(/Will be dropped: spy \(2 × on 1 page\)\n {2}cookie {6}enforced\n/);
  expect(JSON.parse(await readFile(join(cwd, 'seen/report.json'), 'utf8'))).toMatchObject({
    mode: { 'set-cookie': 'observe', cookie: 'enforce', html: 'observe', csp: 'observe' },
    layers: { 'set-cookie': { verdict: 'unsafe', losses: [{ name: 'spy', count: 2 }] }, cookie: { verdict: 'enforced' } },
  });
});

test('X74 what cannot be meant is refused before anything is opened', async () => {
  const cwd = await folder({ 'candor.json': json(library) });
  const declaration = join(cwd, 'candor.json');
  const upstream = ['--upstream', 'http://127.0.0.1:9'];
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['guard'], /^CLI_USAGE: It is not said which site to guard\n {2}Give --upstream http:\/\/HOST:PORT\n$/],
    [
      ['guard', '--upstream', 'https://127.0.0.1:9'],
      /^CLI_USAGE: "https:\/\/127\.0\.0\.1:9" is not the address of a server to guard\n {2}Give http, host and port only/,
    ],
    [['guard', '--upstream', 'http://127.0.0.1:9/path'], /^CLI_USAGE: .* is not the address of a server to guard\n/],
    [
      ['guard', ...upstream, '--mode', 'maybe'],
      /^CLI_USAGE: There is no mode "maybe"\n {2}Modes: observe, enforce, or a mode for each layer: set-cookie=enforce,cookie=enforce,html=enforce,csp=enforce\n$/,
    ],
    ...['csp=maybe', 'cookies=observe', 'csp=observe,csp=enforce', 'csp', 'csp=observe=enforce', '', ',', '__proto__=enforce'].map(
      (mode) => [['guard', ...upstream, '--mode', mode], /^CLI_USAGE: There is no mode "/] as const,
    ),
    [['guard', ...upstream, '--region-header', 'a b'], /^CLI_USAGE: "a b" is not the name of a header\n/],
    [['guard', ...upstream, '--listen', 'here'], /^CLI_USAGE: "here" is not HOST:PORT\n/],
    [['serve', '--origin', 'https://example.org/path'], /^CLI_USAGE: "https:\/\/example\.org\/path" is not an origin\n/],
    [['guard', ...upstream, '--declaration', `${declaration}x`], /^CLI_FILE: There is no file /],
  ];
  for (const [args, stderr] of cases) {
    const run = await inProcess([...args, '--data', join(cwd, 'data')]);
    expect(run, args.join(' ')).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(stderr);
  }
  await expect(stat(join(cwd, 'data'))).rejects.toMatchObject({ code: 'ENOENT' });
});
