// Turns functions of `injected/` into the text that a page is given.

/**
 * The call of a function with JSON arguments as an expression. TypeScript runners that keep function names wrap inner functions in
 * `__name`: the page gets a harmless one.
 */
export function callInPage(fn: { toString(): string }, ...values: readonly unknown[]): string {
  const list = values.map((value) => JSON.stringify(value)).join(', ');
  return `((__name) => (${fn.toString()})(${list}))((value) => value)`;
}
