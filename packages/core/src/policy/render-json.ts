// The policy for machines: the view as it is.
import type { PolicyView } from './view.ts';

/** The view as indented JSON, ending in a line feed. */
export function renderPolicyJson(view: PolicyView): string {
  return `${JSON.stringify(view, null, 2)}\n`;
}
