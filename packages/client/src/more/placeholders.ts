// What stands where an embed waits: what it is, whose yes it waits for, and a button that says that yes and no other.
import type { PageWords } from '@candor/core';
import type { Page } from '../page.ts';

const placeholders = new WeakMap<Element, Element>();

/** Whether something stands in its place while it waits. */
export function isEmbed({ tagName }: Element): boolean {
  return /^(?:IFRAME|IMG)$/.test(tagName);
}

function renderPlaceholder(element: HTMLElement, purposes: readonly string[], words: PageWords): HTMLElement {
  const { ownerDocument: document } = element;
  const box = document.createElement('div');
  box.className = 'candor-placeholder';
  // Words of a language that a page may not be in.
  box.dir = 'auto';
  for (const says of [element.title || element.getAttribute('alt'), ...purposes.map((purpose) => words.purposes[purpose])]) {
    if (says) box.appendChild(document.createElement('p')).append(says);
  }
  return box;
}

/** Puts a placeholder before each embed that waits, and takes away those whose embed has woken. `grant` sends the yes. */
export function placePlaceholders({ gates }: Page, words: PageWords, grant: (purposes: readonly string[]) => void): void {
  // Without words there would be a box that says nothing and offers nothing.
  for (const element of words.allow ? gates.waiting() : []) {
    if (placeholders.has(element) || !isEmbed(element)) continue;
    const purposes = gates.purposesOf(element);
    const box = renderPlaceholder(element, purposes, words);
    // What the site never asks for cannot be granted here.
    if (purposes.some((purpose) => Object.hasOwn(words.purposes, purpose))) {
      const button = box.appendChild(element.ownerDocument.createElement('button'));
      button.type = 'button';
      button.className = 'candor-button';
      button.dataset['candor'] = 'allow';
      button.append(words.allow);
      button.onclick = ({ isTrusted }) => {
        if (isTrusted) grant(purposes);
      };
    }
    placeholders.set(element, box);
    // The room that the embed will take, in the line that it stands in: nothing moves when it wakes.
    const rendered = element.getBoundingClientRect();
    // An image without an address is as large as its words, and says its size only in attributes.
    const sizeOf = (name: 'width' | 'height'): number =>
      (element.tagName === 'IMG' && Number(element.getAttribute(name))) || rendered[name];
    const [width, height] = [sizeOf('width'), sizeOf('height')];
    if (width > 0 && height > 0) {
      const { display, float, margin, verticalAlign } = getComputedStyle(element);
      // Where a button has no room the styles make some.
      const minBlockSize = height < 48 ? '' : '0';
      const size = { inlineSize: `${width}px`, maxInlineSize: '100%', blockSize: `${height}px`, minBlockSize };
      Object.assign(box.style, size, { display: display === 'inline' ? 'inline-block' : display, float, margin, verticalAlign });
    }
    element.hidden = true;
    element.before(box);
    // The gate that wakes it takes its attribute away.
    new MutationObserver((_records, observer) => {
      observer.disconnect();
      box.remove();
      element.hidden = false;
    }).observe(element, { attributeFilter: ['data-candor-purpose'] });
  }
}
