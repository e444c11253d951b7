// What of a declaration's projections has no effect.
import type { Issue } from '../base/result.ts';
import type { Declaration } from '../declaration/types.ts';
import { projectionIds } from './compile-projection.ts';

/** Warnings `SIGNAL_PROJECTION_UNKNOWN`: signals that nothing would set. */
export function checkProjections({ signals }: Declaration): readonly Issue[] {
  return signals.projections.flatMap((id, index): readonly Issue[] =>
    projectionIds.includes(id)
      ? []
      : [
          {
            code: 'SIGNAL_PROJECTION_UNKNOWN',
            path: `signals.projections[${index}]`,
            message: `There is no projection "${id}"; no signal is set`,
            hint: `Projections: ${projectionIds.join(', ')}`,
            severity: 'warning',
          },
        ],
  );
}
