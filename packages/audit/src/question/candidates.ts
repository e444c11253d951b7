// Which boxes of a page may be a question: what lies over the page, and the smallest part of it that speaks of consent around a control.
import type { Pressable } from './controls.ts';
import type { SeenNode, Sight } from './sight.ts';
import { lineage, readText } from './sight.ts';
import { countMentions } from './words/languages.ts';
import type { Vocabulary } from './words/vocabulary.ts';

/** A box and what can be pressed in it. */
export type Candidate = { readonly root: SeenNode; readonly isOverlay: boolean; readonly pressables: readonly Pressable[] };

const mostCandidates = 60;
const longestInline = 4000;

/** The boxes around some controls. `telling` are those whose label says what a question's controls say, `all` is what can be pressed. */
export function findCandidates(
  sight: Sight,
  {
    telling,
    all,
    languages,
  }: { readonly telling: readonly Pressable[]; readonly all: readonly Pressable[]; readonly languages: readonly Vocabulary[] },
): readonly Candidate[] {
  const roots = new Map<number, boolean>();
  for (const pressable of telling) {
    if (roots.size >= mostCandidates) break;
    const line = lineage(pressable.node, sight).slice(1);
    for (const node of line) if (isOverlay(node, sight)) roots.set(node.index, true);
    const inner = line.find((node) => node.tag !== '#document' && speaks(node, { sight, languages, without: pressable }));
    if (inner !== undefined && !roots.has(inner.index))
      roots.set(
        inner.index,
        line.some((node) => isOverlay(node, sight)),
      );
  }
  const lines = new Map(all.map((pressable) => [pressable, new Set(lineage(pressable.node, sight).map(({ index }) => index))]));
  return [...roots].flatMap(([index, overlay]) => {
    const root = sight.nodes[index];
    return root === undefined ? [] : [{ root, isOverlay: overlay, pressables: all.filter((one) => lines.get(one)?.has(index) === true) }];
  });
}

type Speaking = { readonly sight: Sight; readonly languages: readonly Vocabulary[]; readonly without: Pressable };

// What a control says of itself is not what surrounds it.
function speaks(node: SeenNode, { sight, languages, without }: Speaking): boolean {
  const text = readText(node, sight, longestInline + 1);
  if (text.length > longestInline || text.length < without.label.length + 8) return false;
  const around = text.replace(without.label, ' ');
  if (without.hook !== null) return true;
  return (
    (['cookies', 'consent'] as const).some((field) => countMentions(languages, field, around) > 0) ||
    countMentions(languages, 'privacy', around) > 0
  );
}

/** Whether an element lies over the page: by its place, or because it says that it is a dialog. */
export function isOverlay(node: SeenNode, sight: Sight): boolean {
  const { attributes, style, tag } = node;
  if (style === null || node.box === null) return false;
  if (tag === 'html') return ownerIsOverlay(node, sight);
  if (tag === 'body' || tag === '#document') return false;
  if (
    tag === 'dialog' ||
    attributes.has('popover') ||
    /dialog/.test(attributes.get('role') ?? '') ||
    attributes.get('aria-modal') === 'true'
  )
    return true;
  if (style.position === 'fixed' || style.position === 'sticky') return true;
  return style.position === 'absolute' && Number(style.zIndex) >= 10;
}

function ownerIsOverlay(root: SeenNode, sight: Sight): boolean {
  const owner = lineage(root, sight).find(({ tag }) => tag === 'iframe');
  return owner !== undefined && lineage(owner, sight).some((node) => node.tag !== 'html' && isOverlay(node, sight));
}
