import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:https';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AuditReport } from '@candor/audit';
import { findBundledBrowser, findSystemBrowser } from '@candor/audit';
import { startOrigin } from '@candor/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { candor, folder, inProcess } from './candor.ts';

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
  const cwd = await folder({ 'steps.json': '{"logIn": [{"dance": true}]}', 'text.json': 'x' });
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
    [[url, '--format', 'pdf'], /^CLI_USAGE: There is no format "pdf"\n {2}Formats: text, json\n$/],
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
