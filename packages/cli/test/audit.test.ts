import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { Server } from 'node:https';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AuditReport } from '@candor/audit';
import { findBundledBrowser, findSystemBrowser, parseReport } from '@candor/audit';
import { startOrigin } from '@candor/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { candor, folder, inProcess } from './candor.ts';
import { json, library } from './declaration.ts';

const exec = promisify(execFile);

async function hasBrowser(): Promise<boolean> {
  if ((await findSystemBrowser()) !== null || (await findBundledBrowser()) !== null) return true;
  console.warn('No browser on this machine: the audits of sites that do not answer were NOT tested');
  return false;
}

test('X50 X51 without a browser the audit is inconclusive, says what to do, and its report is kept', async () => {
  const cwd = await folder();
  const env = { CANDOR_BROWSER: join(cwd, 'no-such-browser') };
  const [text, asJson] = await Promise.all([
    candor(['audit', 'http://127.0.0.1:9/', '--out', 'a/kept'], { cwd, env }),
    candor(['audit', 'http://127.0.0.1:9/', '--json'], { cwd, env }),
  ]);
  expect(text).toMatchObject({ code: 3, stderr: '' });
  expect(text.stdout).toMatch(
    /Inconclusive: .*\n {2}AUDIT_BROWSER_FAILED: The browser did not start: set CANDOR_BROWSER to the path of a Chromium/,
  );
  expect(await readFile(join(cwd, 'a/kept/audit.txt'), 'utf8')).toBe(text.stdout);
  expect(JSON.parse(await readFile(join(cwd, 'a/kept/audit.json'), 'utf8'))).toMatchObject({ v: 1, conclusion: 'inconclusive' });
  expect(asJson).toMatchObject({ code: 3, stderr: '' });
  expect(JSON.parse(asJson.stdout)).toMatchObject({ v: 1, url: 'http://127.0.0.1:9/', conclusion: 'inconclusive', findings: [] });
});

