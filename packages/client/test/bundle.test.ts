import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clientAssets } from '../src/index.ts';

type Script = { readonly body: string; readonly modules: readonly string[]; readonly bytes: number; readonly brotli: number };
type Scripts = { readonly page: Script; readonly more: Script; readonly [projection: string]: Script };
type Build = { buildClient(): Promise<Scripts>; renderFiles(scripts: Scripts): ReadonlyMap<string, string> };

const { buildClient, renderFiles } = (await import(new URL('../build.mjs', import.meta.url).href)) as Build;
const scripts = await buildClient();
const { page, more } = scripts;

test('C20 what is committed is what the sources give', () => {
  for (const [path, text] of renderFiles(scripts))
    expect(readFileSync(path, 'utf8') === text, `${path}: run node packages/client/build.mjs`).toBe(true);
  expect(clientAssets.page.body).toBe(page.body);
  expect(clientAssets.more.body).toBe(more.body);
});

test('C20 each hash is that of the bytes', () => {
  for (const { path, sha256, body } of [clientAssets.page, clientAssets.more, ...Object.values(clientAssets.projections)]) {
    expect(sha256).toBe(createHash('sha256').update(body).digest('base64'));
    expect(path).toMatch(/^\/assets\/[a-z0-9-]+-[0-9a-f]{12}\.js$/);
  }
});

test('C21 nothing of policy, notice, declaration or catalog is in the page', () => {
  const foreign = Object.values(scripts)
    .flatMap(({ modules }) => modules)
    .filter((path) => !/\/client\/src\/|\/core\/src\/(?:base|enforce)\/|\/core\/src\/consent\/choice-codec\.ts$/.test(path));
  expect(foreign).toEqual([]);
  expect(page.modules.some((path) => path.endsWith('/core/src/enforce/decide.ts'))).toBe(true);
});

test('C22 the bytes stay within 8 KB of brotli', () => {
  for (const [name, { bytes, brotli }] of Object.entries(scripts)) console.log(`${name}: ${bytes} bytes, ${brotli} with brotli`);
  expect(page.brotli).toBeLessThanOrEqual(8192);
});

test('C23 no script writes markup, evaluates anything, or reaches another origin', () => {
  for (const { body } of Object.values(scripts)) {
    expect(body).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\.style\b/);
    expect(body).not.toMatch(/https?:\/\//);
  }
});
