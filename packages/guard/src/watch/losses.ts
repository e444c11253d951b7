// Which of the things that enforcement drops somebody may miss: all that is neither refused nor harmless.
import type { Loss, Observation } from '../contract.ts';

/** Without a hint or a report address a page is as before; a redirect that does not happen is missed. */
const MISSED_HEADERS: ReadonlySet<string> = new Set(['refresh']);

/** Whether a visitor or the site may miss it. What a visitor refused is dropped on purpose. */
export function isLoss({ kind, name, code }: Pick<Observation, 'kind' | 'name' | 'code'>): boolean {
  return code !== 'DROP_REFUSED' && (kind !== 'header' || MISSED_HEADERS.has(name));
}

/** What is lost, by name: the most frequent first. */
export function lossesOf(observations: readonly Observation[]): readonly Loss[] {
  const byName = new Map<string, Loss>();
  for (const { kind, name, code, count } of observations) {
    if (!isLoss({ kind, name, code })) continue;
    const before = byName.get(`${kind} ${name}`) ?? { kind, name, pages: 0, count: 0 };
    byName.set(`${kind} ${name}`, { ...before, pages: before.pages + 1, count: before.count + count });
  }
  return [...byName.values()].sort((a, b) => b.count - a.count);
}
