// The summary of a guard as text for a terminal: what is or would be dropped, where, what would declare it, and what is safe to enforce.
import type { GuardLayer, GuardModes, GuardSummary, LayerReport, Loss, Observation } from '../contract.ts';
import { areAll, LAYERS, modesOf } from '../modes.ts';
import { layerOf } from './observations.ts';
import { snippetsOf } from './snippets.ts';

const NAMES_SHOWN = 8;

/** Terminals obey control characters; names come from outside. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e\u00a0-\uffff]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function verbOf(modes: GuardModes, layer?: GuardLayer): string {
  const mode = layer === undefined ? null : modes[layer];
  if (mode === 'enforce' || areAll(modes, 'enforce')) return 'dropped';
  return mode === 'observe' || areAll(modes, 'observe') ? 'would be dropped' : 'dropped, or would be';
}

/** What is told of besides one name. */
type Told = { readonly all: readonly Observation[]; readonly modes: GuardModes };

function renderName(observations: readonly Observation[], { all, modes }: Told): string {
  const [first] = observations;
  if (first === undefined) return '';
  const lines = observations.map(({ code, page, count, directive }) => {
    return `    ${String(count).padStart(5)} × ${code} on ${printable(page)}${directive === undefined ? '' : ` (${directive})`}`;
  });
  const snippets = snippetsOf(observations, all);
  const isMixed = !areAll(modes, 'observe') && !areAll(modes, 'enforce');
  return [
    `  ${first.kind} "${printable(first.name)}"${isMixed ? ` (${verbOf(modes, layerOf(first.kind))})` : ''}`,
    ...lines,
    ...snippets.map((snippet) => `\n${snippet.replace(/^/gm, '      ')}\n`),
  ].join('\n');
}

function renderLosses(losses: readonly Loss[]): string {
  const names = losses.slice(0, NAMES_SHOWN).map(({ name, pages, count }) => {
    const where = pages === 0 ? '' : ` on ${pages} ${pages === 1 ? 'page' : 'pages'}`;
    return `${printable(name)} (${count} ×${where})`;
  });
  return [...names, ...(losses.length > NAMES_SHOWN ? [`and ${losses.length - NAMES_SHOWN} more`] : [])].join(', ');
}

function adviceOf({ verdict, settled, losses, lacks }: LayerReport): string {
  switch (verdict) {
    case 'enforced':
      return losses.length === 0 ? 'enforced' : `enforced; dropped: ${renderLosses(losses)}`;
    case 'quiet':
      return 'observed: safe to enforce, as far as was seen';
    case 'too-little':
      return `observed: nothing speaks against enforcing it, but too little was seen: ${lacks.map(printable).join('; ')}`;
    case 'unsafe':
      return `observed: not safe to enforce. Will be dropped: ${renderLosses(losses)}${settled ? '. Nothing else is new: enforce it where these are to go' : ''}`;
  }
}

/** One block per name, then one line per layer: whether it may be enforced, and why not. Ends with a line break. */
export function renderObserveReport(summary: GuardSummary): string {
  const modes = modesOf(summary.mode);
  const byName = new Map<string, Observation[]>();
  for (const observation of summary.observations) {
    const key = `${observation.kind} ${observation.name}`;
    byName.set(key, [...(byName.get(key) ?? []), observation]);
  }
  return [
    `${summary.requests} requests, ${summary.documents} pages; ${byName.size} ${byName.size === 1 ? 'name' : 'names'} ${verbOf(modes)}`,
    ...[...byName.values()].map((observations) => renderName(observations, { all: summary.observations, modes })),
    ...(summary.more > 0 ? [`  and ${summary.more} more`] : []),
    ...summary.faults.map(({ code, message, count }) => `  fault ${code} (${count}): ${message}`),
    ...LAYERS.map((layer) => `  ${layer.padEnd(10)}  ${adviceOf(summary.layers[layer])}`),
    '',
  ].join('\n');
}
