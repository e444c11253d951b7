// One rule as data: what it asks, where that is written, where it applies, how bad it is. Files in rules/ have this shape.
import type { ProfileId } from '@candor/core';
import type { LawReference, Severity } from '../report/report.ts';

/** What a rule is asked of: a state of a visit, every page of a crawl, the declaration alone, the policy page, or all states. */
export const ruleStates = [
  'S0',
  'S1',
  'S2',
  'S3',
  'S4',
  'S5',
  'S6',
  'S7',
  'S8',
  'S9',
  'S10',
  'all',
  'crawl',
  'declaration',
  'page',
] as const;

/** Facts of one family about one item are one finding. */
export const ruleFamilies = [
  'request',
  'refused',
  'left',
  'undeclared',
  'moment',
  'life',
  'scope',
  'flags',
  'purpose',
  'signal',
  'tcf',
  'gcm',
  'gpc',
  'basis',
  'policy',
  'ghost',
  'question',
  'prominence',
  'silence',
  'extend',
  'leak',
  'fingerprint',
] as const;

/** Who can answer: a visit in a browser, the declaration alone, the published policy page, or only a person. */
export const ruleChecks = ['browser', 'declaration', 'policy page', 'person'] as const;

/** What profiles are modelled as in the catalog. */
export const ruleModels = ['opt-in', 'opt-out', 'notice'] as const;

/** How sure it is that what the rule finds is wrong; `contested` where authorities or courts differ. */
export const ruleCertainties = ['certain', 'likely', 'contested'] as const;

/** Regions that law references hold in; `world` for standards. */
export const lawRegions = [
  'world',
  'EU',
  'EU-draft',
  'FR',
  'IT',
  'ES',
  'DE',
  'NL',
  'UK',
  'US',
  'US-CA',
  'CA-QC',
  'BR',
  'AU',
  'AU-QLD',
] as const;

/** A region of a law reference. */
export type LawRegion = (typeof lawRegions)[number];

/** What a rule measures: above `warn` it is doubtful, above `fail` wrong, below `least` wrong. `only` names the profiles it is for. */
export type Metric = {
  readonly what: string;
  readonly unit: string;
  readonly warn?: number;
  readonly fail?: number;
  readonly least?: number;
  readonly only?: readonly ProfileId[];
};

/** Where a rule applies without a declaration saying so: by the profile's model; `only` (if any) and `except` name profiles. */
export type Applicability = {
  readonly models: readonly (typeof ruleModels)[number][];
  readonly only: readonly ProfileId[];
  readonly except: readonly ProfileId[];
};

/**
 * One rule. Facts of one family about one item are one finding, under the rule with the least `rank`; `absorbs` names families whose
 * facts about the very same stored thing are part of this one. Where no source is known, `law` is empty.
 */
export type Rule<Id extends string = string> = {
  readonly id: Id;
  readonly rank: number;
  readonly title: string;
  /** What is observed. */
  readonly asks: string;
  readonly law: readonly (LawReference & { readonly region: LawRegion })[];
  readonly states: readonly (typeof ruleStates)[number][];
  readonly severity: Severity;
  readonly certainty: (typeof ruleCertainties)[number];
  readonly where: Applicability;
  readonly checkedBy: (typeof ruleChecks)[number];
  readonly family: (typeof ruleFamilies)[number];
  readonly absorbs: readonly (typeof ruleFamilies)[number][];
  readonly metrics: readonly Metric[];
  readonly hint: string;
};
