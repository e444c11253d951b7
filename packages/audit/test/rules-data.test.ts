// The rules as data: the files, the module made from them, the catalogue and the page that lists them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { appliesIn, lawIn } from '../src/rules/applies-in.ts';
import { allRules, askedOfPeople, ruleOf, rules, unjudgedRules } from '../src/rules/catalogue.ts';
import { parseRule } from '../src/rules/parse-rule.ts';
import type { Rule } from '../src/rules/rule.ts';
import { ruleData } from '../src/rules/rule-data.ts';

const folder = new URL('../rules/', import.meta.url);
const fileNames = readdirSync(folder).toSorted();

function readFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

function parsed(): readonly Rule[] {
  const all = fileNames.map((name) => {
    const result = parseRule(readFile(name));
    expect(result, name).toMatchObject({ ok: true });
    return result.ok ? [result.value] : [];
  });
  return all.flat().toSorted((one, other) => one.rank - other.rank);
}

function writeModule(all: readonly Rule[]): void {
  const ids = all.map(({ id }) => `  | '${id}'`).toSorted();
  const text = [
    '// Made from the files in rules/ by the test of A101 with UPDATE_GOLDEN=1: change those.',
    "import type { Rule } from './rule.ts';",
    '',
    '/** Stable ids of the rules. */',
    'export type RuleId =',
    `${ids.join('\n')};`,
    '',
    '/** The rules by rank. */',
    `export const ruleData: readonly Rule<RuleId>[] = ${JSON.stringify(all, null, 2)};`,
    '',
  ];
  writeFileSync(new URL('../src/rules/rule-data.ts', import.meta.url), text.join('\n'));
}

test('A100 every file is a rule of the schema, named after its id, with ids and ranks of its own', () => {
  const all = parsed();
  expect(all.map(({ id }) => `${id.slice(2).toLowerCase()}.json`).toSorted()).toEqual(fileNames);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ rank }) => rank)).size).toBe(all.length);
});

test('A101 the module that is bundled is made from the files (UPDATE_GOLDEN=1 writes it)', () => {
  const all = parsed();
  if (process.env['UPDATE_GOLDEN'] === '1') writeModule(all);
  else expect(ruleData).toEqual(all);
});

