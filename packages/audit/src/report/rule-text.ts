// What a rule is called, what it asks and how it is put right, for readers who meet its id in a list.
import { rules } from '../rules/catalogue.ts';
import type { Finding, Severity } from './report.ts';

/** A rule in words. `title` and `asks` have no full stop; `states` may be `all`, and names what is no state of a visit too. */
export type RuleText = {
  readonly id: string;
  readonly title: string;
  readonly asks: string;
  readonly hint: string;
  readonly severity: Severity;
  readonly states: readonly string[];
};

/** The rules that this version judges, in the order of its table. */
export const ruleTexts: readonly RuleText[] = rules.map(({ id, title, asks, hint, severity, states }) => ({
  id,
  title,
  asks,
  hint,
  severity,
  states,
}));

const byId: ReadonlyMap<string, RuleText> = new Map(ruleTexts.map((rule) => [rule.id, rule]));

/** The title of a rule; its id where this version does not know it. */
export function titleOf(rule: string): string {
  return byId.get(rule)?.title ?? rule;
}

/** The rules judged and those that findings name besides: a report may be another version's. */
export function ruleTextsFor(findings: readonly Finding[]): readonly RuleText[] {
  const others = new Map(findings.filter(({ rule }) => !byId.has(rule)).map((finding) => [finding.rule, finding]));
  const unknown = [...others.values()].map(({ rule, hint, severity }) => ({
    id: rule,
    title: rule,
    asks: rule,
    hint,
    severity,
    states: ['all'],
  }));
  return [...ruleTexts, ...unknown];
}
