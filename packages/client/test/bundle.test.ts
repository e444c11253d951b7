import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clientAsset } from '../src/index.ts';

type Bundle = { readonly body: string; readonly modules: readonly string[]; readonly bytes: number; readonly brotli: number };
type Build = { buildClient(): Promise<Bundle>; renderFiles(bundle: Bundle): ReadonlyMap<string, string> };

const { buildClient, renderFiles } = (await import(new URL('../build.mjs', import.meta.url).href)) as Build;
const bundle = await buildClient();

test('C20 what is committed is what the sources give', () => {
  for (const [path, text] of renderFiles(bundle))
    expect(readFileSync(path, 'utf8') === text, `${path}: run node packages/client/build.mjs`).toBe(true);
  expect(clientAsset.body).toBe(bundle.body);
});

test('C20 the hash is that of the bytes', () => {
  expect(clientAsset.sha256).toBe(createHash('sha256').update(clientAsset.body).digest('base64'));
  expect(clientAsset.path).toMatch(/^\/assets\/candor-[0-9a-f]{12}\.js$/);
});

test('C21 nothing of policy, notice, declaration or catalog is in the page', () => {
  const foreign = bundle.modules.filter(
    (path) => !/\/client\/src\/|\/core\/src\/(?:base|enforce)\/|\/core\/src\/consent\/choice-codec\.ts$/.test(path),
  );
  expect(foreign).toEqual([]);
  expect(bundle.modules.some((path) => path.endsWith('/core/src/enforce/decide.ts'))).toBe(true);
});

test('C22 the bytes stay within 8 KB of brotli', () => {
  console.log(`client: ${bundle.bytes} bytes, ${bundle.brotli} with brotli`);
  expect(bundle.brotli).toBeLessThanOrEqual(8192);
});

test('C23 the script writes no markup, evaluates nothing, and reaches no other origin', () => {
  expect(bundle.body).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\.style\b/);
  expect(bundle.body).not.toMatch(/https?:\/\//);
});
