// Which rules a name means.
import { matchName } from '../base/match.ts';
import type { Enforcement, TrackerRule } from './types.ts';

export type CookieRule = Extract<TrackerRule, { readonly kind: 'cookie' }>;
export type RequestRule = Extract<TrackerRule, { readonly kind: 'request' }>;
export type StorageRule = Exclude<TrackerRule, CookieRule | RequestRule>;

/**
 * The rules of a kind that mean a name: those that name it exactly, else those of the most specific prefix. Several when it is
 * declared twice.
 */
export function rulesForName<Kind extends (CookieRule | StorageRule)['kind']>(
  { trackers }: Enforcement,
  kind: Kind,
  name: string,
): readonly TrackerRule[] {
  let best = 0;
  let found = new Set<TrackerRule>();
  for (const rule of trackers) {
    for (const pattern of rule.kind === kind ? rule.names : []) {
      const weight = 'exact' in pattern ? Infinity : pattern.prefix.length + (pattern.suffix ?? '').length;
      if (weight < best || !matchName(pattern, name)) continue;
      if (weight > best) found = new Set();
      found.add(rule);
      best = weight;
    }
  }
  return [...found];
}
