// Bundles small apps for pages of tests, from sources that are given as text.
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** Sources by file name; relative imports among them find each other, the others resolve from a folder of the project. */
export type AppSources = { readonly [file: string]: string };

/** The script of an app whose first file is the entry. `folder` is from the root of the project, with a slash at its end. */
export async function bundleApp(
  sources: AppSources,
  { folder, platform }: { folder: string; platform: 'browser' | 'node' },
): Promise<string> {
  const at = (file: string): string => fileURLToPath(new URL(`../${folder}${file}`, import.meta.url));
  const texts = new Map(Object.entries(sources).map(([file, text]) => [at(file), text]));
  const endings = ['', '.ts', '.tsx'];
  const [entry = ''] = texts.keys();
  const bundle = await rolldown({
    input: entry,
    platform,
    resolve: { conditionNames: ['@candor/source', 'import', 'module', 'default'] },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    tsconfig: false,
    plugins: [
      {
        name: 'sources',
        resolveId: (id) => endings.flatMap((ending) => [id + ending, at(id + ending)]).find((path) => texts.has(path)),
        load: (id) => texts.get(id),
      },
    ],
  });
  const { output } = await bundle.generate({ format: platform === 'browser' ? 'iife' : 'esm', minify: platform === 'browser' });
  await bundle.close();
  return output[0].code;
}
