import { expect, test } from 'vitest';
import type { Run } from './candor.ts';
import { candor, folder } from './candor.ts';
import { json, library } from './declaration.ts';

const body = json(library);
const config = `import { defineDeclaration } from 'candor';\nexport default defineDeclaration(${body});\n`;

test('X15 a declaration that is code runs in any folder', async () => {
  const commonjs = '{"type": "commonjs"}';
  const folders = {
    bare: { 'candor.config.ts': config },
    'all against it é': {
      'package.json': commonjs,
      'tsconfig.json': '{ "compilerOptions": { "paths": [[',
      'candor.config.ts': config.replace('"version": "1"', '"version": await Promise.resolve("1")'),
    },
    script: { 'candor.config.js': config },
    'commonjs script': { 'package.json': commonjs, 'candor.config.js': config },
    exports: { 'candor.config.js': `module.exports = ${body};\n` },
    named: { 'candor.config.mjs': `export const declaration = ${body};\n` },
  };
  const files = Object.entries(folders).flatMap(([name, inside]) =>
    Object.entries(inside).map(([file, text]) => [`${name}/${file}`, text] as const),
  );
  const cwd = await folder(Object.fromEntries(files));
  const names = Object.keys(folders);
  const runs = await Promise.all(names.map((name) => candor(['check', '--json'], { cwd: `${cwd}/${name}` })));
  const ids = runs.map(({ code, stdout, stderr }, at) => {
    expect({ code, stderr }, `${names[at]}: ${stdout}`).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout).id;
  });
  expect(new Set(ids).size).toBe(1);
});

const failing = {
  'syntax.ts': 'export const a = 1;\nconst b: = 2;\n',
  'throws.ts': [
    'type Erased = { readonly a: 1 };',
    '',
    'const fail = (): never => {',
    "  throw new TypeError('gone \\u001b[31mwrong\\n    at somewhere:1:1');",
    '};',
    'export default fail();',
  ].join('\n'),
  'module.ts': "import { x } from 'no-such-module-of-ours';\nexport default x;\n",
  'null.ts': 'throw null;\n',
  'never.ts': `await new Promise(() => {});\nexport default ${body};\n`,
  // Fails while nobody waits for it.
  'later.ts': `process.nextTick(() => { throw new Error('too late'); });\nawait new Promise((resolve) => setImmediate(resolve));\nexport default ${body};\n`,
  'candor.json': 'not read',
  'candor.config.mjs': 'export const other = 1;\n',
};

test('X10 X16 X17 X25 code that fails says where, and the usual files have an order', async () => {
  const cwd = await folder(failing);
  const run = (...args: readonly string[]): Promise<Run> => candor(['check', ...args], { cwd });
  const runs = await Promise.all([
    run('syntax.ts'),
    run('throws.ts'),
    run('module.ts'),
    run('null.ts'),
    run('never.ts'),
    run('later.ts'),
    run(),
  ]);
  const [syntax, throws, module, thrownNull, never, later, first] = runs;
  for (const { code } of runs) expect(code).toBe(2);
  expect(syntax.stdout).toMatch(/^syntax\.ts:2 {2}error {2}DECL_CONFIG_FAILED\n {4}The file cannot be run: Unexpected "="\n/);
  expect(throws.stdout).toMatch(/^throws\.ts:4 {2}error {2}DECL_CONFIG_FAILED\n {4}The file cannot be run: gone \\u001b\[31mwrong\n/);
  expect(module.stdout).toContain("The file cannot be run: Cannot find package 'no-such-module-of-ours'");
  expect(thrownNull.stdout).toContain('The file cannot be run: null');
  expect(never.stderr).toMatch(/^DECL_CONFIG_FAILED: ".*never\.ts" never ends/);
  expect(later.stderr).toMatch(/^CLI_BUG: Candor itself failed: too late\n/);
  expect(first.stdout).toMatch(/^candor\.config\.mjs {2}error {2}DECL_CONFIG_EMPTY\n/);
});
