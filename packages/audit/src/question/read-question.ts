// Reads a page's question out of what was seen of it. Pure: the same sight is always the same question.
import type { Candidate } from './candidates.ts';
import { findCandidates } from './candidates.ts';
import type { Pressable } from './controls.ts';
import { boxOf, findPressables, handleOf, styleOf } from './controls.ts';
import type { Control, Deed, Question } from './question.ts';
import type { Rated } from './score.ts';
import { rate, threshold } from './score.ts';
import type { SeenNode, Sight } from './sight.ts';
import { coverOf, lineage, readText } from './sight.ts';
import { findToggles } from './toggles.ts';
import { countMentions, rankLanguages, readIn } from './words/languages.ts';
import type { Reading } from './words/read-label.ts';
import type { Vocabulary } from './words/vocabulary.ts';

const hooks: ReadonlySet<string> = new Set<Deed>(['accept', 'reject', 'preferences', 'save', 'withdraw', 'way-back']);

// Labels of a whole page that are looked up in every language, and of one box.
const mostLabels = 300;

type Read = { readonly pressable: Pressable; readonly reading: Reading | null };

/** The most likely question of a page; null where there is none. */
export function readQuestion(sight: Sight): Question | null {
  const all = findPressables(sight);
  const [body] = sight.nodes;
  if (body === undefined || all.length === 0) return null;
  const languages = rankLanguages(readText(body, sight, 3000), declaredLanguage(body, sight));
  const telling = all.filter(({ hook }) => hook !== 'way-back').filter(isTelling(languages));
  const rated = findCandidates(sight, { telling, all, languages: languages.slice(0, 4) }).map((candidate) =>
    rateCandidate(candidate, sight),
  );
  const best = rated
    .filter(({ rating }) => rating >= threshold)
    .toSorted((a, b) => b.rating - a.rating || a.read.length - b.read.length)[0];
  return best === undefined ? null : tellQuestion(best, sight);
}

// Looking a label up in every language takes time, so a page's thousandth link is looked up in the likely ones only.
function isTelling(languages: readonly Vocabulary[]): (pressable: Pressable) => boolean {
  const known = new Map<string, boolean>();
  return ({ label, hook, hint }) => {
    if (hook !== null) return true;
    const before = known.get(label);
    if (before !== undefined) return before;
    const reading = readIn(known.size < mostLabels ? languages : languages.slice(0, 2), label) ?? readHint(label, hint);
    known.set(label, reading !== null);
    return reading !== null;
  };
}

type RatedCandidate = Candidate & {
  readonly rating: number;
  readonly text: string;
  readonly languages: readonly Vocabulary[];
  readonly read: readonly Read[];
};

function rateCandidate(candidate: Candidate, sight: Sight): RatedCandidate {
  const { root, pressables, isOverlay } = candidate;
  const text = readText(root, sight);
  const languages = rankLanguages(text, declaredLanguage(root, sight));
  const read = pressables.map((pressable, index) => ({
    pressable,
    reading: readPressable(pressable, index < 60 ? languages : languages.slice(0, 1)),
  }));
  const rated: Rated = {
    root,
    text,
    isOverlay,
    readings: read.map(({ reading }) => reading),
    hooks: pressables.filter(({ hook }) => hook !== null && hook !== 'way-back' && hook !== 'withdraw').length,
    toggles: findToggles(root, sight, languages).length,
    languages: languages.slice(0, 3),
  };
  return { ...candidate, rating: rate(rated, sight), text, languages, read };
}

function readPressable({ label, hint }: Pressable, languages: readonly Vocabulary[]): Reading | null {
  return readIn(languages, label) ?? readHint(label, hint);
}

// A control without words may have a name that says what it is for; a control with words is what its words say.
function readHint(label: string, hint: string): Reading | null {
  if (hint === '' || /\p{L}{2}/u.test(label)) return null;
  const reading = readIn(rankLanguages('', 'en').slice(0, 1), hint);
  return reading === null ? null : { ...reading, unknown: Math.max(1, reading.unknown) };
}

function declaredLanguage(node: SeenNode, sight: Sight): string | null {
  const line = [...lineage(node, sight), ...sight.nodes.slice(0, 4)];
  return line.map(({ attributes }) => attributes.get('lang')).find((lang) => lang !== undefined && lang !== '') ?? null;
}