async function startUntrustedSite(): Promise<string | null> {
  const cwd = await folder();
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'key.pem', '-out', 'cert.pem'];
  const made = await exec('openssl', [...args, '-days', '2', '-subj', '/CN=localhost'], { cwd }).catch(() => null);
  if (made === null) {
    console.warn('There is no openssl on this machine: the audit of a certificate that nobody trusts was NOT tested');
    return null;
  }
  const [key, cert] = await Promise.all([readFile(join(cwd, 'key.pem')), readFile(join(cwd, 'cert.pem'))]);
  const server: Server = createServer({ key, cert }, (_request, response) => void response.end('hello'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? `https://localhost:${address.port}/` : null;
}

test('X50 a site that does not answer and a certificate that nobody trusts are no pass', { timeout: 90_000 }, async () => {
  if (!(await hasBrowser())) return;
  const cwd = await folder();
  // A port that was free a moment ago: nobody answers there.
  const gone = await startOrigin((_request, response) => void response.end());
  await gone.close();
  const untrusted = await startUntrustedSite();
  const [silent, insecure] = await Promise.all([
    candor(['audit', gone.url, '--json'], { cwd }),
    untrusted === null ? null : candor(['audit', untrusted], { cwd }),
  ]);
  expect(silent).toMatchObject({ code: 3, stderr: '' });
  const report: AuditReport = JSON.parse(silent.stdout);
  expect(report.conclusion).toBe('inconclusive');
  expect(report.reasons.join('\n')).toMatch(/AUDIT_UNREACHABLE: .* did not answer .*: check the address and that the site is running/);
  if (insecure === null) return;
  expect(insecure).toMatchObject({ code: 3, stderr: '' });
  expect(insecure.stdout).toMatch(
    /AUDIT_TLS: "https:\/\/localhost:\d+\/" has no connection that browsers trust .*: renew or fix its certificate/,
  );
});

test('X52 what cannot be meant is refused before a browser starts', async () => {
  const cwd = await folder({
    'steps.json': '{"logIn": [{"dance": true}]}',
    'text.json': 'x',
    'sites.txt': '# ours\nhttps://example.org/\nexample.org\n',
    'sites.json': '["https://example.org", {"url": "https://example.com", "colour": "red"}]',
    'twice.txt': 'https://example.org\nhttps://example.org/\n',
    'empty.txt': '# none\n\n',
  });
  const url = 'http://127.0.0.1:9/';
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['example.org'], /^CLI_USAGE: "example\.org" is not the address of a site\n {2}Give all of it, for example https:\/\/example\.org\n$/],
    [['file:///etc/passwd'], /^CLI_USAGE: "file:\/\/\/etc\/passwd" is not the address of a site\n/],
    [
      [url, '--states', 'S0,S12'],
      /^CLI_USAGE: There is no state "S12"\n {2}States: S0, S1, S2, S3, S4, S5, S6, S7, S8, S9, S10, language, action\n$/,
    ],
    [
      [url, '--fail-on', 'terrible'],
      /^CLI_USAGE: There is no severity "terrible"\n {2}Severities: info, low, medium, high, critical, or never\n$/,
    ],
    [[url, '--pages', '1e2'], /^CLI_USAGE: "1e2" is not a number of pages\n {2}Give a whole number from 1 to 500\n$/],
    [[url, '--pages', '0'], /^CLI_USAGE: "0" is not a number of pages\n/],
    [[url, '--format', 'pdf'], /^CLI_USAGE: There is no format "pdf"\n {2}Formats: text, json, sarif, junit, md, html\n$/],
    [[], /^CLI_USAGE: No site is named\n {2}Give its address, or a file of addresses with --sites\n$/],
    [
      [url, '--format', 'md,html'],
      /^CLI_USAGE: Only one format can be printed, and "md,html" has more\n {2}Name a folder for them with --out\n$/,
    ],
    [[url, '--notify', 'https://hooks.example/s3cret'], /^CLI_USAGE: "--notify" compares with the last report\n/],
    [
      [url, '--notify', 'http://hooks.example/s3cret', '--out', cwd],
      /^CLI_USAGE: "--notify" is not an address that may be told\n {2}Give an https/,
    ],
    [[url, '--update-baseline', '--reason', 'x'], /^CLI_USAGE: "--update-baseline" needs the file to write\n/],
    [[url, '--update-baseline', '--baseline', 'b.json'], /^CLI_USAGE: "--update-baseline" accepts findings, and that needs a reason\n/],
    [[url, '--baseline', 'b.json', '--reason', 'x'], /^CLI_USAGE: "--reason" and "--expires" go with "--update-baseline"\n/],
    [
      [url, '--update-baseline', '--baseline', 'b.json', '--reason', 'x', '--expires', '2026-02-30'],
      /^CLI_USAGE: "2026-02-30" is not a day\n/,
    ],
    [
      [url, '--update-baseline', '--baseline', 'b.json', '--reason', 'x', '--expires', '2020-01-31'],
      /^CLI_USAGE: "2020-01-31" is over already\n/,
    ],
    [
      [url, '--baseline', join(cwd, 'text.json')],
      /^CLI_FILE: ".*text\.json" is not JSON\n {2}A baseline is written with --update-baseline\n$/,
    ],
    [
      [url, '--baseline', join(cwd, 'steps.json')],
      /^CLI_FILE: ".*steps\.json" is no baseline at v: Expected a value, and it is missing \(AUDIT_BASELINE_SHAPE\)\n/,
    ],
    [[url, '--against', join(cwd, 'steps.json')], /^CLI_FILE: ".*steps\.json" is no report of an audit at v: .* \(AUDIT_REPORT_SHAPE\)\n/],
    [[url, '--sites', join(cwd, 'sites.txt')], /^CLI_USAGE: A site and a file of sites are both named\n/],
    [['--sites', join(cwd, 'sites.txt'), '--baseline', 'b.json'], /^CLI_USAGE: "--baseline" belongs to one site, and --sites names many\n/],
    [['--sites', join(cwd, 'sites.txt')], /^CLI_FILE: ".*sites\.txt" in line 3: "example\.org" is not the address of a site\n/],
    [
      ['--sites', join(cwd, 'sites.json')],
      /^CLI_FILE: ".*sites\.json" at \[1\]: Unknown member "colour"\n {2}Members: url, declaration, steps, baseline, profile\n$/,
    ],
    [['--sites', join(cwd, 'twice.txt')], /^CLI_FILE: ".*twice\.txt" names "https:\/\/example\.org\/" twice\n/],
    [['--sites', join(cwd, 'empty.txt')], /^CLI_FILE: ".*empty\.txt" names no site\n/],
    [
      [url, '--preset', 'lax'],
      /^CLI_USAGE: There is no preset "lax"\n {2}Presets: ci-default, regulator-3, strict-eu, us-ca, au-notice, tcf\n$/,
    ],
    [[url, '--profile', 'mars'], /^CLI_USAGE: There is no profile "mars"\n/],
    [[url, '--steps', join(cwd, 'steps.json')], /^CLI_FILE: ".*steps\.json" holds no steps at logIn\[0\]: Expected \{"go": path\}/],
    [[url, '--steps', join(cwd, 'text.json')], /^CLI_FILE: ".*text\.json" is not JSON\n {2}Steps are a JSON object/],
    [[url, '--declaration', join(cwd, 'none.ts')], /^CLI_FILE: There is no file ".*none\.ts"\n/],
  ];
  for (const [args, stderr] of cases) {
    const run = await inProcess(['audit', ...args]);
    expect(run, args.join(' ')).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(stderr);
  }
});

