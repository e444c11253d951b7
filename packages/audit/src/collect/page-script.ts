// Turns functions of `injected/` into the text that a page is given.

/**
 * The call of a function with JSON arguments as an expression. TypeScript runners that keep function names wrap inner functions in
 * `__name`: the page gets a harmless one.
 */
export function callInPage(fn: { toString(): string }, ...values: readonly unknown[]): string {
  const list = values.map((value) => JSON.stringify(value)).join(', ');
  return `((__name) => (${fn.toString()})(${list}))((value) => value)`;
}

/** The calls of several functions with what the expression `kit` makes, as an expression. */
export function callWithKit(kit: string, fns: readonly { toString(): string }[]): string {
  return `((kit, __name) => { ${fns.map((fn) => `(${fn.toString()})(kit);`).join('\n')} })(${kit}, (value) => value)`;
}
