// Builds the page script: `node packages/client/build.mjs` writes asset/candor.js, asset/candor.json and src/asset.ts.
// With --check it writes nothing and exits 1 when what is committed is not what would be built.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles the script. `sha256` is base64, as CSP and integrity write it; `modules` are the files that are in it. */
export async function buildClient() {
  const bundle = await rolldown({
    input: at('./src/main.ts'),
    platform: 'browser',
    resolve: { conditionNames: ['@candor/source', 'import', 'default'] },
    treeshake: { moduleSideEffects: (id) => id.endsWith('/src/main.ts') },
    tsconfig: false,
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, comments: false });
  await bundle.close();
  const [chunk] = output;
  const body = `${chunk.code.trim()}\n`;
  const modules = Object.entries(chunk.modules)
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(([id]) => id);
  return {
    body,
    modules,
    bytes: Buffer.byteLength(body),
    brotli: brotliCompressSync(body).length,
    sha256: createHash('sha256').update(body).digest('base64'),
  };
}

/** The committed files as they should be. */
export function renderFiles({ body, bytes, brotli, sha256 }) {
  const name = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const asset = `// Built by build.mjs from src/main.ts: do not edit.

/** The built page script. \`path\` goes behind the site's prefix; \`sha256\` is base64, for CSP and integrity. */
export const clientAsset: { readonly path: string; readonly body: string; readonly sha256: string } = {
  path: '/assets/candor-${name}.js',
  sha256: '${sha256}',
  body: ${JSON.stringify(body)},
};
`;
  return new Map([
    [at('./asset/candor.js'), body],
    [at('./asset/candor.json'), `${JSON.stringify({ bytes, sha256, brotli }, null, 2)}\n`],
    [at('./src/asset.ts'), asset],
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
  console.log(`client ${built.bytes} bytes, ${built.brotli} with brotli`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(process.argv.includes('--check'));
