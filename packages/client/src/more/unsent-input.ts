// What a visitor typed and did not send, over a reload that nobody asked for. Browsers differ in what they keep; this is in the
// history entry of this tab, as theirs is, and is taken out of it at once.
import type { Env } from '../env.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** Which field of the document, and what it said: text, ticks or picks. */
type Kept = readonly [index: number, said: string | boolean | readonly boolean[]];

const KEY = 'candorInput';

/** Fields that a browser would keep too: what is secret, chosen from the device or not to be completed is not kept. */
function fieldsOf(document: Document): readonly Field[] {
  const all = document.querySelectorAll<Field>('input,textarea,select');
  return [...all].filter(
    ({ type, autocomplete, form }) =>
      !/^(?:password|file|hidden|submit|reset|button|image)$/.test(type) && autocomplete !== 'off' && form?.autocomplete !== 'off',
  );
}

function saidBy(field: Field): Kept[1] {
  if ('options' in field) return Array.from(field.options, ({ selected }) => selected);
  return /^(?:checkbox|radio)$/.test(field.type) && 'checked' in field ? field.checked : field.value;
}

function say(field: Field, said: Kept[1]): void {
  if (typeof said === 'string') field.value = said;
  else if (typeof said === 'boolean') (field as HTMLInputElement).checked = said;
  else for (const [index, selected] of said.entries()) Object.assign((field as HTMLSelectElement).options[index] ?? {}, { selected });
}

/** Keeps it, right before the reload. */
export function keepInput({ window: { history }, document }: Env): void {
  const kept: readonly Kept[] = fieldsOf(document).map((field, index) => [index, saidBy(field)]);
  const state: unknown = history.state;
  // What an application keeps there stays readable to it; what is not an object cannot hold more.
  if (state === null || typeof state === 'object') history.replaceState({ ...state, [KEY]: kept }, '');
}

/** Puts it back after one. */
export function restoreInput({ window: { history }, document }: Env): void {
  const { [KEY]: kept, ...state } = (history.state ?? {}) as { readonly [KEY]?: readonly Kept[] };
  if (!Array.isArray(kept)) return;
  history.replaceState(Object.keys(state).length > 0 ? state : null, '');
  const fields = fieldsOf(document);
  for (const [index, said] of kept as readonly Kept[]) {
    const field = fields[index];
    if (!field || JSON.stringify(saidBy(field)) === JSON.stringify(said)) continue;
    say(field, said);
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
}
