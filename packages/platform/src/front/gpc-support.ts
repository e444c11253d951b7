// The GPC support resource of the site, for `/.well-known/gpc.json`.
import type { Declaration } from '@candor/core';

/** Whether the site heeds Global Privacy Control, and since when (ISO date): the body of `/.well-known/gpc.json`. */
export type GpcSupport = { readonly gpc: boolean; readonly lastUpdate: string };

/** What the declaration says about GPC: heeded unless the signal is only recorded. */
export function gpcSupportResource(declaration: Declaration): GpcSupport {
  return { gpc: declaration.signals.gpc.default !== 'record-only', lastUpdate: declaration.date };
}
