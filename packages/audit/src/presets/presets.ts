// Which rules count for whom, how much, and which visits they need: rows, no judgement.
import type { ProfileId } from '@candor/core';
import type { Severity } from '../report/report.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { ruleStates } from '../rules/rule.ts';

/** Names that scripts rely on. */
export type PresetId = 'regulator-3' | 'ci-default' | 'strict-eu' | 'us-ca' | 'au-notice' | 'tcf';

/** A state that a visit can be in. */
export type VisitState = Exclude<(typeof ruleStates)[number], 'all' | 'crawl' | 'declaration' | 'page'>;

/** `rules`: those that count, or all. `severities`: where they differ from the rules' own. `profile`: the one to audit under, if any. */
export type Preset = {
  readonly id: PresetId;
  readonly title: string;
  readonly profile: ProfileId | null;
  readonly rules: 'all' | readonly RuleId[];
  readonly severities: { readonly [Id in RuleId]?: Severity };
  readonly states: readonly VisitState[];
};

const storing: readonly RuleId[] = ['R-PRE-3P', 'R-REJ-3P', 'R-PRE-STORE', 'R-RESPAWN', 'R-REJ-STORE'];
const declaring: readonly RuleId[] = ['R-UNDECL', 'R-NO-DECL', 'R-MOMENT', 'R-LIFE', 'R-SCOPE', 'R-MISCLASS'];
const withdrawing: readonly RuleId[] = ['R-WD-LEFT', 'R-WD-READ', 'R-NOWD'];

/** Every preset, the usual one first. */
export const presets: readonly Preset[] = [
  {
    id: 'ci-default',
    title: 'What a build should fail on: whatever makes the declaration or an answer untrue',
    profile: null,
    rules: [
      ...storing,
      ...withdrawing,
      ...declaring,
      'R-NO-REJECT',
      'R-CLICKS',
      'R-CLOSE',
      'R-PRETICK',
      'R-GPC-IGN',
      'R-NOJS',
      'R-POS-SIGNAL',
      'R-SIG-MISMATCH',
      'R-GRAN',
      'R-FOREVER',
      'R-FLAGS',
      'R-LEAK',
      'R-FP',
      'R-GHOST',
    ],
    severities: {},
    states: ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S9', 'S10'],
  },
  {
    id: 'regulator-3',
    title: 'The three questions that the ICO asked the 1,000 most used sites',
    profile: null,
    rules: ['R-PRE-STORE', 'R-PRE-3P', 'R-NO-REJECT', 'R-CLICKS', 'R-REJ-STORE', 'R-REJ-3P'],
    severities: { 'R-PRE-STORE': 'critical', 'R-PRE-3P': 'critical' },
    states: ['S0', 'S1', 'S2'],
  },
  {
    id: 'strict-eu',
    title: 'Everything, with the readings of the strictest authorities of the Union',
    profile: null,
    rules: 'all',
    severities: {
      'R-PRE-STORE': 'critical',
      'R-PRE-3P': 'critical',
      'R-WD-READ': 'critical',
      'R-WD-LEFT': 'critical',
      'R-GCM-PING': 'high',
      'R-FP': 'critical',
      'R-FOREVER': 'high',
      'R-POLICY-FIELDS': 'high',
      'R-POLICY-PROSE': 'high',
      'R-EDGE': 'high',
      'R-SIZE': 'high',
      'R-FLAGS': 'high',
      'R-GHOST': 'low',
    },
    states: ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10'],
  },
  {
    id: 'us-ca',
    title: 'California: the opt-out and its signal work, and refusing is as easy as accepting',
    profile: 'us-ca',
    rules: [
      'R-REJ-3P',
      'R-RESPAWN',
      'R-REJ-STORE',
      ...withdrawing,
      ...declaring,
      'R-GPC-IGN',
      'R-GPC-SHOW',
      'R-SIG-MISMATCH',
      'R-NO-REJECT',
      'R-CLICKS',
      'R-OFFSCREEN',
      'R-WORDS',
      'R-POLICY-FIELDS',
      'R-LEAK',
      'R-GHOST',
    ],
    severities: {},
    states: ['S0', 'S1', 'S2', 'S3', 'S5', 'S9'],
  },
  {
    id: 'au-notice',
    title: 'Australia: nothing is asked, so everything has to be told',
    profile: 'au-qld',
    rules: [...declaring, 'R-FLAGS', 'R-GHOST', 'R-POLICY-FIELDS', 'R-POLICY-PROSE', 'R-POLICY-DRIFT', 'R-LANG', 'R-LEAK'],
    severities: { 'R-POLICY-FIELDS': 'high', 'R-POLICY-PROSE': 'high', 'R-GHOST': 'low' },
    states: ['S0', 'S9'],
  },
  {
    id: 'tcf',
    title: 'Sites that send consent on: TC strings, consent mode, and what they say',
    profile: null,
    rules: [
      'R-TCF-SEG',
      'R-TCF-SS',
      'R-TCF-API',
      'R-GCM-ORDER',
      'R-GCM-PING',
      'R-POS-SIGNAL',
      'R-SIG-MISMATCH',
      'R-LI',
      'R-PRETICK',
      'R-GRAN',
      ...storing,
    ],
    severities: { 'R-GCM-PING': 'high' },
    states: ['S0', 'S1', 'S2', 'S3', 'S10'],
  },
];

/** The preset of a name, or null. */
export function findPreset(id: string): Preset | null {
  return presets.find((preset) => preset.id === id) ?? null;
}