// A small site that keeps its promises only where `lies` is empty: each lie is a cookie that is not declared.
async function startSmallSite(lies: Set<string>): Promise<string> {
  const site = await startOrigin((request, response) => {
    const cookies = request.url === '/' ? [...lies].map((name) => `${name}=1; Path=/; Max-Age=86400`) : [];
    response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': cookies });
    response.end('<!doctype html><title>Small</title><h1>Small</h1>');
  });
  onTestFinished(() => site.close());
  return `http://library.localhost:${new URL(site.url).port}/`;
}

test('X53 X54 X55 X56 every format, a baseline, a comparison and an alert', { timeout: 180_000 }, async () => {
  if (!(await hasBrowser())) return;
  const cwd = await folder({ 'candor.json': json(library) });
  const lies = new Set(['first']);
  const url = await startSmallSite(lies);
  const alerts: unknown[] = [];
  const hook = await startOrigin((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      alerts.push(JSON.parse(text));
      response.writeHead(alerts.length === 1 ? 204 : 500).end();
    });
  });
  onTestFinished(() => hook.close());
  const common = [url, '--states', 'S0', '--pages', '1'];
  const run = (args: readonly string[]): ReturnType<typeof candor> => candor(['audit', ...common, ...args], { cwd });

  const first = await run(['--format', 'sarif,junit,md,html', '--out', 'kept', '--notify', hook.url]);
  expect(first).toMatchObject({ code: 1, stderr: '' });
  expect(first.stdout).toMatch(/\n1 finding \(1 high\): the site does not do what it declares\n$/);
  expect((await readdir(join(cwd, 'kept'))).sort()).toEqual([
    'audit.html',
    'audit.json',
    'audit.junit.xml',
    'audit.md',
    'audit.sarif',
    'audit.txt',
  ]);
  const keep = async (name: string): Promise<string> => readFile(join(cwd, 'kept', name), 'utf8');
  expect(await keep('audit.sarif')).toContain('"uri": "candor.json"');
  expect(await keep('audit.junit.xml')).toContain('<failure message="Cookie &quot;first&quot; is not declared');
  expect(await keep('audit.md')).toContain('cookie `first`');
  expect(await keep('audit.html')).toContain('<bdi>Cookie &quot;first&quot; is not declared');
  const report: unknown = JSON.parse(await keep('audit.json'));
  expect(parseReport(report)).toMatchObject({ ok: true });
  await writeFile(join(cwd, 'first.json'), JSON.stringify(report));
  expect(alerts).toEqual([expect.objectContaining({ before: null, after: 'findings', new: 1, gone: 0, site: url })]);
  expect(JSON.stringify(alerts)).not.toContain('first');

  const why = ['--baseline', 'base.json', '--update-baseline', '--reason', 'Gone by March', '--expires', '2099-03-31'];
  const accepted = await run(why);
  expect(accepted).toMatchObject({ code: 0, stderr: '' });
  expect(accepted.stdout).toContain('accepted until 2099-03-31: Gone by March');
  expect(JSON.parse(await readFile(join(cwd, 'base.json'), 'utf8'))).toMatchObject({
    v: 1,
    accepted: [{ rule: 'R-UNDECL', item: { name: 'first' } }],
  });

  lies.delete('first');
  lies.add('second');
  const args = ['--baseline', 'base.json', '--against', 'first.json', '--out', 'kept', '--notify', hook.url];
  const later = await run(args);
  expect(later.code).toBe(1);
  expect(later.stdout).toMatch(/Baseline {3}1 accepted and not there any more: R-UNDECL cookie first\n/);
  expect(later.stdout).toMatch(/Since {6}[-\d]+ [:\d]+ UTC\n +1 new: R-UNDECL second\n +1 gone: R-UNDECL first\n/);
  // The second alert is refused: that is said, and the verdict stays.
  expect(later.stderr).toMatch(/^The alert did NOT reach http:\/\/[^/]+: it answered 500\n/);
  expect(alerts).toHaveLength(2);
  await run(args.slice(4));
  expect(alerts).toHaveLength(2);
});

