// The declaration as it holds at a port: the origin of what is stored by scripts has it in its name.
import type { Declaration, Identified, Tracker } from '@candor/core';
import { identifyDeclaration } from '@candor/core';
import config from '../candor.config.ts';

/** The host that visitors type. */
export const host: string = config.site.hosts[0];

/** The declaration of the library where visitors come in at this port. */
export function declarationAt(port: number): Identified {
  const origins = [`http://${host}:${port}`];
  const move = (tracker: Tracker): Tracker => ('origins' in tracker ? { ...tracker, origins } : tracker);
  const trackers = Object.fromEntries(Object.entries(config.trackers).map(([id, tracker]) => [id, move(tracker)]));
  const declaration: Declaration = { ...config, trackers };
  return { declaration, id: identifyDeclaration(declaration) };
}
