// How likely a box is a question about consent, and not a newsletter, an age gate or a log-in that mentions cookies.
import type { SeenNode, Sight } from './sight.ts';
import { coverOf, lineage } from './sight.ts';
import { countMentions, firstMention } from './words/languages.ts';
import type { Reading } from './words/read-label.ts';
import type { Vocabulary } from './words/vocabulary.ts';

/** What is known of a box when it is rated. `readings` are those of its controls; null for a control that says nothing. */
export type Rated = {
  readonly root: SeenNode;
  readonly text: string;
  readonly isOverlay: boolean;
  readonly readings: readonly (Reading | null)[];
  readonly hooks: number;
  readonly toggles: number;
  readonly languages: readonly Vocabulary[];
};

/** From here on a box is a question. */
export const threshold = 6;

const hints = /cookie|consent|gdpr|dsgvo|rgpd|lgpd|ccpa|\bcmp|privacy|tracking|datenschutz|einwilligung/i;

const worth: { readonly [D in Reading['deed']]: number } = {
  accept: 3,
  reject: 3,
  preferences: 2,
  save: 1.5,
  acknowledge: 1.5,
  close: 0.5,
  withdraw: 1,
  no: 0.5,
};

/** The rating; what is not about consent at all gets none. */
export function rate(rated: Rated, sight: Sight): number {
  const { text, languages, isOverlay, hooks } = rated;
  const named = isNamed(rated, sight);
  const cookies = countMentions(languages, 'cookies', text);
  const consent = countMentions(languages, 'consent', text);
  const privacy = countMentions(languages, 'privacy', text);
  if (hooks === 0 && !named && cookies === 0 && consent === 0 && privacy === 0) return Number.NEGATIVE_INFINITY;
  if (hooks === 0 && !named && cookies + consent === 0 && !offersChoice(rated)) return Number.NEGATIVE_INFINITY;
  const subject = Math.min(cookies, 3) * 2 + Math.min(consent, 3) + Math.min(privacy, 2) * 0.5 + (named ? 3 : 0) + hooks * 10;
  return subject + rateDeeds(rated) + ratePlace(rated, sight) + (isOverlay ? 3 : 0) - rateOthers(rated, sight);
}

// Who only speaks of privacy may be telling of new terms: a question leaves a choice.
function offersChoice({ readings }: Rated): boolean {
  const deeds = new Set(readings.map((reading) => reading?.deed));
  return deeds.has('accept') && (deeds.has('reject') || deeds.has('preferences') || deeds.has('save'));
}

function isNamed({ root }: Rated, sight: Sight): boolean {
  const near = [root, ...root.children.map((child) => sight.nodes[child])].filter((node) => node !== undefined);
  return near.some(({ attributes }) =>
    ['id', 'class', 'aria-label', 'name', 'data-nosnippet', 'src'].some((name) => hints.test(attributes.get(name) ?? '')),
  );
}

function rateDeeds({ readings, toggles }: Rated): number {
  const deeds = new Map<Reading['deed'], number>();
  for (const reading of readings) if (reading !== null) deeds.set(reading.deed, Math.min(reading.unknown, deeds.get(reading.deed) ?? 9));
  let sum = 0;
  for (const [deed, unknown] of deeds) sum += worth[deed] / (1 + unknown);
  const naming = readings.filter((reading) => reading?.aboutConsent === true && reading.unknown === 0).length;
  return sum + Math.min(naming, 2) + (toggles > 0 && deeds.has('save') ? 2 : 0);
}

// A question says early what it is about; a footer or the small print says it late, behind what the box is really about.
function ratePlace({ root, text, languages, isOverlay }: Rated, sight: Sight): number {
  const fields = ['cookies', 'consent', 'privacy'] as const;
  const first = Math.min(...fields.map((field) => firstMention(languages, field, text)));
  const early = first < 0.35 || first * text.length < 40 ? 1.5 : first > 0.45 && text.length > 80 ? -3 : 0;
  const before = Math.min(countMentions(languages, 'other', text.slice(0, Math.floor(first * text.length))), 2);
  const box = root.box;
  const spans = box !== null && box.width > sight.viewport.width * 0.8 && box.height < sight.viewport.height * 0.5 && root.isShown;
  return early - before * 2.5 + (!isOverlay && spans ? 1 : 0) + (box !== null && isOverlay && coverOf(box, sight) > 0.9 ? -0.5 : 0);
}

function rateOthers(rated: Rated, sight: Sight): number {
  const { text, languages, readings, root, isOverlay } = rated;
  const fields = sight.nodes.filter((node) => isTextField(node) && node.box !== null && lineage(node, sight).includes(root)).length;
  const others = countMentions(languages, 'other', text);
  const strangers = readings.filter((reading) => reading === null).length;
  const long = isOverlay ? 0 : Math.max(0, text.length - 1500) / 500;
  return Math.min(fields, 2) * 5 + Math.min(others, 6) * (others * 60 > text.length ? 1.5 : 0.4) + Math.max(0, strangers - 6) * 0.3 + long;
}

const typed = new Set(['', 'text', 'email', 'password', 'tel', 'number', 'date', 'url']);

function isTextField({ tag, attributes }: SeenNode): boolean {
  return tag === 'textarea' || (tag === 'input' && typed.has((attributes.get('type') ?? '').toLowerCase()));
}
