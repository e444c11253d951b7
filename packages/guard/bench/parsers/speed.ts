// How long parsers take over typical lines, in turns, so that what disturbs the machine disturbs all of them.
import { createRandom, shuffle } from '@candor/testkit';
import { renderCookies } from '../origin/content.ts';
import type { Reader } from './reader.ts';

/** Nanoseconds per line, run by run. */
export type Speed = { readonly reader: string; readonly nanoseconds: readonly number[] };

const runs = 41;
const passes = 30;
const tokens = 64;

/** Eighteen lines of many responses: no parser sees the same line twice in a pass. */
function typicalLines(): readonly string[] {
  const random = createRandom(7);
  const token = (): string => Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return Array.from({ length: tokens }, token).flatMap(renderCookies);
}

function timeOnce({ read }: Reader, lines: readonly string[]): number {
  let letters = 0;
  const start = process.hrtime.bigint();
  for (let pass = 0; pass < passes; pass += 1) for (const line of lines) letters += read(line)?.length ?? 0;
  const taken = Number(process.hrtime.bigint() - start);
  // What is used cannot be optimised away.
  return letters > 0 ? taken / (passes * lines.length) : Number.NaN;
}

/** Measures all of them. The first runs make the code warm and are not kept. */
export function measureSpeed(readers: readonly Reader[]): readonly Speed[] {
  const lines = typicalLines();
  const random = createRandom(11);
  const taken = new Map(readers.map((reader) => [reader, [] as number[]]));
  for (let run = -3; run < runs; run += 1) {
    for (const reader of shuffle(readers, random)) {
      const time = timeOnce(reader, lines);
      if (run >= 0) taken.get(reader)?.push(time);
    }
  }
  return [...taken].map(([reader, nanoseconds]) => ({ reader: reader.name, nanoseconds }));
}
