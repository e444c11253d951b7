// What the trackers are for: each purpose with its basis, its source and what refusing costs.
import type { PolicyContext } from '../context.ts';
import { orderPurposes, orderTrackers } from '../order.ts';
import type { PurposeModel } from '../purpose-model.ts';
import { compilePurpose } from '../purpose-model.ts';
import { compileRow } from '../rows.ts';
import type { Block, Fact, Inline, Section } from '../view.ts';
import type { PolicyWords } from '../words/policy-words.ts';

/** The section on purposes; null where none is declared. A basis that all of them share is said once, at the end. */
export function compilePurposes(context: PolicyContext): Section | null {
  const { words, declaration } = context;
  const purposes = orderPurposes(declaration).map((named) => compilePurpose(context, named));
  const [first] = purposes;
  if (first === undefined) return null;
  const names = trackerNames(context);
  const shared = purposes.length > 1 && purposes.every(({ basisText, source }) => basisText === first.basisText && source === first.source);
  const blocks = purposes.flatMap((purpose) => purposeBlocks(purpose, names.get(purpose.id) ?? [], { words, withBasis: !shared }));
  const together: readonly Block[] = [
    { kind: 'subheading', text: words.purposes.forAll },
    { kind: 'facts', facts: basisFacts(first, words) },
  ];
  return { id: 'purposes', heading: [words.purposes.heading], blocks: shared ? [...blocks, ...together] : blocks };
}

function purposeBlocks(
  purpose: PurposeModel,
  names: readonly string[],
  { words, withBasis }: { readonly words: PolicyWords; readonly withBasis: boolean },
): readonly Block[] {
  const { refused, blocked, profiling, trackers, nothingStored } = words.purposes;
  const refusable = purpose.basis !== 'exempt' && purpose.basis !== 'notice';
  const facts: readonly Fact[] = [
    { term: trackers, text: names.length === 0 ? [nothingStored] : codeList(names, words.grammar.comma) },
    ...(withBasis ? basisFacts(purpose, words) : []),
    ...(purpose.consequence === '' ? [] : [{ term: refusable ? refused : blocked, text: [purpose.consequence] }]),
    ...(purpose.profiling === null ? [] : [{ term: profiling, text: [purpose.profiling] }]),
  ];
  return [
    { kind: 'subheading', text: purpose.name },
    { kind: 'paragraph', text: [purpose.text] },
    { kind: 'facts', facts },
  ];
}

function basisFacts({ basisText, source }: PurposeModel, words: PolicyWords): readonly Fact[] {
  const basis = { term: words.purposes.basis, text: [basisText] };
  return source === null ? [basis] : [basis, { term: words.purposes.source, text: [source] }];
}

function codeList(names: readonly string[], comma: string): readonly Inline[] {
  return names.flatMap((code, index) => (index === 0 ? [{ code }] : [comma, { code }]));
}

function trackerNames(context: PolicyContext): ReadonlyMap<string, readonly string[]> {
  const byPurpose = new Map<string, string[]>();
  for (const named of orderTrackers(context.declaration)) {
    const row = compileRow(context, named);
    for (const id of row.purposes) byPurpose.set(id, [...(byPurpose.get(id) ?? []), ...row.names]);
  }
  return byPurpose;
}
