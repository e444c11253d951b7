// Which rules hold for visitors of a profile, and which of a rule's sources speak there.
import { profiles } from '@candor/catalog';
import type { ProfileId } from '@candor/core';
import type { LawReference } from '../report/report.ts';
import type { LawRegion, Rule } from './rule.ts';

const lawOf: { readonly [P in ProfileId]: readonly LawRegion[] } = {
  'eu-base': ['EU'],
  fr: ['EU', 'FR'],
  it: ['EU', 'IT'],
  es: ['EU', 'ES'],
  de: ['EU', 'DE'],
  nl: ['EU', 'NL'],
  uk: ['UK'],
  'us-ca': ['US', 'US-CA'],
  'us-other': ['US'],
  'ca-qc': ['CA-QC'],
  br: ['BR'],
  'au-qld': ['AU', 'AU-QLD'],
  'au-fed': ['AU'],
  'eu-omnibus-draft': ['EU', 'EU-draft'],
};

/** The ids of all profiles. */
export const profileIds: readonly string[] = Object.keys(lawOf);

/** Whether a rule holds under a profile where no declaration says more. */
export function appliesIn(rule: Pick<Rule, 'where'>, profile: ProfileId): boolean {
  const { models, only, except } = rule.where;
  return models.includes(profiles[profile].model) && (only.length === 0 || only.includes(profile)) && !except.includes(profile);
}

/** The references of a rule that hold under a profile; standards hold everywhere. */
export function lawIn(rule: Pick<Rule, 'law'>, profile: ProfileId): readonly LawReference[] {
  const regions = lawOf[profile];
  return rule.law.filter(({ region }) => region === 'world' || regions.includes(region));
}
