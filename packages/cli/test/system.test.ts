import { join } from 'node:path';
import type { Declaration } from '@candor/core';
import { identifyDeclaration, parseDeclaration } from '@candor/core';
import { createSigner } from '@candor/ledger';
import { expect, test } from 'vitest';
import { readHead } from '../src/files.ts';
import { isPinned, pinKey, readSeed } from '../src/seed.ts';
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
