// What is enforced and what is only observed, layer by layer.
import type { FilterOptions, GuardLayer, GuardMode, GuardModes } from './contract.ts';

/** Every layer, in the order in which a site best enforces them. */
export const LAYERS: readonly GuardLayer[] = ['set-cookie', 'cookie', 'html', 'csp'];

/** Every layer enforced: what the front office's own answers always are. */
export const ENFORCED: GuardModes = { 'set-cookie': 'enforce', cookie: 'enforce', html: 'enforce', csp: 'enforce' };

/** One mode for all layers, or each layer its own: those that are not named observe. */
export function modesOf(mode: FilterOptions['mode']): GuardModes {
  const of = (layer: GuardLayer): GuardMode => (typeof mode === 'string' ? mode : mode[layer]) ?? 'observe';
  return { 'set-cookie': of('set-cookie'), cookie: of('cookie'), html: of('html'), csp: of('csp') };
}

/** Whether every layer is in this mode. */
export function areAll(modes: GuardModes, mode: GuardMode): boolean {
  return LAYERS.every((layer) => modes[layer] === mode);
}

/** The one mode of all layers, or the mode of each. */
export function shortMode(modes: GuardModes): GuardMode | GuardModes {
  const first = modes['set-cookie'];
  return areAll(modes, first) ? first : modes;
}
