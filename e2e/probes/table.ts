// Outcomes as tables: one for a terminal, one for the document of known bypasses.
import type { Outcome, Probe } from './probe.ts';

/** What became of each probe, by its id. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/** Probes that were not stopped by the page's script, as rows of a document. */
export function renderBypasses(probes: readonly Probe[]): string {
  const rows = probes
    .filter(({ alone, guarded }) => alone !== 'stopped' || guarded !== 'stopped')
    .map(({ id, what, alone, guarded, closedBy = '' }) => [`\`${id}\``, what, alone, guarded, closedBy]);
  const head = ['probe', 'what is tried', 'script alone', 'with the guard', 'closed by'];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}

/** How many of some probes came to which end. */
export function count(probes: readonly Probe[], outcomes: Outcomes): { readonly [O in Outcome]: number } {
  const of = (outcome: Outcome): number => probes.filter(({ id }) => outcomes.get(id) === outcome).length;
  return { stopped: of('stopped'), purged: of('purged'), through: of('through') };
}

/** Every probe with what became of it; what did nothing unguarded stands out. */
export function renderOutcomes(probes: readonly Probe[], { bare, alone, guarded }: { readonly [setting: string]: Outcomes }): string {
  const lines = probes.map(({ id }) => {
    const proven = bare?.get(id) === 'through' ? '' : 'NOT COUNTED: it does nothing unguarded either';
    return [id.padEnd(28), alone?.get(id)?.padEnd(9), guarded?.get(id)?.padEnd(9), proven].join(' ');
  });
  return ['probe'.padEnd(28) + ' alone     guarded', ...lines].join('\n');
}
