// Comparison that takes as long for a near miss as for a far one.

/** Whether two texts are equal, in a time that depends on their lengths only. */
export function equalInConstantTime(first: string, second: string): boolean {
  if (first.length !== second.length) return false;
  let difference = 0;
  for (let index = 0; index < first.length; index += 1) difference |= first.charCodeAt(index) ^ second.charCodeAt(index);
  return difference === 0;
}
