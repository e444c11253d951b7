// Runs in the page on the select of a language form. No inner functions: these are handed over as they are.

/** The values of a select in order. */
export function readOptions(select: Element): readonly string[] {
  const values: string[] = [];
  if (select instanceof HTMLSelectElement) for (const option of select.options) values.push(option.value);
  return values;
}

/** Sends the form of a select, unless choosing has already done so. */
export function sendForm(select: Element): void {
  if (select instanceof HTMLSelectElement && select.isConnected) select.form?.requestSubmit();
}
