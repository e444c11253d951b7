// Signals that follow from consent, by their id in `signals.projections`. Each is compiled to settings here and set by a script
// of the same id in the page.
import type { Json } from '../base/canonical-json.ts';
import type { Declaration } from '../declaration/types.ts';
import { compileGoogleConsentMode } from './google-consent-mode.ts';
import type { ProjectionOptions } from './projection-options.ts';

const projections: ReadonlyMap<string, (declaration: Declaration, options: ProjectionOptions) => Json> = new Map([
  ['google-consent-mode-v2', compileGoogleConsentMode],
]);

/** The ids that exist. */
export const projectionIds: readonly string[] = [...projections.keys()];

/** The settings of one projection for the page state, as plain JSON; null where there is no such projection. */
export function compileProjection(declaration: Declaration, id: string, options: ProjectionOptions): Json | null {
  return projections.get(id)?.(declaration, options) ?? null;
}

/** The settings of every declared projection that exists, by id: `PageState.projections`. */
export function compileProjections(declaration: Declaration, options: ProjectionOptions): { readonly [id: string]: Json } {
  const known = declaration.signals.projections.filter((id) => projections.has(id));
  return Object.fromEntries(known.map((id) => [id, compileProjection(declaration, id, options)]));
}
