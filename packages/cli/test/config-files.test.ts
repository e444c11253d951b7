import { expect, test } from 'vitest';
import type { Run } from './candor.ts';
import { candor, folder } from './candor.ts';
import { json, library } from './declaration.ts';

const body = json(library);
const config = `import { defineDeclaration } from 'candor';\nexport default defineDeclaration(${body});\n`;

test('X15 a declaration that is code runs in any folder', async () => {
  const awaited = config.replace('"version": "1"', '"version": await Promise.resolve("1")');
  const folders = {
    bare: { 'candor.config.ts': config },
    commonjs: { 'package.json': '{"type":"commonjs"}', 'candor.config.ts': config },
    'broken tsconfig é': { 'tsconfig.json': '{ "compilerOptions": { "paths": [[', 'candor.config.ts': config },
    awaiting: { 'package.json': '{"type":"commonjs"}', 'candor.config.ts': awaited },
    script: { 'candor.config.js': config },
    'commonjs script': { 'package.json': '{"type":"commonjs"}', 'candor.config.js': config },
    exports: { 'candor.config.js': `module.exports = ${body};\n` },
    module: { 'candor.config.mjs': config },
    named: { 'candor.config.ts': `export const declaration: object = ${body};\n` },
  };
  const files = Object.entries(folders).flatMap(([name, inside]) =>
    Object.entries(inside).map(([file, text]) => [`${name}/${file}`, text] as const),
  );
  const cwd = await folder(Object.fromEntries(files));
  const runs = await Promise.all(
    Object.keys(folders).map(async (name) => [name, await candor(['check', '--json'], { cwd: `${cwd}/${name}` })] as const),
  );
  const ids = runs.map(([name, { code, stdout, stderr }]) => {
    expect(code, `${name}: ${stdout}${stderr}`).toBe(0);
    expect(stderr, name).toBe('');
    return JSON.parse(stdout).id;
  });
  expect(new Set(ids).size).toBe(1);
});

test('X10 X16 X17 X25 code that fails says where, and the usual files have an order', async () => {
  const cwd = await folder({
    'syntax.ts': 'export const a = 1;\nconst b: = 2;\n',
    'throws.ts':
      "type Unused = { readonly a: 1 };\n\nconst fail = (): never => {\n  throw new TypeError('gone wrong\\n    at somewhere');\n};\nexport default fail();\n",
    'module.ts': "import { x } from 'no-such-module-of-ours';\nexport default x;\n",
    'nothing.ts': 'export const other = 1;\n',
    'null.ts': 'throw null;\n',
    'red.ts': "throw new Error('\\u001b[31mred');\n",
    'never.ts': `await new Promise(() => {});\nexport default ${body};\n`,
    'later.ts': `setTimeout(() => { throw new Error('too late'); }, 0);\nawait new Promise((resolve) => setTimeout(resolve, 1000));\nexport default ${body};\n`,
    'candor.json': 'not read',
    'candor.config.mjs': 'export const other = 1;\n',
  });
  const run = (...args: readonly string[]): Promise<Run> => candor(['check', ...args], { cwd });
  const [syntax, throws, module, nothing, thrownNull, red, never, later, first] = await Promise.all([
    run('syntax.ts'),
    run('throws.ts'),
    run('module.ts'),
    run('nothing.ts'),
    run('null.ts'),
    run('red.ts'),
    run('never.ts'),
    run('later.ts'),
    run(),
  ]);
  for (const { code } of [syntax, throws, module, nothing, thrownNull, red, never, later, first]) expect(code).toBe(2);
  expect(syntax.stdout).toMatch(/^syntax\.ts:2 {2}error {2}DECL_CONFIG_FAILED\n {4}The file cannot be run: Unexpected "="\n/);
  expect(throws.stdout).toMatch(/^throws\.ts:4 {2}error {2}DECL_CONFIG_FAILED\n {4}The file cannot be run: gone wrong\n/);
  expect(module.stdout).toContain("The file cannot be run: Cannot find package 'no-such-module-of-ours'");
  expect(nothing.stdout).toMatch(/^nothing\.ts {2}error {2}DECL_CONFIG_EMPTY\n/);
  expect(thrownNull.stdout).toContain('The file cannot be run: null');
  expect(red.stdout).toContain('cannot be run: \\u001b[31mred\n');
  expect(never.stderr).toMatch(/^DECL_CONFIG_FAILED: ".*never\.ts" never ends/);
  expect(later.stderr).toMatch(/^CLI_BUG: Candor itself failed: too late\n/);
  expect(first.stdout).toMatch(/^candor\.config\.mjs {2}error {2}DECL_CONFIG_EMPTY\n/);
});
