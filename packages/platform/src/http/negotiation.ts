// What a client asks for: a page or JSON, and in which of the languages there are.

/** Whether JSON is preferred over HTML. A client that names neither gets a page. */
export function prefersJson(accept: string | null): boolean {
  const json = qualityOf(accept, ['application/json', 'application/problem+json']);
  const page = qualityOf(accept, ['text/html', 'application/xhtml+xml']);
  return json > page;
}

/** The best of the offered languages for an Accept-Language header, or null. `fr-CH` accepts `fr`; `*` accepts the first. */
export function preferredLanguage(header: string | null, offered: readonly string[]): string | null {
  const wishes = parseWeighted(header).filter((wish) => wish.quality > 0);
  wishes.sort((first, second) => second.quality - first.quality);
  for (const wish of wishes) {
    if (wish.value === '*') return offered[0] ?? null;
    const match = findLanguage(wish.value, offered);
    if (match !== null) return match;
  }
  return null;
}

/** The offered language that a tag means, ignoring case and falling back to its primary part. */
export function findLanguage(tag: string, offered: readonly string[]): string | null {
  const wanted = tag.toLowerCase();
  const primary = wanted.split('-')[0];
  return offered.find((one) => one.toLowerCase() === wanted) ?? offered.find((one) => one.toLowerCase() === primary) ?? null;
}

function qualityOf(accept: string | null, types: readonly string[]): number {
  const named = parseWeighted(accept).filter((wish) => types.includes(wish.value));
  return Math.max(0, ...named.map((wish) => wish.quality));
}

// Headers come from outside: at most 32 entries are looked at.
function parseWeighted(header: string | null): { readonly value: string; readonly quality: number }[] {
  return (header ?? '')
    .split(',', 32)
    .map((entry) => {
      const [value = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
      const given = parameters.find((parameter) => parameter.startsWith('q='));
      const quality = given === undefined ? 1 : Number(given.slice(2));
      return { value, quality: Number.isFinite(quality) ? Math.min(1, Math.max(0, quality)) : 0 };
    })
    .filter((wish) => wish.value !== '');
}
