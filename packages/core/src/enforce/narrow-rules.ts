// The rules that a cookie's name can have anything to do with: for whoever asks about the same names again and again.
import { matchName } from '../base/match.ts';
import type { Enforcement } from './types.ts';

/** The same rules without those of other cookies: every question about a cookie of this name has the same answer under both. */
export function narrowToCookie(rules: Enforcement, name: string): Enforcement {
  const trackers = rules.trackers.filter((rule) => rule.kind === 'cookie' && rule.names.some((pattern) => matchName(pattern, name)));
  return { ...rules, trackers };
}
