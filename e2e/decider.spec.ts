// One decider: the generated table must give the same codes in Node, in Chromium and through the guard.
import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { AuditBrowser } from '@candor/audit';
import { openBrowser } from '@candor/audit';
import type { ConsentState, Declaration, Enforcement, Question } from '@candor/core';
import { compileEnforcement, decide, identifyDeclaration, readChoices, resolveConsent } from '@candor/core';
import type { Guard } from '@candor/guard';
import { createGuard } from '@candor/guard';
import type { Origin } from '@candor/testkit';
import { startOrigin } from '@candor/testkit';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DecisionCase, DecisionTable } from '../packages/core/test/enforce/decisions.ts';

const root = new URL('../', import.meta.url);
const noScript = { path: 'client.js', body: '', sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' };
const table: DecisionTable = JSON.parse(readFileSync(new URL('packages/core/test/fixtures/decisions.json', root), 'utf8'));
const declarationOf = (name: string): Declaration => table.declarations[name] ?? (Object.values(table.declarations)[0] as Declaration);

function consentOf(row: DecisionCase): ConsentState {
  const consent = table.consents[row.consent];
  if (consent === undefined) throw new TypeError(`No consent "${row.consent}"`);
  const choice = readChoices(consent.choices);
  return resolveConsent(declarationOf(row.declaration), { profile: consent.profile, choice, gpc: consent.gpc, now: consent.now });
}

const wanted = (rows: readonly DecisionCase[]): readonly string[] => rows.map(({ id, code }) => `${id}: ${code}`);

test('law 3 in Node, every case of the table has its code', () => {
  expect(table.cases.length).toBeGreaterThanOrEqual(500);
  const rules = compileEnforcement(declarationOf('site'));
  const given = table.cases.map((row) => `${row.id}: ${decide(rules, consentOf(row), row.question).code}`);
  expect(given).toEqual(wanted(table.cases));
});

/** The decider as a page would run it: bundled from source, with nothing of Node. */
async function bundleDecider(): Promise<string> {
  const entry = '\0decider';
  const bundle = await rolldown({
    input: entry,
    resolve: { conditionNames: ['@candor/source', 'import', 'default'] },
    plugins: [
      {
        name: 'decider',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? `export { decide, compileEnforcement } from ${JSON.stringify(fileURLToPath(new URL('packages/core/src/index.ts', root)))};`
            : null,
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'decider' });
  await bundle.close();
  return output[0].code;
}

type InPage = { readonly decider: { decide: typeof decide; compileEnforcement: typeof compileEnforcement } };
type Asked = { readonly rules: Enforcement; readonly consent: ConsentState; readonly question: Question };

const shared: { browser?: AuditBrowser; origin?: Origin; guard?: Guard; port: number } = { port: 0 };

beforeAll(async () => {
  const declaration = declarationOf('site');
  shared.origin = await startOrigin((request, response) => {
    const line = request.headers['x-set'];
    const headers: [string, string][] = [['content-type', 'text/html; charset=utf-8']];
    if (typeof line === 'string') headers.push(['set-cookie', Buffer.from(line, 'base64').toString('latin1')]);
    try {
      response.writeHead(200, headers.flat() as unknown as string[]);
    } catch {
      // Node refuses to send some hostile lines: then there is nothing a guard could pass.
      response.writeHead(200, ['x-unsendable', '1']);
    }
    response.end('<!doctype html><html lang="en"><head><title>t</title></head><body><h1>t</h1></body></html>');
  });
  shared.guard = createGuard({
    declaration: { declaration, id: identifyDeclaration(declaration) },
    upstream: shared.origin.url,
    mode: 'enforce',
    client: { page: noScript, more: noScript, projections: {} },
    profileFor: (request) => (request.header('x-profile') ?? 'eu-base') as ConsentState['profile'],
    random: (bytes) => new Uint8Array(bytes).fill(7),
    now: () => 1_800_000_000,
  });
  shared.port = (await shared.guard.listen({ host: '127.0.0.1', port: 0 })).port;
  shared.browser = await openBrowser();
});

afterAll(async () => {
  await shared.browser?.close();
  await shared.guard?.close();
  await shared.origin?.close();
});

type Answer = { readonly status: number; readonly setCookies: readonly string[]; readonly unsendable: boolean; readonly body: string };

function ask(
  row: DecisionCase,
  options: { readonly path: string; readonly method: string; readonly cookies: readonly string[]; readonly set?: string },
): Promise<Answer> {
  const consent = table.consents[row.consent];
  const choices = (consent?.choices ?? []).map((value) => `cookies_preferences=${value}`);
  const cookie = [...choices, ...options.cookies].join('; ');
  const headers = {
    host: 'portal.localhost',
    accept: 'text/html',
    'x-profile': consent?.profile ?? 'eu-base',
    ...(consent?.gpc === true ? { 'sec-gpc': '1' } : {}),
    ...(cookie === '' ? {} : { cookie }),
    ...(options.set === undefined ? {} : { 'x-set': Buffer.from(options.set, 'latin1').toString('base64') }),
  };
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port: shared.port, path: options.path, method: options.method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const setCookies = response.rawHeaders.filter(
          (_, at) => at % 2 === 1 && response.rawHeaders[at - 1]?.toLowerCase() === 'set-cookie',
        );
        resolve({
          status: response.statusCode ?? 0,
          setCookies,
          unsendable: response.headers['x-unsendable'] === '1',
          body: Buffer.concat(chunks as unknown as Uint8Array[]).toString('utf8'),
        });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

const stateIn = (body: string): { readonly enforcement: Enforcement; readonly consent: ConsentState } => {
  const text = /<script type="application\/json" id="candor-state">([\s\S]*?)<\/script>/.exec(body)?.[1];
  if (text === undefined) throw new TypeError('The guard put no state into the page');
  return JSON.parse(text);
};

async function decideInChromium(asked: readonly Asked[]): Promise<readonly string[]> {
  const context = await shared.browser?.newContext();
  const page = await context?.newPage();
  if (page === undefined || context === undefined) throw new TypeError('No browser');
  await page.addScriptTag({ content: await bundleDecider() });
  const codes = await page.evaluate(
    (all) => all.map(({ rules, consent, question }) => (globalThis as unknown as InPage).decider.decide(rules, consent, question).code),
    asked,
  );
  await context.close();
  return codes;
}

test('law 3 in Chromium, with the state that the guard delivers, every case has the same code', async () => {
  const states = new Map<string, { readonly enforcement: Enforcement; readonly consent: ConsentState }>();
  for (const row of table.cases) {
    if (states.has(row.consent)) continue;
    states.set(row.consent, stateIn((await ask(row, { path: '/', method: 'GET', cookies: [] })).body));
  }
  const asked = table.cases.map((row): Asked => {
    const state = states.get(row.consent);
    if (state === undefined) throw new TypeError('No state');
    return { rules: state.enforcement, consent: state.consent, question: row.question };
  });
  const codes = await decideInChromium(asked);
  expect(table.cases.map(({ id }, at) => `${id}: ${codes[at]}`)).toEqual(wanted(table.cases));
});

const outcomeOf = (code: string): string => (code.startsWith('DROP') ? 'drop' : code.startsWith('APPEND') ? 'append' : 'pass');

test('law 3 through the guard, every Set-Cookie line of the table has the same outcome on the wire', async () => {
  const rows = table.cases.filter(({ question }) => question.kind === 'set-cookie' && question.request.host === 'portal.localhost');
  const given: string[] = [];
  const expected: string[] = [];
  for (const row of rows) {
    if (row.question.kind !== 'set-cookie') continue;
    const { line, request, held } = row.question;
    const cookies = held ? [`${line.slice(0, Math.max(0, line.indexOf('=')))}=held`] : [];
    const answer = await ask(row, { path: request.path, method: request.method, cookies, set: line });
    if (answer.unsendable) continue;
    const passed = answer.setCookies.includes(line);
    const appended = !passed && answer.setCookies.some((sent) => sent.startsWith(`${line}; Max-Age=`));
    given.push(`${row.id}: ${passed ? 'pass' : appended ? 'append' : 'drop'}`);
    expected.push(`${row.id}: ${outcomeOf(row.code)}`);
  }
  expect(rows.length).toBeGreaterThan(300);
  expect(given).toEqual(expected);
});

test('law 3 through the guard, every Cookie pair of the table reaches the origin or does not', async () => {
  const rows = table.cases.filter(({ question }) => question.kind === 'cookie' && question.request.host === 'portal.localhost');
  const given: string[] = [];
  for (const row of rows) {
    if (row.question.kind !== 'cookie') continue;
    const { name, request } = row.question;
    if (name === 'cookies_preferences') continue;
    const before = shared.origin?.seen.length ?? 0;
    await ask(row, { path: request.path, method: request.method, cookies: [name === '' ? 'bare' : `${name}=v`] });
    const cookie = shared.origin?.seen[before]?.headers.find(([header]) => header.toLowerCase() === 'cookie')?.[1] ?? '';
    const arrived = cookie.split('; ').includes(name === '' ? 'bare' : `${name}=v`);
    given.push(`${row.id}: ${arrived ? 'pass' : 'drop'} ${outcomeOf(row.code) === (arrived ? 'pass' : 'drop')}`);
  }
  expect(given.filter((line) => line.endsWith('false'))).toEqual([]);
  expect(given.length).toBeGreaterThan(50);
});
