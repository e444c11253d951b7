// Runs in the page and lists where its links lead.

/** Absolute addresses of the page's links in document order; downloads are left out. */
export function findLinks(): readonly string[] {
  return Array.from(document.querySelectorAll<HTMLAnchorElement>('a[href]'))
    .filter((link) => !link.hasAttribute('download'))
    .map((link) => link.href)
    .filter((href) => href.startsWith('http'));
}
