// May an item of web storage, a database, a cache, a file or a service worker exist?
import type { ConsentState } from '../consent/types.ts';
import { rulesForName } from './rules-for-name.ts';
import type { Enforcement, Question, Verdict } from './types.ts';
import { settle } from './verdict.ts';

/** Whether a name may be stored at an origin: declared for this kind of store and this origin, and every purpose allowed. */
export function decideStorage(
  rules: Enforcement,
  consent: ConsentState,
  { store, name, origin }: Omit<Extract<Question, { readonly kind: 'storage' }>, 'kind'>,
): Verdict {
  const named = rulesForName(rules, store, name);
  const here = named.filter((rule) => 'origins' in rule && rule.origins.includes(origin));
  return settle(named, here, consent);
}
