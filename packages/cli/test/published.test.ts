import { cp, mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { candor, folder } from './candor.ts';

const bin = fileURLToPath(new URL('../bin', import.meta.url));
const tsx = dirname(createRequire(import.meta.url).resolve('tsx/package.json'));

// Stands for a room as npm would install it: what it says tells which of its two forms was loaded.
async function installRoom(modules: string, name: string): Promise<void> {
  const room = join(modules, name);
  await mkdir(join(room, 'dist'), { recursive: true });
  await mkdir(join(room, 'src'), { recursive: true });
  const door = { '@candor/source': './src/index.ts', default: './dist/index.js' };
  await writeFile(join(room, 'package.json'), JSON.stringify({ name, type: 'module', exports: { '.': door } }));
  await writeFile(join(room, 'src/index.ts'), "export const form: string = 'source';\n");
  await writeFile(join(room, 'dist/index.js'), "export const form = 'dist';\n");
}

test('X80 outside a checkout dist is loaded, source never, and a folder without modules still finds candor', async () => {
  // The project even has a script of the name that marks a checkout.
  const root = await folder({ 'scripts/ensure-install.mjs': "throw new Error('a stranger was run');\n" });
  const modules = join(root, 'node_modules');
  await installRoom(modules, 'candor');
  await installRoom(modules, '@candor/core');
  await cp(bin, join(modules, 'candor/bin'), { recursive: true });
  await symlink(await realpath(tsx), join(modules, 'tsx'));
  await writeFile(join(modules, 'candor/src/main.ts'), "throw new Error('source was run');\n");
  await writeFile(
    join(modules, 'candor/dist/main.js'),
    "import { form } from '@candor/core';\nexport async function runProcess([file]) {\n  const loaded = await import(file);\n  console.log(form, loaded.default);\n}\n",
  );
  const away = await folder({
    'my.config.ts':
      "import { form } from 'candor';\nimport { form as core } from '@candor/core';\nconst both: string = `${form} ${core}`;\nexport default both;\n",
  });
  const run = await candor([join(away, 'my.config.ts')], { cwd: away, bin: join(modules, 'candor/bin/candor.mjs') });
  expect(run).toEqual({ code: 0, stdout: 'dist dist dist\n', stderr: '' });
});
