// A page that is the same for everybody: what holds for this visitor is asked first, and the question is put to who is to be asked.
import type { Page } from '../page.ts';
import { refresh } from './answer.ts';

/** Null once it is answered. */
let asking: Promise<void> | null | undefined;

/** The question as nodes of this page: the one that was sent for this visitor, else the one that the page holds. */
function questionOf(document: Document, markup: string | undefined): Iterable<Node> {
  try {
    if (markup) return new DOMParser().parseFromString(markup, 'text/html').body.childNodes;
  } catch {
    // A page that takes trusted types only keeps its own.
  }
  return [...document.querySelectorAll<HTMLTemplateElement>('#candor-question')].map(({ content }) => content);
}

/** Asks until it is answered; `pause` is in milliseconds. */
async function learn(page: Page, pause = 1000): Promise<void> {
  const { window, document } = page.env;
  const answer = await refresh(page);
  if (!answer) {
    await new Promise((next) => window.setTimeout(next, pause));
    return learn(page, pause * 2);
  }
  asking = null;
  // Whatever is said from here on is said to this visitor.
  Object.assign(page.state, { words: answer.words });
  // What stands in another page asks nothing of its own.
  if (answer.consent.ask && window === window.top) document.body.prepend(...questionOf(document, answer.question));
}

/** When it is known what holds for this visitor; null where it is known now, as it is from the start in a page of one visitor. */
export function untilKnown(page: Page): Promise<void> | null {
  if (!page.state.shared) return null;
  if (asking === undefined) asking = learn(page);
  return asking;
}
