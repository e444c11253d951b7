// Reads that tell devices apart, by what was read and not by who is known for it. Pure.
import type { Fingerprint, Moment } from './observation.ts';
import { scriptOfStack } from './script-writes.ts';

/** One thing that a script read. */
export type Probe = { readonly moment: Moment; readonly kind: Fingerprint['kind']; readonly script: string; readonly detail: string };

const kinds: readonly Fingerprint['kind'][] = ['canvas', 'webgl', 'audio', 'fonts', 'entropy'];

/** One message of the recorder of probes, or null where the text is not one. */
export function readProbe(message: string, token: string, moment: Moment): Probe | null {
  const [mark, api, said, page, stack, ...rest] = message.split('\u0001');
  const kind = kinds.find((one) => one === said);
  if (mark !== token || api !== 'probe' || kind === undefined || page === undefined || stack === undefined) return null;
  return { moment, kind, script: scriptOfStack(stack) ?? page, detail: rest.join('\u0001').slice(0, 200) };
}

// WebGL's own names for the maker and model of a graphics card, unmasked.
const unmasked: readonly string[] = ['37445', '37446'];

// How many different things one script reads before it is called measuring. A chart measures with a font or two, a page that adapts
// itself asks for a handful of facts about the screen and the language.
const enough: { readonly [K in Fingerprint['kind']]: number } = { canvas: 1, webgl: 12, audio: 2, fonts: 20, entropy: 12 };

/** Who measured devices, in which way. */
export function tellFingerprints(probes: readonly Probe[]): readonly Fingerprint[] {
  const groups = new Map<string, Probe[]>();
  for (const probe of probes) {
    const key = JSON.stringify([probe.kind, probe.script]);
    groups.set(key, [...(groups.get(key) ?? []), probe]);
  }
  return [...groups.values()].flatMap((group): readonly Fingerprint[] => {
    const [first] = group;
    if (first === undefined) return [];
    const detail = [...new Set(group.map((one) => one.detail))];
    const told = detail.length >= enough[first.kind] || (first.kind === 'webgl' && detail.some((one) => unmasked.includes(one)));
    return told ? [{ moment: first.moment, kind: first.kind, script: first.script, detail }] : [];
  });
}
