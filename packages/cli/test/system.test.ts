import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Declaration } from '@candor/core';
import { identifyDeclaration, parseDeclaration } from '@candor/core';
import { createSigner } from '@candor/ledger';
import { expect, onTestFinished, test } from 'vitest';
import { readHead } from '../src/files.ts';
import { isPinned, pinKey, readSeed } from '../src/seed.ts';
import type { System } from '../src/system.ts';
import { startSystem } from '../src/system.ts';
import { folder } from './candor.ts';
import { library } from './declaration.ts';

const measured: Declaration = {
  ...library,
  measurement: { purpose: 'platform', tier: { default: 'A' }, dimensions: ['path'], k: 5, retentionDays: 30 },
};

test('X76 a system whose later part fails to start leaves no door open', async () => {
  const data = await folder();
  const door = { port: 0 };
  const start = startSystem({
    declaration: { declaration: measured, id: identifyDeclaration(measured) },
    upstream: 'http://127.0.0.1:9',
    dataDirectory: data,
    mode: 'enforce',
    listen: async (guard) => {
      door.port = (await guard.listen({ host: '127.0.0.1', port: 0 })).port;
      expect((await fetch(`http://127.0.0.1:${door.port}/cookies/policy`)).status).toBe(503);
      throw new Error('no platform');
    },
  });
  await expect(start).rejects.toThrow('no platform');
  await expect(fetch(`http://127.0.0.1:${door.port}/`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
});

test('X62 X71 the key of the ledger is made once, and pinned in what is served where nothing is pinned', async () => {
  const data = await folder();
  const seed = await readSeed(data);
  expect(await readSeed(data)).toEqual(seed);
  const signer = createSigner({ origin: 'library.localhost/cookies/log', seed });
  const served = pinKey(library, signer);
  expect(served.declaration.log).toEqual({ origin: signer.origin, keys: [signer.verifierKey] });
  expect(served.id).toBe(identifyDeclaration(served.declaration));
  expect(isPinned(library, signer)).toBe(false);
  expect(isPinned(served.declaration, signer)).toBe(true);
  const other: Declaration = { ...library, log: { origin: signer.origin, keys: ['another+key'] } };
  expect(pinKey(other, signer).declaration).toBe(other);
  expect(isPinned(other, signer)).toBe(false);
});

test('X71 the declaration that is served is kept as a file that can be checked', async () => {
  const data = await folder();
  const system = await startSystem({
    declaration: { declaration: library, id: identifyDeclaration(library) },
    upstream: 'http://127.0.0.1:9',
    dataDirectory: data,
    mode: 'enforce',
    listen: async (guard) => ({ publicOrigin: `http://library.localhost:${(await guard.listen({ host: '127.0.0.1', port: 0 })).port}` }),
  });
  const { bytes } = await readHead(join(data, 'declaration.json'), 1024 * 1024);
  const parsed = parseDeclaration(bytes);
  expect(parsed).toMatchObject({ ok: true, value: { id: system.declaration.id } });
  await system.close();
});

/** A system before a site that is not there. */
async function startLibrary(onFailure?: (failure: unknown) => void): Promise<{ readonly system: System; readonly port: number }> {
  const at = { port: 0 };
  const system = await startSystem({
    declaration: { declaration: library, id: identifyDeclaration(library) },
    upstream: 'http://127.0.0.1:9',
    dataDirectory: await folder(),
    mode: 'enforce',
    ...(onFailure === undefined ? {} : { onFailure }),
    listen: async (guard) => {
      at.port = (await guard.listen({ host: '127.0.0.1', port: 0 })).port;
      return { publicOrigin: `http://127.0.0.1:${at.port}` };
    },
  });
  onTestFinished(() => system.close());
  return { system, port: at.port };
}

/** A POST of the site's own pages, under the site's name. */
async function post(port: number, path: string, body: string): Promise<IncomingMessage> {
  const headers = { host: 'library.localhost', 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const asked = request({ host: '127.0.0.1', port, path, method: 'POST', headers });
  asked.end(body);
  const [response]: IncomingMessage[] = await once(asked, 'response');
  if (response === undefined) throw new Error('No response');
  response.resume();
  return response;
}

test('X85 a ledger that is lost is named by health page and failure log, and the choice is stored all the same', async () => {
  const failures: unknown[] = [];
  const { system, port } = await startLibrary((failure) => failures.push(failure));
  const base = `http://127.0.0.1:${port}/cookies`;
  await system.ledger.close();
  const answer = await post(port, '/cookies/api/consents', JSON.stringify({ do: 'reject-all' }));
  expect(answer.statusCode).toBe(202);
  expect(answer.headers['set-cookie']?.join()).toMatch(/^cookies_preferences=1\./);
  const health = await (await fetch(`${base}/healthz`)).json();
  expect(health).toMatchObject({ status: 'degraded', faults: [{ code: 'LEDGER_FAILED', count: 1 }] });
  expect(failures).toMatchObject([{ code: expect.stringMatching(/LEDGER/) }]);
});

test('X81 another declaration takes its place in guard, pages, log and the file that is served, with the key in it', async () => {
  const { system, port } = await startLibrary();
  const before = await system.ledger.size();
  const changed: Declaration = { ...library, version: '2', controller: { ...library.controller, address: '2 Page Road, Booktown' } };
  expect(await system.reload({ declaration: changed, id: identifyDeclaration(changed) })).toBe('reloaded');
  const id = system.guard.report().declaration;
  expect(id).toBe(pinKey(changed, system.signer).id);
  expect(await (await fetch(`http://127.0.0.1:${port}/cookies/policy`)).text()).toContain('2 Page Road');
  // The declaration and a policy for each language and profile.
  expect(await system.ledger.size()).toBe(before + 5);
  expect(await system.reload({ declaration: changed, id: identifyDeclaration(changed) })).toBe('unchanged');
});
