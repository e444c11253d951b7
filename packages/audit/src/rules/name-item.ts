// What a finding is about, in words.
import type { FindingItem } from '../report/report.ts';

/** `Cookie "x"`, `"host"` for a request, `local item "x"` for what is stored otherwise. */
export function nameItem({ kind, name, host }: FindingItem): string {
  if (kind === 'cookie') return `Cookie "${name}"`;
  return kind === 'request' ? `"${name}"` : `"${name}" (${kind} of "${host ?? ''}")`;
}