test('X57 many sites: one table, one exit code, and a fault of one ends no other', { timeout: 120_000 }, async () => {
  const cwd = await folder({
    'sites.json': JSON.stringify([
      'http://127.0.0.1:9/',
      { url: 'http://127.0.0.1:9/b?c', declaration: 'none.json' },
      'http://127.0.0.1:9/b',
    ]),
  });
  const env = { CANDOR_BROWSER: join(cwd, 'no-such-browser') };
  const [text, asJson] = await Promise.all([
    candor(['audit', '--sites', 'sites.json', '--format', 'html', '--out', 'all'], { cwd, env }),
    candor(['audit', '--sites', 'sites.json', '--json'], { cwd, env }),
  ]);
  expect(text).toMatchObject({ code: 2, stderr: '' });
  expect(text.stdout).toMatch(
    /^site {20}conclusion {4}findings {2}exit\nhttp:\/\/127\.0\.0\.1:9\/ {5}inconclusive {12}3\n {4}AUDIT_BROWSER_FAILED: /,
  );
  expect(text.stdout).toMatch(/\nhttp:\/\/127\.0\.0\.1:9\/b\?c {2}failed {18}2\n {4}CLI_FILE: There is no file ".*none\.json"\n/);
  expect(text.stdout).toMatch(/\n\n3 sites: 2 inconclusive, 1 failed\n$/);
  expect((await readdir(join(cwd, 'all'))).sort()).toEqual(['127.0.0.1-9', '127.0.0.1-9-b-2', 'sites.json', 'sites.txt']);
  expect((await readdir(join(cwd, 'all/127.0.0.1-9'))).sort()).toEqual(['audit.html', 'audit.json', 'audit.txt']);
  const summary = JSON.parse(asJson.stdout);
  expect(summary).toMatchObject({
    v: 1,
    exit: 2,
    sites: [{ exit: 3, report: { v: 1 } }, { exit: 2, error: { code: 'CLI_FILE' } }, { exit: 3 }],
  });
});
