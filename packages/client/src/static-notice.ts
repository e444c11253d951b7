// The question in a page that no server rendered.

/** Markup as nodes of this page. No script in it would run, and there is none. */
export function parseMarkup(text: string): readonly Node[] {
  return [...new DOMParser().parseFromString(text, 'text/html').body.childNodes];
}
