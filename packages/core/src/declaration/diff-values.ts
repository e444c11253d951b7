// Every value that differs, whatever it means: so that a comparison leaves nothing out.
import type { Json } from '../base/canonical-json.ts';
import { encodeCanonicalJson } from '../base/canonical-json.ts';
import { isMembers } from './members.ts';
import type { Path } from './path.ts';

/** One value that differs. Objects are compared key by key, lists as wholes. */
export type ValueDifference = { readonly path: Path; readonly code: 'VALUE_ADDED' | 'VALUE_REMOVED' | 'VALUE_CHANGED' };

/** The smallest values in which two JSON values differ, in the order of their keys. */
export function diffValues(before: Json, after: Json, path: Path = []): readonly ValueDifference[] {
  if (!isMembers(before) || !isMembers(after)) {
    return encodeCanonicalJson(before) === encodeCanonicalJson(after) ? [] : [{ path, code: 'VALUE_CHANGED' }];
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => {
    const [old, now] = [readOwn(before, key), readOwn(after, key)];
    if (old === undefined && now === undefined) return [];
    if (old === undefined) return [{ path: [...path, key], code: 'VALUE_ADDED' as const }];
    if (now === undefined) return [{ path: [...path, key], code: 'VALUE_REMOVED' as const }];
    return diffValues(old, now, [...path, key]);
  });
}

function readOwn(value: { readonly [key: string]: Json }, key: string): Json | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
