// The last time that the stores were seen: once the visitor has left the last page no origin is on screen, and nothing can be read.
import type { Evidence, Snapshot } from '../collect/observation.ts';

/** The last snapshot after a withdrawal; its names are those of the last page that was on screen. Null where nobody withdrew. */
export function lastLook({ snapshots }: Pick<Evidence, 'snapshots'>): Snapshot | null {
  const [last, before] = snapshots.filter(({ moment }) => moment.phase === 'withdrawn').toReversed();
  if (last === undefined) return null;
  return last.names.length > 0 || before === undefined ? last : { ...last, names: before.names };
}
