// The complete example and variations of it, for tests.
import { readFileSync } from 'node:fs';
import { checkDeclaration } from '../../src/declaration/check.ts';
import { parsePath } from '../../src/declaration/path.ts';
import type { Declaration } from '../../src/declaration/types.ts';

/** The text of the example. */
export const portalText: string = readFileSync(new URL('../fixtures/portal.declaration.json', import.meta.url), 'utf8');

/** Values by path; `undefined` removes what is there. */
export type Edits = { readonly [path: string]: unknown };

/** The example as unchecked JSON, with edits. */
export function portalWith(edits: Edits = {}): unknown {
  const root: unknown = JSON.parse(portalText);
  for (const [path, value] of Object.entries(edits)) setAt(root, parsePath(path) ?? [], value);
  return root;
}

/** The example with edits, checked. Throws when they make it wrong. */
export function portal(edits: Edits = {}): Declaration {
  const checked = checkDeclaration(portalWith(edits));
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues, null, 2));
  return checked.value;
}

function setAt(root: unknown, path: readonly (string | number)[], value: unknown): void {
  const last = path.at(-1);
  let parent = root;
  for (const step of path.slice(0, -1)) parent = Reflect.get(Object(parent), step);
  if (last === undefined || typeof parent !== 'object' || parent === null) throw new Error(`No place for ${JSON.stringify(path)}`);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Reflect.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
}
