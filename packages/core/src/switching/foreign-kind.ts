// The names under which tools keep the four usual categories, told by how they begin. "Non-essential" is not "essential".
import type { Category } from '../declaration/types.ts';

const kinds: readonly (readonly [Category, RegExp])[] = [
  ['necessary', /^(strict|necess|essen|requir|mandat|technic|klaro|c0001)/i],
  ['preferences', /^(pref|functional|personal|c0003)/i],
  ['statistics', /^(analytic|statist|perform|measure|c0002)/i],
  ['marketing', /^(market|target|advert|ads?$|c000[45])/i],
];

/** The categories that a visitor is asked about. */
export const askedKinds: readonly Category[] = kinds.slice(1).map(([kind]) => kind);

/** The category that an id of another tool is a usual name of, or undefined. */
export function kindOf(id: string): Category | undefined {
  return kinds.find(([, pattern]) => pattern.test(id))?.[0];
}