test('A102 a rule of another shape is refused with the path of what is wrong', () => {
  const good = readFile('pre-store.json');
  const codes = (change: object): readonly string[] => {
    const result = parseRule({ ...(good as object), ...change });
    return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`);
  };
  expect(codes({})).toEqual([]);
  expect(codes({ severity: 'awful' })).toEqual(['AUDIT_RULE_SHAPE severity']);
  expect(codes({ colour: 'red' })).toEqual(['AUDIT_RULE_SHAPE colour']);
  expect(codes({ law: [{ ref: 'Somewhere', region: 'Atlantis', date: 'once' }] })).toEqual([
    'AUDIT_RULE_SHAPE law[0].region',
    'AUDIT_RULE_SHAPE law[0].date',
  ]);
  expect(codes({ where: { models: [], only: [], except: ['xx'] } })).toEqual([
    'AUDIT_RULE_SHAPE where.models',
    'AUDIT_RULE_SHAPE where.except[0]',
  ]);
  expect(codes({ title: 'two\nlines', rank: '1' })).toEqual(['AUDIT_RULE_SHAPE rank', 'AUDIT_RULE_SHAPE title']);
  expect(codes({ law: [] })).toEqual(['AUDIT_RULE_UNSOURCED certainty']);
  for (const other of [null, [], 'R-X', 1])
    expect(parseRule(other)).toMatchObject({ ok: false, issues: [{ code: 'AUDIT_RULE_SHAPE', path: '' }] });
  const { id: _id, ...without } = good as { readonly id: string };
  expect(parseRule(without)).toMatchObject({ ok: false, issues: [{ path: 'id' }] });
});

test('A103 a rule is judged, not judged by this version, or asked of a person, and exactly one of these', () => {
  const parts = [rules, unjudgedRules(), askedOfPeople()].map((part) => part.map(({ id }) => id));
  expect(parts.flat().toSorted()).toEqual(allRules.map(({ id }) => id).toSorted());
  expect(unjudgedRules().map(({ id }) => id)).toContain('R-EDGE');
  expect(askedOfPeople().map(({ id }) => id)).toEqual(['R-WORDS']);
});

test('A104 a rule applies by the model of the profile, its own list and its exceptions', () => {
  expect(['eu-base', 'uk', 'us-ca', 'au-qld'].map((profile) => appliesIn(ruleOf('R-PRE-STORE'), profile as 'uk'))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(appliesIn(ruleOf('R-GPC-SHOW'), 'us-ca')).toBe(true);
  expect(appliesIn(ruleOf('R-GPC-SHOW'), 'us-other')).toBe(false);
  expect(appliesIn(ruleOf('R-NO-REJECT'), 'us-other')).toBe(false);
  expect(appliesIn(ruleOf('R-UNDECL'), 'au-fed')).toBe(true);
});

test('A105 a finding names the law of its profile, and standards everywhere', () => {
  const refs = (profile: 'fr' | 'uk' | 'us-ca') => lawIn(ruleOf('R-PRE-STORE'), profile).map(({ region }) => region);
  expect(new Set(refs('fr'))).toEqual(new Set(['EU', 'FR']));
  expect(refs('uk')).toEqual(['UK']);
  expect(refs('us-ca')).toEqual([]);
  expect(lawIn(ruleOf('R-TCF-SS'), 'us-ca')).toMatchObject([{ ref: 'IAB TCF v2.3', region: 'world' }]);
});

const page = new URL('../../../docs/rules.md', import.meta.url);
const mark = /(<!-- rules -->\n)([\s\S]*?)(\n<!-- \/rules -->)/;

function whereWords({ where }: Rule): string {
  if (where.only.length > 0) return where.only.join(', ');
  const models = where.models.length === 3 ? 'everywhere' : where.models.join(', ');
  return where.except.length === 0 ? models : `${models}, not ${where.except.join(', ')}`;
}

function lawWords({ law }: Rule): string {
  return law.length === 0 ? 'no source known' : law.map(({ ref, region, date }) => `${ref} (${region}, ${date})`).join('; ');
}

function drawRule(rule: Rule): string {
  const judged = rules.some(({ id }) => id === rule.id)
    ? 'judged'
    : rule.checkedBy === 'person'
      ? 'asked of a person'
      : 'not judged by this version';
  const metrics = rule.metrics.map(({ what, unit, warn, fail, least, only }) => {
    const limits = [
      warn === undefined ? '' : `doubtful above ${warn}`,
      fail === undefined ? '' : `wrong above ${fail}`,
      least === undefined ? '' : `at least ${least}`,
    ];
    return `${what}: ${limits.filter((one) => one !== '').join(', ')} (${unit}${only === undefined ? '' : `, ${only.join(', ')}`})`;
  });
  return [
    `### ${rule.id}`,
    '',
    `${rule.title}. **${rule.severity}**, ${rule.certainty}; ${judged}.`,
    '',
    `- Asks: ${rule.asks}`,
    `- Applies: ${whereWords(rule)} · states ${rule.states.join(', ')} · checked by ${rule.checkedBy}`,
    ...metrics.map((metric) => `- Measures: ${metric}`),
    `- To do: ${rule.hint}`,
    `- Written in: ${lawWords(rule)}`,
  ].join('\n');
}

test('A106 docs/rules.md lists every rule as the data has it (UPDATE_GOLDEN=1 writes it)', () => {
  const drawn = allRules.map(drawRule).join('\n\n');
  const text = readFileSync(page, 'utf8');
  if (process.env['UPDATE_GOLDEN'] === '1')
    writeFileSync(
      page,
      text.replace(mark, (_all, before: string, _old, after: string) => before + drawn + after),
    );
  expect(mark.exec(readFileSync(page, 'utf8'))?.[2]).toBe(drawn);
});
