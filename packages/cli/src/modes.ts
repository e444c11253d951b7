// `--mode`: one word for the whole guard, or a word for each of its layers.
import type { GuardLayer, GuardMode, GuardModes } from '@candor/guard';
import { CliError } from './errors.ts';

/** What `--mode` says. */
export type Modes = GuardMode | GuardModes;

type Deed = { readonly [M in GuardMode]: string };

const deeds: { readonly [L in GuardLayer]: Deed } = {
  'set-cookie': {
    enforce: 'cookies that are not declared or not allowed are not set, and end where they are held',
    observe: 'every cookie is set; what would be dropped is counted',
  },
  cookie: {
    enforce: 'the site does not see them',
    observe: 'the site sees every cookie; what would be hidden is counted',
  },
  html: {
    enforce: 'pages get the question and its script, and are private',
    observe: 'pages pass as they are',
  },
  csp: {
    enforce: 'browsers load from declared hosts only; headers that lead elsewhere are dropped',
    observe: 'browsers only report what they would not load',
  },
};

function isLayer(text: string): text is GuardLayer {
  return Object.hasOwn(deeds, text);
}

function isMode(text: string | undefined): text is GuardMode {
  return text === 'observe' || text === 'enforce';
}

function unknownMode(text: string): CliError {
  const hint = `Modes: observe, enforce, or a mode for each layer: ${Object.keys(deeds)
    .map((layer) => `${layer}=enforce`)
    .join(',')}`;
  return new CliError('CLI_USAGE', `There is no mode "${text}"`, hint);
}

/** Reads `--mode`; a layer that is not named observes. Throws CLI_USAGE. */
export function readModes(text: string): Modes {
  if (isMode(text)) return text;
  const modes: { [L in GuardLayer]: GuardMode } = { 'set-cookie': 'observe', cookie: 'observe', html: 'observe', csp: 'observe' };
  const named = new Set<string>();
  for (const part of text.split(',')) {
    const [layer = '', mode, ...rest] = part.trim().split('=');
    if (!isLayer(layer) || !isMode(mode) || rest.length > 0 || named.has(layer)) throw unknownMode(text);
    modes[layer] = mode;
    named.add(layer);
  }
  return modes;
}

/** Whether anything is only observed. */
export function observesAnything(modes: Modes): boolean {
  return modes !== 'enforce' && (modes === 'observe' || Object.values(modes).includes('observe'));
}

/** What a guard does in these modes, to follow a line of its own: one line a layer, none where one word has said it. */
export function describeModes(modes: Modes): string {
  if (typeof modes === 'string') return '';
  const layers = Object.keys(deeds).filter(isLayer);
  return layers.map((layer) => `\n  ${layer.padEnd(11)}  ${modes[layer]}: ${deeds[layer][modes[layer]]}`).join('');
}
