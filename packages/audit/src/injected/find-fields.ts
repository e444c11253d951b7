// Runs in an isolated world of the page on top: where a visitor could type, and what the page says that can be told again.

/** A field's middle and its name. */
export type Field = { readonly x: number; readonly y: number; readonly name: string };

/** Up to `most` visible, empty fields for text; never one for a password or a file. */
export function findFields(most: number): readonly Field[] {
  const wanted = 'input:not([type]), input[type=text], input[type=search], input[type=email], input[type=tel], textarea';
  const fields: Field[] = [];
  for (const one of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(wanted)) {
    const { left, top, width, height } = one.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const inView = width > 10 && height > 5 && x > 0 && y > 0 && x < innerWidth && y < innerHeight;
    if (!inView || one.disabled || one.readOnly || one.value !== '' || document.elementFromPoint(x, y) !== one) continue;
    fields.push({ x, y, name: one.name || one.id || one.type });
    if (fields.length >= most) break;
  }
  return fields;
}

/** Up to two runs of words of the page, each of one piece of text and in plain letters. */
export function findWords(): readonly string[] {
  const runs: string[] = [];
  const walker = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), steps = 0; node !== null && steps < 3000 && runs.length < 2; node = walker.nextNode(), steps += 1) {
    const parent = node.parentElement;
    const words = (node.textContent ?? '').trim();
    if (words.length < 24 || parent === null || parent.matches('script, style, noscript, template')) continue;
    if (/^[A-Za-z0-9 .,:;()-]+$/.test(words) && /\s/.test(words)) runs.push(words.slice(0, 60));
  }
  return runs;
}
