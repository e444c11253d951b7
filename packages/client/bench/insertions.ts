// What a server put into a page: the pieces that its HTML has and the page's own has not.

const WINDOW = 48;

// Where a piece ends as it is preceded, it may as well begin earlier; where that is at a tag, that is what was put in.
function alignToTag(text: string, from: number, to: number): string {
  for (let back = 0; text[from - back] !== undefined; back += 1) {
    if (text[from - back] === '<') return text.slice(from - back, to - back);
    if (text[from - back - 1] !== text[to - back - 1]) break;
  }
  return text.slice(from, to);
}

/** Pieces of `changed` that are not in `original`, in order, where `changed` only adds to it. Null where it did more than add. */
export function findInsertions(original: string, changed: string): readonly string[] | null {
  const pieces: string[] = [];
  let own = 0;
  let at = 0;
  while (own < original.length || at < changed.length) {
    if (own < original.length && original[own] === changed[at]) {
      own += 1;
      at += 1;
      continue;
    }
    const rest = original.slice(own, own + WINDOW);
    const next = rest === '' ? changed.length : changed.indexOf(rest, at);
    if (next < 0) return null;
    pieces.push(alignToTag(changed, at, next));
    at = next;
  }
  return pieces;
}
