// Everything on a page that can be pressed, with its label: whatever it is made of.
import type { Box, Control, ControlStyle, Handle } from './question.ts';
import type { SeenNode, Sight } from './sight.ts';
import { isVisible, lineage, readText } from './sight.ts';

/** Something that can be pressed, before it is known what it does. */
export type Pressable = {
  readonly node: SeenNode;
  readonly label: string;
  /** Words from its name, id and data attributes: for controls whose label says nothing. */
  readonly hint: string;
  readonly hook: string | null;
  readonly role: Control['role'];
  readonly submits: boolean;
};

const longestLabel = 120;
const mostControls = 5000;
const roles = new Set(['button', 'link', 'menuitem', 'tab']);
const inputs = new Set(['submit', 'button', 'image', 'reset']);
const never = new Set([
  'html',
  'body',
  '#document',
  '#text',
  'label',
  'input',
  'select',
  'textarea',
  'option',
  'iframe',
  'dialog',
  'form',
  'video',
  'audio',
]);

/** The visible controls of a page in the order of the document. */
export function findPressables(sight: Sight): readonly Pressable[] {
  const native = sight.nodes.filter((node) => isNative(node) && isPressable(node, sight)).slice(0, mostControls);
  const around = new Set(native.flatMap((node) => lineage(node, sight).map(({ index }) => index)));
  const within = new Set(native.map(({ index }) => index));
  const generic = sight.nodes
    .filter((node) => !around.has(node.index) && isGeneric(node, sight) && isPressable(node, sight))
    .filter((node) => !lineage(node, sight).some(({ index }) => within.has(index)))
    .slice(0, mostControls);
  const holders = new Set(generic.flatMap((node) => lineage(node, sight).slice(1)));
  const innermost = generic.filter((node) => !holders.has(node));
  return [...native, ...innermost]
    .toSorted((a, b) => a.index - b.index)
    .map((node) => describe(node, sight))
    .filter(({ label, hint, hook }) => hook !== null || (label.length <= longestLabel && `${label}${hint}` !== ''));
}

function isNative({ tag, attributes, hears, style }: SeenNode): boolean {
  if (tag === 'button' || tag === 'summary') return true;
  if (tag === 'a') return attributes.has('href') || hears || style?.cursor === 'pointer';
  if (tag === 'input') return inputs.has((attributes.get('type') ?? '').toLowerCase());
  return roles.has(attributes.get('role') ?? '') || attributes.has('data-candor');
}

function isGeneric(node: SeenNode, sight: Sight): boolean {
  if (never.has(node.tag) || node.style === null || node.attributes.get('role') === 'switch' || node.attributes.get('role') === 'checkbox')
    return false;
  const isPointed = node.style.cursor === 'pointer' && sight.nodes[node.parent]?.style?.cursor !== 'pointer';
  if (!(node.hears || node.attributes.has('onclick') || isPointed || node.attributes.has('tabindex'))) return false;
  return readText(node, sight, longestLabel + 1).length <= longestLabel;
}

function isPressable(node: SeenNode, sight: Sight): boolean {
  const { attributes, style, isInert } = node;
  if (isInert || attributes.has('disabled') || attributes.get('aria-disabled') === 'true' || style?.pointerEvents === 'none') return false;
  return isVisible(node, sight);
}

function describe(node: SeenNode, sight: Sight): Pressable {
  const { attributes, tag } = node;
  const isLink = (tag === 'a' && attributes.has('href')) || attributes.get('role') === 'link';
  const isButton = tag === 'button' || tag === 'summary' || attributes.get('role') === 'button';
  return {
    node,
    label: labelOf(node, sight),
    hint: hintOf(node),
    hook: attributes.get('data-candor') ?? null,
    role: tag === 'input' ? 'input' : isButton ? 'button' : isLink ? 'link' : 'text',
    submits: submitsForm(node, sight),
  };
}