function tellQuestion(best: RatedCandidate, sight: Sight): Question {
  const { root, text, languages, isOverlay } = best;
  const box = boxOf(root);
  const coversPage = Math.min(1, coverOf(box, sight));
  const line = lineage(root, sight);
  const isDialog = line.some(({ tag, attributes }) => tag === 'dialog' || /dialog/.test(attributes.get('role') ?? ''));
  const isModal =
    line.some(({ attributes }) => attributes.get('aria-modal') === 'true') || (isOverlay && coversPage > 0.9) || root.tag === 'dialog';
  return {
    kind: kindOf({ isOverlay, isDialog, coversPage, inForm: best.read.some(({ pressable }) => pressable.submits) }),
    language: languages[0]?.language ?? null,
    text,
    box,
    frame: sight.documents[root.document]?.url ?? '',
    isModal,
    coversPage,
    controls: tellControls(best, sight),
    toggles: findToggles(root, sight, languages),
  };
}

type Kind = { readonly isOverlay: boolean; readonly isDialog: boolean; readonly coversPage: number; readonly inForm: boolean };

function kindOf({ isOverlay, isDialog, coversPage, inForm }: Kind): Question['kind'] {
  if (coversPage > 0.9) return 'page';
  if (isDialog || (isOverlay && coversPage > 0.3)) return 'dialog';
  return !isOverlay && inForm ? 'form' : 'banner';
}

function tellControls({ read, languages }: RatedCandidate, sight: Sight): readonly Control[] {
  const told = read.flatMap(({ pressable, reading }) => {
    const hook = hookOf(pressable);
    const deed = hook ?? deedOf(reading, read);
    return deed === null ? [] : [tellControl(pressable, { deed, by: hook === null ? 'words' : 'hook' }, sight)];
  });
  const agrees = told.some(({ deed }) => deed === 'accept' || deed === 'acknowledge' || deed === 'save');
  const placed = agrees ? null : guessByPlace(read, languages);
  return placed === null ? told : [...told, tellControl(placed, { deed: 'accept', by: 'place' }, sight)];
}

function deedOf(reading: Reading | null, all: readonly Read[]): Deed | null {
  if (reading === null || (reading.unknown > 2 && reading.deed !== 'accept' && reading.deed !== 'reject')) return null;
  if (reading.deed !== 'no') return reading.unknown > 4 ? null : reading.deed;
  // "No" is an answer only beside a "Yes".
  return all.some((other) => other.reading?.deed === 'accept') ? 'reject' : null;
}

function tellControl(pressable: Pressable, { deed, by }: Pick<Control, 'deed' | 'by'>, sight: Sight): Control {
  const { node, label, submits, role } = pressable;
  return { deed, label, by, submits, role, box: boxOf(node), style: styleOf(node), isInView: node.isShown, handle: handleOf(node, sight) };
}

/** The deed of a control that carries our hook. */
export function hookOf({ hook }: Pressable): Deed | null {
  return hook !== null && hooks.has(hook) ? (hook as Deed) : null;
}

// The largest button that says nothing we understand may be the one that agrees. It is never taken for one that refuses.
function guessByPlace(read: readonly Read[], languages: readonly Vocabulary[]): Pressable | null {
  const unknown = read
    .filter(({ reading, pressable }) => reading === null && pressable.role !== 'link' && pressable.label.length < 40)
    .map(({ pressable }) => pressable)
    .filter(({ label }) => countMentions(languages.slice(0, 2), 'other', label) === 0);
  const area = ({ node }: Pressable): number => (node.box?.width ?? 0) * (node.box?.height ?? 0);
  return unknown.toSorted((a, b) => area(b) - area(a))[0] ?? null;
}

/** Controls outside of a question: by our hook, else by words that name consent, cookies or privacy. */
export function readLooseControls(sight: Sight, deed: Deed): readonly Control[] {
  const all = findPressables(sight);
  const hooked = all.filter((one) => hookOf(one) === deed);
  if (hooked.length > 0) return hooked.map((one) => tellControl(one, { deed, by: 'hook' }, sight));
  const [body] = sight.nodes;
  if (body === undefined) return [];
  const languages = rankLanguages(readText(body, sight, 3000), declaredLanguage(body, sight));
  const known = new Map<string, Reading | null>();
  const read = (label: string): Reading | null => {
    const before = known.get(label);
    if (before !== undefined) return before;
    const reading = readIn(known.size < mostLabels ? languages : languages.slice(0, 2), label);
    known.set(label, reading);
    return reading;
  };
  return all.filter((one) => isLoose(read(one.label), deed)).map((one) => tellControl(one, { deed, by: 'words' }, sight));
}

function isLoose(reading: Reading | null, deed: Deed): boolean {
  if (reading === null || reading.unknown > 0) return false;
  if (deed === 'way-back') return reading.deed === 'preferences' && reading.aboutConsent;
  return reading.deed === deed && (reading.aboutConsent || deed === 'withdraw');
}
