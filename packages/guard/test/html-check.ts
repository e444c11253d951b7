// One generated document: nothing of the foreign host loads from what the rewriter gives, the tree is the same, and chunks change nothing.
import { encodeLatin1, joinBytes } from '../src/bytes.ts';
import type { HtmlRules } from '../src/html/rewrite.ts';
import { createHtmlRewriter } from '../src/html/rewrite.ts';
import type { Dice } from './html-grammar.ts';
import { createDice, writeFragment } from './html-grammar.ts';
import { describeTree, readLoads } from './html-reader.ts';

const OWN = 'own.localhost';
const FOREIGN = 'foreign.localhost';

/** Rules under which everything of the foreign host waits for one purpose. */
export const waiting: HtmlRules = {
  parts: null,
  base: `http://${OWN}/`,
  ask: (address) => (new URL(address).hostname === FOREIGN ? { purposes: ['map'] } : 'pass'),
  inert: true,
};

/** Rules under which only these pieces are put in. */
export function placing(parts: HtmlRules['parts']): HtmlRules {
  return { parts, base: `http://${OWN}/`, ask: () => 'pass', inert: false };
}

/** A document as the rewriter gives it, fed in pieces of these lengths. */
export function rewrite(html: string, rules: HtmlRules, lengths: () => number = () => html.length || 1): string {
  const rewriter = createHtmlRewriter(rules);
  const bytes = encodeLatin1(html);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const to = Math.min(bytes.length, at + lengths());
    pieces.push(...rewriter.write(bytes.slice(at, to)));
    at = to;
  }
  return Buffer.from(joinBytes([...pieces, ...rewriter.end()])).toString('latin1');
}

/** A document of the grammar. */
export function writeDocument(dice: Dice): string {
  let written = 0;
  return `<!doctype html><head></head><body>${writeFragment(dice, () => `http://${FOREIGN}/${written++}`)}`;
}

// In an integration point parse5 takes CDATA for a comment; browsers and the standard do not.
const READ_IN_TWO_WAYS = /<!\[CDATA\[/;
const INTEGRATION = /<(?:foreignObject|desc|title|mi|annotation-xml)\b/i;

/** What is wrong with what the rewriter makes of one document, or null. */
export function checkDocument(seed: number): { readonly fault: string | null; readonly loads: number } {
  const dice = createDice(seed);
  const html = writeDocument(dice);
  if (READ_IN_TWO_WAYS.test(html) && INTEGRATION.test(html)) return { fault: null, loads: 0 };
  const loads = readLoads(html, FOREIGN, true).length;
  const rewritten = rewrite(html, waiting);
  const fault = (text: string): { readonly fault: string; readonly loads: number } => ({
    fault: `${text}\n  ${JSON.stringify(html)}\n  ${JSON.stringify(rewritten)}`,
    loads,
  });
  for (const scripting of [true, false]) {
    const left = readLoads(rewritten, FOREIGN, scripting);
    if (left.length > 0) return fault(`Still loads ${scripting ? 'with' : 'without'} scripts: ${left.join(', ')}`);
  }
  if (describeTree(rewritten, true) !== describeTree(html, true)) return fault('The tree is another');
  if (rewrite(html, waiting, () => 1 + dice.below(9)) !== rewritten) return fault('Pieces give other bytes');
  return { fault: null, loads };
}
