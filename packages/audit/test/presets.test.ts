import { expect, test } from 'vitest';
import { applyPreset } from '../src/presets/apply-preset.ts';
import type { Preset } from '../src/presets/presets.ts';
import { findPreset, presets } from '../src/presets/presets.ts';
import type { Finding } from '../src/report/report.ts';
import { appliesIn } from '../src/rules/applies-in.ts';
import type { RuleId } from '../src/rules/catalogue.ts';
import { allRules, ruleOf } from '../src/rules/catalogue.ts';

function finding(rule: RuleId): Finding {
  const { severity, hint } = ruleOf(rule);
  return {
    rule,
    severity,
    state: 'S0',
    states: ['S0'],
    item: { kind: 'cookie', name: 'a', host: 'shop.localhost' },
    tracker: null,
    message: 'Cookie "a"',
    evidence: {
      at: '2026-11-23T12:00:00.000Z',
      page: 'http://shop.localhost/',
      phase: 'unasked',
      setter: { kind: 'unknown', url: 'http://shop.localhost/' },
      sightings: 1,
    },
    fingerprint: rule,
    hint,
  };
}

function preset(id: string): Preset {
  const found = findPreset(id);
  if (found === null) throw new Error(`No preset "${id}"`);
  return found;
}

const every = allRules.map(({ id }) => finding(id));
const counted = (id: string): readonly string[] => applyPreset(every, preset(id)).map(({ rule }) => rule);

test('A125 each preset names rules once, changes severities of rules that count, and brings the visits that its rules need', () => {
  for (const { id, rules, severities, states } of presets) {
    const ids = rules === 'all' ? allRules.map((rule) => rule.id) : rules;
    expect(new Set(ids).size, id).toBe(ids.length);
    for (const rule of Object.keys(severities)) expect(ids, `${id} ${rule}`).toContain(rule);
    for (const rule of ids) {
      const needed = ruleOf(rule).states;
      const always = needed.some((state) => ['all', 'crawl', 'declaration', 'page'].includes(state));
      expect(always || needed.some((state) => states.some((one) => one === state)), `${id} ${rule}`).toBe(true);
    }
  }
});

test('A126 a preset keeps the findings that count, with its severities and their fingerprints', () => {
  expect(counted('regulator-3').toSorted()).toEqual(
    ['R-CLICKS', 'R-NO-REJECT', 'R-PRE-3P', 'R-PRE-STORE', 'R-REJ-3P', 'R-REJ-STORE'].toSorted(),
  );
  expect(counted('strict-eu')).toEqual(every.map(({ rule }) => rule));
  const [ghost] = applyPreset([finding('R-GHOST')], preset('strict-eu'));
  expect(ghost).toEqual({ ...finding('R-GHOST'), severity: 'low' });
  expect(applyPreset([finding('R-GHOST')], preset('ci-default'))).toEqual([finding('R-GHOST')]);
  expect(applyPreset([finding('R-TCF-SS')], preset('ci-default'))).toEqual([]);
});

test('A126 a rule that no preset knows, as of another version, counts only where all do', () => {
  const other = { ...finding('R-GHOST'), rule: 'R-FROM-LATER' };
  expect(applyPreset([other], preset('ci-default'))).toEqual([]);
  expect(applyPreset([other], preset('strict-eu'))).toEqual([other]);
  expect(findPreset('none')).toBeNull();
});

test('A127 what a preset counts applies in its profile', () => {
  for (const { id, profile, rules } of presets) {
    if (profile === null || rules === 'all') continue;
    const lost = rules.filter((rule) => !appliesIn(ruleOf(rule), profile));
    expect(lost, id).toEqual([]);
  }
});
