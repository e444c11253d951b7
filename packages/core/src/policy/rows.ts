// One tracker as a row: the model that the policy's table and the notice share, so that they cannot say different things.

import { basisFor } from '../declaration/profile-rules.ts';
import type { Name, Tracker } from '../declaration/types.ts';
import { describeBasis } from './basis-words.ts';
import type { PolicyContext } from './context.ts';
import { joinLabels, joinWords } from './join-words.ts';
import { describeLife, lifeSeconds } from './life-words.ts';
import { own } from './lookup.ts';
import type { NamedTracker } from './order.ts';
import { hostsOf, partyOf } from './party.ts';
import { plainText } from './plain-text.ts';
import type { TrackerRow } from './view.ts';

/** The row of a tracker. */
export function compileRow(context: PolicyContext, named: NamedTracker): TrackerRow {
  const { id, tracker, category, purposes } = named;
  const { words, declaration } = context;
  const names = namesOf(tracker);
  const party = partyOf(tracker, declaration.site.hosts);
  const hosts = hostsOf(tracker).map(plainText);
  const bases = purposes.map(({ purpose }) => describeBasis(basisFor(declaration, purpose, context.profile), words));
  return {
    id,
    kind: tracker.kind,
    party,
    category,
    purposes: purposes.map((purpose) => purpose.id),
    names,
    hosts,
    seconds: lifeSeconds(tracker),
    cells: {
      provider: providerName(context, tracker.provider),
      function: describeFunction(context, id, tracker),
      name: names.join(words.grammar.comma),
      purposes: context.read(tracker.explanation, `trackers.${id}.explanation`),
      duration: describeLife(tracker, words),
      when: words.moments[tracker.setWhen.on],
      party: words.parties[party],
      kind: tracker.kind === 'request' ? words.kinds.request : `${words.kinds[tracker.kind]} (${hosts.join(words.grammar.comma)})`,
      recipients: describeRecipients(context, tracker),
      basis: [...new Set(bases)].join(words.grammar.semicolon),
    },
  };
}

/** A provider's name, or its id where the record is missing. */
export function providerName({ declaration }: PolicyContext, id: string): string {
  return plainText(own(declaration.providers, id)?.name ?? id);
}

// The seed's form: "Authentication (front and back office)". What the choice itself sets belongs to every place and names none.
function describeFunction(context: PolicyContext, id: string, tracker: Tracker): string {
  const text = context.read(tracker.function, `trackers.${id}.function`);
  if (tracker.setWhen.on === 'choice') return text;
  const labels = tracker.locations.flatMap((locationId) => {
    const location = own(context.declaration.site.locations, locationId);
    return location === null ? [] : [context.read(location.label, `site.locations.${locationId}.label`)];
  });
  const places = labels.filter((label) => label !== '');
  return places.length === 0 ? text : `${text} (${joinLabels(places, context.words.grammar)})`;
}

function describeRecipients(context: PolicyContext, tracker: Tracker): string {
  const names = tracker.recipients.map((id) => providerName(context, id));
  return names.length === 0 ? context.words.nobody : joinWords(names, context.words.grammar);
}

// A request has no name of its own: its hosts stand for it.
function namesOf(tracker: Tracker): readonly string[] {
  if (tracker.kind === 'request') return tracker.match.hosts.map(plainText);
  return tracker.names.map(describeName);
}

function describeName(name: Name): string {
  return plainText('exact' in name ? name.exact : `${name.prefix}*${name.suffix ?? ''}`);
}
