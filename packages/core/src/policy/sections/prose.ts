// The page's prose before the table: the declaration's own, or else the product's.
import type { Prose } from '../../declaration/types.ts';
import type { PolicyContext } from '../context.ts';
import { joinWords } from '../join-words.ts';
import { categoryOrder } from '../order.ts';
import { plainText } from '../plain-text.ts';
import type { Block, Section } from '../view.ts';

/** The parts of the prose, in order. */
export function compileProse(context: PolicyContext): readonly Section[] {
  const { parts } = context.declaration.policy;
  return parts.length === 0 ? ownWords(context) : parts.map((part, index) => compilePart(context, part, index));
}

function compilePart(context: PolicyContext, part: Prose, index: number): Section {
  const path = `policy.parts[${index}]`;
  const paragraphs = part.paragraphs.map((text, place) => context.read(text, `${path}.paragraphs[${place}]`));
  const heading = part.heading === undefined ? null : [context.read(part.heading, `${path}.heading`)];
  return { id: `part-${index + 1}`, heading, blocks: proseBlocks(paragraphs) };
}

// A paragraph that ends in a colon announces a list: the part's paragraphs after it are its items.
function proseBlocks(paragraphs: readonly string[]): readonly Block[] {
  const opening = paragraphs.findIndex((text) => /[:：]$/u.test(text));
  const before = opening === -1 ? paragraphs : paragraphs.slice(0, opening + 1);
  const items = opening === -1 ? [] : paragraphs.slice(opening + 1);
  return [...before.map(paragraph), ...(items.length === 0 ? [] : [{ kind: 'list' as const, items: items.map((text) => [text]) }])];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text: [text] };
}

function ownWords({ declaration, words, read }: PolicyContext): readonly Section[] {
  const used = new Set(Object.values(declaration.purposes).map(({ category }) => category));
  const uses = categoryOrder.filter((category) => used.has(category)).map((category) => words.introduction.uses[category]);
  const site = plainText(read(declaration.site.name, 'site.name'));
  const { opening, usesAre, nothing } = words.introduction;
  const introduction = `${opening(site)} ${uses.length === 0 ? nothing : usesAre(joinWords(uses, words.grammar))}`;
  return [
    { id: 'introduction', heading: null, blocks: proseBlocks([introduction]) },
    { id: 'what', heading: [words.whatIs.heading], blocks: proseBlocks(words.whatIs.paragraphs) },
    { id: 'kinds', heading: [words.kindsOf.heading], blocks: proseBlocks([words.kindsOf.opening, ...words.kindsOf.kinds]) },
  ];
}
