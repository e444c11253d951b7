// One lie is one finding: facts of one family about one item are told once, under the rule that weighs most.
import { knownProviders, lookUpTracker } from '@candor/catalog';
import type { ProfileId } from '@candor/core';
import { sha256Hex, snippetFor } from '@candor/core';
import type { AuditState, Initiator, Setter } from '../collect/observation.ts';
import type { EvidenceSetter, Finding, FindingItem } from '../report/report.ts';
import { lawIn } from './applies-in.ts';
import type { Rule } from './catalogue.ts';
import { ruleOf, rules } from './catalogue.ts';
import type { Fact } from './fact.ts';

/** Findings in the order of their rules, then of their items; their law is that of the profile. */
export function mergeFacts(facts: readonly Fact[], profile: ProfileId): readonly Finding[] {
  const groups = new Map<string, Group>();
  for (const fact of withoutAbsorbed(facts)) {
    const key = JSON.stringify([familyOf(fact), fact.item.kind, fact.item.name, fact.item.host]);
    const group = groups.get(key);
    groups.set(key, group === undefined ? { weightiest: fact, facts: [fact] } : joinGroup(group, fact));
  }
  const findings = [...groups.values()].map((group) => findingOf(group, profile));
  return findings.toSorted((a, b) => rankOf(a.rule) - rankOf(b.rule) || compare(a.item.name, b.item.name));
}

// An undeclared request belongs with the other things said about its host.
function familyOf(fact: Fact): Rule['family'] {
  const { family } = ruleOf(fact.rule);
  return fact.item.kind === 'request' && (family === 'undeclared' || family === 'refused') ? 'request' : family;
}

function withoutAbsorbed(facts: readonly Fact[]): readonly Fact[] {
  const absorbed = new Set(facts.flatMap((fact) => ruleOf(fact.rule).absorbs.map((family) => `${family} ${fact.thing}`)));
  return facts.filter((fact) => !absorbed.has(`${familyOf(fact)} ${fact.thing}`));
}

function rankOf(rule: string): number {
  return rules.findIndex((one) => one.id === rule);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const stateOrder: readonly string[] = ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10', 'language', 'action'];

function compareStates(one: AuditState, other: AuditState): number {
  return stateOrder.indexOf(one) - stateOrder.indexOf(other);
}

type Group = { readonly weightiest: Fact; readonly facts: readonly Fact[] };

function joinGroup({ weightiest, facts }: Group, fact: Fact): Group {
  return { weightiest: compareFacts(fact, weightiest) < 0 ? fact : weightiest, facts: [...facts, fact] };
}

// Of facts under the same rule one with an author is told, of the first state, the earliest there: states run side by side, so that
// the clock alone would tell another one in each run.
function compareFacts(one: Fact, other: Fact): number {
  return (
    rankOf(one.rule) - rankOf(other.rule) ||
    Number(one.setter.kind === 'unknown') - Number(other.setter.kind === 'unknown') ||
    compareStates(one.moment.state, other.moment.state) ||
    one.moment.at - other.moment.at
  );
}

function findingOf({ weightiest: fact, facts }: Group, profile: ProfileId): Finding {
  const rule = ruleOf(fact.rule);
  const { item, moment, question, tracker } = fact;
  return {
    rule: rule.id,
    severity: rule.severity,
    certainty: rule.certainty,
    law: lawIn(rule, profile),
    state: moment.state,
    states: [...new Set(facts.map((one) => one.moment.state))].toSorted(compareStates),
    item,
    tracker,
    message: fact.message,
    evidence: {
      at: new Date(moment.at).toISOString(),
      page: moment.page,
      phase: moment.phase,
      setter: setterOf(fact),
      ...(fact.setAt === undefined || fact.setAt === null ? {} : { setAt: new Date(fact.setAt).toISOString() }),
      ...(fact.request === undefined ? {} : { request: fact.request }),
      ...(fact.cookie === undefined ? {} : { cookie: fact.cookie }),
      sightings: facts.length,
    },
    fingerprint: sha256Hex(JSON.stringify([rule.id, item.kind, item.name, item.host ?? ''])),
    hint: rule.hint,
    ...(tracker === null ? whatIsKnown(item) : {}),
    ...(question === null || tracker !== null ? {} : { snippet: snippetFor(question) }),
  };
}

// A hint for whoever has to declare it, never a judgement: names are shared by unrelated trackers.
function whatIsKnown(item: FindingItem): Pick<Finding, 'known'> {
  const known = lookUpTracker(item);
  if (known === null) return {};
  const { provider, category, because } = known;
  return { known: { provider: knownProviders[provider]?.name ?? provider, category, source: because.source, verified: because.verified } };
}

function setterOf(fact: Fact): EvidenceSetter {
  return fact.setter.kind === 'request' ? setterOfRequest(fact.setter.initiator, fact.moment.page) : setterOfStore(fact.setter);
}

function setterOfRequest(initiator: Initiator | null, page: string): EvidenceSetter {
  if (initiator === null) return { kind: 'unknown', url: page };
  const kind = initiator.kind === 'script' ? 'script' : initiator.kind === 'parser' ? 'markup' : 'unknown';
  return {
    kind,
    url: initiator.url ?? page,
    ...(initiator.place === null ? {} : { line: initiator.place.line, column: initiator.place.column }),
  };
}

function setterOfStore(setter: Setter): EvidenceSetter {
  if (setter.kind === 'unknown') return setter;
  if (setter.kind === 'script') {
    const { kind, url, line, column, stack } = setter;
    return { kind, url, ...(line === null ? {} : { line }), ...(column === null ? {} : { column }), stack };
  }
  const { kind, url, method, status, redirectTo, initiator } = setter;
  const place = initiator?.place ?? null;
  return {
    kind,
    url,
    method,
    status,
    ...(redirectTo === null ? {} : { redirectTo }),
    ...(place === null ? {} : { causedBy: `${place.url}:${place.line}:${place.column}` }),
  };
}
