// The data block `#candor-state`: what core says of this page for this visitor. Visitors in one state share its text.
import type { ConsentState, PageState } from '@candor/core';
import { asciiJson } from '../html/ascii.ts';

/** The element for a consent state; `words` is the address of the words. */
export type StateBlocks = (consent: ConsentState, words: string) => string;

/** The element of a state. */
export function renderStateBlock(state: PageState): string {
  return `<script type="application/json" id="candor-state">${asciiJson(JSON.stringify(state))}</script>`;
}

const KEPT = 512;

/** Remembers blocks that were asked for. */
export function createStateBlocks(compile: (consent: ConsentState, words: string) => PageState): StateBlocks {
  const blocks = new Map<string, string>();
  // Visitors without a choice share one state.
  const latest = new WeakMap<ConsentState, { readonly words: string; readonly block: string }>();
  return (consent, words) => {
    const last = latest.get(consent);
    if (last?.words === words) return last.block;
    const key = words + JSON.stringify(consent);
    const block = blocks.get(key) ?? renderStateBlock(compile(consent, words));
    if (blocks.size >= KEPT) blocks.clear();
    blocks.set(key, block);
    latest.set(consent, { words, block });
    return block;
  };
}
