// Programs of the bench as plain JavaScript in the peers' folder, where the peers' names are found: what is measured is neither TypeScript
// nor a loader.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { bareName, parserPackages, peers } from '../peers/all.ts';

const here = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Writes them into a folder of `folder` and gives its path. Each of `wanted` is a peer's program. */
export async function bundlePrograms(folder: string, wanted: readonly string[]): Promise<string> {
  const own = ['guard', 'dispatch', 'recode', 'origin'].map((name) => [name, here(`entries/${name}.ts`)]);
  const others = wanted.map((name) => [name, here(`peers/${name}.mjs`)]);
  const bundle = await rolldown({
    input: Object.fromEntries([['program', here('processes/program.ts')], ['parsers', here('parsers/main.ts')], ...own, ...others]),
    external: [...peers.flatMap(({ packages }) => packages), ...parserPackages].map(bareName).concat('hono/proxy'),
    platform: 'node',
    tsconfig: false,
    resolve: { conditionNames: ['@candor/source', 'node', 'import', 'default'] },
    onLog: () => undefined,
  });
  const dir = join(folder, 'candor');
  await bundle.write({ dir, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs', cleanDir: true });
  await bundle.close();
  return dir;
}