/** What a control is called: what is drawn on it, else what it tells a screen reader, else what its picture is called. */
export function labelOf(node: SeenNode, sight: Sight): string {
  const { attributes } = node;
  const named = (attributes.get('aria-labelledby') ?? '').split(/\s+/).map((id) => textOfId(id, node, sight));
  const candidates = [
    readText(node, sight, 400),
    node.tag === 'input' ? node.value || (attributes.get('value') ?? '') : '',
    slottedText(node, sight),
    attributes.get('aria-label') ?? '',
    named.join(' ').trim(),
    attributes.get('alt') ?? '',
    attributes.get('title') ?? '',
    pictureName(node, sight),
  ].map((text) => text.replace(/\s+/g, ' ').trim());
  // An icon's letter is no label where there is another.
  return candidates.find((text) => /[\p{L}\p{N}]{2}/u.test(text)) ?? candidates.find((text) => text !== '') ?? '';
}

function textOfId(id: string, near: SeenNode, sight: Sight): string {
  if (id === '') return '';
  const found = sight.nodes.find((node) => node.document === near.document && node.attributes.get('id') === id);
  return found === undefined ? '' : readText(found, sight, 200);
}

// What fills a slot of a shadow tree belongs to the tree's host.
function slottedText(node: SeenNode, sight: Sight): string {
  if (!descendants(node, sight, 50).some(({ tag }) => tag === 'slot')) return '';
  const host = lineage(node, sight).find(({ tag }) => tag.includes('-'));
  return host === undefined ? '' : readText(host, sight, longestLabel + 1);
}

function pictureName(node: SeenNode, sight: Sight): string {
  const names = descendants(node, sight, 50).map(
    (one) => one.attributes.get('alt') ?? one.attributes.get('aria-label') ?? (one.tag === 'title' ? textBelow(one, sight) : ''),
  );
  return names.filter((name) => name !== '').join(' ');
}

function textBelow(node: SeenNode, sight: Sight): string {
  return node.children.map((child) => sight.nodes[child]?.text ?? '').join(' ');
}

function descendants(node: SeenNode, sight: Sight, most: number): readonly SeenNode[] {
  const found: SeenNode[] = [];
  const pending = [...node.children];
  while (pending.length > 0 && found.length < most) {
    const next = sight.nodes[pending.shift() ?? -1];
    if (next === undefined) continue;
    found.push(next);
    pending.push(...next.children);
  }
  return found;
}

function hintOf({ attributes }: SeenNode): string {
  const told = [...attributes].filter(([name]) => name === 'id' || name === 'name' || (name.startsWith('data-') && name !== 'data-candor'));
  return told
    .map(([name, value]) => `${name.replace(/^(id|name|data-)/, '')} ${value}`)
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z]+/g, ' ')
    .trim()
    .slice(0, 80);
}

function submitsForm(node: SeenNode, sight: Sight): boolean {
  const type = (node.attributes.get('type') ?? '').toLowerCase();
  const couldSubmit =
    node.tag === 'button' ? type === '' || type === 'submit' : node.tag === 'input' && (type === 'submit' || type === 'image');
  if (!couldSubmit) return false;
  const line = lineage(node, sight);
  const form = line.find(({ tag, document }) => tag === 'form' && document === node.document);
  return node.attributes.has('form') || (form !== undefined && (form.attributes.get('method') ?? '').toLowerCase() !== 'dialog');
}

/** How a control looks. */
export function styleOf({ style, opacity }: SeenNode): ControlStyle {
  return {
    color: style?.color ?? '',
    background: style?.background ?? '',
    border: style?.border ?? '',
    fontSize: style?.fontSize ?? '',
    fontWeight: style?.fontWeight ?? '',
    opacity,
    textDecoration: style?.textDecoration ?? '',
  };
}

/** Where a node is, for whoever presses it. */
export function handleOf(node: SeenNode, sight: Sight): Handle {
  return { backendNodeId: node.backendNodeId, frame: sight.documents[node.document]?.frame ?? null };
}

/** A node's box, or one without size where it is not drawn. */
export function boxOf(node: SeenNode): Box {
  return node.box ?? { x: 0, y: 0, width: 0, height: 0 };
}
