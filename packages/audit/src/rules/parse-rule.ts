// Reads one rule from parsed JSON, strictly: a field more or less is an error with its path.
import type { Issue, Result } from '@candor/core';
import { fail, succeed } from '@candor/core';
import { severities } from '../report/report.ts';
import { profileIds } from './applies-in.ts';
import type { Rule } from './rule.ts';
import { lawRegions, ruleCertainties, ruleChecks, ruleFamilies, ruleModels, ruleStates } from './rule.ts';

type Check = (value: unknown, path: string) => readonly Issue[];

/**
 * The rule, or issues: AUDIT_RULE_SHAPE with the path of what is wrong, AUDIT_RULE_UNSOURCED where something without a source is said
 * to be certain.
 */
export function parseRule(value: unknown): Result<Rule> {
  const issues = isRuleRecord(value, '');
  if (issues.length > 0) return fail(...issues);
  // The checks above are the shape of the type, field by field.
  const rule = value as Rule;
  return rule.law.length === 0 && rule.certainty === 'certain'
    ? fail(issue('AUDIT_RULE_UNSOURCED', 'certainty', 'A rule without a source is at most "likely": name where it is written'))
    : succeed(rule);
}

function issue(code: 'AUDIT_RULE_SHAPE' | 'AUDIT_RULE_UNSOURCED', path: string, message: string): Issue {
  return { code, path, message, severity: 'error' };
}

const text =
  (pattern: RegExp, says: string): Check =>
  (value, path) =>
    typeof value === 'string' && pattern.test(value) ? [] : [issue('AUDIT_RULE_SHAPE', path, `Expected ${says}`)];

const oneOf =
  (values: readonly string[]): Check =>
  (value, path) =>
    typeof value === 'string' && values.includes(value)
      ? []
      : [issue('AUDIT_RULE_SHAPE', path, `Expected one of ${values.map((one) => `"${one}"`).join(', ')}`)];

const number: Check = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? [] : [issue('AUDIT_RULE_SHAPE', path, 'Expected a number')];

const list =
  (check: Check, least = 0): Check =>
  (value, path) =>
    Array.isArray(value) && value.length >= least
      ? value.flatMap((entry: unknown, index) => check(entry, `${path}[${index}]`))
      : [issue('AUDIT_RULE_SHAPE', path, `Expected a list${least > 0 ? ` of at least ${least}` : ''}`)];

function record(checks: { readonly [field: string]: Check }, optional: readonly string[] = []): Check {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return [issue('AUDIT_RULE_SHAPE', path, 'Expected an object')];
    }
    const at = (field: string): string => (path === '' ? field : `${path}.${field}`);
    const fields = new Map<string, unknown>(Object.entries(value));
    const unknown = [...fields.keys()].filter((field) => !Object.hasOwn(checks, field));
    return [
      ...unknown.map((field) => issue('AUDIT_RULE_SHAPE', at(field), `Unknown field "${field}"`)),
      ...Object.entries(checks).flatMap(([field, check]) => {
        if (fields.has(field)) return check(fields.get(field), at(field));
        return optional.includes(field) ? [] : [issue('AUDIT_RULE_SHAPE', at(field), `The field "${field}" is missing`)];
      }),
    ];
  };
}

const sentence = text(/^\P{Cc}{3,300}$/u, 'a line of 3 to 300 characters');

const isRuleRecord = record({
  id: text(/^R-[A-Z0-9]+(-[A-Z0-9]+)*$/, 'an id such as "R-PRE-STORE"'),
  rank: number,
  title: sentence,
  asks: sentence,
  law: list(
    record({
      ref: sentence,
      region: oneOf(lawRegions),
      date: text(/^(\d{4}(-\d{2}){0,2}|n\.d\.)$/, 'a year, month or day such as "2019-10-01", or "n.d."'),
    }),
  ),
  states: list(oneOf(ruleStates), 1),
  severity: oneOf(severities),
  certainty: oneOf(ruleCertainties),
  where: record({ models: list(oneOf(ruleModels), 1), only: list(oneOf(profileIds)), except: list(oneOf(profileIds)) }),
  checkedBy: oneOf(ruleChecks),
  family: oneOf(ruleFamilies),
  absorbs: list(oneOf(ruleFamilies)),
  metrics: list(
    record({ what: sentence, unit: sentence, warn: number, fail: number, least: number, only: list(oneOf(profileIds), 1) }, [
      'warn',
      'fail',
      'least',
      'only',
    ]),
  ),
  hint: sentence,
});
