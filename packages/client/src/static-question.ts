// The question again, where some of it was answered before: what waits for an answer, and two answers about that.
import { wordsOf } from './more/words.ts';
import type { Page } from './page.ts';
import { parseMarkup } from './static-notice.ts';
import type { StaticState } from './static-plan.ts';

/** The banner as it was rendered for everybody, without what was answered. Its list is in the order of the words. */
export async function renderQuestion(page: Page): Promise<readonly Node[]> {
  const { markup } = page.state as StaticState;
  const nodes = parseMarkup(markup.banner);
  const [banner] = nodes.filter((node) => node instanceof HTMLElement);
  const ids = Object.keys((await wordsOf(page)).purposes);
  const asked = ids.filter((id) => page.asker.consent.purposes[id]?.ask);
  if (banner === undefined || asked.length === 0 || asked.length === ids.length) return nodes;
  banner.querySelectorAll('li').forEach((item, at) => asked.includes(ids[at] ?? '') || item.remove());
  for (const [value, answer] of [
    ['grant', 'accept'],
    ['withdraw', 'reject'],
  ] as const) {
    banner.querySelector(`[data-candor=${answer}]`)?.setAttribute('value', value);
  }
  for (const id of asked) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = 'purpose';
    field.value = id;
    banner.querySelector('form')?.append(field);
  }
  return nodes;
}
