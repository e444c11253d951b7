// Finding the rules for a name without walking all of them. The index is derived and kept beside the rules, which stay plain JSON.
import { matchName } from '../base/match.ts';
import type { Name } from '../declaration/types.ts';
import type { Enforcement, TrackerRule } from './types.ts';

export type CookieRule = Extract<TrackerRule, { readonly kind: 'cookie' }>;
export type RequestRule = Extract<TrackerRule, { readonly kind: 'request' }>;
export type StorageRule = Exclude<TrackerRule, CookieRule | RequestRule>;

type NamedRule = CookieRule | StorageRule;

/** Rules by name: exact ones, and prefixes with the most specific first. */
export type NameIndex<Rule> = {
  readonly exact: ReadonlyMap<string, readonly Rule[]>;
  readonly prefixed: readonly { readonly name: Name; readonly weight: number; readonly rule: Rule }[];
};

/** The rules of an enforcement, found by kind and name. */
export type RuleIndex = {
  readonly cookies: NameIndex<CookieRule>;
  readonly stores: ReadonlyMap<StorageRule['kind'], NameIndex<StorageRule>>;
  readonly requests: readonly RequestRule[];
};

const kept = new WeakMap<Enforcement, RuleIndex>();

/** The index of these rules, made at first use. The rules must not be changed afterwards. */
export function indexEnforcement(rules: Enforcement): RuleIndex {
  const known = kept.get(rules);
  if (known !== undefined) return known;
  const index = buildIndex(rules);
  kept.set(rules, index);
  return index;
}

/** The rules that mean a name: those that name it exactly, else those of the most specific prefix. Several when it is declared twice. */
export function rulesForName<Rule>(index: NameIndex<Rule>, name: string): readonly Rule[] {
  const exact = index.exact.get(name);
  if (exact !== undefined) return exact;
  const best = index.prefixed.find((entry) => matchName(entry.name, name));
  if (best === undefined) return [];
  const equal = index.prefixed.filter((entry) => entry.weight === best.weight && matchName(entry.name, name));
  return [...new Set(equal.map((entry) => entry.rule))];
}

function buildIndex(rules: Enforcement): RuleIndex {
  const cookies: CookieRule[] = [];
  const requests: RequestRule[] = [];
  const stores = new Map<StorageRule['kind'], StorageRule[]>();
  for (const rule of rules.trackers) {
    if (rule.kind === 'cookie') cookies.push(rule);
    else if (rule.kind === 'request') requests.push(rule);
    else stores.set(rule.kind, [...(stores.get(rule.kind) ?? []), rule]);
  }
  return { cookies: indexNames(cookies), stores: new Map([...stores].map(([kind, list]) => [kind, indexNames(list)])), requests };
}

function indexNames<Rule extends NamedRule>(rules: readonly Rule[]): NameIndex<Rule> {
  const exact = new Map<string, Rule[]>();
  const prefixed: { name: Name; weight: number; rule: Rule }[] = [];
  for (const rule of rules) {
    for (const name of rule.names) {
      if ('prefix' in name) prefixed.push({ name, weight: name.prefix.length + (name.suffix ?? '').length, rule });
      else exact.set(name.exact, [...new Set([...(exact.get(name.exact) ?? []), rule])]);
    }
  }
  return { exact, prefixed: prefixed.sort((left, right) => right.weight - left.weight) };
}
