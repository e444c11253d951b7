// One site under other names: cookies, hosts, paths, words, order and timings by seed, so that no rule can be fitted to a page.
import type { Random } from '../statistics.ts';
import { createRandom, shuffle } from '../statistics.ts';

/** The names of one site under one seed. Seed 0 is the site as it was written. */
export type Variation = {
  readonly id: string;
  readonly seed: number;
  /** A cookie's or a store's name: the one written, or another word in its place. */
  readonly name: (written: string) => string;
  /** A path of the site; its ending stays. */
  readonly path: (written: string) => string;
  /** An id, class or field name of the markup. */
  readonly mark: (written: string) => string;
  /** One of several wordings; the first under seed 0. */
  readonly pick: <T>(choices: readonly [T, ...T[]]) => T;
  /** The same pieces in some order. */
  readonly order: (pieces: readonly string[]) => string;
  /** Milliseconds between 0.8 and 1.2 of the written ones. */
  readonly delay: (written: number) => number;
  /** The host of a role: `''` is the site's own, `'.www'` a name below it, anything else another site. */
  readonly host: (role: string) => string;
};

const first = ['lo', 'mi', 'ta', 'ver', 'sol', 'nu', 'pra', 'ke', 'bri', 'dan', 'fo', 'gal', 'hu', 'ri', 'ze', 'ca'] as const;
const second = ['ra', 'mo', 'li', 'ten', 'vu', 'sa', 'ne', 'ko', 'di', 'pel', 'ga', 'ro', 'fi', 'bu', 'len', 'ta'] as const;
const third = ['n', 'x', 'ly', 'do', 'ra', 'st', 'ma', 'ic', 'no', 'us', 'el', 'va', 'r', 'zo', 'ket', 'um'] as const;

const oneOf = <T>(choices: readonly [T, ...T[]], random: Random): T => choices[Math.floor(random() * choices.length)] ?? choices[0];

function seedOf(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of parts.join('\n')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** A word that nobody uses, the same for the same parts. */
export function inventWord(...parts: readonly (string | number)[]): string {
  const random = createRandom(seedOf(...parts));
  return oneOf(first, random) + oneOf(second, random) + oneOf(third, random);
}

function renamePath(written: string, seed: number): string {
  const end = /\.[a-z0-9]+$|\/$/.exec(written)?.[0] ?? '';
  const body = written.slice(0, written.length - end.length);
  return body.replace(/[^/]+/g, (piece) => inventWord('path', seed, piece)) + end;
}

const fixedPrefix = /^__(?:Host|Secure)-/;

/** The names of the site `id` under `seed`. */
export function createVariation(id: string, seed: number): Variation {
  const word = (kind: string, written: string): string => (seed === 0 ? written : inventWord(kind, id, seed, written));
  const picks = createRandom(seedOf(id, seed, 'picks'));
  return {
    id,
    seed,
    name: (written) => {
      const prefix = fixedPrefix.exec(written)?.[0] ?? '';
      return seed === 0 ? written : `${prefix}${word('name', written)}_${word('tail', written)}`;
    },
    path: (written) => (seed === 0 ? written : renamePath(written, seed)),
    mark: (written) => (seed === 0 ? written : `${word('mark', written)}-${written.length}`),
    pick: (choices) => (seed === 0 ? choices[0] : oneOf(choices, picks)),
    order: (pieces) => (seed === 0 ? pieces : shuffle(pieces, createRandom(seedOf(id, seed, 'order')))).join('\n'),
    delay: (written) => (seed === 0 ? written : Math.round(written * (0.8 + 0.4 * createRandom(seedOf(id, seed, written))()))),
    host: (role) => {
      const own = `${seed === 0 ? id : `${word('host', id)}${word('host-tail', id)}`}.localhost`;
      if (role === '') return own;
      if (role.startsWith('.')) return `${role.slice(1)}.${own}`;
      return `${role}.${inventWord('brand', id, role, seed)}${inventWord('brand-tail', id, role, seed)}.localhost`;
    },
  };
}
