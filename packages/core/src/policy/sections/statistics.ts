// Statistics: by which means, on which ground of which rules, what is kept, and how to object. Never "anonymous, therefore free".

import { basisFor, valueForProfile } from '../../declaration/profile-rules.ts';
import type { Basis, Declaration } from '../../declaration/types.ts';
import { describeGround, describeSource } from '../basis-words.ts';
import type { PolicyContext } from '../context.ts';
import { describeDuration } from '../duration.ts';
import { own } from '../lookup.ts';
import { orderTrackers } from '../order.ts';
import type { Block, Section } from '../view.ts';
import type { PolicyWords } from '../words/policy-words.ts';

type Measurement = NonNullable<Declaration['measurement']>;

const dayLength = 86_400;

/** The section on statistics; it also says so where there are none. */
export function compileStatistics(context: PolicyContext): Section {
  const { words, declaration } = context;
  const listed = orderTrackers(declaration).some(({ category }) => category === 'statistics');
  const means = [
    ...(listed ? [say(words.statistics.listed(words.categories.statistics))] : []),
    ...(declaration.measurement === undefined ? [] : describeMeans(context, declaration.measurement)),
  ];
  const blocks = means.length === 0 ? [say(words.statistics.nothing)] : [...means, say(words.statistics.whatCounts), ...rules(context)];
  return { id: 'statistics', heading: [words.statistics.heading], blocks };
}

function describeMeans({ words, profile }: PolicyContext, { tier: tiers, retentionDays, k }: Measurement): readonly Block[] {
  const tier = valueForProfile(tiers, profile);
  if (tier === 'none') return [say(words.statistics.notHere(words.profiles[profile]))];
  return [say(words.statistics.tiers[tier]), say(words.statistics.kept(describeDuration(retentionDays * dayLength, words), k))];
}

// The ground, its source, the objection and the numbers themselves: for a measurement that runs here.
function rules(context: PolicyContext): readonly Block[] {
  const { declaration, profile } = context;
  const { measurement, purposes } = declaration;
  if (measurement === undefined || valueForProfile(measurement.tier, profile) === 'none') return [];
  const purpose = own(purposes, measurement.purpose);
  return [...(purpose === null ? [] : grounds(context, basisFor(declaration, purpose, profile))), see(context)];
}

function grounds({ words, profile, declaration }: PolicyContext, basis: Basis): readonly Block[] {
  const { prefix } = declaration.site;
  if (basis.kind === 'consent') return [say(words.statistics.grounds.consent)];
  const ground = words.statistics.grounds[basis.kind](words.profiles[profile], describeGround(basis.ground, words));
  const source = describeSource(basis, words);
  const cited = source === null ? [] : [say(`${words.grammar.term(words.purposes.source)} ${source}`)];
  return [say(ground), ...cited, ...objection(basis, words, prefix)];
}

// Only what the preferences can turn off is said to be open to objection.
function objection({ kind }: Basis, words: PolicyWords, prefix: string): readonly Block[] {
  if (kind !== 'objectable' && kind !== 'opt-out') return [];
  return [say(words.statistics.objection), { kind: 'button', text: words.statistics.object, href: `${prefix}/preferences` }];
}

function see({ words, declaration }: PolicyContext): Block {
  return { kind: 'paragraph', text: [{ text: words.statistics.see, href: `${declaration.site.prefix}/statistics` }] };
}

function say(text: string): Block {
  return { kind: 'paragraph', text: [text] };
}
