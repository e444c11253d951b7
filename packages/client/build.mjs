// Builds the page's scripts: `node packages/client/build.mjs` writes asset/*.js, asset/sizes.json and src/asset.ts.
// With --check it writes nothing and exits 1 when what is committed is not what would be built.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { rolldown } from 'rolldown';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What is built, by name: the entry, and whether it is a module that a page imports. */
export const entries = {
  page: { entry: './src/main.ts', format: 'iife' },
  more: { entry: './src/more.ts', format: 'esm' },
  'static-page': { entry: './src/static.ts', format: 'iife' },
  'static-more': { entry: './src/static-more.ts', format: 'esm' },
  'google-consent-mode-v2': { entry: './src/projections/google-consent-mode.ts', format: 'iife' },
};

const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

/** Bundles one script. `sha256` is base64, as CSP and integrity write it; `modules` are the files that are in it. */
export async function buildScript({ entry, format }) {
  const bundle = await rolldown({
    input: at(entry),
    platform: 'browser',
    resolve: { conditionNames: ['@candor/source', 'import', 'default'] },
    treeshake: { moduleSideEffects: (id) => id === at(entry) || id.endsWith('/static-more.ts') },
    tsconfig: false,
  });
  const { output } = await bundle.generate({ format, minify: true, comments: false });
  await bundle.close();
  const [chunk] = output;
  const body = `${chunk.code.trim()}\n`;
  const modules = Object.entries(chunk.modules)
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(([id]) => id);
  const sha256 = createHash('sha256').update(body).digest('base64');
  return { body, modules, bytes: Buffer.byteLength(body), brotli: brotliCompressSync(body, quality).length, sha256 };
}

/** Bundles all of them, by name. */
export async function buildClient() {
  const built = await Promise.all(Object.entries(entries).map(async ([name, entry]) => [name, await buildScript(entry)]));
  return Object.fromEntries(built);
}

function renderAsset(name, { body, sha256 }) {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return `{ path: '/assets/${name}-${hash}.js', sha256: '${sha256}', body: ${JSON.stringify(body)} }`;
}

/** The committed files as they should be. */
export function renderFiles({ page, more, 'static-page': staticPage, 'static-more': staticMore, ...projections }) {
  const signals = Object.entries(projections).map(([name, script]) => `    '${name}': ${renderAsset(name, script)},\n`);
  const asset = `// Built by build.mjs: do not edit.
import type { ClientAssets } from './client-assets.ts';

/** The built scripts. */
export const clientAssets: ClientAssets = {
  page: ${renderAsset('page', page)},
  more: ${renderAsset('more', more)},
  projections: {
${signals.join('')}  },
};
`;
  const staticAsset = `// Built by build.mjs: do not edit.
import type { StaticAssets } from './client-assets.ts';

/** The built scripts for a site without a server. The first takes its plan from the name CANDOR. */
export const staticAssets: StaticAssets = {
  page: ${JSON.stringify(staticPage.body)},
  more: ${JSON.stringify(staticMore.body)},
};
`;
  const all = Object.entries({ page, more, 'static-page': staticPage, 'static-more': staticMore, ...projections });
  const sizes = Object.fromEntries(all.map(([name, { bytes, brotli, sha256 }]) => [name, { bytes, brotli, sha256 }]));
  return new Map([
    ...all.map(([name, { body }]) => [at(`./asset/${name}.js`), body]),
    [at('./asset/sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`],
    [at('./src/asset.ts'), asset],
    [at('./src/static-asset.ts'), staticAsset],
  ]);
}

async function run(check) {
  const built = await buildClient();
  for (const [path, text] of renderFiles(built)) {
    if (!check) await writeFile(path, text);
    else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
      process.exitCode = 1;
      console.error(`"${path}" is not what the sources give: run node packages/client/build.mjs`);
    }
  }
  for (const [name, { bytes, brotli }] of Object.entries(built)) console.log(`${name} ${bytes} bytes, ${brotli} with brotli`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(process.argv.includes('--check'));
