// What a page has to remove after a refusal or a withdrawal, as data: what scripts can reach, and nothing else.
import { choiceCookieName } from '../consent/choice-codec.ts';
import type { ConsentState } from '../consent/types.ts';
import type { Name } from '../declaration/types.ts';
import type { StorageRule } from './rules-for-name.ts';
import type { Enforcement, RuleScope } from './types.ts';
import { isAllowed } from './verdict.ts';

/** Declared things that are not allowed now: names per store and origin, and cookies (not HttpOnly) with their scopes. */
export type SweepPlan = {
  readonly stores: readonly {
    readonly tracker: string;
    readonly store: StorageRule['kind'];
    readonly names: readonly Name[];
    readonly origins: readonly string[];
  }[];
  readonly cookies: readonly {
    readonly tracker: string;
    readonly names: readonly Name[];
    readonly scopes: readonly RuleScope[];
    readonly secure: boolean;
  }[];
};

/** The plan for this consent. Names that are not declared at all are for `decide` to find; the choice is never swept. */
export function sweepPlan(rules: Enforcement, consent: ConsentState): SweepPlan {
  const refused = rules.trackers.filter((rule) => !isAllowed(rule, consent));
  return {
    stores: refused.flatMap((rule) => {
      if (rule.kind === 'cookie' || rule.kind === 'request') return [];
      return [{ tracker: rule.id, store: rule.kind, names: rule.names, origins: rule.origins }];
    }),
    cookies: refused.flatMap((rule) => {
      if (rule.kind !== 'cookie' || rule.httpOnly) return [];
      const names = rule.names.filter((name) => !('exact' in name) || name.exact !== choiceCookieName);
      return names.length === 0 ? [] : [{ tracker: rule.id, names, scopes: rule.scopes, secure: rule.secure ?? false }];
    }),
  };
}
