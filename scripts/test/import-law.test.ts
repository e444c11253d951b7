import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
// @ts-expect-error: a script without types
import { checkImports, checkWords, findCycles } from '../import-law.mjs';
// @ts-expect-error: a script without types
import { findImports } from '../imports.mjs';

const law = JSON.parse(readFileSync(new URL('../../architecture.json', import.meta.url), 'utf8'));
const whyOf = (file: string, text: string): string[] =>
  checkImports(law, new Map([[file, findImports(text)]])).map((violation: { why: string }) => violation.why);

test('W1 a planted import of every kind that the law forbids is caught', () => {
  const file = 'packages/guard/src/planted.ts';
  const planted = [
    "import { openLedger } from '@candor/ledger';",
    "import type { Ledger } from '@candor/ledger';",
    "export { openLedger } from '@candor/ledger';",
    "const ledger = await import('@candor/ledger');",
    "type Ledger = import('@candor/ledger').Ledger;",
    "import { html } from '@candor/core/src/base/html.ts';",
    "import { html } from '../../core/src/base/html.ts';",
    "import left from 'left-pad';",
  ];
  for (const line of planted) expect(whyOf(file, line), line).toHaveLength(1);
  expect(whyOf(file, "import { decide } from '@candor/core';\nimport http from 'node:http';")).toEqual([]);
});

test('W2 a pure room may not import a Node module, and a folder of core only those below it', () => {
  expect(whyOf('packages/core/src/base/x.ts', "import fs from 'node:fs';")).toEqual(['this room runs where Node is not']);
  expect(whyOf('packages/core/src/declaration/x.ts', "import { x } from '../policy/y.ts';")).toEqual([
    'core/declaration may not import core/policy',
  ]);
  expect(whyOf('packages/core/src/policy/x.ts', "import { x } from '../declaration/y.ts';")).toEqual([]);
});

test('W3 a cycle is found, by types too', () => {
  const a = ['packages/core/src/base/a.ts', findImports("import type { B } from './b.ts';")] as const;
  const b = ['packages/core/src/base/b.ts', findImports("import { a } from './a.ts';")] as const;
  expect(findCycles(new Map([a, b]))).toHaveLength(1);
});

test('W4 SQL outside drivers, raw errors, innerHTML and hidden clocks are found', () => {
  const texts = new Map([
    ['packages/platform/src/x.ts', "const q = 'SELECT 1 FROM t';"],
    ['packages/platform/src/drivers/y.ts', "const q = 'SELECT 1 FROM t';"],
    ['packages/core/src/base/z.ts', 'const t = Date.now();'],
    ['packages/client/src/w.ts', "element.innerHTML = 'x'; throw new Error('y');"],
  ]);
  expect(checkWords(law, texts).map((violation: { specifier: string }) => violation.specifier)).toEqual([
    'SQL',
    'clock or randomness',
    'innerHTML',
    'new Error',
  ]);
});
