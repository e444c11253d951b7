// Layers a site's own entries over a base that many sites share. Only the flat result is ever hashed or published.
import type { Result } from '../base/result.ts';
import { fail } from '../base/result.ts';
import { checkDeclaration } from './check.ts';
import type { Members } from './members.ts';
import { isMembers } from './members.ts';
import type { Declaration } from './types.ts';

const deepestLayer = 32;

/**
 * The declaration that `site` makes of `base`: objects are layered key by key, lists and other values replaced, `null`
 * removes a key, and an object whose tag (`kind` or `on`) differs is replaced whole. Fails with the checker's issues.
 */
export function composeDeclarations(base: object, site: object): Result<Declaration> {
  const layered = layer(base, site, 0);
  if (layered !== tooDeep) return checkDeclaration(layered);
  const message = `Values are nested deeper than ${deepestLayer} levels`;
  return fail({ code: 'DECL_TOO_DEEP', path: '', message, hint: 'No part of the language nests that deeply', severity: 'error' });
}

const tooDeep: unique symbol = Symbol('too deep');

function layer(base: unknown, over: unknown, depth: number): unknown {
  if (!isMembers(over)) return over;
  const under = isMembers(base) && !differInTag(base, over) ? base : {};
  if (depth >= deepestLayer) return tooDeep;
  const layered: { [key: string]: unknown } = Object.assign(Object.create(null), under);
  for (const [key, value] of Object.entries(over)) {
    if (value === null) {
      delete layered[key];
      continue;
    }
    if (value === undefined) continue;
    const member = layer(layered[key], value, depth + 1);
    if (member === tooDeep) return tooDeep;
    layered[key] = member;
  }
  return layered;
}

function differInTag(base: Members, over: Members): boolean {
  return ['kind', 'on'].some((tag) => Object.hasOwn(over, tag) && Object.hasOwn(base, tag) && over[tag] !== base[tag]);
}
