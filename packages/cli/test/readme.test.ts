import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parseCommand } from '../src/parse-command.ts';
import { verbs } from '../src/verbs.ts';

// The words of a shell line: continued lines joined, comments dropped, quotes removed.
function commandsIn(markdown: string): readonly (readonly string[])[] {
  const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(markdown) ?? [];
  const lines = block.replaceAll('\\\n', ' ').split('\n');
  return lines
    .map((line) => line.replace(/\s#.*$/, '').trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/\s+/).map((word) => word.replace(/^'|'$/g, '')));
}

test('X2 X3 every line of the README is one that the command understands', async () => {
  const commands = commandsIn(await readFile(new URL('../README.md', import.meta.url), 'utf8'));
  const used = new Set<string>();
  for (const [npx, candor, name = '', ...rest] of commands) {
    expect([npx, candor]).toEqual(['npx', 'candor']);
    const verb = await verbs.find((listed) => listed.name === name)?.load();
    if (verb === undefined) throw new Error(`The README uses the verb "${name}"`);
    expect(() => parseCommand(name, verb, rest), rest.join(' ')).not.toThrow();
    used.add(name);
  }
  expect([...used].sort()).toEqual(['audit', 'check', 'diff', 'guard', 'init', 'policy', 'static', 'verify']);
});
