// The switches, checkboxes and radio buttons of a box: plain inputs, hidden inputs with a drawn label, and elements that play the part.
import { boxOf, handleOf, labelOf } from './controls.ts';
import type { Toggle } from './question.ts';
import type { SeenNode, Sight } from './sight.ts';
import { isVisible, lineage, readText } from './sight.ts';
import { countMentions, readIn } from './words/languages.ts';
import type { Vocabulary } from './words/vocabulary.ts';

const parts = new Set(['switch', 'checkbox', 'radio', 'menuitemcheckbox']);

/** The toggles of a box, in the order of the document. */
export function findToggles(root: SeenNode, sight: Sight, languages: readonly Vocabulary[]): readonly Toggle[] {
  return sight.nodes
    .filter((node) => isToggle(node) && lineage(node, sight).includes(root))
    .flatMap((node) => describe(node, sight, languages));
}

function isToggle({ tag, attributes }: SeenNode): boolean {
  const type = (attributes.get('type') ?? '').toLowerCase();
  if (tag === 'input') return type === 'checkbox' || type === 'radio';
  if (parts.has(attributes.get('role') ?? '')) return true;
  return tag === 'button' && attributes.has('aria-pressed');
}

function describe(node: SeenNode, sight: Sight, languages: readonly Vocabulary[]): readonly Toggle[] {
  const { attributes } = node;
  const drawn = drawnPart(node, sight);
  if (drawn === null) return [];
  const label = toggleLabel(node, sight);
  const isOn = node.tag === 'input' ? node.isChecked : (attributes.get('aria-checked') ?? attributes.get('aria-pressed')) === 'true';
  const type = (attributes.get('type') ?? attributes.get('role') ?? '').toLowerCase();
  const deed = readIn(languages, label)?.deed ?? null;
  const isRadio = type === 'radio';
  return [
    {
      label,
      isOn,
      isLocked: node.isInert || attributes.has('disabled') || attributes.get('aria-disabled') === 'true' || attributes.has('readonly'),
      purposeLike: countMentions(languages.slice(0, 2), 'other', label) === 0,
      group: isRadio ? (attributes.get('name') ?? groupOf(node, sight)) : null,
      saysNo: isRadio && (deed === 'no' || deed === 'reject'),
      box: boxOf(drawn),
      handle: handleOf(drawn, sight),
    },
  ];
}

function groupOf(node: SeenNode, sight: Sight): string {
  const holder = lineage(node, sight).find(({ attributes, tag }) => attributes.get('role') === 'radiogroup' || tag === 'fieldset');
  return `group ${holder?.index ?? node.parent}`;
}

// Where the input itself is drawn away, its label is what people press.
function drawnPart(node: SeenNode, sight: Sight): SeenNode | null {
  if (isVisible(node, sight) && node.style?.pointerEvents !== 'none') return node;
  const label = labelElement(node, sight);
  if (label !== null && isVisible(label, sight)) return label;
  const beside = (sight.nodes[node.parent]?.children ?? [])
    .map((child) => sight.nodes[child])
    .find((one) => one !== undefined && one !== node && one.tag !== '#text' && isVisible(one, sight));
  return node.tag === 'input' ? (beside ?? null) : null;
}

function labelElement(node: SeenNode, sight: Sight): SeenNode | null {
  const around = lineage(node, sight).find(({ tag }) => tag === 'label');
  if (around !== undefined) return around;
  const id = node.attributes.get('id') ?? '';
  if (id === '') return null;
  return sight.nodes.find((one) => one.tag === 'label' && one.document === node.document && one.attributes.get('for') === id) ?? null;
}

function toggleLabel(node: SeenNode, sight: Sight): string {
  const label = labelElement(node, sight);
  const told = label === null ? '' : readText(label, sight, 200);
  if (told !== '') return told;
  const own = labelOf(node, sight);
  if (own !== '') return own;
  // The row that it stands in.
  const row = lineage(node, sight)
    .slice(1, 4)
    .map((one) => readText(one, sight, 200))
    .find((text) => text !== '');
  return row ?? '';
}
